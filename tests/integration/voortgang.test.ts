import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFixedClock } from '../../shared/domain/clock.ts';
import type { Voortgang } from '../../shared/mijnBron/progress.ts';
import { fetchTerugkoppelingen, START, startConnected, whileUnreachable } from '../support/administration.ts';
import { addPupil, correctInschrijving, testPersons } from '../support/pupils.ts';

type Line = Awaited<ReturnType<typeof startConnected>>;
let line: Line;

beforeEach(async () => {
  line = await startConnected({ clock: createFixedClock(START), answerTimeoutMs: 5_000 });
});
afterEach(() => line.close());

/** Has the organisatie BRON begin the fase on 2 November, a week after it was planned. */
async function begin(): Promise<void> {
  goTo('2009-10-26');
  const body = JSON.stringify({
    brinnummer: '99ZZ',
    plannedWeek: '2009-11-02',
    start: '2009-11-02',
    akkoordverklaring: '2009-10-01',
  });
  const headers = { 'Content-Type': 'application/json' };
  const { status } = await fetch(new URL('/aansluitingen', line.mock.addresses.control), {
    method: 'POST',
    headers,
    body,
  });
  expect(status).toBe(200);
  goTo('2009-11-02');
}

/** Moves both clocks to nine in the morning of a day. */
function goTo(day: string): void {
  line.world.clock.set(new Date(`${day}T08:00:00Z`));
  line.mock.setClock(new Date(`${day}T08:00:00Z`));
}

async function deliver(person: keyof typeof testPersons): Promise<void> {
  await addPupil(line.world, testPersons[person], correctInschrijving());
  await line.world.call('exchange.send', {});
  await fetchTerugkoppelingen(line);
}

const report = (leerlingen: number) => line.world.call('mijnBron.reportAantallen', { leerlingen, ambulant: 0 });
const fetched = async () => {
  await line.world.call('mijnBron.voortgang', {});
  return kept();
};
const kept = async () => (await line.world.call('aansluiting.voortgang', {})).kept;
const mails = async () =>
  (await line.world.call('aansluiting.get', {})).documents.filter(({ kind }) => kind === 'voortgangsmail');

describe('the progress of step 11', () => {
  it('C-31 C-52 C-53: the norm against what BRON has, week by week, and there without connection', async () => {
    expect(await kept()).toBeUndefined();
    await begin();
    await report(4);
    await deliver('hera');
    goTo('2009-11-09');
    expect(await fetched()).toMatchObject({
      madeOn: '2009-11-09',
      source: 'mijnBron',
      voortgang: { leerlingen: { registered: 1 }, norm: { leerlingen: 4, ambulant: 0 } },
      weeks: [{ week: 1, until: '2009-11-06', leerlingen: 1, ambulant: 0, norm: { leerlingen: 4, ambulant: 0 } }],
    });
    await deliver('zeus');
    await report(5);
    goTo('2009-11-16');
    // The norm of the first week stays what it was then.
    const weeks = [
      { week: 1, until: '2009-11-06', leerlingen: 1, ambulant: 0, norm: { leerlingen: 4, ambulant: 0 } },
      { week: 2, until: '2009-11-13', leerlingen: 2, ambulant: 0, norm: { leerlingen: 5, ambulant: 0 } },
    ];
    expect((await fetched())?.weeks).toEqual(weeks);
    await whileUnreachable(line, async () => {
      expect((await line.world.fail('mijnBron.voortgang', {})).code).toBe('endpoint-refused');
      expect((await kept())?.weeks).toEqual(weeks);
    });
    await line.world.restart();
    expect((await kept())?.weeks).toEqual(weeks);
  });

  it('C-50: the voortgangsmails of week 3 and week 6 are noted with the day on which they were sent, once', async () => {
    await begin();
    const noted = async (day: string) => {
      goTo(day);
      await line.world.call('mijnBron.documenten', {});
      return (await mails()).map(({ receivedOn }) => receivedOn);
    };
    expect(await noted('2009-11-19')).toEqual([]);
    expect(await noted('2009-11-20')).toEqual(['2009-11-20']);
    expect(await noted('2009-11-23')).toEqual(['2009-11-20']);
    // Who noted the second one herself, a day late, is not told of it again.
    goTo('2009-12-14');
    await line.world.call('aansluiting.noteDocument', { kind: 'voortgangsmail', receivedOn: '2009-12-12' });
    expect(await noted('2009-12-14')).toEqual(['2009-11-20', '2009-12-12']);
  });
});

describe('a file of the progress', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'voortgang-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const voortgang = (perWeek: Voortgang['perWeek'], registered: number): Voortgang => ({
    state: 'aansluiting',
    norm: { leerlingen: 200, ambulant: 3 },
    leerlingen: { registered, onSchedule: true },
    ambulant: { registered: 0, onSchedule: false },
    perWeek,
  });
  const file = (madeOn: string, told: Voortgang, brinnummer = '99ZZ') => {
    const path = join(folder, 'voortgang.json');
    writeFileSync(path, JSON.stringify({ layout: 'bronwijs-voortgang-1', brinnummer, madeOn, voortgang: told }));
    return { token: line.world.grant(path, 'read'), kind: 'voortgang' as const };
  };
  const first = { week: 1, until: '2009-10-09', leerlingen: 10, ambulant: 0 };
  const second = { week: 2, until: '2009-10-16', leerlingen: 30, ambulant: 1 };

  it('is kept as what Mijn BRON told; an older one fills gaps and replaces nothing', async () => {
    await line.world.call('mijnBron.readFile', file('2009-10-19', voortgang([second], 31)));
    await line.world.call(
      'mijnBron.readFile',
      file('2009-10-12', voortgang([first, { ...second, leerlingen: 1 }], 11)),
    );
    const norm = { leerlingen: 200, ambulant: 3 };
    expect(await kept()).toMatchObject({
      ...{ madeOn: '2009-10-19', source: 'file' },
      voortgang: { leerlingen: { registered: 31 } },
      weeks: [
        { ...first, norm },
        { ...second, norm },
      ],
    });
  });

  it('of another school, or of a day that has not come, is refused, and what was there stays', async () => {
    await line.world.call('mijnBron.readFile', file('2009-10-19', voortgang([first], 31)));
    const refused = async (...given: Parameters<typeof file>) =>
      (await line.world.fail('mijnBron.readFile', file(...given))).code;
    expect(await refused('2009-10-20', voortgang([], 0), '98AA')).toBe('mijn-bron-file-school');
    expect(await refused('2009-11-03', voortgang([], 0))).toBe('mijn-bron-file-date');
    expect((await kept())?.voortgang.leerlingen.registered).toBe(31);
  });
});
