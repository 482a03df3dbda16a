import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Input, Output } from '../../../shared/api/contract.ts';
import type { PartKey } from '../../../shared/aansluiting/types.ts';
import { dateInNetherlands } from '../../../shared/domain/clock.ts';
import type { MijnBronDocument } from '../../../shared/mijnBron/documents.ts';
import { parseMoment } from '../../../tests/mock-bron/dutchTime.ts';
import type { MockBron } from '../../../tests/mock-bron/server.ts';
import { createVisitor, readable, type Visitor } from '../../../tests/support/mijnBron/visitor.ts';
import type { DemoLas } from '../administration.mts';
import type { PathSchool } from './pathSchool.mts';

/** A letter or mail as it reaches the school. */
export interface ReceivedLetter {
  kind: MijnBronDocument['kind'];
  sentOn: string;
  start?: string;
  /** What it says, without markup. */
  text: string;
  /** A fact out of its table, by its heading. */
  fact(name: string): string;
}

/** Who answers for the exchange, in the program; everything behind it is fictional. */
export const GEMACHTIGDE = { login: 'gemachtigde', password: 'akkoord als het klopt' };

type Path = Output<'aansluiting.get'>;
export type LogInOf = 'gemachtigde' | 'contactpersoon';

/** The school on its way, with the program, BRON and the site of BRON. */
export interface Walk {
  las: DemoLas;
  mock: MockBron;
  path: PathSchool;
  /** For files that are downloaded. */
  folder: string;
  say(line: string): void;
  /** Has somebody stop the next run when so many were sent; undefined: nobody does. */
  stopAfter(most: number | undefined): void;
  /** Nine in the morning of a day: the clock of BRON and that of the program. */
  goTo(day: string): Promise<void>;
  advance(minutes: number): Promise<void>;
  /** What came last of a kind. @throws Error when nothing has */
  letter(kind: MijnBronDocument['kind']): Promise<ReceivedLetter>;
  /** How many came of a kind. */
  received(kind: MijnBronDocument['kind']): number;
  note(letter: ReceivedLetter, more?: Partial<Input<'aansluiting.noteDocument'>>): Promise<void>;
  /** Ticks a part that only a person can judge, on the day that it is. */
  tick(part: PartKey): Promise<void>;
  /** Logs in to Mijn BRON with what the first vooraankondiging tells. */
  logIn(who: LogInOf): Promise<Visitor>;
  /** Downloads a file of Mijn BRON and reads it into the program. */
  fetchFile(visitor: Visitor, name: string): Promise<Output<'mijnBron.readFile'>>;
  state(): Promise<Path>;
  close(): void;
}

const day = (instant: string) => dateInNetherlands(new Date(instant));

/** @param folder for files that are downloaded */
export function createWalk(parts: Pick<Walk, 'las' | 'mock' | 'path' | 'folder' | 'say' | 'stopAfter'>): Walk {
  const { las, mock, path, folder } = parts;
  const { brinnummer } = path.school;
  const visitors = new Map<LogInOf, Visitor>();
  const today = async () => day((await las.call('session.status', {})).now);
  const of = (kind: string) => mock.organisation.post(brinnummer).filter((post) => post.kind === kind);

  async function advance(minutes: number): Promise<void> {
    await las.call('oefenklok.advance', { minutes });
  }
  async function letter(kind: MijnBronDocument['kind']): Promise<ReceivedLetter> {
    const [sent] = of(kind);
    if (!sent) throw new Error(`no ${kind} has come`);
    const { content } = await mock.organisation.postFile(brinnummer, sent.id, 'html');
    const html = content.toString('utf8');
    return {
      kind,
      sentOn: sent.sentOn,
      ...(sent.start === undefined ? {} : { start: sent.start }),
      text: readable(html),
      fact: (name) => {
        const found = [...html.matchAll(/<th scope="row">([^<]*)<\/th><td>([^<]*)</g)].find(([, th]) => th === name);
        if (found?.[2] === undefined) throw new Error(`the ${kind} says nothing of ${name}`);
        return readable(found[2]);
      },
    };
  }
  return {
    ...parts,
    advance,
    letter,
    received: (kind) => of(kind).length,
    goTo: async (wanted) => {
      const { now } = await las.call('session.status', {});
      const milliseconds = parseMoment(wanted).getTime() - new Date(now).getTime();
      if (milliseconds > 0) await advance(Math.ceil(milliseconds / 60_000));
    },
    note: async ({ kind, sentOn, start }, more = {}) => {
      await las.call('aansluiting.noteDocument', {
        kind,
        receivedOn: sentOn,
        ...(start === undefined ? {} : { start }),
        ...more,
      });
    },
    tick: async (part) => {
      await las.call('aansluiting.tick', { part, on: await today() });
    },
    logIn: async (who) => {
      const known = visitors.get(who);
      if (known) return known;
      const name = who === 'gemachtigde' ? 'Gemachtigde' : `Contactpersoon aanleverpunt ${path.school.aanleverpunt}`;
      const [gebruikersnaam = '', wachtwoord = ''] = (await letter('vooraankondiging1'))
        .fact(name)
        .split(', wachtwoord ');
      const visitor = createVisitor(mock.addresses.site, mock.caPem);
      visitors.set(who, visitor);
      const form = '/mijn-bron/inloggen';
      const page = await visitor.submit(form, form, { gebruikersnaam, wachtwoord });
      if (page.path !== '/mijn-bron') throw new Error(`Mijn BRON answered ${page.status} to logging in`);
      return visitor;
    },
    fetchFile: async (visitor, name) => {
      const page = await visitor.get(`/mijn-bron/bestand/${name}.json`);
      if (page.status !== 200) throw new Error(`Mijn BRON answered ${page.status} to the download of ${name}`);
      const file = join(folder, `${name}.json`);
      writeFileSync(file, page.html);
      return las.call('mijnBron.readFile', { token: las.grant(file) });
    },
    state: () => las.call('aansluiting.get', {}),
    close: () => {
      for (const visitor of visitors.values()) visitor.close();
    },
  };
}
