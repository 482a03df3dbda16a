import { decodeUtf8, XmlError } from '../../../shared/pve/berichten/xml.ts';
import { createHttpsLine, type HttpsLine, type HttpsLineOptions } from './httpsLine.ts';

export interface BronTransport extends Pick<HttpsLine, 'failed' | 'close'> {
  /** Posts an envelope and gives the answer's text. @throws TransportError */
  post(envelope: string): Promise<string>;
}

const headers = { 'Content-Type': 'text/xml; charset=utf-8', SOAPAction: '""', Accept: 'text/xml' };

/** A transport of messages to the web service (PvE 5.1). */
export function createTransport(options: HttpsLineOptions): BronTransport {
  const line = createHttpsLine(options);
  return {
    failed: line.failed,
    async post(envelope) {
      const accepts = (status: number) => status === 200;
      const answer = await line.send({ method: 'POST', url: options.url, body: envelope, headers, accepts });
      try {
        return decodeUtf8(answer.body);
      } catch (error) {
        throw error instanceof XmlError ? line.failed('answer-not-xml') : error;
      }
    },
    close: () => line.close(),
  };
}
