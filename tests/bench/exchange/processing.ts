import { cpSync } from 'node:fs';
import type { Administration } from '../../../electron/core/context.ts';
import { decodeBundle } from '../../../electron/core/exchange/answer.ts';
import { keepBundle } from '../../../electron/core/exchange/bundel.ts';
import { processBundles } from '../../../electron/core/exchange/process.ts';
import { emptyReport } from '../../../electron/core/exchange/terugkoppeling.ts';
import { encodeEnvelope, readEnvelope } from '../../../shared/pve/berichten/soap.ts';
import { percentile, p95, timed, type Measure } from '../measure.ts';
import {
  makeAdministration,
  readAdministration,
  startBenchCore,
  temporaryFolder,
  unlock,
  type BenchCore,
} from '../world.ts';
import { SEARCHES } from '../listing.ts';
import { createBareClient } from './bareClient.ts';
import { enrol, inventCitizens, writeBrp } from './citizens.ts';
import { connectTo, startBenchMock, type BenchMock, type SchoolCertificate } from './mockProcess.ts';

const ITEMS = 1_000;
const RUNS = 5;
/** All terugkoppelingen in one bundle. */
const ONE_BUNDLE = ['--bundle-bytes', String(30 * 1024 * 1024)];
const FIRST_ID = '0000000000000001';
/** As many as the core processes in one transaction. */
const PER_SLICE = 25;

/** An administration with `count` pupils to deliver, a core that has it open, and the mock to which it is connected. */
async function connected(count: number) {
  const dataDir = temporaryFolder();
  const citizens = inventCitizens(count);
  await makeAdministration(dataDir, (administration) => enrol(administration, citizens));
  const mock = await startBenchMock('--brp', writeBrp(temporaryFolder(), citizens), ...ONE_BUNDLE);
  const certificate = await mock.certificate();
  const core = startBenchCore(dataDir);
  await unlock(core);
  await connectTo(core, mock, certificate);
  return { dataDir, mock, certificate, core };
}

async function fetchBundle(mock: BenchMock, certificate: SchoolCertificate): Promise<string> {
  const client = createBareClient(mock, certificate);
  const header = { brinnummer: '99ZZ', aanleverpuntnummer: '00' };
  const bundle = await client.post(encodeEnvelope(6, { berichtidentificatie: FIRST_ID }, header));
  client.close();
  return bundle;
}

/**
 * Parse-and-insert: the same parser reads the same bytes, and one row with the same content is inserted for every terugkoppeling
 * into the same kind of encrypted database, in a transaction for as many as the core processes in one.
 */
function parseAndInsert({ db }: Administration, bundle: string): number {
  db.exec('CREATE TABLE bench (id INTEGER PRIMARY KEY, nr INTEGER, berichtidentificatie TEXT, content TEXT) STRICT');
  const begin = performance.now();
  const { message } = decodeBundle(readEnvelope(bundle).node);
  const items = message.meldingInschrijvingAntwoord ?? [];
  const insert = db.prepare('INSERT INTO bench (nr, berichtidentificatie, content) VALUES (10, ?, ?)');
  for (let start = 0; start < items.length; start += PER_SLICE) {
    db.transaction(() => {
      for (const item of items.slice(start, start + PER_SLICE))
        insert.run(item.berichtidentificatie, JSON.stringify(item));
    }).immediate();
  }
  return performance.now() - begin;
}

interface Outcome {
  terugkoppelingen: {
    nr: number;
    berichtidentificatie: string;
    bericht_id: number;
    inschrijving_id: number;
    content: string;
  }[];
  stands: {
    inschrijving_id: number;
    content: string;
    content_hash: string;
    delivered: string;
    registered_at: string;
  }[];
}

/** What processing left behind. */
const outcomeOf = ({ db }: Administration): Outcome => ({
  terugkoppelingen: db
    .prepare<[], Outcome['terugkoppelingen'][number]>(
      'SELECT nr, berichtidentificatie, bericht_id, inschrijving_id, content FROM terugkoppeling ORDER BY id',
    )
    .all(),
  stands: db
    .prepare<[], Outcome['stands'][number]>(
      'SELECT inschrijving_id, content, content_hash, delivered, registered_at FROM bron_stand ORDER BY inschrijving_id',
    )
    .all(),
});

/** What the least takes that leaves the same behind, in ms. */
interface Settling {
  whole: number;
  /** Each transaction apart. */
  slices: number[];
}

