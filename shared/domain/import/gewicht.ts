import type { GegevensWpo } from '../../api/inschrijving.ts';
import { waarden } from '../../pve/waardelijsten/waardelijsten.ts';
import type { SchoolFacts } from './candidate.ts';

/** Gewichtenregeling 2 came on this day (PvE 7.1.7). */
const SECOND_SCHEME = '2006-08-01';
/** From this day on regeling 1 is no longer valid (PvE 7.1.7). */
const END_OF_FIRST_SCHEME = '2010-08-01';
const NO_WEIGHT = '0';

type Scheme = '1' | '2';
type Gewichten = GegevensWpo['gewicht'];

/** The gewicht as the PvE writes it (7.1.8), from one with a point or a comma; undefined when the regeling has none such. */
function gewichtOf(scheme: Scheme, text: string | undefined): string | undefined {
  if (text === undefined || !/^\d([.,]\d{1,2})?$/.test(text.trim())) return undefined;
  const value = Number(text.trim().replace(',', '.'));
  return waarden('gewicht', undefined, { within: scheme }).find(({ code }) => Number(code.replace(',', '.')) === value)
    ?.code;
}

export interface Weighed {
  gewichten: Gewichten;
  /** The values that were filled in because the file has none that is valid. */
  assumedGewichten: string[];
  /** What the file had and could not be used, as a sentence. */
  notes: string[];
}

/**
 * The gewichten of an inschrijving from its first day on. A gewicht counts that belongs to a regeling that is valid then; where the
 * file has none, gewicht 0 is filled in and what it had becomes a note. `?` is unknown.
 */
export function weigh(texts: NonNullable<SchoolFacts['gewichten']>, from: string, until?: string): Weighed {
  const values = { '1': gewichtOf('1', texts['1']), '2': gewichtOf('2', texts['2']) };
  const used = new Set<Scheme>();
  const assumedGewichten: string[] = [];
  const use = (scheme: Scheme, begindatum: string) => {
    const gewicht = values[scheme];
    if (gewicht === undefined) assumedGewichten.push(NO_WEIGHT);
    else used.add(scheme);
    return { codeGewichtenregeling: scheme, begindatum, gewicht: gewicht ?? NO_WEIGHT };
  };
  const gewichten: Gewichten = [];
  if (from < SECOND_SCHEME) {
    gewichten.push(use('1', from));
    // Who was still here got a gewicht of the second regeling only if the file has one: older pupils kept the first.
    if (values['2'] !== undefined && (until === undefined || until >= SECOND_SCHEME))
      gewichten.push(use('2', SECOND_SCHEME));
  } else {
    const first = values['2'] === undefined && values['1'] !== undefined && from < END_OF_FIRST_SCHEME;
    gewichten.push(use(first ? '1' : '2', from));
  }
  const notes = (['1', '2'] as const).flatMap((scheme) => {
    const text = texts[scheme];
    return text === undefined || text === '?' || used.has(scheme) || values[scheme] === NO_WEIGHT
      ? []
      : [`Gewicht in het bestand (regeling ${scheme}): ${text}.`];
  });
  return { gewichten, assumedGewichten, notes };
}
