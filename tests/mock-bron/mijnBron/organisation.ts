import type { Vakantieregio } from '../../../shared/domain/holidays.ts';
import type { MijnBronDocument } from '../../../shared/mijnBron/documents.ts';
import type { Voortgang } from '../../../shared/mijnBron/progress.ts';
import type { Ending } from './aansluitingen.ts';
import type { CfiLeerling } from './compareGuidance.ts';
import type { LogIn } from './logIns.ts';
import type { DocumentFile, DocumentForm, MijnBron } from './mijnBron.ts';

/** Thrown for a request of the tester that cannot be done; the message says why, in English. */
export class PlanningError extends Error {
  override name = 'PlanningError';
}

/** How a tester has a school begin its way to BRON. */
export interface Planning {
  brinnummer: string;
  /** A date in the week that vooraankondiging 1 names. */
  plannedWeek: string;
  /** Day of the start, at most two weeks from the planned week; left out: drawn, with `--seed` the same in every run. */
  start?: string | undefined;
  /** Whose school holidays count. Default midden. */
  vakantieregio?: Vakantieregio | undefined;
  /** "Vers aangesloten": the contactgegevens are those of PGNPO, and outdated (C-21). */
  outdated?: boolean | undefined;
  /** The bevoegd gezag has signed the akkoordverklaring already. */
  akkoordverklaring?: string | undefined;
}

/** A letter or mail, a wachtwoordbrief too, with whom it is for. */
export type SentPost = MijnBronDocument & { aanleverpunt?: string; email?: string };

/** What the tester sees of the way of a school. */
export interface AansluitingState {
  brinnummer: string;
  plannedWeek: string;
  start: string;
  vakantieregio: Vakantieregio;
  /** First day on which contactgegevens are frozen, and the last. */
  freeze: { from: string; until: string };
  logIns: Omit<LogIn, 'brinnummer'>[];
  /** The werkdag on which the fase ends; left out: it has not begun. */
  endsOn?: string;
  /** The ten werkweken are over, and the school has neither agreed nor said that it is able to exchange. */
  overdue: boolean;
  ableToExchangeOn?: string;
  closing?: { on: string; into?: string };
  ending?: Ending;
  voortgang: Voortgang;
  /** Whom the Helpdesk BRON has to call, because the certificate was not tested after two weeks (C-42). */
  calls: { aanleverpunt: string; since: string; telefoonnummer: string }[];
}

/** What the organisatie BRON does for the tester, beside Mijn BRON itself. */
export interface Organisation {
  /** @throws PlanningError, UnknownSchool */
  plan(planning: Planning): AansluitingState;
  state(brinnummer: string): AansluitingState;
  schools(): string[];
  /** Every letter and mail, newest first. */
  post(brinnummer: string): SentPost[];
  postFile(brinnummer: string, id: string, form: DocumentForm): Promise<DocumentFile>;
  /** The school is no longer there from a day on; `into`: the school that it merges into. @throws PlanningError */
  closeSchool(brinnummer: string, on: string, into?: string): AansluitingState;
  receiveAkkoordverklaring: MijnBron['receiveAkkoordverklaring'];
  /** What DUO-CFI has of the ambulant begeleide pupils of a school, for the vergelijkingsoverzicht. */
  giveCfi(brinnummer: string, leerlingen: readonly CfiLeerling[]): void;
  /** False when the school has an aansluiting, and its bevoegd gezag has not signed the akkoordverklaring (C-17). */
  maySendWachtwoordbrief(brinnummer: string): boolean;
  /** False when there is no such question. */
  answerQuestion(nummer: string, antwoord: string): boolean;
  /** Werkdagen between an exchange and what Mijn BRON shows of it (C-56). */
  delay(): number;
  setDelay(werkdagen: number): void;
}
