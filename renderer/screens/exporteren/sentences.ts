import type { ExportOutcome, GroepChoice } from '../../../shared/api/export.ts';
import { counted } from '../uitwisselen/sentences.ts';

/** What an export brought, in sentences. @param one what is counted, in the singular @param more the plural */
export function outcomeSentences(
  { count, secretAddressesLeftOut, withoutName = 0 }: ExportOutcome & { withoutName?: number },
  one: string,
  more: string,
): string[] {
  return [
    `Het bestand is geschreven en nagelezen: ${counted(count, one, more)}.`,
    ...(secretAddressesLeftOut > 0
      ? [
          secretAddressesLeftOut === 1
            ? 'Van 1 leerling is het adres geheim; dat adres staat niet in het bestand.'
            : `Van ${secretAddressesLeftOut} leerlingen is het adres geheim; die adressen staan niet in het bestand.`,
        ]
      : []),
    ...(withoutName > 0
      ? [`${counted(withoutName, 'leerling', 'leerlingen')} zonder achternaam en roepnaam: die kent EDEXML niet.`]
      : []),
  ];
}

/** How a group is called; with its vestiging where the same name could be at another. */
export const groepText = ({ groep, vestigingsvolgnummer }: GroepChoice, several: boolean): string =>
  several ? `${groep} (vestiging ${vestigingsvolgnummer})` : groep;
