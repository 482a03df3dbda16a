import type { BrandVariants } from '@fluentui/react-components';
import { mixed } from '../../shared/brand/colours.ts';

/** Petrol, drawn by hand: calm, and dark enough at 80 for white letters on it (5.7 to 1). */
const petrol: BrandVariants = {
  10: '#02070A',
  20: '#0A1B21',
  30: '#0B2C36',
  40: '#0B3946',
  50: '#0A4656',
  60: '#095466',
  70: '#086176',
  80: '#0B6E85',
  90: '#2C7E95',
  100: '#478EA4',
  110: '#5F9EB3',
  120: '#78AFC2',
  130: '#91C0D0',
  140: '#ABD1DE',
  150: '#C7E1EB',
  160: '#E3F1F6',
};

const BASE = 80;
const LAST = 160;
/** How far the darkest and the lightest shade are from the colour itself. */
const ENDS = { black: 0.93, white: 0.89 } as const;

/** The sixteen shades of a brand's colour: from nearly black at 10, through the colour at 80, to nearly white at 160. */
export function shadesOf(colour: string): BrandVariants {
  if (colour.toUpperCase() === petrol[BASE]) return petrol;
  const shade = (step: number) =>
    step <= BASE
      ? mixed(colour, 'black', (ENDS.black * (BASE - step)) / (BASE - 10))
      : mixed(colour, 'white', (ENDS.white * (step - BASE)) / (LAST - BASE));
  return Object.fromEntries(Object.keys(petrol).map((step) => [step, shade(Number(step))])) as unknown as BrandVariants;
}
