import type { Output } from '../../../shared/api/contract.ts';
import type { School } from '../../../shared/api/session.ts';
import { counted } from './sentences.ts';

export type OverzichtAsked = Output<'exchange.registratieoverzichten'>['rows'][number];
type Vestigingen = School['vestigingen'];

/** A vestiging by its number and its name. */
export const vestigingText = ({ volgnummer, naam }: Vestigingen[number]): string => `${volgnummer} ${naam}`;

/** Of whom a registratieoverzicht was asked. */
export function selectionText(
  { vestigingsvolgnummer, leerlingen, naam }: OverzichtAsked,
  vestigingen: Vestigingen,
): string {
  const known = vestigingen.find(({ volgnummer }) => volgnummer === vestigingsvolgnummer);
  const of = leerlingen === undefined ? undefined : (naam ?? counted(leerlingen, 'leerling', 'leerlingen'));
  const place = vestigingsvolgnummer && `vestiging ${known ? vestigingText(known) : vestigingsvolgnummer}`;
  if (of && place) return `${of}, ${place}`;
  return of ?? (place ? `V${place.slice(1)}` : 'Alle leerlingen');
}

/** What came of it, in sentences. */
export function receivedText({ received, reason }: OverzichtAsked): string {
  if (!received) return reason ?? 'Het antwoord van BRON is nog niet binnen.';
  const { matched, unmatched, missing } = received;
  return [
    `${counted(matched, 'inschrijving hoort', 'inschrijvingen horen')} bij een leerling van hier.`,
    ...(unmatched > 0 ? [`${counted(unmatched, 'hoort', 'horen')} bij niemand van hier.`] : []),
    ...(missing > 0 ? [`${counted(missing, 'inschrijving heeft', 'inschrijvingen heeft')} BRON niet meer.`] : []),
  ].join(' ');
}
