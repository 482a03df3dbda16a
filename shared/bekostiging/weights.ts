import { newSchemeFrom } from '../domain/enrolment/gewicht.ts';
import { inForce } from '../domain/placing.ts';
import { findWaarde, waarden } from '../pve/waardelijsten/waardelijsten.ts';

/** The two gewichtenregelingen (PvE 7.1.7). */
export const regelingen = ['1', '2'] as const;
export type Regeling = (typeof regelingen)[number];

/** From this school year on a pupil without a new gewicht has 0 (Besluit of 19 May 2006, art. II lid 6 and 7). */
const OLD_ENDS = '2010-08-01';

/** The gewicht with which a pupil counts. */
export interface Weight {
  regeling: Regeling;
  /** As the list of the regeling has it: `0`, `0,30`, … */
  gewicht: string;
  /** `old`: of the first regeling, while the second holds for the pupil; `none`: there is none, and 0 is taken. */
  lacks?: 'old' | 'none';
}

interface GewichtPeriod {
  codeGewichtenregeling?: string;
  begindatum?: string;
  gewicht?: string;
}

/** The gewichten of a regeling (PvE 7.1.8). */
export const gewichtenOf = (regeling: Regeling): string[] =>
  waarden('gewicht', undefined, { within: regeling }).map(({ code }) => code);

/** A gewicht in whole hundredths: `0,30` is 30. */
export const hundredthsOf = (gewicht: string): number => {
  const [whole = '0', part = ''] = gewicht.split(',');
  return Number(whole) * 100 + Number(part.padEnd(2, '0'));
};

/**
 * The gewicht of a pupil on a date. Which regeling holds follows from school year and birth date; the old gewicht stays until a new one has
 * begun, and becomes 0 only from school year 2010-2011 (Besluit of 19 May 2006, art. II).
 */
export function weightOn(periods: readonly GewichtPeriod[], geboortedatum: string, date: string): Weight {
  const of = (regeling: Regeling) => {
    const gewicht = inForce(
      periods.filter(({ codeGewichtenregeling }) => codeGewichtenregeling === regeling),
      date,
    )?.gewicht;
    return gewicht !== undefined && findWaarde('gewicht', gewicht, { within: regeling }) ? gewicht : undefined;
  };
  const holds: Regeling = newSchemeFrom(geboortedatum) <= date ? '2' : '1';
  const gewicht = of(holds);
  if (gewicht !== undefined) return { regeling: holds, gewicht };
  const old = holds === '2' && date < OLD_ENDS ? of('1') : undefined;
  return old === undefined
    ? { regeling: holds, gewicht: '0', lacks: 'none' }
    : { regeling: '1', gewicht: old, lacks: 'old' };
}
