import type { z } from 'zod';
import type { Contactgegevens } from '../../../shared/mijnBron/contact.ts';
import type { Vergelijkingsoverzicht } from '../../../shared/mijnBron/comparison.ts';
import type { MijnBronDocument } from '../../../shared/mijnBron/documents.ts';
import type { Gtb, gtbLine } from '../../../shared/mijnBron/gtb.ts';
import type { Aantallen, reportedAantallen } from '../../../shared/mijnBron/numbers.ts';
import type { Voortgang } from '../../../shared/mijnBron/progress.ts';
import type { Reactie, receivedReactie } from '../../../shared/mijnBron/reactie.ts';

export type ReportedAantallen = z.infer<typeof reportedAantallen>;
export type GtbLine = z.infer<typeof gtbLine>;
export type ReceivedReactie = z.infer<typeof receivedReactie>;

/**
 * Who asks: the gemachtigde, who sees every aanleverpunt; the contactpersoon of one aanleverpunt; or the LAS of an aanleverpunt by its
 * certificate.
 */
export interface Caller {
  role: 'gemachtigde' | 'contactpersoon' | 'certificate';
  brinnummer: string;
  /** Left out: all, of the gemachtigde. */
  aanleverpunt?: string;
}

/** Who has logged in to the site. */
export interface LoggedIn extends Caller {
  role: 'gemachtigde' | 'contactpersoon';
  /** As in the contactgegevens. */
  naam: string;
}

/** A document as it can be downloaded; a mail as `.eml` too. */
export const documentForms = ['html', 'pdf', 'eml'] as const;
export type DocumentForm = (typeof documentForms)[number];

export interface DocumentFile {
  fileName: string;
  /** Media type. */
  type: string;
  content: Buffer;
}

/** A question by the contact form of the Helpdesk BRON. */
export interface Question {
  onderwerp: string;
  tekst: string;
}

/** A question as it was received; it is answered within two working days (Stappenplan 3.5, C-72). */
export interface AskedQuestion extends Question {
  nummer: string;
  askedOn: string;
  answerBy: string;
  /** Given by whoever plays the Helpdesk BRON; left out: not yet. */
  antwoord?: string;
  answeredOn?: string;
}

/**
 * Mijn BRON (Stappenplan steps 2, 6, 7, 11 and 12): what the site, the machine interface and the control interface do for a school.
 * Dates are `yyyy-mm-dd` by the mock's clock. Every function may throw `MijnBronRefusal`; so does each for a school that is not in
 * BRIN (`school-unknown`) or has no aansluiting yet (`not-aangemeld`), and what changes something for a closed one (`school-closed`).
 */
export interface MijnBron {
  /** Log-in of the first vooraankondiging: one of the gemachtigde, one of each contactpersoon (assumed). */
  logIn(gebruikersnaam: string, wachtwoord: string): LoggedIn;

  contact(brinnummer: string): Contactgegevens;
  /** First and last day on which the contactgegevens cannot be changed (C-34); undefined until vooraankondiging 2 names the start. */
  contactFreeze(brinnummer: string): { from: string; until: string } | undefined;
  /**
   * Replaces the contactgegevens; the akkoordverklaring stays as BRON has it. The contactpersoon and the certificate of an aanleverpunt
   * may change that aanleverpunt only. Refuses `contact-frozen`, `contact-incomplete`, `aanleverpunt-twice`, `vestiging-unknown`,
   * `other-school` and `other-aanleverpunt`.
   */
  saveContact(caller: Caller, next: Contactgegevens): Contactgegevens;
  /** The bevoegd gezag signed the akkoordverklaring (C-17); it comes by post, also without log-in. */
  receiveAkkoordverklaring(brinnummer: string, signedOn: string): void;

  /** Newest first. */
  aantallen(brinnummer: string): ReportedAantallen[];
  /** Refuses `more-ambulant-than-total` (WPO). The same numbers again are no new report. */
  reportAantallen(caller: Caller, aantallen: Aantallen): ReportedAantallen;

  /** What was sent to the school, newest first; of an aanleverpunt what is about it or about the whole school. */
  documents(caller: Caller): MijnBronDocument[];
  /** Refuses `document-unknown`, and `document-by-post-only` for a wachtwoordbrief. */
  document(caller: Caller, id: string, form: DocumentForm): Promise<DocumentFile>;

  /** Downloaded and tested: by all aanleverpunten, or by the one that is named. */
  voortgang(brinnummer: string, aanleverpunt?: string): Voortgang;

  /** The newest GTB of each vestiging and peildatum, newest peildatum first. */
  gtbs(brinnummer: string): GtbLine[];
  gtb(brinnummer: string, kenmerk: string): Gtb;
  /** Refuses `no-overview`: WEC, outside the fase, or nothing differs (C-12, C-62). */
  vergelijkingsoverzicht(brinnummer: string): Vergelijkingsoverzicht;

  /** Newest first. */
  reacties(brinnummer: string): ReceivedReactie[];
  /**
   * Refuses `not-gemachtigde` (by a certificate: when the name is not that of the gemachtigde), `phase-not-started`, `phase-over`,
   * `no-gtb-yet`, `gtb-unknown`, `gtb-outdated` and `overview-outdated`.
   */
  giveReactie(caller: Caller, reactie: Reactie): ReceivedReactie;
  /** The school says that it is able to exchange (C-69). Refuses `not-gemachtigde`, `phase-not-started` and `phase-over`. */
  sayAbleToExchange(caller: Caller): void;
  /** When the school said so; undefined: it has not. */
  ableToExchangeOn(brinnummer: string): string | undefined;

  /** Of the caller's school, newest first. */
  questions(caller: Caller): AskedQuestion[];
  ask(caller: Caller, question: Question): AskedQuestion;
}
