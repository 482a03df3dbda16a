import type { Administration } from '../../../electron/core/context.ts';
import { contentOfInschrijving } from '../../../electron/core/exchange/content.ts';
import { toDeliver } from '../../../electron/core/exchange/outbox.ts';
import { deliveryNow, findingsOf } from '../../../electron/core/exchange/voorcontrole.ts';
import { percentile, timed, type Measure } from '../measure.ts';
import {
  makeAdministration,
  readAdministration,
  startBenchCore,
  temporaryFolder,
  unlock,
  type BenchCore,
} from '../world.ts';
import { createBareClient } from './bareClient.ts';
import { enrol, inventCitizens, writeBrp } from './citizens.ts';
import { connectTo, startBenchMock } from './mockProcess.ts';

const PUPILS = 1_000;
/** The line and the disk of a shared machine are noisy: the median of so many runs counts. */
const RUNS = 5;
/** At least 0.7 of the throughput of the bare client. */
const SLOWEST = 1 / 0.7;

/** Drafts in one transaction, as in the core. */
const PER_SLICE = 10;

const median = (times: readonly number[]) => percentile(times, 0.5);

/** The voorcontrole of every pupil that has to be delivered, beside reading what is kept of them. */
export async function measureVoorcontrole(): Promise<Measure[]> {
  const times: number[] = [];
  const bare: number[] = [];
  await makeAdministration(temporaryFolder(), (administration) => {
    const { db, clock } = administration;
    enrol(administration, inventCitizens(PUPILS));
    const ids = toDeliver(db);
    for (let run = 0; run < RUNS; run += 1) {
      const begin = performance.now();
      const contents = ids.map((id) => contentOfInschrijving(db, id));
      bare.push(performance.now() - begin);
      const delivery = deliveryNow(db, clock);
      const findings = contents.flatMap((content) => findingsOf(delivery, content));
      times.push(performance.now() - begin);
      if (contents.length !== PUPILS || findings.length > 0) throw new Error('the pupils of the bench are not right');
    }
  });
  return [
    {
      name: `voorcontrole of ${PUPILS} pupils`,
      value: median(times),
      unit: 'ms',
      limit: 1_000,
      floor: { name: 'reading them alone', value: median(bare) },
    },
  ];
}

/** Milliseconds of a run: the whole, and the part in which it sends. */
async function timeSending(core: BenchCore): Promise<{ whole: number; sending: number }> {
  const begin = performance.now();
  let sendingFrom = begin;
  const stop = core.client.subscribe((event, payload) => {
    const { activity } = payload as { activity?: string };
    if (event === 'exchange.progress' && activity === 'Meldingen worden verstuurd.' && sendingFrom === begin)
      sendingFrom = performance.now();
  });
  const { sent, problems } = await core.call('exchange.send', {});
  const end = performance.now();
  stop();
  if (sent !== PUPILS || problems.length > 0) throw new Error(`${sent} of ${PUPILS} meldingen were sent`);
  return { whole: end - begin, sending: end - sendingFrom };
}

/** What is needed at least to have the same drafts: reading the pupils, and inserting the rows, which are known already. */
function draftAlone({ db }: Administration): number {
  const rows = db.prepare<[], Record<string, unknown>>('SELECT * FROM bericht WHERE nr = 3 ORDER BY id').all();
  const columns = Object.keys(rows[0] ?? {});
  db.exec('CREATE TABLE bench AS SELECT * FROM bericht WHERE false');
  const insert = db.prepare(`INSERT INTO bench (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`);
  const begin = performance.now();
  for (let start = 0; start < rows.length; start += PER_SLICE)
    db.transaction(() => {
      for (const row of rows.slice(start, start + PER_SLICE)) {
        contentOfInschrijving(db, Number(row['inschrijving_id']));
        insert.run(...columns.map((column) => row[column]));
      }
    }).immediate();
  return performance.now() - begin;
}

/** One run of the LAS and one of the bare client that posts the same bytes, each to a mock with an empty register. */
async function measureOnce(brp: string): Promise<{ whole: number; sending: number; drafts: number; bare: number }> {
  const dataDir = temporaryFolder();
  await makeAdministration(dataDir, (administration) => enrol(administration, inventCitizens(PUPILS)));
  const mock = await startBenchMock('--brp', brp);
  const core = startBenchCore(dataDir);
  await unlock(core);
  await connectTo(core, mock, await mock.certificate());
  const times = await timeSending(core);
  await core.client.close();
  await mock.close();

  const bodies = await readAdministration(dataDir, ({ db }) =>
    db.prepare<[], { body: Buffer }>('SELECT body FROM bericht WHERE nr = 3 ORDER BY id').all(),
  );
  const drafts = await readAdministration(dataDir, draftAlone);
  const other = await startBenchMock('--brp', brp);
  const client = createBareClient(other, await other.certificate());
  const bare = await timed(() => client.postAll(bodies.map(({ body }) => body)));
  client.close();
  await other.close();
  return { ...times, drafts, bare };
}

/** Sending meldingen beside a client that posts the same bytes over as many connections and commits nothing. */
export async function measureSending(): Promise<Measure[]> {
  const brp = writeBrp(temporaryFolder(), inventCitizens(PUPILS));
  const runs: Awaited<ReturnType<typeof measureOnce>>[] = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await measureOnce(brp));
  const floor = { name: 'the bare client', value: median(runs.map(({ bare }) => bare)) };
  return [
    {
      name: `drafting and sending ${PUPILS} meldingen`,
      value: median(runs.map(({ whole }) => whole)),
      unit: 'ms',
      floor: {
        name: 'reading the pupils, inserting the drafts, and the bare client',
        value: median(runs.map(({ drafts, bare }) => drafts + bare)),
      },
    },
    { name: `sending ${PUPILS} meldingen`, value: median(runs.map(({ sending }) => sending)), unit: 'ms', floor },
    {
      name: `time of sending ${PUPILS} meldingen beside a bare client`,
      value: median(runs.map(({ sending, bare }) => sending / bare)),
      unit: 'ratio',
      limit: SLOWEST,
    },
  ];
}
