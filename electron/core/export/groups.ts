import type { GroepChoice } from '../../../shared/api/export.ts';
import { lists } from '../../../shared/domain/export/columns.ts';
import type { Connection } from '../database/database.ts';
import { openSnapshot } from '../database/snapshot.ts';
import { pupilRows, type PupilSelection } from './pupilRows.ts';

/** Pupils that are looked at in one go: a few milliseconds of work. */
const SLICE = 500;

const keys = ['leerjaarGroep.groep', 'vestiging.vestigingsvolgnummer'];
const columns = lists.leerlingen.columns.filter(({ key }) => keys.includes(key));

/** The groups that pupils are in on `day`, by vestiging and name. */
export async function groupsOf(connect: () => Connection, day: string): Promise<GroepChoice[]> {
  const snapshot = openSnapshot(connect);
  try {
    const selection: PupilSelection = { per: 'leerling', day, show: 'actueel', withSecretAddresses: false };
    const found = new Map<string, GroepChoice>();
    let seen = 0;
    for (const [vestigingsvolgnummer, groep] of pupilRows(snapshot, selection, columns)) {
      if (groep && vestigingsvolgnummer) {
        found.set(`${vestigingsvolgnummer} ${groep}`, { groep, vestigingsvolgnummer });
      }
      seen += 1;
      if (seen % SLICE === 0) await new Promise(setImmediate);
    }
    return [...found].sort(([a], [b]) => a.localeCompare(b, 'nl', { numeric: true })).map(([, choice]) => choice);
  } finally {
    snapshot.close();
  }
}
