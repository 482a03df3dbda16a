import type { CountRow } from '../../../shared/api/counting.ts';
import { formatDutchDate } from '../../../shared/domain/dates.ts';
import type { Shown } from './tellingenState.ts';

const whole = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 0 });
const hundredths = new Intl.NumberFormat('nl-NL', { minimumFractionDigits: 2 });

/** A number of a row in its unit: pupils, or hundredths as a number with two decimals. */
export const numberText = ({ unit }: Pick<CountRow, 'unit'>, value: number): string =>
  unit === 'honderdsten' ? hundredths.format(value / 100) : whole.format(value);

/** How much one number is above another: "+1", "−2", or "0". */
export function differenceText(row: Pick<CountRow, 'unit'>, value: number, other: number): string {
  const difference = value - other;
  if (difference === 0) return '0';
  return `${difference > 0 ? '+' : '−'}${numberText(row, Math.abs(difference))}`;
}

/** What the sides of a count are called. */
export const sideTexts = { own: 'Uw administratie', bron: 'BRON', gtb: 'GTB' } as const;

/** The heading above the pupils behind a number. */
export function shownTitle(shown: Shown, peildatum: string): string {
  const on = formatDutchDate(peildatum);
  switch (shown.list) {
    case 'row':
      return `${shown.label} op ${on}: ${shown.side === 'own' ? 'uw administratie' : 'BRON'}`;
    case 'notCounted':
      return `Tellen niet mee op ${on}`;
    case 'attention':
      return `Tellen mee op ${on}, met een attentie`;
    case 'different':
      return `Leerlingen die verschillen op ${on}`;
  }
}

/** What the list of pupils behind a number is, in a sentence. */
export const shownTexts: Record<Shown['list'], string> = {
  row: 'Kies een leerling om de leerlingkaart te openen.',
  notCounted:
    'Deze leerlingen staan dit schooljaar bij u ingeschreven en tellen op deze dag niet mee. Bij elke reden staat wat u kunt doen.',
  attention: 'Deze leerlingen tellen mee. Er is iets dat misschien niet klopt: kijk het na.',
  different:
    'Van deze leerlingen zeggen uw administratie, BRON en de GTB niet hetzelfde. Bij elk staat de oorzaak, en waar u het verhelpt.',
};
