import type { Clock } from '../../shared/domain/clock.ts';
import type { MockState } from './control/schemas.ts';
import type { KnownPersonIn, RegisterStand } from './control/registerSchemas.ts';
import type { Editions } from './editions.ts';
import type { ActiveFault, Fault } from './faults.ts';
import type { BrpEditor } from './jobs/brpEditor.ts';
import type { Cleaned } from './jobs/cleaning.ts';
import type { Load } from './load.ts';
import type { Polling } from './polling.ts';
import type { MijnBron } from './mijnBron/mijnBron.ts';
import type { Organisation } from './mijnBron/organisation.ts';
import type { Wachtwoordbrief } from './register/letters.ts';
import type { LogFilter, LoggedMessage } from './register/log.ts';
import type { Owner } from './register/terugkoppelvoorraad.ts';
import type { LiveRegisters, RegistersIn } from './registers/live.ts';
import type { Scenarios } from './scenarios.ts';

/** What can be done with a running mock besides sending messages: the control interface in-process. */
export interface MockControl {
  clock: Clock;
  setClock(instant: Date): void;
  advanceClock(seconds: number): void;
  /** Mijn BRON as a school sees it, and the organisatie BRON behind it. */
  mijnBron: MijnBron;
  organisation: Organisation;
  /** Waits until every letter and mail that was sent has been laid down or was taken by the mail server. */
  settled(): Promise<void>;
  /** @throws UnknownSchool, PlanningError */
  createWachtwoordbrief(brinnummer: string, aanleverpunt: string): Wachtwoordbrief;
  /**
   * Revokes the certificates of an aanleverpunt, or the one with this serial number. Gives serial numbers. @throws NothingToRevoke
   */
  revokeCertificate(brinnummer: string, aanleverpunt: string, serial?: string): string[];
  setFault(fault: Fault): ActiveFault;
  clearFaults(): void;
  faults(): ActiveFault[];
  /** Has signalen come back although nothing is wrong. */
  scenarios: Omit<Scenarios, 'take'>;
  /** The edition of the PvE for all, or for a school or aanleverpunt. */
  editions: Pick<Editions, 'get' | 'set'>;
  polling(): Polling;
  /** What is left out is as always. */
  setPolling(polling: Partial<Polling>): void;
  /** Makes BRON as busy as this; what is left out no longer holds it up. */
  setLoad(load: Load): void;
  load(): Load;
  /** Every message in and out, oldest first. */
  messages(filter?: LogFilter): LoggedMessage[];
  /** What is registered for a school. */
  register(brinnummer: string): RegisterStand;
  state(): MockState;
  /** Has BRON know a person, with what schools delivered of him before; one whom it knows by a number stays as he is. */
  knowPerson(person: KnownPersonIn): void;
  brp: BrpEditor;
  /** Hangs a pupil under another PGN, as DUO does for two that are one; tells the schools. @throws UnknownPgn */
  rehang(from: string, to: string): Owner[];
  /** Controls dubbele inschrijvingen now; gives the aanleverpunten that a bericht 16 was put ready for. */
  controlDubbeleInschrijvingen(): Owner[];
  /** Cleans BRON of what is older than so many years, by default the bewaartermijn it was started with (PvE 3.8). */
  clean(years?: number): Cleaned;
  /** What the registers hold now, edits of the BRP included. */
  registers(): ReturnType<LiveRegisters['read']>;
  /** Reads the files of the registers again, as at the start. @throws RegisterFileError, and nothing changes */
  reloadRegisters(): void;
  /** Replaces BRIN, BRP, postcodes or elementcodes while the mock runs; what is left out stays. */
  replaceRegisters(next: RegistersIn): void;
  reset(): void;
}
