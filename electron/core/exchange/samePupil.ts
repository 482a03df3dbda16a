import type { Persoonsgegevens } from '../../../shared/api/leerlingen.ts';
import { agreesWith } from '../../../shared/domain/dates.ts';
import type { Connection } from '../database/database.ts';
import { leerlingByPgns } from '../proposals/find.ts';
import type { AnsweredMelding } from './terugkoppeling.ts';

type KeyData = Pick<Persoonsgegevens, 'burgerservicenummer' | 'onderwijsnummer' | 'geboortedatum' | 'geslacht'>;

/** Where a number is of nobody here, geboortedatum and geslacht tell whether it is the same person (PvE 4.2.7). */
const isAlike = (sent: KeyData, told: KeyData): boolean =>
  sent.geslacht === told.geslacht && agreesWith(sent.geboortedatum ?? '', told.geboortedatum ?? '');

/**
 * Whether BRON answers about the pupil whom our message named: under the number that was sent, or one that it has found or given since
 * (PvE 4.2.7, 5.6.14). A copy of this administration may have used our berichtidentificatie for somebody else: a number of the same kind
 * must be of this pupil here, or of nobody and told with the same geboortedatum and geslacht.
 */
export function isSamePupil(
  db: Connection,
  { leerling_id: leerlingId }: Pick<AnsweredMelding, 'leerling_id'>,
  sent: KeyData,
  told: KeyData,
): boolean {
  const kind = sent.burgerservicenummer ? 'burgerservicenummer' : 'onderwijsnummer';
  const other = kind === 'burgerservicenummer' ? 'onderwijsnummer' : 'burgerservicenummer';
  if (told[kind] === sent[kind] || told[other]) return true;
  const found = leerlingByPgns(db, [told], 'main.leerling');
  return found === undefined ? isAlike(sent, told) : found === leerlingId;
}
