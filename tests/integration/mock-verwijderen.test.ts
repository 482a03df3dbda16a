import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../shared/pve/berichten/messages.ts';
import type { TestSchool } from '../mock-bron/testing/client.ts';
import { correctMelding, pupils } from '../mock-bron/testing/meldingen.ts';
import { createMockWorld, type MockWorld } from '../mock-bron/testing/world.ts';

let world: MockWorld;
let school: TestSchool;
let polls: number;

beforeEach(async () => {
  world = await createMockWorld();
  school = await world.school();
  polls = 0;
});
afterEach(async () => {
  await world.close();
  expect(world.errors).toEqual([]);
});

const { burgerservicenummer, geboortedatum, geslacht } = pupils.hera;

const fetch = () => {
  polls += 1;
  return school.poll(String(polls));
};
const remove = (berichtidentificatie: string, datumInschrijving = '2009-08-01') =>
  school.send(4, {
    berichtidentificatie,
    persoon: [{ burgerservicenummer, geboortedatum, geslacht }],
    identificatieInschrijving: [{ datumInschrijving }],
  });
const codesOf = ({ meldingInschrijvingAntwoord = [], terugkoppelingAfkeuring = [] }: Message<7>) =>
  [...meldingInschrijvingAntwoord, ...terugkoppelingAfkeuring]
    .flatMap(({ signaal = [] }) => signaal)
    .map(({ signaalcode }) => signaalcode);

/** What codes mean and when they come stands in `tests/conformance/berichten/verwijderen.json`; here what BRON keeps. */
describe('a verwijdering (PvE 5.6.4, 5.6.11)', () => {
  it('takes one inschrijving away and leaves the others', async () => {
    await school.meld(correctMelding('M1', pupils.hera, { datumUitschrijving: '2009-09-30' }));
    await school.meld(correctMelding('M2', pupils.hera, { datumInschrijving: '2009-10-01' }));
    await school.meld(correctMelding('M3', pupils.zeus));
    await remove('D1');
    expect((await fetch()).verwijderenInschrijvingAntwoord).toHaveLength(1);
    expect(world.mock.register('99ZZ')).toMatchObject([
      { burgerservicenummer, datumInschrijving: '2009-10-01' },
      { burgerservicenummer: pupils.zeus.burgerservicenummer },
    ]);
  });

  it('corrects a datum inschrijving together with a new inschrijving that names the old date (400 otherwise)', async () => {
    const corrected = { datumInschrijving: '2009-08-17', datumOorspronkelijkeInschrijving: '2009-08-01' };
    await school.meld(correctMelding('M1', pupils.hera));
    await remove('D1');
    await school.meld(correctMelding('M2', pupils.hera, corrected));
    expect(codesOf(await fetch())).toEqual([]);
    await remove('D2', '2009-08-17');
    await school.meld(
      correctMelding('M3', pupils.hera, { ...corrected, datumOorspronkelijkeInschrijving: '2009-08-02' }),
    );
    expect(codesOf(await fetch())).toEqual(['400']);
  });

  it('lets the same inschrijving come back later', async () => {
    await school.meld(correctMelding('M1', pupils.hera));
    await remove('D1');
    await school.meld(correctMelding('M2', pupils.hera));
    expect(codesOf(await fetch())).toEqual([]);
    expect(world.mock.register('99ZZ')).toMatchObject([{ burgerservicenummer, datumInschrijving: '2009-08-01' }]);
  });

  it('is not undone by a melding that was delivered before it and is processed after it (312)', async () => {
    await school.meld(correctMelding('M1', pupils.hera));
    world.mock.setFault({ kind: 'late', nr: 3, times: 1, seconds: 60 });
    await school.meld(correctMelding('M2', pupils.hera));
    await remove('D1');
    await fetch();
    world.mock.advanceClock(60);
    expect(codesOf(await fetch())).toEqual(['312']);
    expect(world.mock.register('99ZZ')).toEqual([]);
  });
});
