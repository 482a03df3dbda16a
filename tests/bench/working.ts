import type { Administration } from '../../electron/core/context.ts';
import { workList } from '../../electron/core/exchange/work.ts';
import { workGrouping } from '../../shared/api/work.ts';
import { p95, type Measure } from './measure.ts';
import { addPupils } from './volume.ts';
import { makeAdministration, startBenchCore, temporaryFolder, unlock } from './world.ts';

const PUPILS = 2_500;
const SIGNALEN = 10_000;
const OPEN = 3_000;
const RUNS = 60;
const codes = ['770', '771', '460', '368', '753'];

/** 10,000 signalen of 2,500 pupils: 3,000 open, as many ticked off, the others no longer holding. */
function addSignalen({ db }: Administration): void {
  const inschrijvingen = db
    .prepare<[], { id: number; leerling_id: number }>('SELECT id, leerling_id FROM inschrijving ORDER BY id')
    .all();
  const insertBericht = db.prepare(
    `INSERT INTO bericht (nr, berichtidentificatie, inschrijving_id, state, content, content_hash, created_at)
     VALUES (3, ?, ?, 'geregistreerd met signaal', '{}', '', '2009-11-02T08:00:00Z')`,
  );
  const insertSignaal = db.prepare(
    `INSERT INTO signaal (bericht_id, inschrijving_id, leerling_id, code, omschrijving, ernst, gegevensgroep, element,
       las_value, bron_value, state, created_at)
     VALUES (?, ?, ?, ?, 'Postcode 2511DP is niet de postcode volgens de BRP.', ?, 'persoonMetPgn', 'postcode', '2511DP', '2517JR', ?, '2009-11-02T08:00:00Z')`,
  );
  db.transaction(() => {
    for (let index = 0; index < SIGNALEN; index += 1) {
      const { id, leerling_id: leerlingId } = inschrijvingen[index % PUPILS] ?? { id: 0, leerling_id: 0 };
      const bericht = insertBericht.run(`00AAAA${String(index).padStart(10, '0')}`, id).lastInsertRowid;
      const code = codes[index % codes.length] ?? '';
      const state = index < OPEN ? 'open' : index < 2 * OPEN ? 'afgevinkt' : 'vervallen';
      insertSignaal.run(bericht, id, leerlingId, code, code === '753' ? 'A' : 'S', state);
    }
  }).immediate();
}

/** A page of the work list with its counts, in every way in which it can be divided. */
export async function measureWork(): Promise<Measure[]> {
  const dataDir = temporaryFolder();
  let bare = 0;
  const groupings = workGrouping.options;
  const input = { show: 'open', order: 'naam', offset: 0, limit: 200 } as const;
  await makeAdministration(dataDir, async (administration) => {
    addPupils(administration, PUPILS);
    addSignalen(administration);
    bare = await p95(RUNS, (run) =>
      workList(administration, { ...input, grouping: groupings[run % groupings.length] ?? 'none' }),
    );
  });
  const core = startBenchCore(dataDir);
  await unlock(core);
  const page = await p95(RUNS, (run) =>
    core.call('terugkoppelingen.work', { ...input, grouping: groupings[run % groupings.length] ?? 'none' }),
  );
  await core.client.close();
  return [
    {
      name: 'work list p95, 3,000 open of 10,000 signalen',
      value: page,
      unit: 'ms',
      limit: 50,
      floor: { name: 'the queries alone, p95', value: bare },
    },
  ];
}
