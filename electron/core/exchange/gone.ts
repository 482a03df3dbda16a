import { today } from '../../../shared/domain/clock.ts';
import type { BerichtState } from '../../../shared/api/exchange.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { hadParameters, hadSql, type Hold } from './hold.ts';
import { wouldRefuseAgain } from './outbox.ts';
import { asksFor, personToAsk, selectionOf, wholeSql, type AskedPerson, type KeptSelection } from './selection.ts';

/** What BRON is asked about: a day (yyyy-mm-dd), of all pupils, of a vestiging or of these pupils. */
export interface Question {
  peildatum: string;
  vestigingsvolgnummer?: string;
  leerlingIds?: readonly number[];
}

/** BRON answers about no more pupils in one message (assumed). */
const PUPILS_AT_ONCE = 500;

/** A pupil of whom BRON may have had an inschrijving, and its first day. */
interface Gone {
  leerling_id: number;
  day: string;
}

interface Verzoek extends KeptSelection {
  state: BerichtState;
  last_error: string | null;
  received_at: string | null;
}

/** What was asked since the restore of everybody, or of this pupil, on the first day of the inschrijving. */
const askedSince = (db: Connection, { leerling_id: id, day }: Gone, lastBericht: number): Verzoek[] =>
  db
    .prepare<[string, number, number], Verzoek>(
      `SELECT v.content, v.state, v.last_error, r.leerlingen, r.received_at
       FROM registratieoverzicht r JOIN bericht v ON v.id = r.bericht_id
       WHERE r.peildatum = ? AND v.id > ? AND (${wholeSql} OR EXISTS (SELECT 1 FROM registratieoverzicht_leerling n
         WHERE n.bericht_id = v.id AND n.leerling_id = ?))`,
    )
    .all(day, lastBericht, id);

/** An answer says nothing of who was asked for by other sleutelgegevens than he would be asked for by now. */
const isAnswered = (asked: readonly Verzoek[], person: AskedPerson): boolean =>
  asked.some(
    (verzoek) =>
      (verzoek.received_at !== null || (verzoek.leerlingen === 1 && wouldRefuseAgain(verzoek))) &&
      asksFor(selectionOf(verzoek), person),
  );

/**
 * What to ask of inschrijvingen that BRON may have had before the backup and that are in no overview of everybody since. It has removed
 * them, or registered that they ended before that day: only then it still has them on their first day. Of whom BRON refuses to tell, or
 * who cannot be asked about, nothing is learnt. One whose sleutelgegevens are filled wrongly has BRON refuse all whom a verzoek names
 * (PvE 4.2.7): these are then asked about one by one.
 */
export function pupilsGone({ db, clock }: Pick<Administration, 'db' | 'clock'>, hold: Hold): Question[] {
  const gone = db
    .prepare<[Record<string, string | number>], Gone>(
      `SELECT DISTINCT i.leerling_id, i.datum_inschrijving AS day FROM inschrijving i
       WHERE i.datum_inschrijving < :today
         AND NOT EXISTS (SELECT 1 FROM bron_stand s WHERE s.inschrijving_id = i.id)
         AND ${hadSql('i.id')}
       ORDER BY day, i.leerling_id`,
    )
    .all({ today: today(clock), ...hadParameters(hold) });
  const toAsk = gone.flatMap((pupil) => {
    const person = personToAsk(db, pupil.leerling_id);
    const asked = askedSince(db, pupil, hold.lastBericht);
    return person && !isAnswered(asked, person) ? [{ ...pupil, alone: asked.some(wouldRefuseAgain) }] : [];
  });
  const bySize = Map.groupBy(toAsk, ({ alone }) => (alone ? 1 : PUPILS_AT_ONCE));
  return [...bySize].flatMap(([size, ofSize]) =>
    [...Map.groupBy(ofSize, ({ day }) => day)].flatMap(([peildatum, list]) => {
      const ids = list.map(({ leerling_id: id }) => id);
      const parts = Math.ceil(ids.length / size);
      return Array.from({ length: parts }, (_, part) => ({
        peildatum,
        leerlingIds: ids.slice(part * size, (part + 1) * size),
      }));
    }),
  );
}
