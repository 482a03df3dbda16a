import type { IncomingMessage } from 'node:http';
import { TLSSocket } from 'node:tls';
import type { Vergelijkingsoverzicht } from '../../shared/mijnBron/comparison.ts';
import type { Contactgegevens } from '../../shared/mijnBron/contact.ts';
import type { Gtb } from '../../shared/mijnBron/gtb.ts';
import { startServer } from './troubledLines/servers.ts';
import type { TestPki } from './troubledLines/line.ts';

/** An answer of the machine interface. */
interface Answer {
  status: number;
  body?: unknown;
}

/** A Mijn BRON that answers what a test says, behind the certificate of the school. */
export interface MijnBronServer {
  port: number;
  /** What it answers, by method and path: `GET gtb`. Whatever is not here: 404 without a body of Mijn BRON. */
  answers: Map<string, Answer>;
  /** What was asked, in order, with what was sent along. */
  asked: { request: string; body: unknown; holder: string }[];
  close(): Promise<void>;
}

/** An answer that refuses, as Mijn BRON words it. */
export const refusal = (status: number, fout: string, tekst: string): Answer => ({ status, body: { fout, tekst } });

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const part of request.setEncoding('utf8')) text += part as string;
  return text === '' ? undefined : (JSON.parse(text) as unknown);
}

export async function startMijnBronServer(pki: TestPki): Promise<MijnBronServer> {
  const answers = new Map<string, Answer>();
  const asked: MijnBronServer['asked'] = [];
  const { port, close } = await startServer(pki, pki.server, (request, response) => {
    void bodyOf(request).then((body) => {
      const path = (request.url ?? '').replace('/MIJNBRON/v1/', '');
      const name = `${request.method ?? ''} ${decodeURIComponent(path)}`;
      const { socket } = request;
      const holder = socket instanceof TLSSocket ? socket.getPeerCertificate().subject.CN : '';
      asked.push({ request: name, body, holder: String(holder) });
      const answer = answers.get(name) ?? { status: 404 };
      response.writeHead(answer.status, { 'Content-Type': 'application/json' });
      response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body));
    });
  });
  return { port, answers, asked, close };
}

const adres = { straatnaam: 'Schoolstraat', huisnummer: '1', postcode: '2554EJ', plaats: 'Den Haag' };
const persoon = { naam: 'A. Ministratie', telefoonnummer: '0101234567', email: 'administratie@school.example' };
export const contactOf: Contactgegevens = {
  hoofdvestiging: {
    ...{ brinnummer: '99ZZ', vestigingsvolgnummer: '00', naam: 'Basisschool De Proef' },
    adres,
    gemachtigde: persoon,
  },
  aanleverpunten: [{ aanleverpunt: '00', las: 'Bronwijs 0.1.0', adres, contactpersoon: persoon }],
  akkoordverklaring: '2009-09-01',
};

/** A GTB of 99ZZ that counts two pupils and names nobody. */
export const gtbOf = (changes: Partial<Gtb> = {}): Gtb => ({
  layout: 'bronwijs-gtb-1',
  kenmerk: `99ZZ${changes.vestigingsvolgnummer ?? '00'}-${changes.peildatum ?? '2009-10-01'}-${changes.madeOn ?? '2009-10-20'}`,
  brinnummer: '99ZZ',
  vestigingsvolgnummer: '00',
  naam: 'Hoofdvestiging',
  soort: 'BAO',
  peildatum: '2009-10-01',
  processedUntil: '2009-10-15',
  madeOn: '2009-10-20',
  aantallen: { totaal: 2 },
  notCounted: [],
  attention: [],
  ...changes,
});

/** A vergelijkingsoverzicht of 99ZZ with one pupil that BRON lacks. */
export const overviewOf = (changes: Partial<Vergelijkingsoverzicht> = {}): Vergelijkingsoverzicht => ({
  layout: 'bronwijs-ab-1',
  kenmerk: `99ZZ-AB-${changes.madeOn ?? '2009-10-20'}`,
  brinnummer: '99ZZ',
  madeOn: '2009-10-20',
  rows: [
    {
      kind: 'V1',
      pgn: '999992533',
      geboortedatum: '2001-12-31',
      cfi: { onderwijssoort: '33', datumIndicatiestelling: '2008-05-01', start: '2008-08-01' },
    },
  ],
  ...changes,
});

/** Has the server list and give these GTBs. */
export function offerGtbs({ answers }: MijnBronServer, gtbs: readonly Gtb[]): void {
  const lines = gtbs.map(({ kenmerk, vestigingsvolgnummer, peildatum, processedUntil, madeOn, aantallen }) => ({
    ...{ kenmerk, vestigingsvolgnummer, peildatum, processedUntil, madeOn },
    totaal: aantallen['totaal'] ?? 0,
  }));
  answers.set('GET gtb', { status: 200, body: lines });
  for (const gtb of gtbs) answers.set(`GET gtb/${gtb.kenmerk}`, { status: 200, body: gtb });
}
