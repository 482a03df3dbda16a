import type { GegevensWpo } from '../../shared/api/inschrijving.ts';
import type { Persoonsgegevens } from '../../shared/api/leerlingen.ts';
import { isValidBsn } from '../../shared/domain/pgn.ts';
import type { Pupil } from './population.mts';

/** What was typed in instead of the truth; undefined: left out. */
export interface Wrong {
  persoon?: { [K in keyof Persoonsgegevens]?: string | undefined };
  inschrijving?: Partial<GegevensWpo>;
}

/** A pupil whose data were typed in wrongly, and who sees it. */
export interface Mistake {
  pupil: Pupil;
  /** `voorcontrole`: the LAS itself; `BRON`: only BRON, which knows the BRP and its registers. */
  seenBy: 'voorcontrole' | 'BRON';
  codes: readonly string[];
  /** Dutch: how the school finds out what is right. */
  reason: string;
  wrong: Wrong;
}

export type Recipe = Omit<Mistake, 'pupil' | 'wrong'> & {
  /** Whom it can befall. */
  fits?: (pupil: Pupil) => boolean;
  make: (pupil: Pupil) => Wrong;
};

export const DOCUMENT = 'Nagekeken op het identiteitsbewijs.';
export const first = <T,>(list: readonly T[]): T => list[0] as T;

/** A birth date with day and month the wrong way round. */
export const swapped = (date: string) => `${date.slice(0, 5)}${date.slice(8)}-${date.slice(5, 7)}`;
export const canSwap = ({ persoon: { geboortedatum } }: Pupil) =>
  Number(geboortedatum.slice(8)) <= 12 && swapped(geboortedatum) < geboortedatum;

export const neighbours = (text: string, at: number) =>
  text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);

/** The BSN with two digits the wrong way round, so that it fails the 11-proef. */
export function brokenBsn(bsn: string): string {
  const broken = [7, 6, 5, 4].map((at) => neighbours(bsn, at)).find((digits) => !isValidBsn(digits));
  if (!broken) throw new Error('every exchange of digits passes the 11-proef');
  return broken;
}

export const shifted = (inschrijving: Pupil['inschrijving'], start: string): Partial<GegevensWpo> => {
  const begin = <T extends { begindatum?: string | undefined }>(periods: readonly T[]) =>
    periods.map((period, index) => (index === 0 ? { ...period, begindatum: start } : period));
  const { vestiging, indicatieBekostiging, leerjaarGroep, gewicht } = inschrijving;
  return {
    datumInschrijving: start,
    vestiging: begin(vestiging),
    indicatieBekostiging: begin(indicatieBekostiging),
    leerjaarGroep: begin(leerjaarGroep),
    gewicht: begin(gewicht),
  };
};

/** Came in this school year or the last, so that no rule is dropped for old periods (PvE 4.2.3). */
export const newcomer = ({ inschrijving: { datumInschrijving } }: Pupil) => datumInschrijving >= '2008-08-01';
export const thisAugust = ({ inschrijving: { datumInschrijving } }: Pupil) => datumInschrijving === '2009-08-01';
export const onlyPeriod = (pupil: Pupil) => thisAugust(pupil) && pupil.inschrijving.leerjaarGroep.length === 1;

export const times = (count: number, recipe: Recipe): Recipe[] => Array.from({ length: count }, () => recipe);
