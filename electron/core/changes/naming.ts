import type { ChangeLine } from '../../../shared/api/changes.ts';
import type { Connection } from '../database/database.ts';
import { displayName } from '../leerlingen/search.ts';
import { leerlingOf, type Row } from './records.ts';
import { withoutNulls } from '../database/withoutNulls.ts';

interface Name {
  roepnaam: string | null;
  voornamen: string | null;
  voorvoegsel: string | null;
  achternaam: string | null;
}

/** Remembers what was looked up: pages are full of lines about the same pupils. */
function remembering<K, V>(look: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    if (!known.has(key)) known.set(key, look(key));
    return known.get(key) as V;
  };
}

/** Turns lines as they are stored into lines that name their user and pupil. */
export function createNaming(db: Connection): (row: Row) => ChangeLine {
  const users = db
    .prepare<[], { id: string; number: number | null; name: string }>('SELECT id, number, name FROM user_account')
    .all();
  const userById = new Map(users.map(({ id, name }) => [id, name]));
  const userByNumber = new Map(users.map(({ number, name }) => [number, name]));
  const pupil = db.prepare<[number], Name>(
    'SELECT roepnaam, voornamen, voorvoegsel, achternaam FROM leerling WHERE id = ?',
  );
  const pupilName = remembering((id: number) => {
    const name = pupil.get(id);
    if (!name) return undefined;
    return displayName(withoutNulls(name));
  });
  const pupilOf = remembering((record: string) => {
    const [kind = '', id] = record.split('/');
    return leerlingOf(db, kind, Number(id));
  });

  return (row) => {
    const { seq, at, entity, entity_id: recordId, user_id: userId } = row;
    const leerlingId = recordId === null ? undefined : pupilOf(`${entity}/${recordId}`);
    const subject = leerlingId === undefined ? undefined : pupilName(leerlingId);
    const user = entity === 'user_account' ? userByNumber.get(recordId) : undefined;
    const userName = userId === null ? undefined : userById.get(userId);
    return {
      seq,
      at,
      kind: entity,
      field: row.field ?? '',
      destroyed: row.salt === null,
      ...(userName === undefined ? {} : { userName }),
      ...(recordId === null ? {} : { recordId }),
      ...(subject === undefined || leerlingId === undefined ? {} : { subject, leerlingId }),
      ...(user === undefined ? {} : { subject: user }),
      ...(row.old_value === null ? {} : { old: row.old_value }),
      ...(row.new_value === null ? {} : { new: row.new_value }),
    };
  };
}
