import type { Edition, Format, Gegevenselement, Gegevensgroep, WaardelijstName } from './types.ts';

interface Extra {
  required?: boolean;
  since?: Edition;
  waardelijst?: WaardelijstName;
  help?: string;
}

/** Declares a gegeven: PvE number, key, PvE name, XSD name, format and length. */
export const element = <const K extends string>(
  nr: string,
  key: K,
  name: string,
  xsd: string,
  format: Format,
  length: number,
  extra: Extra = {},
): Gegevenselement & { key: K } => ({ nr, key, name, xsd, format, length, required: false, ...extra });

/** Declares a gegevensgroep with its types kept. */
export const group = <const G extends Gegevensgroep>(definition: G): G => definition;

/** The start date of a periodic group: always `tijdsbeeldPeriodeBegindatum` in the XSD (PvE 7.3). */
export const begindatum = (nr: string, name: string, help?: string) =>
  element(nr, 'begindatum', name, 'tijdsbeeldPeriodeBegindatum', 'datum', 8, {
    required: true,
    ...(help ? { help } : {}),
  });
