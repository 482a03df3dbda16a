import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Answer } from '../soap/answer.ts';
import { sendAnswer, writeHead } from '../soap/send.ts';

/** What can happen to the connection, so that no answer comes. */
export type LossFault = 'silent' | 'broken' | 'reset';

/** What can happen to an answer on its way. */
export type LineFault = 'cut-off' | 'endless' | 'slow';

/** How each loss comes about; `connection` is the TCP connection under the TLS of the response. */
export const lossFaults: Readonly<
  Record<LossFault, (response: ServerResponse, connection: Socket | undefined) => void>
> = {
  silent: () => undefined,
  broken: (response) => response.socket?.destroy(),
  reset: (_response, connection) => connection?.resetAndDestroy(),
};

/** An answer on its way. */
interface Delivery {
  response: ServerResponse;
  answer: Answer;
  /** Of `slow`: how long the answer waits, in real time. */
  seconds: number;
}

const CHUNK = Buffer.alloc(1024 * 1024, ' ');
/** Far beyond what any client should read, and yet an end. */
const ENDLESS_CHUNKS = 1024;

/** Writes white space after the answer's beginning until the client goes away; no faster than it reads. */
function streamEndlessly({ response, answer }: Delivery): void {
  response.writeHead(answer.status, { 'Content-Type': 'text/xml; charset=utf-8' });
  response.write(answer.xml.slice(0, answer.xml.length / 2));
  let chunks = 0;
  const more = () => {
    while (!response.destroyed && chunks < ENDLESS_CHUNKS) {
      chunks += 1;
      if (!response.write(CHUNK)) return;
    }
    response.end();
  };
  response.on('drain', more);
  more();
}

/** How each fault delivers an answer. */
export const lineFaults: Readonly<Record<LineFault, (delivery: Delivery) => void>> = {
  'cut-off': ({ response, answer }) => {
    const bytes = Buffer.from(answer.xml);
    writeHead(response, answer, bytes.length);
    response.write(bytes.subarray(0, bytes.length / 2), () => response.socket?.end());
  },
  endless: streamEndlessly,
  slow: ({ response, answer, seconds }) => {
    setTimeout(() => sendAnswer(response, answer), seconds * 1000).unref();
  },
};
