import type { ServerResponse } from 'node:http';
import type { Answer } from './answer.ts';

/** Promises an answer of so many bytes. */
export function writeHead(response: ServerResponse, { status, type, headers }: Answer, bytes: number): void {
  response.writeHead(status, {
    'Content-Type': `${type ?? 'text/xml'}; charset=utf-8`,
    'Content-Length': bytes,
    ...headers,
  });
}

/** Sends an answer, unless the client went away. */
export function sendAnswer(response: ServerResponse, answer: Answer): void {
  if (response.destroyed) return;
  writeHead(response, answer, Buffer.byteLength(answer.xml));
  response.end(answer.xml);
}
