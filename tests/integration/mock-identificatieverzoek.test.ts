import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PersoonZonderPgn } from '../../shared/pve/berichten/content.ts';
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

const iris: PersoonZonderPgn = {
  geboortedatum: '2001-05-00',
  geslacht: 'V',
  achternaam: 'Verzonnen',
  voornamen: 'Iris Anna',
  postcode: '2548AE',
  straatnaam: 'Leyweg',
  huisnummer: '7',
};

async function ask(berichtidentificatie: string, content: Omit<Message<1>, 'berichtidentificatie'>) {
  expect(await school.send(1, { berichtidentificatie, ...content })).toMatchObject({ statusMelding: 'B' });
  polls += 1;
  return school.poll(String(polls));
}

/** What codes mean and when they come stands in `tests/conformance/berichten/identificatieverzoek*.json`; here what BRON keeps. */
describe('an identificatieverzoek (PvE 5.6.1, 5.6.8)', () => {
  it('registers no inschrijving, and its number holds in a melding afterwards', async () => {
    const { identificatieverzoekAntwoord: answers = [] } = await ask('I1', { persoonZonderPgn: [iris] });
    const { onderwijsnummer = '' } = answers[0]?.persoon?.[0] ?? {};
    expect(onderwijsnummer).toMatch(/^\d{9}$/);
    expect(world.mock.register('99ZZ')).toEqual([]);
    const key = { onderwijsnummer, geboortedatum: '2001-05-00', geslacht: 'V', postcode: '2548AE' };
    await school.meld(correctMelding('M1', key));
    polls += 1;
    const { meldingInschrijvingAntwoord: [melding] = [] } = await school.poll(String(polls));
    expect(melding?.signaal).toBeUndefined();
    expect(world.mock.register('99ZZ')).toMatchObject([{ onderwijsnummer, version: 1 }]);
  });

  it('that is refused gives no onderwijsnummer away', async () => {
    const refused = await ask('I1', { persoonZonderPgn: [{ ...iris, huisnummer: '' }] });
    expect(refused.terugkoppelingAfkeuring).toMatchObject([{ berichtidentificatie: 'I1' }]);
    const { identificatieverzoekAntwoord: answers = [] } = await ask('I2', { persoonZonderPgn: [iris] });
    expect(answers[0]?.signaal).toMatchObject([{ signaalcode: '757' }]);
  });

  it('leaves what is registered as it is', async () => {
    await school.meld(correctMelding('M1', pupils.hera));
    await ask('I1', { persoonMetPgn: [{ ...pupils.hera, postcode: '2514GL' }] });
    await school.ask({ berichtidentificatie: 'V1', selectiegegevens: [{ peildatum: '2009-11-02' }] });
    polls += 1;
    const { terugkoppelingRegistratieoverzicht: [overview] = [] } = await school.poll(String(polls));
    expect(overview?.persoon).toMatchObject([{ postcode: pupils.hera.postcode }]);
  });

  it('shares its series of berichtidentificaties with the other messages (396)', async () => {
    await ask('I1', { persoonMetPgn: [pupils.hera] });
    const again = await school.meld(correctMelding('I1', pupils.hera));
    expect(again).toMatchObject({ statusMelding: 'A', signaal: [{ signaalcode: '396' }] });
  });
});
