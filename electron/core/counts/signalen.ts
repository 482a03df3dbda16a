import type { CountSignaal } from '../../../shared/api/counting.ts';
import { findGtbSignaal } from '../../../shared/bekostiging/signalen/catalog.ts';
import type { InschrijvingKind } from '../../../shared/pve/berichten/kinds.ts';

/** A signaal as a screen tells it; of a code that this program does not know, the code. */
export function toldSignaal(code: string, kind: InschrijvingKind): CountSignaal {
  const found = findGtbSignaal(code);
  if (!found)
    return { code, text: code, explanation: '', remedy: 'Kijk in de Kennisbank van BRON wat dit signaal betekent.' };
  const { text, explanation, remedy, assumed, place } = found;
  const { gegevensgroep, element } = place?.[kind] ?? {};
  return {
    ...{ code, text, explanation, remedy },
    ...(gegevensgroep === undefined ? {} : { place: { gegevensgroep, ...(element === undefined ? {} : { element }) } }),
    ...(assumed === undefined ? {} : { assumed }),
  };
}

/** The text of a signaal with its code, as it stands on a line. */
export const signaalLine = (code: string): string => `${findGtbSignaal(code)?.text ?? 'Onbekend signaal'} (${code})`;
