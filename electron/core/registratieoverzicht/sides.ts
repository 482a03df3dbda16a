import type { AtBron, Here } from '../../../shared/domain/registratieoverzicht/compare.ts';
import { inschrijvingIn } from '../../../shared/pve/berichten/kinds.ts';
import type { Message } from '../../../shared/pve/berichten/messages.ts';
import type { Connection } from '../database/database.ts';
import { asAntwoord, asRegistered, type Registered } from '../exchange/stand.ts';
import { giveWay } from '../giveWay.ts';
import { readInschrijving, readLeerling } from '../leerlingen/repository.ts';

const INSCHRIJVINGEN_PER_SLICE = 10;
const STANDS_PER_SLICE = 100;

/** An inschrijving here, ready to be compared. @throws LasError not-found */
export function hereOf(db: Connection, inschrijvingId: number): Here {
  const { leerlingId, gegevens } = readInschrijving(db, inschrijvingId);
  const persoon = readLeerling(db, leerlingId).gegevens;
  const { kind, ...inschrijving } = gegevens;
  return { inschrijvingId, leerlingId, kind, persoon, inschrijving };
}

interface StandRow {
  id: number;
  content: string;
}

const sideOf = (message: Message<10>): Pick<AtBron, 'kind' | 'persoon' | 'inschrijving'> | undefined => {
  const found = inschrijvingIn(message);
  return (
    found && {
      kind: found.kind,
      persoon: message.persoon?.[0] ?? {},
      inschrijving: found.inschrijving,
    }
  );
};

function matchedSide({ id, content }: StandRow): AtBron[] {
  const side = sideOf(JSON.parse(content) as Message<10>);
  return side ? [{ ...side, inschrijvingId: id }] : [];
}

function unmatchedSide({ id, content }: StandRow): AtBron[] {
  const side = sideOf(asAntwoord(JSON.parse(content) as Registered));
  return side ? [{ ...side, unmatchedId: id }] : [];
}

/** Reads rows by their number, a slice at a time, and gives way in between. */
async function inSlices<R extends { id: number }, T>(
  read: (last: number) => R[],
  convert: (row: R) => readonly T[],
): Promise<T[]> {
  const result: T[] = [];
  for (let last = 0; ;) {
    const rows = read(last);
    const end = rows.at(-1);
    if (!end) return result;
    result.push(...rows.flatMap(convert));
    last = end.id;
    await giveWay();
  }
}

/** Every inschrijving of here that does not lie in the bin. */
export function allHere(db: Connection): Promise<Here[]> {
  const ids = db.prepare<[number, number], { id: number }>(
    'SELECT id FROM inschrijving WHERE id > ? ORDER BY id LIMIT ?',
  );
  return inSlices(
    (last) => ids.all(last, INSCHRIJVINGEN_PER_SLICE),
    ({ id }) => [hereOf(db, id)],
  );
}

/** Everything that BRON is known to have, of here or not. */
export async function allAtBron(db: Connection): Promise<AtBron[]> {
  const matched = db.prepare<[number, number], StandRow>(
    `SELECT s.inschrijving_id AS id, s.content FROM bron_stand s JOIN inschrijving i ON i.id = s.inschrijving_id
     WHERE s.inschrijving_id > ? ORDER BY s.inschrijving_id LIMIT ?`,
  );
  const unmatched = db.prepare<[number, number], StandRow>(
    'SELECT id, content FROM unmatched_stand WHERE id > ? ORDER BY id LIMIT ?',
  );
  return [
    ...(await inSlices((last) => matched.all(last, STANDS_PER_SLICE), matchedSide)),
    ...(await inSlices((last) => unmatched.all(last, STANDS_PER_SLICE), unmatchedSide)),
  ];
}

/** What BRON is known to have of a row, as it is now, and as bericht 12 told it; undefined when it is there no more. */
export function bronOf(
  db: Connection,
  { inschrijvingId, unmatchedId }: Pick<AtBron, 'inschrijvingId' | 'unmatchedId'>,
): { side: AtBron; registered: Registered } | undefined {
  const content = db
    .prepare<[number | null, number | null], string>(
      `SELECT content FROM unmatched_stand WHERE id = ?
       UNION ALL SELECT content FROM bron_stand WHERE inschrijving_id = ?`,
    )
    .pluck()
    .get(unmatchedId ?? null, unmatchedId === undefined ? (inschrijvingId ?? null) : null);
  if (content === undefined) return undefined;
  const id = unmatchedId ?? inschrijvingId ?? 0;
  const [side] = unmatchedId === undefined ? matchedSide({ id, content }) : unmatchedSide({ id, content });
  if (!side) return undefined;
  const registered =
    unmatchedId === undefined ? asRegistered(JSON.parse(content) as Message<10>) : (JSON.parse(content) as Registered);
  return { side, registered };
}
