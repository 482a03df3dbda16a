import { formatDutchDate } from '../../domain/dates.ts';
import { hitWhen, type Hit } from './controle.ts';
import { textOf, type Facts } from './facts.ts';

/** A check on the datum inschrijving, when it exists. */
export const start = (wrong: (date: string, facts: Facts) => boolean) => (facts: Facts) =>
  hitWhen(facts.datumInschrijving !== undefined && wrong(facts.datumInschrijving, facts));

/** A check on the datum uitschrijving, when it exists. */
export const end = (wrong: (date: string, facts: Facts) => boolean) => (facts: Facts) =>
  hitWhen(facts.datumUitschrijving !== undefined && wrong(facts.datumUitschrijving, facts));

/** A check on a vast gegeven, when it is filled. */
export const value = (key: string, wrong: (value: string, facts: Facts) => boolean) => (facts: Facts) => {
  const text = textOf(facts.inschrijving, key);
  return hitWhen(text !== undefined && wrong(text, facts));
};

/** Hits that tell the geboortedatum. */
export const withBirthDate = ({ geboortedatum }: Facts, hits: Hit[]): Hit[] =>
  hits.map((hit) => ({ ...hit, params: { geboortedatum: geboortedatum && formatDutchDate(geboortedatum) } }));
