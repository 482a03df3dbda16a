import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listLeerlingen } from '../../electron/core/leerlingen/list.ts';
import { unlockWithPassword, type Keys } from '../../electron/core/users/keys.ts';
import { PASSWORD } from '../support/administration.ts';
import { p95, timed, type Measure } from './measure.ts';
import { addPupils } from './volume.ts';
import { makeAdministration, root, startBenchCore, temporaryFolder, unlock } from './world.ts';

/** What a secretary types: names, parts of names, a number. */
export const SEARCHES = [
  'de',
  'van der',
  'emma',
  'sem',
  'kievit',
  'boek',
  'emma kievit',
  '100123',
  'j',
  '',
  'zo',
  'noel',
];
const RUNS = 240;

/** Opens a database and reads one page of names: what any program of this kind needs at least. */
const bareList = (dataDir: string, key: string) => `
  const { openDatabase } = await import(${JSON.stringify(join(root, 'electron/core/database/database.ts'))});
  const db = openDatabase(${JSON.stringify(join(dataDir, 'administratie.db'))}, Buffer.from('${key}', 'hex'));
  db.prepare('SELECT id, achternaam, roepnaam, geboortedatum FROM leerling ORDER BY achternaam LIMIT 100').all();
  db.close();`;

/** From starting the core to the first page of the list, at 1,000 pupils; deriving the key is told apart. */
export async function measureStart(): Promise<Measure[]> {
  const dataDir = temporaryFolder();
  await makeAdministration(dataDir, (administration) => addPupils(administration, 1_000));
  const keys = JSON.parse(readFileSync(join(dataDir, 'keys.json'), 'utf8')) as Keys;
  let key = '';
  const derivation = await timed(async () => {
    key = (await unlockWithPassword(keys, PASSWORD)).key.toString('hex');
  });
  const bare = await timed(() =>
    execFileSync(process.execPath, ['--input-type=module', '-e', bareList(dataDir, key)], { stdio: 'ignore' }),
  );
  const begin = performance.now();
  const core = startBenchCore(dataDir);
  await unlock(core);
  await core.call('leerlingen.list', {});
  const whole = performance.now() - begin;
  await core.client.close();
  return [
    { name: 'key derivation', value: derivation, unit: 'ms' },
    {
      name: 'core start to first list, 1,000 pupils, without key derivation',
      value: whole - derivation,
      unit: 'ms',
      limit: 1_000,
      floor: { name: 'a process that opens the database and reads a page', value: bare },
    },
  ];
}

/** Searching and paging at 50,000 pupils, and the memory of the core that does it. */
export async function measureSearch(pupils = 50_000): Promise<Measure[]> {
  const dataDir = temporaryFolder();
  const offsetOf = (run: number) => (run * 197) % (pupils - 100);
  let bare = { search: 0, page: 0 };
  await makeAdministration(dataDir, async (administration) => {
    addPupils(administration, pupils);
    const { db, clock } = administration;
    const list = (query: { search?: string | undefined; offset: number }) =>
      listLeerlingen(db, clock, { show: 'actueel', limit: 100, ...query });
    bare = {
      search: await p95(RUNS, (run) => list({ search: SEARCHES[run % SEARCHES.length], offset: 0 })),
      page: await p95(RUNS, (run) => list({ offset: offsetOf(run) })),
    };
  });
  const core = startBenchCore(dataDir);
  await unlock(core);
  const search = await p95(RUNS, (run) =>
    core.call('leerlingen.list', { search: SEARCHES[run % SEARCHES.length] ?? '' }),
  );
  const page = await p95(RUNS, (run) => core.call('leerlingen.list', { offset: offsetOf(run) }));
  const memory = core.memory();
  await core.client.close();
  const floor = (value: number) => ({ name: 'the query alone, p95', value });
  return [
    { name: `search p95, ${pupils} pupils`, value: search, unit: 'ms', limit: 16, floor: floor(bare.search) },
    { name: `any page p95, ${pupils} pupils`, value: page, unit: 'ms', floor: floor(bare.page) },
    ...(memory
      ? [{ name: `memory of the core, ${pupils} pupils`, value: memory.peak, unit: 'MB' as const, limit: 300 }]
      : []),
  ];
}
