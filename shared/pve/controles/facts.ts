import { addYears, isDate, isPartialDate, reckonedDate } from '../../domain/dates.ts';
import type { InschrijvingWpo, PersoonMetPgn, PersoonZonderPgn } from '../berichten/content.ts';
import type { Occurrence } from '../gegevensset/occurrences.ts';
import type { Voorkomen } from '../gegevensset/types.ts';
import { occurrencesOf } from './groups.ts';
import type { ControleContext } from './types.ts';

export type PersoonKey = 'persoonMetPgn' | 'persoonZonderPgn';

/** Groups of an inschrijving WPO with more voorkomens. */
export type PeriodGroup =
  | 'vestiging'
  | 'indicatieBekostiging'
  | 'leerjaarGroep'
  | 'vroegschoolsProgramma'
  | 'eindtoets'
  | 'lgfIndicatie'
  | 'ambulanteBegeleiding'
  | 'gewicht';

/** A controle context with what most controles ask for worked out. Dates that do not exist count as not filled. */
export interface Facts extends ControleContext {
  /** The persoon of the melding, with or without PGN. */
  persoon: PersoonMetPgn & PersoonZonderPgn;
  wpo?: InschrijvingWpo | undefined;
  /** The voorkomens of every gegevensgroep, by its key. */
  occurrences: ReadonlyMap<string, readonly Occurrence[]>;
  /** Datum inschrijving and datum uitschrijving, WPO or WEC. */
  datumInschrijving?: string | undefined;
  datumUitschrijving?: string | undefined;
  /** Birth date that counts: by the BRP, otherwise as delivered; may be partial (PvE 4.2.8.1). */
  geboortedatum?: string | undefined;
  /** The same with unknown parts reckoned as 01. */
  birthDate?: string | undefined;
  /** The last day that does not lie more than a year after the delivery (331, 332). */
  yearAhead: string;
}

const real = (date: string | undefined) => (isDate(date) ? date : undefined);

/** Works out the facts of a melding. */
export function factsOf(context: ControleContext): Facts {
  const { content, register, deliveredOn } = context;
  const wpo = content.inschrijvingWpo?.[0];
  const inschrijving = wpo ?? content.inschrijvingWec?.[0];
  const persoon = content.persoonMetPgn?.[0] ?? content.persoonZonderPgn?.[0] ?? {};
  const geboortedatum = [register?.birthDateBrp, persoon.geboortedatum].find((date) => isPartialDate(date));
  return {
    ...context,
    persoon,
    wpo,
    occurrences: occurrencesOf(content as Voorkomen),
    datumInschrijving: real(inschrijving?.datumInschrijving),
    datumUitschrijving: real(inschrijving?.datumUitschrijving),
    geboortedatum,
    birthDate: geboortedatum && reckonedDate(geboortedatum),
    yearAhead: addYears(deliveredOn, 1),
  };
}

/** The voorkomens of a gegevensgroep of the melding, in the order of the message. */
export const voorkomensOf = (
  { occurrences }: Pick<Facts, 'occurrences'>,
  gegevensgroep: string,
): readonly Occurrence[] => occurrences.get(gegevensgroep) ?? [];

/** The text of a gegeven; an empty one counts as not filled. */
export function textOf(voorkomen: Voorkomen | undefined, key: string): string | undefined {
  const value = voorkomen?.[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
