import { dateInNetherlands, type Clock } from '../../../shared/domain/clock.ts';
import { encodeEnvelope, encodeFault } from '../../../shared/pve/berichten/soap.ts';
import { ownBerichtidentificatie, type Meta } from '../register/meta.ts';
import { mockSignaal, type MockSignaal } from '../signalen.ts';

/** What goes back over the connection. */
export interface Answer {
  status: number;
  xml: string;
  nr?: 7 | 17;
  berichtidentificatie?: string;
  signaal?: string;
  /** For the log of the tester: what was wrong. */
  note?: string;
  /** Content type; text/xml when left out. */
  type?: 'text/plain' | 'text/html';
  /** Further HTTP headers. */
  headers?: Readonly<Record<string, string>>;
}

export interface Answers {
  /** Bericht 17 with its own berichtidentificatie (PvE 5.6.16): B, or A with a signaal. */
  ontvangstbevestiging(signaal?: MockSignaal): Answer;
  /** Bericht 7 that refuses, with no other content than the signaal. */
  refusal(berichtidentificatie: string | undefined, signaal: MockSignaal): Answer;
  /** Bericht 7 around terugkoppelingen that are XML already. */
  bundle(berichtidentificatie: string, items: readonly string[]): Answer;
  /** Bytes of a bericht 7 without terugkoppelingen. */
  emptyBytes(berichtidentificatie: string): number;
  /** HTTP 500 with a SOAP fault. */
  fault(code: 'Client' | 'Server' | 'VersionMismatch'): Answer;
}

/** HTTP 503: the client may come back after so many seconds. */
export const busyAnswer = (seconds: number): Answer => ({
  status: 503,
  xml: 'Service unavailable\n',
  type: 'text/plain',
  headers: { 'Retry-After': String(seconds) },
});

/** Builds the synchronous answers of BRON. */
export function createAnswers(meta: Meta, clock: Clock): Answers {
  const datumTerugkoppeling = () => dateInNetherlands(clock.now());
  const ownId = () => ownBerichtidentificatie(meta);
  const envelope7 = (berichtidentificatie: string) =>
    encodeEnvelope(7, { berichtidentificatie, datumTerugkoppeling: datumTerugkoppeling() });
  const end = '    </Terugkoppelingverzoekterugkoppeling>';
  return {
    ontvangstbevestiging: (code) => {
      const berichtidentificatie = ownId();
      const xml = encodeEnvelope(17, {
        berichtidentificatie,
        datumTerugkoppeling: datumTerugkoppeling(),
        statusMelding: code ? 'A' : 'B',
        ...(code ? { signaal: [mockSignaal(code)] } : {}),
      });
      return { status: 200, xml, nr: 17, berichtidentificatie, ...(code ? { signaal: code } : {}) };
    },
    refusal: (given, code) => {
      const berichtidentificatie = given?.slice(0, 16) || ownId();
      const content = {
        berichtidentificatie,
        datumTerugkoppeling: datumTerugkoppeling(),
        signaal: [mockSignaal(code)],
      };
      return { status: 200, xml: encodeEnvelope(7, content), nr: 7, berichtidentificatie, signaal: code };
    },
    bundle: (berichtidentificatie, items) => {
      const xml = envelope7(berichtidentificatie).replace(end, () => items.join('') + end);
      return { status: 200, xml, nr: 7, berichtidentificatie };
    },
    emptyBytes: (berichtidentificatie) => Buffer.byteLength(envelope7(berichtidentificatie)),
    fault: (code) => ({ status: 500, xml: encodeFault(code, 'Internal server error') }),
  };
}
