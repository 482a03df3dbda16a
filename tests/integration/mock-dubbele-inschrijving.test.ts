import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { correctMelding, pupils } from '../mock-bron/testing/meldingen.ts';
import { createAnswerCheck } from '../mock-bron/testing/valid.ts';
import { createMockWorld, type MockWorld } from '../mock-bron/testing/world.ts';

const { postcode: _, ...hera } = pupils.hera;
const DAY = 86_400;

let world: MockWorld;
let polls: number;
let answers: Awaited<ReturnType<typeof createAnswerCheck>>;

beforeAll(async () => {
  answers = await createAnswerCheck();
});
afterAll(() => answers.dispose());

async function received(brinnummer: string, aanleverpunt = '00') {
  const school = await world.school(brinnummer, aanleverpunt);
  polls += 1;
  return (await school.poll(String(polls))).dubbeleInschrijving ?? [];
}
async function enrol(brinnummer: string, changes: Parameters<typeof correctMelding>[2] = {}, id = 'M1') {
  const school = await world.school(brinnummer);
  expect((await school.meld(correctMelding(id, pupils.hera, changes))).statusMelding).toBe('B');
  world.mock.state();
}
const told = (...schools: string[]) => schools.map((brinnummer) => ({ brinnummer, aanleverpunt: '00' }));

beforeEach(async () => {
  world = await createMockWorld();
  polls = 0;
});
afterEach(async () => {
  expect(answers.problems(world.mock)).toEqual([]);
  await world.close();
  expect(world.errors).toEqual([]);
});

describe('the control of dubbele inschrijvingen (PvE 5.6.15)', () => {
  it('tells every school concerned of all of them, with whom to call', async () => {
    await enrol('98AA');
    await enrol('98AB', { datumInschrijving: '2009-09-01' });
    await enrol('98AC', { datumInschrijving: '2008-08-01', datumUitschrijving: '2009-07-31' });
    expect(world.mock.controlDubbeleInschrijvingen()).toEqual(told('98AA', '98AB'));
    const [bericht, ...more] = await received('98AA');
    expect(more).toEqual([]);
    expect(bericht).toMatchObject({
      controledatum: '2009-11-02',
      persoon: [hera],
      situatieDubbeleInschrijving: [
        { brinnummer: '98AA', naamSchool: 'Basisschool De Proefballon', datumInschrijving: '2009-08-01' },
        { brinnummer: '98AB', plaatsSchool: 'Oefenstad', datumInschrijving: '2009-09-01' },
      ],
    });
    expect(bericht?.situatieDubbeleInschrijving?.[1]).toMatchObject({
      naamContactpersoon: expect.any(String) as string,
      telefoonnummerContactpersoon: expect.stringMatching(/^\d{10}$/) as string,
      emailContactpersoon: expect.stringContaining('@') as string,
    });
    expect(await received('98AC')).toEqual([]);
  });

  it('is repeated at a next control until it is solved, and not at the same one', async () => {
    await enrol('98AA');
    await enrol('98AB');
    const control = () => world.mock.controlDubbeleInschrijvingen();
    expect(control()).toHaveLength(2);
    expect(control()).toEqual([]);
    await enrol('98AC');
    expect(control()).toHaveLength(3);
    world.mock.advanceClock(DAY);
    expect(control()).toHaveLength(3);
    await enrol('98AC', { datumUitschrijving: '2009-08-01' }, 'M2');
    await enrol('98AB', { datumUitschrijving: '2009-08-01' }, 'M2');
    // They overlap on one day of this school year still: the signalling ends with the school year.
    world.mock.advanceClock(DAY);
    expect(control()).toHaveLength(3);
    world.mock.setClock(new Date('2010-08-02T08:00:00Z'));
    expect(control()).toEqual([]);
  });

  it('runs by the clock, once for all the days that went by', async () => {
    await world.restart({ periodDays: 30 });
    await enrol('98AA');
    await enrol('98AB');
    world.mock.advanceClock(29 * DAY);
    expect(await received('98AA')).toEqual([]);
    world.mock.advanceClock(100 * DAY);
    expect((await received('98AA')).map(({ controledatum }) => controledatum)).toEqual(['2010-03-11']);
    world.mock.advanceClock(30 * DAY);
    expect(await received('98AA')).toHaveLength(1);
  });
});
