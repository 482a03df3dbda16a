import type { Inschrijving } from '../pve/berichten/content.ts';
import type { SchoolSoort } from '../pve/berichten/kinds.ts';
import type { BrinLookup, SchoolFacts } from '../pve/controles/types.ts';
import type { CountUse } from './deadlines.ts';

/** What the BRP says of a pupil, as far as a counting uses it. */
export interface CountedBrp {
  deceasedOn?: string;
  /** Left the Netherlands. */
  leftOn?: string;
  postcode?: string;
  /** BRP codes of the countries of birth of the parents. */
  countriesOfParents?: readonly string[];
}

/** A period at another school in which the pupil is enrolled there, first and last day included; ambulante begeleiding is none. */
export interface PeriodElsewhere {
  brinnummer: string;
  soort: SchoolSoort;
  from: string;
  to?: string;
}

/** An inschrijving as a counting sees it: from the own administration, from what BRON registered, or in BRON itself. */
export interface CountedInschrijving {
  /** By which the caller knows it again. */
  key: string;
  /** `yyyy-mm-dd`, parts may be 00. */
  geboortedatum: string;
  burgerservicenummer?: string;
  onderwijsnummer?: string;
  leerlingnummer?: string;
  postcode?: string;
  /** Land volgens school, when it is not Nederland: then the pupil lives abroad as far as the school knows. */
  land?: string;
  inschrijving: Inschrijving;
  /** First day on which BRON had this inschrijving; left out: BRON does not have it, or the caller does not ask (`deadlines`). */
  registeredOn?: string;
  /** Only BRON knows them. */
  elsewhere?: readonly PeriodElsewhere[];
  brp?: CountedBrp;
}

/** What is counted at a school on a date. */
export interface Counting {
  school: SchoolFacts;
  inschrijvingen: readonly CountedInschrijving[];
  /** Teldatum `yyyy-mm-dd`. */
  peildatum: string;
  parameters: CountingParameters;
  /** BRIN beyond the own school; left out: not at hand, then nothing is said of schools that guide (G11, sector of begeleiding). */
  brin?: BrinLookup;
}

/** Choices where the law was silent or not found: `parameters.ts` has what is taken, and the sentence that says so. */
export interface CountingParameters {
  /** Judge whether BRON had the data in time (G06): only on BRON data, for teldata from 1 October 2010. */
  deadlines: boolean;
  /** The use whose term decides, where a date has two (BBWPO 12a, 18). */
  deadlineFor: CountUse;
  /** A doubly enrolled pupil counts at none of the schools until that is solved, or at the one that enrolled it last. */
  doubleCounts: 'none' | 'latest';
  /** Crisis and observation places count in the regular columns. */
  crisisCounts: boolean;
  /** Residential places count without indicatie. */
  residentialWithoutIndication: boolean;
  /** Verbreed toegelaten pupils count, in the column of their indicatie. */
  verbreedCounts: boolean;
  /** Who is too young or too old for the WEC has the consent of the inspectie, and counts. */
  consentAssumed: boolean;
}

/** A pupil with what a counting says of it. */
export interface CountedPupil {
  key: string;
  /** The vestiging that it stands under on the date. */
  vestigingsvolgnummer: string;
  /** Enrolled on the date. Who is not stands here all the same when it was or will be in the same school year (G02). */
  enrolled: boolean;
  /** Counts on the date: in the row `totaal`, or as ambulant begeleid at another school. */
  counted: boolean;
  /**
   * Codes G01 to G16 and A01 to A10 (`signalen.json`), in order. What is not counted because of a G differs: the pupil, only its begeleiding,
   * or it counts in a row of its own.
   */
  signalen: readonly string[];
  /** Codes of the rows of the GTB in which it is counted (`rows.ts`). */
  rows: readonly string[];
}

/** The counting of one vestiging. */
export interface VestigingTelling {
  vestigingsvolgnummer: string;
  /** By code of the row, every row of the soort of school on that date, zero too. */
  aantallen: Readonly<Record<string, number>>;
  pupils: readonly CountedPupil[];
}
