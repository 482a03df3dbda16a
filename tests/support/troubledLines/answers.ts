import { gzipSync } from 'node:zlib';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { encodeEnvelope, readEnvelope } from '../../../shared/pve/berichten/soap.ts';
import { startServer } from './servers.ts';
import { addressAt, type SetUp } from './line.ts';

type Answer = (envelope: string, response: ServerResponse) => void;

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const part of request.setEncoding('utf8')) body += part as string;
  return body;
}

/** A server that takes our certificate and answers in its own way. */
const answering =
  (answer: Answer): SetUp =>
  async (pki) => {
    const { port, close } = await startServer(pki, pki.server, (request, response) => {
      void bodyOf(request).then((envelope) => answer(envelope, response));
    });
    return { endpoint: addressAt(port), close };
  };

const status = (code: number, headers: Record<string, string> = {}) =>
  answering((_, response) => response.writeHead(code, headers).end('<html><body>Nee</body></html>'));
const text = (body: string | ((envelope: string) => string)) =>
  answering((envelope, response) => {
    response.setHeader('Content-Type', 'text/xml; charset=utf-8');
    response.end(typeof body === 'string' ? body : body(envelope));
  });

const idOf = (envelope: string) => /<berichtidentificatie>([^<]+)</.exec(envelope)?.[1] ?? '';
const DAY = { datumVersturen: '2009-11-02', datumTerugkoppeling: '2009-11-02' };

/** The answer to a message that is refused: bericht 7 to bericht 6, otherwise bericht 17. */
function refusal(envelope: string, signaalcode: string): string {
  const signaal = [{ signaalcode, omschrijving: `Proef van signaal ${signaalcode}` }];
  const berichtidentificatie = idOf(envelope);
  return readEnvelope(envelope).nr === 6
    ? encodeEnvelope(7, { berichtidentificatie, ...DAY, signaal })
    : encodeEnvelope(17, { berichtidentificatie, statusMelding: 'A', signaal });
}

export const signaal = (code: '358' | '359' | '360' | '366'): SetUp => text((envelope) => refusal(envelope, code));

export const http500 = status(500);
export const http503 = status(503);
export const notFound = status(404);
export const redirect = status(302, { Location: 'https://127.0.0.1:1/elders' });

export const webPage = text('<!DOCTYPE html><html><body><p>Meld u aan op dit netwerk<br></body></html>');
/** Another message of the koppelvlak, and the right one under another berichtidentificatie. */
export const otherMessage = text((envelope) =>
  encodeEnvelope(13, { berichtidentificatie: idOf(envelope), signaal: [{ signaalcode: '741', omschrijving: 'x' }] }),
);
export const otherId = text(encodeEnvelope(7, { berichtidentificatie: '1', ...DAY }));
export const foreignSoap = text(
  '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><Weer xmlns="urn:weer"/></s:Body></s:Envelope>',
);
/** XML of which the end is missing, although the answer came whole. */
export const halfXml = text((envelope) => {
  const whole = encodeEnvelope(7, { berichtidentificatie: idOf(envelope), ...DAY });
  return whole.slice(0, whole.length / 2);
});
/** The connection ends in the middle of an answer. */
export const cutAnswer = answering((_, response) => {
  response.writeHead(200, { 'Content-Type': 'text/xml', 'Content-Length': 1000 });
  response.write('<?xml version="1.0"?><Env', () => response.destroy());
});
/** The connection ends before an answer. */
export const noAnswer = answering((_, response) => void response.destroy());
/** The question arrives, and that is all. */
export const silentAnswer = answering(() => undefined);

const MEGABYTE = Buffer.alloc(1024 * 1024, ' ');
export const endless = answering((_, response) => {
  let left = 40;
  const more = () => {
    for (; left > 0; left -= 1) if (!response.write(MEGABYTE)) return void response.once('drain', more);
    response.end();
  };
  more();
});

/** Small on the line, and forty megabytes when it is unpacked. */
export const packed = answering((_, response) => {
  response.setHeader('Content-Encoding', 'gzip');
  response.end(gzipSync(Buffer.alloc(40 * MEGABYTE.length, ' ')));
});
