import { fileURLToPath } from 'node:url';
import type { MockBron } from '../../mock-bron/server.ts';

/** Path of the WSDL, which is all that a stranger's toolkit knows. */
export const wsdl = fileURLToPath(new URL('../../../resources/bron/BpokServices_V1.0.wsdl', import.meta.url));

/** The aanleverpunt a client speaks for, in the SOAP header. */
export interface Speaker {
  brinnummer: string;
  aanleverpunt: string;
}

/** What came of a call. */
export interface Called {
  /** The answer as the toolkit understood it: under the names of the XSDs, in texts; a group that can occur more often is a list or, once, not. */
  result: Record<string, unknown>;
  /** The envelopes as they went over the wire. */
  request: string;
  answer: string;
}

export interface ToolkitClient {
  /** The operations it found in the WSDL, sorted. */
  operations: string[];
  /** Calls an operation; `content` has the element names of the XSDs. Rejects when there is no message in answer. */
  call(operation: string, content: object): Promise<Called>;
  close(): Promise<void>;
}

/** A SOAP toolkit that is not ours. */
export interface Toolkit {
  name: string;
  /**
   * A client with the certificate of an aanleverpunt, or without one; `speaker` is the aanleverpunt that its messages name when it is another.
   */
  connect(mock: MockBron, certificate: Speaker | undefined, speaker?: Speaker): Promise<ToolkitClient>;
}
