import { statSync } from 'node:fs';
import { join } from 'node:path';
import { SEARCHES } from './listing.ts';
import { percentile, p95, timed, type Measure } from './measure.ts';
import { addPupils } from './volume.ts';
import { makeAdministration, startBenchCore, temporaryFolder, unlock, type BenchCore } from './world.ts';

const MEGABYTE = 1024 * 1024;
const RUNS = 240;

const search = (core: BenchCore, run: number) =>
  core.call('leerlingen.list', { search: SEARCHES[run % SEARCHES.length] ?? '' });

/** Searching at 50,000 pupils while a backup of at least 200 MB is made and verified. */
export async function measureSearchDuringBackup(pupils = 50_000): Promise<Measure[]> {
  const dataDir = temporaryFolder();
  await makeAdministration(dataDir, (administration) => addPupils(administration, pupils));
  const core = startBenchCore(dataDir);
  await unlock(core);
  const alone = await p95(RUNS, (run) => search(core, run));
  const times: number[] = [];
  const made = new AbortController();
  const backup = timed(() => core.call('backup.make', {})).finally(() => made.abort());
  for (let run = 0; !made.signal.aborted; run += 1) times.push(await timed(() => search(core, run)));
  const duration = await backup;
  await core.client.close();
  const size = statSync(join(dataDir, 'administratie.db')).size / MEGABYTE;
  return [
    { name: 'database of which a backup is made', value: size, unit: 'MB' },
    { name: 'making and verifying that backup', value: duration, unit: 'ms' },
    {
      name: `search p95 while that backup is made (${times.length} searches)`,
      value: percentile(times, 0.95),
      unit: 'ms',
      limit: 50,
      floor: { name: 'search p95 without it', value: alone },
    },
  ];
}
