import type { InschrijvingGegevens } from '../../../shared/api/inschrijving.ts';
import type { BronState, Persoonsgegevens } from '../../../shared/api/leerlingen.ts';
import type { BerichtState } from '../../../shared/api/exchange.ts';
import type { Clock } from '../../../shared/domain/clock.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { indexFirstInschrijving, indexInschrijvingen } from '../leerlingen/listIndex.ts';
import { inschrijvingIds, readInschrijving, readLeerling } from '../leerlingen/repository.ts';
import { hashOf, meldingContent } from './content.ts';
import { isRemovalWanted, removalDue } from './removalContent.ts';

interface LastBericht {
  state: BerichtState;
  content_hash: string;
}

/** What a message under way makes of the state, whatever has changed here since. */
const underWay: Partial<Record<BerichtState, BronState>> = {
  onzeker: 'onzeker',
  verzonden: 'in behandeling',
  'in behandeling': 'in behandeling',
};

/** What the last message makes of the state as long as its content is what is kept here. */
const whileUnchanged: Partial<Record<BerichtState, BronState>> = {
  afgekeurd: 'afgekeurd',
  geweigerd: 'geweigerd',
  tegengehouden: 'tegengehouden',
};

/**
 * Whether a signaal `s` still holds, in SQL. One of an afkeuring does as long as something differs from what BRON has: when the
 * refused change was undone there is nothing left to correct.
 */
export const signaalHoldsSql = `(s.state <> 'vervallen' AND NOT EXISTS (SELECT 1 FROM bericht a WHERE a.id = s.bericht_id AND a.state = 'afgekeurd'
  AND NOT EXISTS (SELECT 1 FROM to_deliver d WHERE d.inschrijving_id = s.inschrijving_id)))`;

/** The newest message of an inschrijving that holds: one that lapsed was replaced, dropped or given up. */
export const lastBericht = (db: Connection, inschrijvingId: number): LastBericht | undefined =>
  db
    .prepare<[number], LastBericht>(
      "SELECT state, content_hash FROM bericht WHERE inschrijving_id = ? AND state <> 'vervallen' ORDER BY id DESC LIMIT 1",
    )
    .get(inschrijvingId);

interface Derived {
  /** Hash of what BRON must get: of the melding, or of the verwijdering that goes before it. */
  hash: string;
  accepted: string | undefined;
  openSignalen: number;
  removalWanted: boolean;
}

function bronStateOf(
  last: LastBericht | undefined,
  { hash, accepted, openSignalen, removalWanted }: Derived,
): BronState {
  const moving = last && underWay[last.state];
  if (moving) return moving;
  if (hash === accepted) return openSignalen > 0 ? 'geregistreerd met signaal' : 'geregistreerd';
  const settled = last?.content_hash === hash ? whileUnchanged[last.state] : undefined;
  return settled ?? (removalWanted ? 'te verwijderen' : 'aan te leveren');
}

const isThere = (db: Connection, inschrijvingId: number): boolean =>
  db.prepare<[number], { id: number }>('SELECT id FROM inschrijving WHERE id = ?').get(inschrijvingId) !== undefined;

const hashIn = (db: Connection, table: 'to_deliver' | 'bron_stand', inschrijvingId: number): string | undefined =>
  db
    .prepare<[number], { content_hash: string }>(`SELECT content_hash FROM ${table} WHERE inschrijving_id = ?`)
    .get(inschrijvingId)?.content_hash;

