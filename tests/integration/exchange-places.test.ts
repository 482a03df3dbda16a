import { afterEach, beforeEach, expect, it } from 'vitest';
import { advance, startConnected } from '../support/administration.ts';
import { addPupil, testPersons } from '../support/pupils.ts';

/** What the overview says of the states besides how many inschrijvingen are in each. */
let line: Awaited<ReturnType<typeof startConnected>>;

beforeEach(async () => {
  line = await startConnected();
});
afterEach(async () => {
  await line.close();
});

const overview = () => line.world.call('exchange.overview', {});
const send = () => line.world.call('exchange.send', {});
const fetchAll = async () => {
  advance(line, 31);
  await line.world.call('exchange.requestTerugkoppelingen', {});
};

it('what BRON does not answer: why, since when, how often, when again, and when somebody has to be asked', async () => {
  await addPupil(line.world, testPersons.hera);
  line.mock.setFault({ kind: 'http-500', nr: 3, times: 5 });
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    await send();
    const { uncertain } = await overview();
    expect(uncertain).toMatchObject({ attempts: attempt, stuck: attempt === 5 });
    expect(uncertain?.since.slice(0, 10)).toBe('2009-11-02');
    expect(uncertain?.nextAttemptAt).toBeDefined();
    advance(line, 61);
  }
  const [reason] = (await overview()).uncertain?.reasons ?? [];
  expect(reason).toMatchObject({ count: 1, text: 'BRON gaf een technische fout.', failure: { code: 'bron-fault' } });
  expect(reason?.failure?.tell).toContain(new URL(line.mock.addresses.soap).host);
  expect(reason?.failure?.tell).not.toMatch(/\(\)|\(HTTP \)|[{}]/);
  await send();
  const { uncertain, waitingSince } = await overview();
  expect(uncertain).toBeUndefined();
  expect(waitingSince?.slice(0, 10)).toBe('2009-11-02');
});

it('what BRON did not take: why, and who can solve it', async () => {
  await addPupil(line.world, testPersons.hera);
  line.mock.setFault({ kind: 'signaal-359', nr: 3, times: 1 });
  await send();
  expect((await overview()).refused).toMatchObject([{ count: 1, failure: { code: 'signaal-359' } }]);
});

it('what was decided on is settled, at the inschrijving and at the melding', async () => {
  const { leerlingId } = await addPupil(line.world, { ...testPersons.hera, postcode: '2517JR' });
  await send();
  await fetchAll();
  const settled = async () => (await line.world.call('exchange.berichten', { leerlingId })).rows[0]?.settled;
  expect([await settled(), (await overview()).settled]).toEqual([false, 0]);
  const { inschrijvingen } = await line.world.call('leerlingen.get', { id: leerlingId });
  const [signaal] = inschrijvingen.flatMap(({ signalen }) => signalen);
  await line.world.call('terugkoppelingen.tickOff', { signaalId: signaal?.id ?? 0, note: 'Is verhuisd.' });
  expect([await settled(), (await overview()).settled]).toEqual([true, 1]);
});

it('after more than a day of attempts there is the rest in which a registratieoverzicht can show what BRON has', async () => {
  await addPupil(line.world, testPersons.hera);
  line.mock.setFault({ kind: 'http-500', nr: 3, times: 100 });
  const pauses: number[] = [];
  for (let attempt = 0; attempt < 31; attempt += 1) {
    await send();
    const { nextAttemptAt = '' } = (await line.world.call('exchange.berichten', {})).rows[0] ?? {};
    pauses.push(Math.round((Date.parse(nextAttemptAt) - line.world.clock.now().getTime()) / 60_000));
    advance(line, 61);
  }
  expect(pauses.slice(0, 9)).toEqual([1, 2, 4, 8, 15, 30, 60, 60, 60]);
  expect(pauses.slice(-2)).toEqual([60, 2 * 24 * 60]);
});
