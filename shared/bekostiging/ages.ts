import { ageOn } from '../domain/dates.ts';
import type { Situation } from './situation.ts';

/** Age bands (WPO 120 lid 2, BBWPO 11; WEC 117 lid 2, BBWEC 33). Of a school for varende kinderen who is 3 stands in the first (assumed). */
export const bands = ['4-7', '8+'] as const;
export type Band = (typeof bands)[number];

export const bandLabels: Record<Band, string> = { '4-7': '4 tot en met 7 jaar', '8+': '8 jaar en ouder' };

/** First age of the second band. */
const SECOND = 8;

export const bandOf = (age: number): Band => (age < SECOND ? '4-7' : '8+');

/** 1 October before a date, or the date itself. */
export const octoberBefore = (date: string): string => {
  const year = Number(date.slice(0, 4)) - (date.slice(5) < '10-01' ? 1 : 0);
  return `${year}-10-01`;
};

/** The band for the materiële instandhouding on 1 March: by the age on 1 October before (BBWPO 14 lid 3c). */
export const materieelBandOf = ({ item, frame }: Pick<Situation, 'item' | 'frame'>): Band =>
  bandOf(ageOn(item.geboortedatum, octoberBefore(frame.peildatum)));