/** The least that leaves the same behind: the same parser, and SQL alone with what is known already, in as many transactions. */
async function parseAndSettle(
  { db }: Administration,
  bundle: string,
  { terugkoppelingen, stands }: Outcome,
): Promise<Settling> {
  const begin = performance.now();
  const slices: number[] = [];
  decodeBundle(readEnvelope(bundle).node);
  const keep = db.prepare(
    `INSERT INTO terugkoppeling (bundel_id, position, nr, berichtidentificatie, bericht_id, inschrijving_id, content, matched)
     SELECT id, ?, ?, ?, ?, ?, ?, 1 FROM bundel LIMIT 1`,
  );
  const settled = db.prepare("UPDATE bericht SET state = 'geregistreerd', answered_at = ? WHERE id = ?");
  const stand = db.prepare(
    `INSERT INTO bron_stand (inschrijving_id, content, content_hash, delivered, berichtidentificatie, registered_at) VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const delivered = db.prepare('DELETE FROM main.to_deliver WHERE inschrijving_id = ?');
  const state = db.prepare("UPDATE main.bron_state SET state = 'geregistreerd' WHERE inschrijving_id = ?");
  const row = db.prepare(
    'UPDATE leerling_row SET state_rank = 9 WHERE leerling_id = (SELECT leerling_id FROM inschrijving WHERE id = ?)',
  );
  const standOf = new Map(stands.map((item) => [item.inschrijving_id, item]));
  for (let start = 0; start < terugkoppelingen.length; start += PER_SLICE) {
    const slice = db.transaction(() => {
      terugkoppelingen.slice(start, start + PER_SLICE).forEach((item, offset) => {
        const { inschrijving_id: id, bericht_id: berichtId, berichtidentificatie } = item;
        const {
          content = '',
          content_hash: hash = '',
          delivered: sent = '',
          registered_at: at = '',
        } = standOf.get(id) ?? {};
        keep.run(start + offset, item.nr, berichtidentificatie, berichtId, id, item.content);
        settled.run(at, berichtId);
        stand.run(id, content, hash, sent, berichtidentificatie, at);
        delivered.run(id);
        state.run(id);
        row.run(id);
      });
    });
    slices.push(await timed(() => slice.immediate()));
  }
  return { whole: performance.now() - begin, slices };
}

async function measureOnce(): Promise<{ processing: number; bare: Settling; barest: number }> {
  const { dataDir, mock, certificate, core } = await connected(ITEMS);
  await core.call('exchange.send', {});
  await core.client.close();
  const bundle = await fetchBundle(mock, certificate);
  await mock.close();
  const report = emptyReport();
  await readAdministration(dataDir, (administration) =>
    keepBundle(administration, { berichtidentificatie: FIRST_ID, answer: bundle, itemCount: ITEMS }),
  );
  const before = temporaryFolder();
  cpSync(dataDir, before, { recursive: true });
  const [processing, outcome] = await readAdministration(
    dataDir,
    async (administration) =>
      [await timed(() => processBundles(administration, report)), outcomeOf(administration)] as const,
  );
  if (report.geregistreerd !== ITEMS) throw new Error(`${report.geregistreerd} of ${ITEMS} came back registered`);
  const empty = temporaryFolder();
  await makeAdministration(empty, () => undefined);
  return {
    processing,
    bare: await readAdministration(before, (administration) => parseAndSettle(administration, bundle, outcome)),
    barest: await readAdministration(empty, (administration) => parseAndInsert(administration, bundle)),
  };
}

const median = (times: readonly number[]) => percentile(times, 0.5);

/** Processing terugkoppelingen beside parsing and inserting them. */
export async function measureProcessing(): Promise<Measure[]> {
  const runs: Awaited<ReturnType<typeof measureOnce>>[] = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await measureOnce());
  return [
    {
      name: `processing ${ITEMS} terugkoppelingen`,
      value: median(runs.map(({ processing }) => processing)),
      unit: 'ms',
      floor: { name: 'parsing, and SQL alone that leaves the same', value: median(runs.map(({ bare }) => bare.whole)) },
    },
    {
      name: `time of processing ${ITEMS} terugkoppelingen beside parsing, and SQL alone that leaves the same`,
      value: median(runs.map(({ processing, bare }) => processing / bare.whole)),
      unit: 'ratio',
      limit: 2,
    },
    {
      name: `time of processing ${ITEMS} terugkoppelingen beside parsing, and inserting one row for each`,
      value: median(runs.map(({ processing, barest }) => processing / barest)),
      unit: 'ratio',
      limit: 3,
    },
  ];
}

const BUNDLE = 2_000;

const search = (core: BenchCore, run: number) =>
  core.call('leerlingen.list', { search: SEARCHES[run % SEARCHES.length] ?? '' });

/**
 * Searching while a bundle of 2,000 is fetched and processed. A search that comes during a transaction waits for its end, with the barest
 * program too; so the floor is a search, and one transaction of SQL alone.
 */
export async function measureSearchDuringBundle(): Promise<Measure[]> {
  const { mock, core } = await connected(BUNDLE);
  await core.call('exchange.send', {});
  const alone = await p95(120, (run) => search(core, run));
  const times: number[] = [];
  const processed = new AbortController();
  const whole = timed(async () => {
    const { received } = await core.call('exchange.requestTerugkoppelingen', {});
    if (received < BUNDLE) throw new Error(`${received} of ${BUNDLE} terugkoppelingen came`);
  }).finally(() => processed.abort());
  for (let run = 0; !processed.signal.aborted; run += 1) times.push(await timed(() => search(core, run)));
  const duration = await whole;
  await core.client.close();
  await mock.close();
  const { bare } = await measureOnce();
  return [
    { name: `fetching and processing a bundle of ${BUNDLE} while somebody searches`, value: duration, unit: 'ms' },
    { name: 'longest search meanwhile', value: Math.max(...times), unit: 'ms' },
    { name: 'search p95 without that bundle', value: alone, unit: 'ms' },
    {
      name: `search p95 while that bundle is processed (${times.length} searches)`,
      value: percentile(times, 0.95),
      unit: 'ms',
      limit: 50,
      floor: {
        name: 'search p95 without it, and the median transaction of SQL alone that settles as many terugkoppelingen as one of the core',
        value: alone + median(bare.slices),
      },
    },
  ];
}
