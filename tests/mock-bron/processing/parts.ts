import type { Clock } from '../../../shared/domain/clock.ts';
import type { ElementcodeFacts } from '../../../shared/pve/controles/types.ts';
import type { Editions } from '../editions.ts';
import type { Aanleverpunten } from '../register/aanleverpunten.ts';
import type { Register } from '../register/database.ts';
import type { Inschrijvingen } from '../register/inschrijvingen.ts';
import type { AcceptedMessage, Messages } from '../register/messages.ts';
import type { Meta } from '../register/meta.ts';
import type { Persons } from '../register/persons.ts';
import type { Terugkoppelvoorraad } from '../register/terugkoppelvoorraad.ts';
import type { SpontaneMutaties } from '../jobs/spontaneMutatie.ts';
import type { Brin } from '../registers/brin.ts';
import type { Scenarios, WantedFinding } from '../scenarios.ts';
import type { Brp } from '../registers/brp.ts';

/** What processing needs: the mock's own register, and the BRP and BRIN it looks in. */
export interface ProcessorParts {
  register: Register;
  meta: Meta;
  messages: Messages;
  persons: Persons;
  inschrijvingen: Inschrijvingen;
  voorraad: Terugkoppelvoorraad;
  brp: Brp;
  brin: Brin;
  clock: Clock;
  aanleverpunten: Aanleverpunten;
  editions: Pick<Editions, 'on'>;
  postcodeExists: (postcode: string) => boolean;
  /** Looks an elementcode up; undefined without a table. */
  elementcodes: () => ((code: string) => readonly ElementcodeFacts[]) | undefined;
  /** Told of a message whose processing failed by a fault of the mock itself. */
  onError: (error: unknown) => void;
}

/** The same with what tells other schools that a PGN has changed, and what a tester asked for. */
export interface HandlerParts extends ProcessorParts {
  mutaties: SpontaneMutaties;
  /** Signalen that a tester wants beside what the controles find. */
  scenarios: Pick<Scenarios, 'take'>;
}

/** Processes one message of a kind, at an ISO instant, inside a transaction. */
export type Handler = (message: AcceptedMessage, at: string) => void;

/** The findings that refuse a message. Reading R1: beside an afkeur the signalen of ernst S are left out. */
export const refusalsIn = <F extends WantedFinding>(findings: readonly F[]): F[] =>
  findings.filter(({ ernst }) => ernst === 'A');

/** Refuses a message with a bericht 13, unless it was settled before. */
export function refuse(
  { messages, voorraad }: Pick<ProcessorParts, 'messages' | 'voorraad'>,
  message: AcceptedMessage,
  signalen: { signaalcode: string; omschrijving: string }[],
  at: string,
): void {
  if (!messages.settle(message.seq, 'afgekeurd', at)) return;
  voorraad.add(message, 13, { berichtidentificatie: message.berichtidentificatie, signaal: signalen }, at);
}
