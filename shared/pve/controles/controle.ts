import type { InschrijvingKind } from '../berichten/kinds.ts';
import type { RequestNumber } from '../berichten/messages.ts';
import type { Occurrence } from '../gegevensset/occurrences.ts';
import type { OmschrijvingParams } from '../signalen/signalen.ts';
import type { Facts } from './facts.ts';
import type { Edition, Ernst } from './types.ts';

/** One place where a controle finds something wrong. */
export interface Hit {
  /** The voorkomen, in a group that may occur more often. */
  at?: Occurrence;
  /** Another place than the controle's own: of a row that is about one gegeven or group or another. */
  place?: { gegevensgroep: string; attribuut?: string };
  /** Another ernst than the controle's own: where a LAS knows too little to refuse. */
  ernst?: Ernst;
  /** Values for the omschrijving beyond attribuut, waarde, groep, ingang, brin and the dates of the inschrijving. */
  params?: OmschrijvingParams;
}

/** The data from which on a controle holds. */
export interface ControlePeriod {
  /** First day, `yyyy-mm-dd`. */
  from: string;
  /**
   * What has to lie on or after it: the date of the voorkomen, the datum inschrijving, the datum uitschrijving (a running
   * inschrijving has it ahead) or the day of delivery.
   */
  of: 'voorkomen' | 'datumInschrijving' | 'datumUitschrijving' | 'deliveredOn';
}

/** One row of the tables of PvE 4.2. */
export interface Controle {
  code: string;
  gegevensgroep: string;
  /** Key of the gegeven; left out for a row about the group as a whole. */
  attribuut?: string;
  ernst: Ernst;
  section: string;
  /** Only for this kind of inschrijving: the groups of WPO and WEC have the same keys. */
  inschrijving?: InschrijvingKind;
  period?: ControlePeriod;
  /** Only this edition of the PvE has the row. */
  edition?: Edition;
  /** Only in these messages ("bij bericht …"); left out: in every one that has the gegevens. */
  berichten?: readonly RequestNumber[];
  /** `register`: only BRON can judge it. `school`: it rests on what is known of the school in BRIN. */
  needs?: 'register' | 'school';
  /** The signaal is given once per message (PvE 4.2.7, footnote) or per gegeven, however many rows find something (reading R3). */
  once?: 'message' | 'gegeven';
  /** Pure: where it is wrong. */
  check: (facts: Facts) => Hit[];
}

/** Rows that judge an inschrijving of one kind. */
export const rowsOf = (inschrijving: InschrijvingKind, rows: readonly Controle[]): Controle[] =>
  rows.map((row) => ({ ...row, inschrijving }));

/** Rows that only one edition has. */
export const onlyIn = (edition: Edition, rows: readonly Controle[]): Controle[] =>
  rows.map((row) => ({ ...row, edition }));

/** The rows that hold in a message. */
export const rowsOfBericht = (nr: RequestNumber, rows: readonly Controle[]): Controle[] =>
  rows.filter(({ berichten }) => berichten?.includes(nr) !== false);

/** A hit without more, or none. */
export const hitWhen = (wrong: boolean, params?: OmschrijvingParams): Hit[] =>
  wrong ? [params ? { params } : {}] : [];
