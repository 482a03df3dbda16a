import { statSync } from 'node:fs';
import { join } from 'node:path';
import { contentOfInschrijving } from '../../electron/core/exchange/content.ts';
import { toDeliver } from '../../electron/core/exchange/outbox.ts';
import { deliveryNow, findingsOf } from '../../electron/core/exchange/voorcontrole.ts';
import { countBoth } from '../../electron/core/counts/counting.ts';
import { SEARCHES } from './listing.ts';
import { p95, percentile, timed, type Measure } from './measure.ts';
import { addPupils } from './volume.ts';
import { makeAdministration, startBenchCore, temporaryFolder, unlock } from './world.ts';

const SIZES = [250, 1_000, 4_000, 16_000, 50_000];
const RUNS = 60;
const TELDATUM = '2009-10-01';
const MEGABYTE = 1024 * 1024;

/** What a pupil, or one thing done with one, costs in an administration of so many; times in ms, sizes in MB. */
interface Costs {
  voorcontrole: number;
  counting: number;
  list: number;
  search: number;
  card: number;
  saving: number;
  memory: number;
  file: number;
}

const median = (times: readonly number[]) => percentile(times, 0.5);

async function costsAmong(pupils: number): Promise<Costs> {
  const dataDir = temporaryFolder();
  const [voorcontrole, counting]: [number[], number[]] = [[], []];
  await makeAdministration(dataDir, async (administration) => {
    addPupils(administration, pupils);
    const { db, clock } = administration;
    const ids = toDeliver(db);
    for (let run = 0; run < 3; run += 1) {
      const delivery = deliveryNow(db, clock);
      voorcontrole.push(await timed(() => ids.forEach((id) => findingsOf(delivery, contentOfInschrijving(db, id)))));
      counting.push(await timed(() => countBoth(administration, TELDATUM)));
    }
  });
  const core = startBenchCore(dataDir);
  await unlock(core);
  const list = await p95(RUNS, (run) => core.call('leerlingen.list', { offset: (run * 197) % (pupils - 100) }));
  const search = await p95(RUNS, (run) =>
    core.call('leerlingen.list', { search: SEARCHES[run % SEARCHES.length] ?? '' }),
  );
  const idOf = (run: number) => 1 + ((run * 197) % pupils);
  const card = await p95(RUNS, (run) => core.call('leerlingen.get', { id: idOf(run) }));
  const saving = await p95(RUNS, async (run) => {
    const { id, version, persoon } = await core.call('leerlingen.get', { id: idOf(run) });
    await core.call('leerlingen.save', { id, version, persoon: { ...persoon, huisnummer: String(run + 1) } });
  });
  const memory = core.memory()?.peak ?? 0;
  await core.client.close();
  const file = statSync(join(dataDir, 'administratie.db')).size / MEGABYTE;
  return {
    ...{ voorcontrole: median(voorcontrole) / pupils, counting: median(counting) / pupils },
    ...{ list, search, card, saving, memory, file: file / pupils },
  };
}

/** What a pupil costs from a small school to a large bestuur. */
export async function measureScaling(): Promise<Measure[]> {
  const costs: [number, Costs][] = [];
  for (const size of SIZES) costs.push([size, await costsAmong(size)]);
  return costs.flatMap(([size, cost]): Measure[] => [
    { name: `voorcontrole of 1,000 among ${size} pupils`, value: cost.voorcontrole * 1_000, unit: 'ms' },
    { name: `counting 1,000 among ${size} pupils`, value: cost.counting * 1_000, unit: 'ms' },
    { name: `page of the list p95, ${size} pupils`, value: cost.list, unit: 'ms' },
    { name: `search p95, ${size} pupils, ${RUNS} searches`, value: cost.search, unit: 'ms' },
    { name: `reading a card p95, ${size} pupils`, value: cost.card, unit: 'ms' },
    { name: `reading a card and saving it p95, ${size} pupils`, value: cost.saving, unit: 'ms' },
    { name: `highest memory of the core, ${size} pupils`, value: cost.memory, unit: 'MB' },
    { name: `file of 1,000 among ${size} pupils`, value: cost.file * 1_000, unit: 'MB' },
  ]);
}
