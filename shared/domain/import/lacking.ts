import type { Persoonsgegevens } from '../../api/leerlingen.ts';
import { isPartialDate } from '../dates.ts';
import { isValidBsn, isValidOnderwijsnummer } from '../pgn.ts';

/** Personal facts without which a pupil is *onvolledig*. */
export const lackingFacts = ['naam', 'geboortedatum', 'geslacht', 'nummer', 'adres'] as const;
export type LackingFact = (typeof lackingFacts)[number];

/** A text that says something: `?` stands for unknown. */
const says = (text: string | undefined): text is string => text !== undefined && /[^?\s]/.test(text);

const has: Record<LackingFact, (persoon: Persoonsgegevens) => boolean> = {
  naam: ({ achternaam }) => says(achternaam),
  geboortedatum: ({ geboortedatum }) => isPartialDate(geboortedatum),
  geslacht: ({ geslacht }) => geslacht === 'M' || geslacht === 'V' || geslacht === 'O',
  nummer: ({ burgerservicenummer, onderwijsnummer }) =>
    isValidBsn(burgerservicenummer ?? '') || isValidOnderwijsnummer(onderwijsnummer ?? ''),
  adres: ({ postcode, land }) => says(postcode) || says(land),
};

/**
 * What is lacking of a pupil as a person; empty when he is complete. A `?`, a number that fails its proof and a geslacht that
 * nobody looked up count as lacking. Never assumed, so somebody has to find it out.
 */
export const lackingOf = (persoon: Persoonsgegevens): LackingFact[] =>
  lackingFacts.filter((fact) => !has[fact](persoon));
