import type { Inschrijving, MeldingContent } from '../berichten/content.ts';
import type { SchoolSoort } from '../berichten/kinds.ts';
import type { Edition } from '../gegevensset/types.ts';

export type { Edition };

/** A: afkeur, nothing is registered. S: signaal, registered all the same (PvE 7.1.13). */
export type Ernst = 'A' | 'S';

/** Cluster of a WEC-school: 1 visual, 2 hearing and speech, 3 physical and learning, 4 behaviour. */
export type Cluster = '1' | '2' | '3' | '4';

/** A span of days; open at a side that is left out. */
export interface Period {
  /** First day, `yyyy-mm-dd`. */
  from?: string;
  /** First day that is no longer in it. */
  to?: string;
}

/** Permission of a vestiging to give a soort onderwijs, "regulier" or "verbreed" (PvE 4.2.11). */
export interface VestigingToestemming extends Period {
  soortOnderwijs: string;
  /** The schoolsoorten for which it holds: `1` SO, `2` VSO. */
  schoolsoorten: readonly string[];
  /** For residential places; left out: for the regular ones. */
  residentieel?: boolean;
}

export interface VestigingFacts {
  volgnummer: string;
  /** First day in operation, `yyyy-mm-dd`; unknown when left out. */
  opened?: string;
  /** First day out of operation, `yyyy-mm-dd`. */
  closed?: string;
  inspectielocatie?: boolean;
  /** Of a WEC-school: what it may teach; left out: not known, then not judged. */
  toestemmingen?: readonly VestigingToestemming[];
}

export interface SchoolFacts {
  brinnummer: string;
  soort: SchoolSoort;
  /** A school for varende kinderen (assumed: a property of the school). */
  varend?: boolean;
  opened?: string;
  closed?: string;
  vestigingen: readonly VestigingFacts[];
  /** Of a WEC-school; left out: not known, rules that need it are then not judged. */
  cluster?: Cluster;
  /** When a WEC-school is an instelling for visually handicapped children (VGK); left out: never. */
  vgk?: Period;
  /** One of the two schools for pupils with epilepsy, which may deliver an arrangement (PvE 4.2.9.12 of 2015-11). */
  epilepsy?: boolean;
}

/** What BRIN has of a school, instelling or REC that a melding names. */
export interface BrinFacts extends Pick<SchoolFacts, 'brinnummer' | 'opened' | 'closed' | 'vgk'> {
  soort: SchoolSoort | 'WVO' | 'WEB' | 'REC';
  /** Its vestigingen; left out: not known. */
  vestigingen?: readonly VestigingFacts[];
  /** The REC that a WEC-school belongs to. */
  rec?: string;
  /** The clusters in which a WEC-school may teach, each with its period. */
  toestemmingen?: readonly (Period & { cluster: string })[];
}

/** What BRIN has of a samenwerkingsverband. */
export interface SamenwerkingsverbandFacts extends Pick<SchoolFacts, 'opened' | 'closed'> {
  nummer: string;
  sector: 'PO' | 'VO';
}

/** BRIN as far as a melding asks for it. */
export interface BrinLookup {
  find(brinnummer: string): BrinFacts | undefined;
  /** The WEC-schools of a REC. */
  schoolsOf(rec: string): readonly BrinFacts[];
  samenwerkingsverband(nummer: string): SamenwerkingsverbandFacts | undefined;
}

/** A row of the table of elementcodes (VO): the leerjaren that an elementcode has in a period. */
export interface ElementcodeFacts extends Period {
  leerjaren: readonly string[];
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
  /** Of a pupil whom BRON knows by an onderwijsnummer only: whether it had the number or gives it now (756, 757). */
  onderwijsnummer?: 'found' | 'given';
  /** BRON has joined the person to one of the BRP (PvE 5.6.2). */
  brpRelation?: boolean;
  /** Postcode or land volgens instelling registered for this pupil at this BRIN. */
  postcodeInstelling?: string;
  landInstelling?: string;
  /** The inschrijving with the same key (leerling, school, datum inschrijving) as registered now. */
  registered?: Inschrijving;
  /** Other inschrijvingen of the same pupil at the same BRIN. */
  others: readonly Inschrijving[];
  /** Datum inschrijving of every deleted inschrijving of the pupil at this BRIN. */
  deleted: readonly string[];
  /** Berichtidentificatie of a message delivered later for the same inschrijving and processed already. */
  laterBericht?: string;
  /** Date on which the present adviesVo was first delivered. */
  adviesDeliveredOn?: string;
  /** This school has registered a verplichte eindtoets of the pupil. */
  hasVerplichteEindtoets?: boolean;
  /** The beschikkingsnummers TLV of the melding that BRON has of another pupil. */
  takenBeschikkingsnummers?: readonly string[];
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
  /** The rows of the table of elementcodes with a code; left out when it is not at hand, then only the form is judged. */
  elementcodes?: (code: string) => readonly ElementcodeFacts[];
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