/** Writes what is derived of an inschrijving of which this is to be with BRON; false when its BRON state was so already. */
function writeDerived(db: Connection, clock: Clock, inschrijvingId: number, hash: string): boolean {
  const accepted = hashIn(db, 'bron_stand', inschrijvingId);
  if (hash === accepted) db.prepare('DELETE FROM main.to_deliver WHERE inschrijving_id = ?').run(inschrijvingId);
  else {
    db.prepare(
      `INSERT INTO main.to_deliver (inschrijving_id, since, content_hash) VALUES (?, ?, ?)
       ON CONFLICT (inschrijving_id) DO UPDATE SET content_hash = excluded.content_hash`,
    ).run(inschrijvingId, clock.now().toISOString(), hash);
  }
  const openSignalen =
    db
      .prepare<[number], { n: number }>(
        `SELECT count(*) AS n FROM signaal s WHERE s.inschrijving_id = ? AND s.state = 'open' AND ${signaalHoldsSql}`,
      )
      .get(inschrijvingId)?.n ?? 0;
  const removalWanted = isRemovalWanted(db, inschrijvingId);
  const state = bronStateOf(lastBericht(db, inschrijvingId), { hash, accepted, openSignalen, removalWanted });
  const { changes } = db
    .prepare(
      `INSERT INTO main.bron_state (inschrijving_id, state, open_signalen) VALUES (?, ?, ?)
       ON CONFLICT (inschrijving_id) DO UPDATE SET state = excluded.state, open_signalen = excluded.open_signalen
         WHERE state <> excluded.state OR open_signalen <> excluded.open_signalen`,
    )
    .run(inschrijvingId, state, openSignalen);
  return changes > 0;
}

/**
 * Computes anew what is derived of an inschrijving: whether it has to be delivered and since when, and its BRON state.
 * Call it in the transaction of every change of the inschrijving, its pupil, its messages or its signalen. One that lies in the bin
 * stays as it is.
 */
export function refreshInschrijving(db: Connection, clock: Clock, inschrijvingId: number): void {
  if (!isThere(db, inschrijvingId)) return;
  const { leerlingId, gegevens } = readInschrijving(db, inschrijvingId);
  const due = removalDue(db, inschrijvingId) ?? meldingContent(readLeerling(db, leerlingId).gegevens, gegevens);
  writeDerived(db, clock, inschrijvingId, hashOf(due));
  indexInschrijvingen(db, leerlingId);
}

/**
 * The same of the first inschrijving of a pupil, both made just now with these gegevens: BRON has nothing of it and no message is about
 * it, so that nothing need be read.
 */
export function deliverFirstInschrijving(
  { db, clock }: Pick<Administration, 'db' | 'clock'>,
  inschrijvingId: number,
  leerlingId: number,
  persoon: Persoonsgegevens,
  gegevens: InschrijvingGegevens,
): void {
  const state: BronState = 'aan te leveren';
  db.prepare('INSERT INTO main.to_deliver (inschrijving_id, since, content_hash) VALUES (?, ?, ?)').run(
    inschrijvingId,
    clock.now().toISOString(),
    hashOf(meldingContent(persoon, gegevens)),
  );
  db.prepare('INSERT INTO main.bron_state (inschrijving_id, state, open_signalen) VALUES (?, ?, 0)').run(
    inschrijvingId,
    state,
  );
  indexFirstInschrijving(db, leerlingId, gegevens.datumUitschrijving, state);
}

/**
 * The hash of what BRON must get of an inschrijving, as it was computed at its last change. Without a row in to_deliver its content is
 * what BRON has accepted.
 */
export const keptHash = (db: Connection, inschrijvingId: number): string | undefined =>
  hashIn(db, 'to_deliver', inschrijvingId) ?? hashIn(db, 'bron_stand', inschrijvingId);

/**
 * The same as {@link refreshInschrijving} when neither the inschrijving nor its pupil changed, but only a message, its signalen or what
 * BRON has: the content need not be read. `hash`: the {@link keptHash} from before what BRON has was replaced.
 */
export function refreshBronState(
  db: Connection,
  clock: Clock,
  inschrijvingId: number,
  hash = keptHash(db, inschrijvingId),
): void {
  const row = db
    .prepare<[number], { leerling_id: number }>('SELECT leerling_id FROM inschrijving WHERE id = ?')
    .get(inschrijvingId);
  if (!row || hash === undefined) return;
  const removal = removalDue(db, inschrijvingId);
  if (writeDerived(db, clock, inschrijvingId, removal ? hashOf(removal) : hash))
    indexInschrijvingen(db, row.leerling_id);
}

/** The same for every inschrijving of a pupil. */
export function refreshLeerling(db: Connection, clock: Clock, leerlingId: number): void {
  for (const id of inschrijvingIds(db, leerlingId)) refreshInschrijving(db, clock, id);
}
