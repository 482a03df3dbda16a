import { failure, type LasFailure } from '../../../shared/api/errors.ts';
import { decodeMessage, EnvelopeError, readEnvelope, SoapFault, XmlError } from '../../../shared/pve/berichten/soap.ts';
import { messages, type Message } from '../../../shared/pve/berichten/messages.ts';
import type { XmlNode } from '../../../shared/pve/berichten/xml.ts';
import { translateDatabaseError } from '../database/errors.ts';
import type { BronTransport } from './transport.ts';

/** What BRON's answer to a melding means (PvE 5.6.16). */
export type MeldingOutcome =
  /** `day`: of BRON, on which it came in. */
  | { kind: 'in behandeling'; day: string | undefined }
  /** 396 after an uncertain attempt: BRON had the message already. */
  | { kind: 'known' }
  | { kind: 'geweigerd'; code: string; omschrijving: string }
  /** BRON had a technical fault (358): the same bytes are offered again. */
  | { kind: 'again'; code: string };

const TECHNICAL_FAULT = '358';
const ID_USED = '396';

/** Makes the error for an answer that cannot be used. */
type Failed = BronTransport['failed'];

/** An envelope that stops before it is closed. */
const isCutOff = (xml: string) =>
  /^\s*(<\?xml[^>]*>\s*)?<([\w.-]+:)?Envelope[\s>]/.test(xml) && !/<\/([\w.-]+:)?Envelope\s*>\s*$/.test(xml);

/** Reads an answer and expects message `nr`. @throws TransportError answer-not-xml, answer-cut-off, answer-not-ours, bron-fault */
function expectMessage<T>(nr: 7 | 17, xml: string, failed: Failed, decode: (node: XmlNode) => T): T {
  try {
    const envelope = readEnvelope(xml);
    if (envelope.nr === nr) return decode(envelope.node);
  } catch (error) {
    if (error instanceof SoapFault) throw failed('bron-fault', { status: 500 });
    if (error instanceof XmlError) throw failed(isCutOff(xml) ? 'answer-cut-off' : 'answer-not-xml');
    if (!(error instanceof EnvelopeError)) throw error;
  }
  throw failed('answer-not-ours');
}

/** A bundle, and how many terugkoppelingen in it are of a kind that this program does not process yet (PvE 5.6.7). */
export interface Bundle {
  message: Message<7>;
  unknown: number;
}

const { elements, groups } = messages[7];
const processed = [8, 9, 10, 11, 12, 13, 15, 16] as const;
const signalen = groups.filter(({ key }) => key === 'signaal');
const known: ReadonlySet<string> = new Set(
  [...elements, ...processed.map((nr) => messages[nr]), ...signalen].map(({ xsd }) => xsd),
);

/** Reads the element of a bundle (bericht 7). */
export const decodeBundle = (node: XmlNode): Bundle => ({
  message: decodeMessage(7, node),
  unknown: node.children.filter(({ name }) => !known.has(name)).length,
});

/** Reads the ontvangstbevestiging (bericht 17). `uncertain`: an earlier attempt of the same bytes had no answer. */
export function readOntvangstbevestiging(xml: string, uncertain: boolean, failed: Failed): MeldingOutcome {
  const answer = expectMessage(17, xml, failed, (node) => decodeMessage(17, node));
  if (answer.statusMelding === 'B') return { kind: 'in behandeling', day: answer.datumTerugkoppeling };
  if (answer.statusMelding !== 'A') throw failed('answer-not-ours');
  const signaal = answer.signaal?.[0];
  const code = signaal?.signaalcode ?? '';
  if (code === ID_USED && uncertain) return { kind: 'known' };
  if (code === TECHNICAL_FAULT) return { kind: 'again', code };
  return { kind: 'geweigerd', code, omschrijving: signaal?.omschrijving ?? '' };
}

/** Reads a bundle and checks that it answers this verzoek. */
export function readBundle(xml: string, berichtidentificatie: string, failed: Failed): Bundle {
  const bundle = expectMessage(7, xml, failed, decodeBundle);
  if (bundle.message.berichtidentificatie !== berichtidentificatie) throw failed('answer-not-ours');
  return bundle;
}

/** What went wrong, for a list of problems. */
export const failureOf = (error: unknown): LasFailure => translateDatabaseError(error)?.failure ?? failure('internal');
