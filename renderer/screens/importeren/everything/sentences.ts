import type { EverythingPreview } from '../../../../shared/api/everything.ts';
import { countOf, moment } from '../../../texts/format.ts';

type Counts = EverythingPreview['counts'];

/** What is told by name, with its table. */
const named = [
  ['leerling', 'leerling', 'leerlingen'],
  ['inschrijving', 'inschrijving', 'inschrijvingen'],
  ['verzorger', 'verzorger', 'verzorgers'],
  ['groep', 'groep', 'groepen'],
  ['leerling_note', 'notitie', 'notities'],
  ['bericht', 'melding aan BRON', 'meldingen aan BRON'],
  ['terugkoppeling', 'terugkoppeling van BRON', 'terugkoppelingen van BRON'],
] as const;

/** "3 leerlingen", "3 inschrijvingen" and so on: what a JSON export holds of what a person knows by name. */
export const contents = (counts: Counts): string[] =>
  named.flatMap(([table, one, more]) => {
    const count = counts[table] ?? 0;
    return count > 0 || table === 'leerling' ? [countOf(count, one, more)] : [];
  });

/** Of which administration the file is, and when it was made. */
export const originText = ({ header }: EverythingPreview): string => {
  const { naam, brinnummer, aanleverpunt, kind } = header.administration;
  return `Het bestand is op ${moment(header.exportedAt)} gemaakt, van ${naam} (${brinnummer} ${aanleverpunt}${kind === 'oefen' ? ', oefenadministratie' : ''}).`;
};
