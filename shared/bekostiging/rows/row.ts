import type { JudgedSituation } from '../situation.ts';

/** Headings under which the rows of a GTB stand. */
export const rowGroups = {
  totaal: 'Leerlingen',
  leeftijd: 'Naar leeftijd',
  materieel: 'Naar leeftijd op 1 oktober ervoor (materiële instandhouding)',
  gewicht: 'Naar gewicht',
  schoolgewicht: 'Schoolgewicht',
  nnca: 'Naar culturele achtergrond',
  lgf: 'Leerlinggebonden financiering',
  soort: 'Naar soort onderwijs',
  verblijf: 'Naar soort verblijf',
  begeleiding: 'Ambulante begeleiding op andere scholen',
} as const;
export type RowGroup = keyof typeof rowGroups;

/** Numbers by the code of their row. */
export type Aantallen = Readonly<Record<string, number>>;

/** A row of the GTB: layout and codes are ours, what has to be counted is of the law. */
interface RowBase {
  code: string;
  group: RowGroup;
  /** Dutch, as it stands beside the number. */
  label: string;
  /** What is counted, in a Dutch sentence. */
  counts: string;
  /** Article of the law that asks for the number, or that it is needed for. */
  source: string;
  /** In what the number is: pupils, or whole hundredths. */
  unit: 'leerlingen' | 'honderdsten';
  /** Left out where the number is zero. */
  hiddenWhenZero?: boolean;
  /** Rows with the same name here count every pupil of `totaal` once together. */
  splits?: string;
  /** Sentence that says what about the row is assumed. */
  assumed?: string;
}

/** A row that counts pupils, or one that is reckoned from other rows. */
export type CountRow = RowBase &
  (
    | { fits: (pupil: JudgedSituation) => boolean; from?: undefined }
    | { fits?: undefined; from: (aantallen: Aantallen, peildatum: string) => number }
  );

/** Rows as long as they stand on a GTB: from and until are its first and last peildatum. */
export type DatedRow = CountRow & { since?: string; until?: string };

export const isRegular = ({ standing }: JudgedSituation): boolean => standing === 'regular';

/** The row with every pupil of the school. */
export const totaal: DatedRow = {
  code: 'totaal',
  group: 'totaal',
  label: 'Totaal',
  counts: 'Leerlingen die op de peildatum meetellen.',
  source: 'BBWPO 10, BBWEC 9',
  unit: 'leerlingen',
  splits: 'totaal',
  fits: isRegular,
};
