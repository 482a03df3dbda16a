import { LasError } from '../../../shared/api/errors.ts';
import { decodeMessage, EnvelopeError, readEnvelope, SoapFault, XmlError } from '../../../shared/pve/berichten/soap.ts';
import { messages, type Message } from '../../../shared/pve/berichten/messages.ts';
import type { XmlNode } from '../../../shared/pve/berichten/xml.ts';
import { TransportError } from './transport.ts';

/** What BRON's answer to a melding means (PvE 5.6.16). */
export type MeldingOutcome =
  | { kind: 'in behandeling' }
  /** 396 after an uncertain attempt: BRON had the message already. */
  | { kind: 'known' }
  | { kind: 'geweigerd'; code: string; omschrijving: string }
  /** BRON had a technical fault (358): the same bytes are offered again. */
  | { kind: 'again'; code: string };

const TECHNICAL_FAULT = '358';
const ID_USED = '396';

/** Reads an answer and expects message `nr`. @throws TransportError answer-invalid, endpoint-not-bron, endpoint-http */
function expectMessage<T>(nr: 7 | 17, xml: string, host: string, decode: (node: XmlNode) => T): T {
  try {
    const envelope = readEnvelope(xml);
    if (envelope.nr === nr) return decode(envelope.node);
  } catch (error) {
    if (error instanceof SoapFault) throw new TransportError('endpoint-http', { status: 500 }, true);
    if (error instanceof EnvelopeError) throw new TransportError('endpoint-not-bron', { host }, true);
    if (!(error instanceof XmlError)) throw error;
    throw new TransportError(/^\s*</.test(xml) ? 'answer-invalid' : 'endpoint-not-bron', { host }, true);
  }
  throw new TransportError('answer-invalid', {}, true);
}

/** A bundle, and how many terugkoppelingen in it are of a kind that this program does not know yet (PvE 5.6.7). */
export interface Bundle {
  message: Message<7>;
  unknown: number;
}

const { elements, groups } = messages[7];
const known: ReadonlySet<string> = new Set([...elements, ...groups].map(({ xsd }) => xsd));

/** Reads the element of a bundle (bericht 7). */
export const decodeBundle = (node: XmlNode): Bundle => ({
  message: decodeMessage(7, node),
  unknown: node.children.filter(({ name }) => !known.has(name)).length,
});

/** Reads the ontvangstbevestiging (bericht 17). `uncertain`: an earlier attempt of the same bytes had no answer. */
export function readOntvangstbevestiging(xml: string, uncertain: boolean, host: string): MeldingOutcome {
  const answer = expectMessage(17, xml, host, (node) => decodeMessage(17, node));
  if (answer.statusMelding === 'B') return { kind: 'in behandeling' };
  if (answer.statusMelding !== 'A') throw new TransportError('answer-invalid', {}, true);
  const signaal = answer.signaal?.[0];
  const code = signaal?.signaalcode ?? '';
  if (code === ID_USED && uncertain) return { kind: 'known' };
  if (code === TECHNICAL_FAULT) return { kind: 'again', code };
  return { kind: 'geweigerd', code, omschrijving: signaal?.omschrijving ?? '' };
}

/** Reads a bundle and checks that it answers this verzoek. */
export function readBundle(xml: string, berichtidentificatie: string, host: string): Bundle {
  const bundle = expectMessage(7, xml, host, decodeBundle);
  if (bundle.message.berichtidentificatie !== berichtidentificatie)
    throw new TransportError('answer-invalid', {}, true);
  return bundle;
}

/** The Dutch sentence of any error, for a list of problems. */
export const sentenceOf = (error: unknown): string =>
  error instanceof LasError ? `${error.failure.message} ${error.failure.remedy}` : 'Er ging iets mis in het programma.';
