import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays } from '../../../shared/domain/dates.ts';
import { createRandom } from '../../../scripts/demo/random.mts';
import { connect, createAdministration, creation, startTestMock } from '../administration.ts';
import { addEveryRole } from '../users.ts';
import { Bron, brpIn } from './bron.ts';
import { at, FIRST_DAY } from './calendar.ts';
import { Children, citizenOf, inschrijvingOf, startOf, type Child } from './children.ts';
import { LongRun } from './world.ts';

/** The minutes of every interval of the program's own exchange. */
const EVERY_MINUTES = 60;

const DAYS_BEFORE = 4;

interface SchoolOptions {
  seed: number;
  pupils: number;
  /** The folder of all. */
  folder: string;
}

async function enrol(run: LongRun, child: Child, leerjaar: number): Promise<void> {
  const gegevens = inschrijvingOf(run.random, startOf(child), leerjaar);
  await run.call('enrolment.start', { persoon: child, gegevens });
}

/** Left five years ago in the first weeks of the run: due for destruction then. */
const LEFT = ['2010-08-28', '2010-09-10', '2010-09-24', '2010-10-15'] as const;

async function enrolElders(run: LongRun): Promise<void> {
  for (const datumUitschrijving of LEFT) {
    const child = run.children.born('2003-03-14');
    run.known.set(child.burgerservicenummer, child);
    await run.bron.control(`/brp/${child.burgerservicenummer}`, citizenOf(child), 'PUT');
    const gegevens = inschrijvingOf(run.random, '2008-08-01', 4, 2010);
    await run.call('enrolment.start', { persoon: child, gegevens: { ...gegevens, datumUitschrijving } });
  }
}

/** A school of so many pupils on the morning before its first day: nothing has been sent yet. */
export async function openSchool({ seed, pupils, folder }: SchoolOptions): Promise<LongRun> {
  const [bronData, dataDir] = [join(folder, 'bron'), join(folder, 'las')];
  mkdirSync(bronData);
  const random = createRandom(seed);
  const children = new Children(random);
  const all = Array.from({ length: pupils }, (_, index) => children.inLeerjaar(1 + (index % 8)));
  const brp = brpIn(bronData);
  writeFileSync(brp, JSON.stringify({ source: 'Invented.', persons: all.map(citizenOf) }));
  // Some days before: the first backup is that of the empty school.
  const now = at(addDays(FIRST_DAY, -DAYS_BEFORE), 9 * 60);
  const mock = await startTestMock({ data: bronData, date: now, brp: [brp] });
  const bron = new Bron(bronData, Number(new URL(mock.addresses.soap).port));
  const run = new LongRun({ dataDir, bron, random, children, now });
  run.startCore();
  await createAdministration(run, creation);
  await connect(run, mock);
  await mock.close();
  await bron.start();
  for (const [index, child] of all.entries()) {
    run.known.set(child.burgerservicenummer, child);
    await enrol(run, child, 1 + (index % 8));
  }
  await enrolElders(run);
  await addEveryRole(run);
  await run.call('schedule.set', { everyMinutes: EVERY_MINUTES });
  await run.call('session.lock', {});
  return run;
}
