import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Fault } from '../mock-bron/faults.ts';
import type { MockBron } from '../mock-bron/server.ts';
import { advance, fetchTerugkoppelingen, whileUnreachable, type TestLas } from './administration.ts';
import { lookInto } from './database.ts';

/** What a table of changes against states is run with: how a message gets into each state, and how each change is made. */
export interface Ways {
  reach: Readonly<Record<string, () => Promise<unknown>>>;
  change: Readonly<Record<string, () => Promise<unknown>>>;
}

/** The rows of the table under a heading of docs/koppelvlak.md, without its head, cell by cell. */
export function tableUnder(heading: string): string[][] {
  const [, after = ''] = readFileSync('docs/koppelvlak.md', 'utf8').split(`\n${heading}\n`);
  const [section = ''] = after.split(/^#/m);
  return section
    .split('\n')
    .filter((text) => text.startsWith('| '))
    .slice(1)
    .map((text) =>
      text
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

/** Every state with every change, as the first two cells of a table have to name them. */
export const pairsOf = ({ reach, change }: Ways): string[] =>
  Object.keys(reach)
    .flatMap((from) => Object.keys(change).map((what) => `${from}, ${what}`))
    .sort();

/** The same of the rows of a table. */
export const pairsIn = (rows: readonly string[][]): string[] => rows.map(([from, what]) => `${from}, ${what}`).sort();

interface Line {
  world: TestLas;
  mock: MockBron;
}

/** The states of all messages of this kind, oldest first. */
const statesOf = (world: TestLas, nr: number): Promise<string[]> =>
  lookInto(world, (db) =>
    db.prepare<[number], string>('SELECT state FROM bericht WHERE nr = ? ORDER BY id').pluck().all(nr),
  );

/** How many times a message of this kind reached BRON. */
const reached = ({ mock }: Line, nr: number): number => mock.messages({ direction: 'in', nr }).length;

interface Usual {
  nr: number;
  /** Makes it ready to be drafted. */
  prepare: () => Promise<unknown>;
  send: () => Promise<unknown>;
  /** The signaal with which BRON rejects it (bericht 13). */
  rejectedBy: string;
}

/** How a message of this kind gets into each state. */
export function usualWays(line: () => Line, { nr, prepare, send, rejectedBy }: Usual) {
  const sent = async () => {
    await prepare();
    await send();
  };
  const sentWith = (kind: Fault['kind']) => async () => {
    await prepare();
    line().mock.setFault({ kind, nr, times: 1 });
    await send();
  };
  return {
    'not drafted': prepare,
    opgesteld: async () => {
      await prepare();
      await whileUnreachable(line(), send);
    },
    onzeker: sentWith('break-before'),
    'in behandeling': sent,
    geregistreerd: async () => {
      await sent();
      await fetchTerugkoppelingen(line());
    },
    afgekeurd: async () => {
      await prepare();
      line().mock.scenarios.set({ signaal: rejectedBy, nr, times: 1 });
      await send();
      await fetchTerugkoppelingen(line());
    },
    'geweigerd (359)': sentWith('signaal-359'),
    'geweigerd (360)': sentWith('signaal-360'),
  };
}

/** A table of changes against states of messages of one kind. */
interface Table extends Ways {
  heading: string;
  nr: number;
  /** What a person sees of it after the change. */
  shown: () => Promise<string>;
  /** The next run. */
  run: () => Promise<unknown>;
}

/** Makes a test of each row, and one that there is a row of each change of each state. */
export function runTable(line: () => Line, { heading, nr, reach, change, shown, run }: Table): void {
  const rows = tableUnder(heading);

  it('the table names every state in which one can rest, and every change of each', () => {
    expect(pairsIn(rows)).toEqual(pairsOf({ reach, change }));
  });

  for (const [from = '', what = '', ...outcome] of rows) {
    it(`${from}: ${what}`, async () => {
      await reach[from]?.();
      await change[what]?.();
      const after = await shown();
      line().mock.clearFaults();
      advance(line(), 61);
      await run();
      const states = (await statesOf(line().world, nr)).join(', ') || 'none';
      // The last cell says in words what happens.
      expect([after, states, `${reached(line(), nr)}`, `${reached(line(), 3)}`]).toEqual(outcome.slice(0, -1));
    });
  }
}
