import { addYears, isDate, isPartialDate, reckonedDate } from '../../domain/dates.ts';
import type { PersoonMetPgn, PersoonZonderPgn } from '../berichten/content.ts';
import { inschrijvingKinds, kindOfSchool, type InschrijvingKind } from '../berichten/kinds.ts';
import type { Occurrence } from '../gegevensset/occurrences.ts';
import type { Voorkomen } from '../gegevensset/types.ts';
import { occurrencesOf } from './groups.ts';
import type { ControleContext } from './types.ts';

export type PersoonKey = 'persoonMetPgn' | 'persoonZonderPgn';

/** A controle context with what most controles ask for worked out. Dates that do not exist count as not filled. */
export interface Facts extends ControleContext {
  /** The persoon of the melding, with or without PGN. */
  persoon: PersoonMetPgn & PersoonZonderPgn;
  /** The kind of inschrijving that this school delivers, and the inschrijving of that kind. */
  kind: InschrijvingKind;
  inschrijving?: Voorkomen | undefined;
  /** The voorkomens of every gegevensgroep, by its key. */
  occurrences: ReadonlyMap<string, readonly Occurrence[]>;
  /** Datum inschrijving and datum uitschrijving of that inschrijving. */
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
  const kind = kindOfSchool(context.school.soort);
  const inschrijving = content[inschrijvingKinds[kind].key]?.[0];
  const persoon = content.persoonMetPgn?.[0] ?? content.persoonZonderPgn?.[0] ?? {};
  const geboortedatum = [register?.birthDateBrp, persoon.geboortedatum].find((date) => isPartialDate(date));
  return {
    ...context,
    persoon,
    kind,
    inschrijving,
    occurrences: occurrencesOf(kind, content as Voorkomen),
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

/**
 * The voorkomen of a group in force on a date: the last that began on or before it. Reading R9 (assumed): voorkomens follow each other by
 * date, not by their order in the message; of equal dates that with the highest value of `key`.
 */
export function inForceOn(
  facts: Pick<Facts, 'occurrences'>,
  gegevensgroep: string,
  key: string,
  date: string,
): Occurrence | undefined {
  const order = ({ item }: Occurrence) => `${textOf(item, 'begindatum') ?? ''} ${textOf(item, key) ?? ''}`;
  return voorkomensOf(facts, gegevensgroep)
    .filter(({ item }) => {
      const from = textOf(item, 'begindatum');
      return from !== undefined && from <= date && isDate(from);
    })
    .reduce<Occurrence | undefined>((last, at) => (last && order(last) > order(at) ? last : at), undefined);
}

/** The value of a gegeven that is in force on a date. */
export const valueOn = (
  facts: Pick<Facts, 'occurrences'>,
  gegevensgroep: string,
  key: string,
  date: string,
): string | undefined => textOf(inForceOn(facts, gegevensgroep, key, date)?.item, key);
