import type { Inschrijving } from '../pve/berichten/content.ts';
import type { SchoolFacts } from '../pve/controles/types.ts';

/** What the BRP says of a pupil, as far as a counting uses it. */
export interface CountedBrp {
  deceasedOn?: string;
  /** Left the Netherlands. */
  leftOn?: string;
  postcode?: string;
  /** BRP codes of the countries of birth: of the pupil and of the parents. */
  countriesOfBirth?: readonly string[];
}

/** An inschrijving as a counting sees it: from the own administration, from what BRON registered, or in BRON itself. */
export interface CountedInschrijving {
  /** By which the caller knows it again. */
  key: string;
  /** `yyyy-mm-dd`, parts may be 00. */
  geboortedatum: string;
  burgerservicenummer?: string;
  onderwijsnummer?: string;
  postcode?: string;
  inschrijving: Inschrijving;
  /** First day on which BRON had this inschrijving; left out: BRON does not have it, or the caller does not ask (`deadlines`). */
  registeredOn?: string;
  /** Periods at other schools, first and last day included; only BRON knows them. */
  elsewhere?: readonly { brinnummer: string; from: string; to?: string }[];
  brp?: CountedBrp;
}

/** What is counted at a school on a date. */
export interface Counting {
  school: SchoolFacts;
  inschrijvingen: readonly CountedInschrijving[];
  /** Teldatum `yyyy-mm-dd`. */
  peildatum: string;
  parameters: CountingParameters;
}

/** Choices where the law was silent or not found; each is shown as an assumption where it matters (5.8, 5.10 of our sources: K19, K20). */
export interface CountingParameters {
  /** Judge G06: only on BRON data, for teldata from 2010-10-01 (K5). */
  deadlines: boolean;
  /** A doubly enrolled pupil counts at none of the schools until that is solved (K19). */
  doubleCounts: 'none' | 'latest';
  /** Crisis and observation places count in the regular columns (K20). */
  crisisCounts: boolean;
  /** Residential places count without indication (K20). */
  residentialWithoutIndication: boolean;
}

/** A pupil with what a counting says of it. */
export interface CountedPupil {
  key: string;
  /** The vestiging that it stands under on the date. */
  vestigingsvolgnummer: string;
  counted: boolean;
  /** Codes G01 to G16 (not counted) and A01 to A10 (counted, looks odd), in order. */
  signalen: readonly string[];
  /** Codes of the rows of the GTB in which it is counted (`rows.ts`). */
  rows: readonly string[];
}

/** The counting of one vestiging. */
export interface VestigingTelling {
  vestigingsvolgnummer: string;
  /** By code of the row, every row of the soort of school, zero too. */
  aantallen: Readonly<Record<string, number>>;
  pupils: readonly CountedPupil[];
}
