import type { InschrijvingWpo, MeldingContent } from '../berichten/content.ts';
import type { Edition } from '../gegevensset/types.ts';

export type { Edition };

/** A: afkeur, nothing is registered. S: signaal, registered all the same (PvE 7.1.13). */
export type Ernst = 'A' | 'S';

/** Soort of the school as BRON knows it. */
export type SchoolSoort = 'BAO' | 'SBAO' | 'TREKKEND' | 'WEC';

export interface VestigingFacts {
  volgnummer: string;
  /** First day in operation, `yyyy-mm-dd`; unknown when left out. */
  opened?: string;
  /** First day out of operation, `yyyy-mm-dd`. */
  closed?: string;
  inspectielocatie?: boolean;
}

export interface SchoolFacts {
  brinnummer: string;
  soort: SchoolSoort;
  /** A school for varende kinderen (assumed: a property of the school). */
  varend?: boolean;
  opened?: string;
  closed?: string;
  vestigingen: readonly VestigingFacts[];
}

/** A span of days; open at a side that is left out. */
export interface Period {
  /** First day, `yyyy-mm-dd`. */
  from?: string;
  /** First day that is no longer in it. */
  to?: string;
}

/** What BRIN has of a school or REC that a melding names. */
export interface BrinFacts extends Pick<SchoolFacts, 'brinnummer' | 'opened' | 'closed'> {
  soort: SchoolSoort | 'REC';
  /** When a WEC-school is an instelling for visually handicapped children (VGK); left out: never. */
  vgk?: Period;
  /** The REC that a WEC-school belongs to. */
  rec?: string;
  /** The clusters in which a WEC-school may teach, each with its period. */
  toestemmingen?: readonly (Period & { cluster: string })[];
}

/** BRIN as far as a melding asks for it. */
export interface BrinLookup {
  find(brinnummer: string): BrinFacts | undefined;
  /** The WEC-schools of a REC. */
  schoolsOf(rec: string): readonly BrinFacts[];
}

/** What only BRON can know. A LAS leaves it out: rules that need it are then not judged. */
export interface RegisterFacts {
  /** PGN, geboortedatum and geslacht were found together (PvE 4.2.7). */
  personFound: boolean;
  /** Birth date by the BRP, `yyyy-mm-dd`, parts may be 00. */
  birthDateBrp?: string;
  /** Postcode by the BRP; absent without BRP relation. */
  postcodeBrp?: string;
  geheim?: boolean;
  /** The person's BSN when the melding carries none and the BRP knows one. */
  bsnFound?: string;
  /** Postcode or land volgens instelling registered for this pupil at this BRIN. */
  postcodeInstelling?: string;
  landInstelling?: string;
  /** The inschrijving with the same key (leerling, school, datum inschrijving) as registered now. */
  registered?: InschrijvingWpo;
  /** Other inschrijvingen of the same pupil at the same BRIN. */
  others: readonly InschrijvingWpo[];
  /** Datum inschrijving of every deleted inschrijving of the pupil at this BRIN. */
  deleted: readonly string[];
  /** Berichtidentificatie of a message delivered later for the same inschrijving and processed already. */
  laterBericht?: string;
  /** Date on which the present adviesVo was first delivered. */
  adviesDeliveredOn?: string;
}

export interface ControleContext {
  content: MeldingContent;
  school: SchoolFacts;
  /** Date of delivery, `yyyy-mm-dd` (not of processing). */
  deliveredOn: string;
  /** Edition of the PvE that judges it; follows from the date of delivery. */
  edition: Edition;
  /** Whether a postcode exists; left out when no table is at hand, then only the form is judged. */
  postcodeExists?: (postcode: string) => boolean;
  /** BRIN beyond the own school; left out when it is not at hand, then only the form of a BRINnummer is judged. */
  brin?: BrinLookup;
  register?: RegisterFacts;
}

/** Where a finding or signaal belongs: a gegevensgroep, possibly one voorkomen and one gegeven of it. */
export interface Place {
  /** Key of the gegevensgroep: `persoonMetPgn`, `inschrijvingWpo`, `vestiging`, … */
  gegevensgroep: string;
  /** Key of the gegeven. */
  element?: string;
  /** Of a group inside a periodic group (ambulante begeleiding inside a LGF-indicatie): index of the voorkomen it stands in. */
  parent?: number;
  /** Index of the voorkomen in its list, in the order of the message. */
  voorkomen?: number;
}

/** One finding of a controle: what a bericht 13 (A) or bericht 10 (S) tells. */
export interface Finding extends Place {
  code: string;
  ernst: Ernst;
  /** The Dutch sentence with its placeholders filled in, at most 250 characters. */
  omschrijving: string;
  /** Section of the PvE, for example "4.2.8.1". */
  section: string;
}
