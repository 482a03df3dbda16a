import { dateInNetherlands, type Clock } from '../../../shared/domain/clock.ts';
import { messages as messageGroups, type Message } from '../../../shared/pve/berichten/messages.ts';
import { decodeMessage, validateEnvelope, SOAP_NAMESPACE } from '../../../shared/pve/berichten/soap.ts';
import type { SchemaValidator } from '../../../shared/pve/berichten/schema.ts';
import { outsideEdition } from '../../../shared/pve/gegevensset/editions.ts';
import type { Editions } from '../editions.ts';
import type { Polling } from '../polling.ts';
import type { Messages } from '../register/messages.ts';
import type { BundleOrder, Owner, Terugkoppelvoorraad } from '../register/terugkoppelvoorraad.ts';
import type { MockSignaal } from '../signalen.ts';
import { busyAnswer, type Answer, type Answers } from './answer.ts';
import type { BronRequest } from './request.ts';

export interface ChainParts {
  answers: Answers;
  schema: Pick<SchemaValidator, 'validateBody'>;
  messages: Messages;
  voorraad: Terugkoppelvoorraad;
  clock: Clock;
  bundleBytes: number;
  editions: Pick<Editions, 'on'>;
  polling: () => Polling;
  /** Processes what is due, so that a poll finds it. */
  beforePoll: () => void;
}

/** The first controle that failed, and for the log of the tester what was wrong. */
interface Failure {
  code: MockSignaal;
  note: string;
}

/** What a message meets on its way through the chain. */
export interface Treatment {
  /** By the mock's clock, between acceptance and processing. */
  processingSeconds: number;
  /** Of bericht 6: how its bundle is put together wrongly. */
  bundle?: BundleOrder;
}

/** Handles one request whose XML could be read, for the holder (BRIN + aanleverpunt) of the client certificate. */
export type Chain = (request: BronRequest, holder: string, treatment: Treatment) => Answer;

/**
 * The synchronous controles (PvE 4.2.2) in the mock's order: certificate and header (366), envelope (360), schema (359),
 * berichtidentificatie (743, 396). The first that fails ends it: at most one signaal (PvE 5.6.16).
 */
export function createChain(parts: ChainParts): Chain {
  const { answers, schema, messages, voorraad, clock } = parts;

  const refuse = (request: BronRequest, { code, note }: Failure): Answer => ({
    ...(request.nr === 6 ? answers.refusal(request.berichtidentificatie, code) : answers.ontvangstbevestiging(code)),
    note,
  });

  function beyond({ nr, node }: BronRequest, owner: Owner) {
    if (nr === undefined || !node) return [];
    const edition = parts.editions.on(dateInNetherlands(clock.now()), owner);
    return outsideEdition(edition, messageGroups[nr], decodeMessage(nr, node));
  }

  function schemaProblems(request: BronRequest, owner: Owner): string | undefined {
    if (request.nr === undefined) return 'the body holds no message that a school sends';
    const problems = schema.validateBody(request.xml);
    if (problems.length > 0) return problems.map(({ line, message }) => `line ${line}: ${message}`).join('; ');
    const outside = beyond(request, owner).map(({ group, element }) => (element ?? group).name);
    if (outside.length > 0) return `the edition does not have: ${outside.join(', ')}`;
    // Reading R4: structure is the schema's, and "exactly one" of two groups is structure.
    return choicesMade(request) ? undefined : 'a choice that the message leaves is not made (PvE 5.6)';
  }

  function firstFailure(request: BronRequest, holder: string): Failure | undefined {
    const { brinnummer, aanleverpuntnummer } = request.header;
    const complete = brinnummer !== undefined && aanleverpuntnummer !== undefined;
    if (complete && `${brinnummer}${aanleverpuntnummer}` !== holder) {
      return {
        code: '366',
        note: `the certificate is of ${holder}, the header says ${brinnummer}${aanleverpuntnummer}`,
      };
    }
    const isEnvelope = request.root.name === 'Envelope' && request.root.namespace === SOAP_NAMESPACE;
    if (!isEnvelope) return { code: '360', note: 'the root is no SOAP 1.1 Envelope' };
    if (!complete) return { code: '360', note: 'BRINnummer or Aanleverpuntnummer is missing in the SOAP header' };
    if (validateEnvelope({ header: { brinnummer, aanleverpuntnummer } }).length > 0) {
      return { code: '360', note: 'BRINnummer or Aanleverpuntnummer is not in its format' };
    }
    if (request.bodyElements !== 1) return { code: '360', note: `the body holds ${request.bodyElements} elements` };
    const problems = schemaProblems(request, ownerOf(holder));
    return problems === undefined ? undefined : { code: '359', note: problems };
  }

  function poll(request: BronRequest, owner: Owner, order: BundleOrder | undefined): Answer {
    parts.beforePoll();
    const id = request.berichtidentificatie ?? '';
    const room = parts.bundleBytes - answers.emptyBytes(id);
    const polling = parts.polling();
    const outcome = voorraad.poll(owner, id, clock.now(), { ...order, room, polling });
    if (outcome.refused) return answers.refusal(id, outcome.refused);
    const note = `misbruik: binnen ${polling.pauseMinutes} minuten na een leeg antwoord`;
    if (outcome.busy) return { ...busyAnswer(outcome.seconds), note };
    return { ...answers.bundle(id, outcome.items), ...(outcome.misuse ? { note } : {}) };
  }

  return (request, holder, { processingSeconds, bundle }) => {
    const failure = firstFailure(request, holder);
    if (failure) return refuse(request, failure);
    const owner = ownerOf(holder);
    const { nr, node, berichtidentificatie = '' } = request;
    if (nr === undefined || node === undefined) return answers.fault('Server');
    if (nr === 6) return poll(request, owner, bundle);
    const now = clock.now();
    const accepted = messages.accept({
      ...owner,
      nr,
      berichtidentificatie,
      content: JSON.stringify(decodeMessage(nr, node)),
      delivered_at: now.toISOString(),
      due_at: new Date(now.getTime() + processingSeconds * 1000).toISOString(),
    });
    return answers.ontvangstbevestiging(accepted ? undefined : '396');
  };
}

const ownerOf = (holder: string): Owner => ({ brinnummer: holder.slice(0, 4), aanleverpunt: holder.slice(4) });

const filledGroups = (...groups: (unknown[] | undefined)[]) =>
  groups.filter((group) => group && group.length > 0).length;

/**
 * Of persoonsgegevens with and without PGN one, of a melding one inschrijving, WPO or WEC, and of situatie nieuw at most one of
 * burgerservicenummer, postcode and land (PvE 5.6.1 to 5.6.3).
 */
function choicesMade({ nr, node }: BronRequest): boolean {
  if (!node) return true;
  if (nr === 2) {
    const { burgerservicenummer, postcode, land } = decodeMessage(nr, node).situatieNieuw?.[0] ?? {};
    return [burgerservicenummer, postcode, land].filter((value) => value !== undefined).length <= 1;
  }
  if (nr !== 1 && nr !== 3) return true;
  const content: Message<1> & Partial<Message<3>> = decodeMessage(nr, node);
  const persons = filledGroups(content.persoonMetPgn, content.persoonZonderPgn);
  const inschrijvingen = filledGroups(content.inschrijvingWpo, content.inschrijvingWec);
  return persons === 1 && (nr === 1 || inschrijvingen === 1);
}
