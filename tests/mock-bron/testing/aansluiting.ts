import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InschrijvingWpo } from '../../../shared/pve/berichten/content.ts';
import { parseMoment } from '../dutchTime.ts';
import type { Caller } from '../mijnBron/mijnBron.ts';
import type { AansluitingState, SentPost } from '../mijnBron/organisation.ts';
import type { MockOptions } from '../options.ts';
import { https } from './client.ts';
import { createMockWorld, type MockWorld } from './world.ts';

/** School holidays of test schools in 2009 and 2010, not those of the regulations. */
const HOLIDAYS = {
  rows: [
    { naam: 'Zomervakantie', first: '2009-07-11', last: '2009-08-23', vakantieregio: 'midden' },
    { naam: 'Zomervakantie', first: '2009-07-04', last: '2009-08-16', vakantieregio: 'noord' },
    { naam: 'Kerstvakantie', first: '2009-12-19', last: '2010-01-03' },
    { naam: 'Zomervakantie', first: '2010-07-10', last: '2010-08-22', vakantieregio: 'midden' },
  ],
};

/** A mock with a school on its way to BRON, looked at through the control interface. */
export interface PathWorld extends MockWorld {
  /** Calls the control interface. */
  call(method: string, path: string, body?: unknown): Promise<{ status: number; json: Record<string, unknown> }>;
  /** Sets the clock: at nine in the morning, when no time is given. */
  goTo(moment: string): Promise<void>;
  plan(planning: { brinnummer?: string; plannedWeek: string } & Record<string, unknown>): Promise<AansluitingState>;
  state(brinnummer?: string): Promise<AansluitingState>;
  /** What was sent, newest first: all, or of one kind. */
  post(kind?: string, brinnummer?: string): Promise<SentPost[]>;
  /** The text of a letter or mail. */
  read(document: SentPost, form?: 'html' | 'pdf' | 'eml', brinnummer?: string): Promise<Buffer>;
  /** Begins anew on a day: nothing registered, nothing sent. */
  begin(date: string): void;
  /** Downloads the certificate of the last wachtwoordbrief of an aanleverpunt from the site; gives the HTTP status. */
  download(aanleverpunt?: string): Promise<number>;
}

export const gemachtigde: Caller = { role: 'gemachtigde', brinnummer: '99ZZ' };

/** Of an inschrijving from 1 August 2009: an LGF-indicatie, and begeleiding since 1 September. */
export const begeleid = {
  lgfIndicatie: [
    {
      begindatum: '2009-08-01',
      onderwijssoortIndicatie: '31',
      brinnummerRec: '98RC',
      cviNummer: '3-01-2009-0001',
      ambulanteBegeleiding: [{ begindatum: '2009-09-01', brinnummer: '98AE' }],
    },
  ],
} satisfies Partial<InschrijvingWpo>;

/** Starts it on a day, 5 October 2009 unless told otherwise. */
export async function createPathWorld(options: Partial<MockOptions> = {}): Promise<PathWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'holidays-'));
  const holidays = join(folder, 'schoolvakanties.json');
  writeFileSync(holidays, JSON.stringify(HOLIDAYS));
  const world = await createMockWorld({ date: parseMoment('2009-10-05'), holidays, ...options });

  const call: PathWorld['call'] = async (method, path, body) => {
    const response = await fetch(new URL(path, world.mock.addresses.control), {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    });
    return { status: response.status, json: (await response.json()) as Record<string, unknown> };
  };
  /** The answer to what must succeed. */
  async function done<T>(method: string, path: string, body?: unknown): Promise<T> {
    const { status, json } = await call(method, path, body);
    if (status !== 200) throw new Error(`${method} ${path}: ${status} ${String(json.error)}`);
    return json as T;
  }
  const read: PathWorld['read'] = async ({ id }, form = 'html', brinnummer = '99ZZ') => {
    const file = await done<{ base64: string }>('GET', `/aansluitingen/${brinnummer}/post/${id}/${form}`);
    return Buffer.from(file.base64, 'base64');
  };
  const post: PathWorld['post'] = async (kind, brinnummer = '99ZZ') => {
    const sent = await done<{ post: SentPost[] }>('GET', `/aansluitingen/${brinnummer}/post`);
    return sent.post.filter((one) => kind === undefined || one.kind === kind);
  };
  const close = world.close;
  return Object.assign(world, {
    call,
    read,
    post,
    begin: (date: string) => {
      world.mock.reset();
      world.mock.reloadRegisters();
      world.mock.setClock(parseMoment(date));
    },
    goTo: async (moment: string) => {
      await done('POST', '/clock', { set: moment });
    },
    plan: ({ brinnummer = '99ZZ', ...planning }: Parameters<PathWorld['plan']>[0]) =>
      done<AansluitingState>('POST', '/aansluitingen', { brinnummer, ...planning }),
    state: (brinnummer = '99ZZ') => done<AansluitingState>('GET', `/aansluitingen/${brinnummer}`),
    download: async (aanleverpunt = '00') => {
      const [letter] = (await post('wachtwoordbrief')).filter((one) => one.aanleverpunt === aanleverpunt);
      if (!letter) throw new Error('there is no wachtwoordbrief');
      const page = (await read(letter)).toString('utf8');
      const fact = (name: string) => new RegExp(`${name}</th><td>([^<]*)</td>`).exec(page)?.[1] ?? '';
      const form = { gebruikersnaam: fact('Gebruikersnaam'), wachtwoord: fact('Wachtwoord') };
      const agent = new Agent({ ca: world.mock.caPem });
      const { status } = await https(
        new URL('/certificaat', world.mock.addresses.site).href,
        { method: 'POST', agent, headers: { 'Content-Type': 'application/x-www-form-urlencoded' } },
        new URLSearchParams(form).toString(),
      );
      agent.destroy();
      return status;
    },
    close: async () => {
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  });
}
