import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunResult } from '../../shared/api/exchange.ts';
import { catchConnections, type CaughtConnections } from '../support/caughtConnections.ts';
import type { ScenarioName } from '../support/exchangeKills/scenarios.ts';
import { expectWellAtRest } from '../support/exchangeKills/wellAtRest.ts';
import { Workshop } from '../support/exchangeKills/workshop.ts';
import type { KillWorld } from '../support/exchangeKills/world.ts';
import { runLimited } from '../support/runLimited.ts';

/** The disk is full at each write of a run; when there is room again the next run goes on where this one could not. */
/** From less than the first write of a run takes to more than all of them. */
const LIMITS = [40, 80, 120, 300];

const workshop = new Workshop();
let caught: CaughtConnections;
let world: KillWorld;

afterAll(() => workshop.close());
beforeEach(() => {
  caught = catchConnections();
});
afterEach(async () => {
  caught.stop();
  await world.destroy();
});

const fetch = () => world.las.las.invoke('exchange.requestTerugkoppelingen', {});
const send = () => world.las.las.invoke('exchange.send', {});

/** What is said of a run: how it failed, or what was wrong with it. */
function codesOf(result: Awaited<ReturnType<typeof fetch>>): string[] {
  return result.ok ? (result.value as RunResult).problems.map(({ code }) => code) : [result.error.code];
}

const asked = () =>
  world.mock.messages({ direction: 'in', nr: 6 }).map(({ berichtidentificatie }) => berichtidentificatie);

const bundles = () => world.administration.db.prepare('SELECT count(*) FROM bundel').pluck().get() as number;

/** Does `run` with room for no page more, one page more, and so on, until it ends well; `then` is called after each that did not. */
async function atEachPage(name: ScenarioName, run: typeof fetch, then: () => Promise<void>): Promise<number> {
  for (let pages = 0; ; pages += 1) {
    world = await workshop.begin(name);
    await world.start();
    const db = caught.administration();
    db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true })) + pages}`);
    const codes = codesOf(await run());
    db.pragma('max_page_count = 1000000');
    if (codes.length === 0) return pages;
    expect(codes).toEqual(['disk-full']);
    await then();
    await expectWellAtRest(world);
    await world.destroy();
  }
}

describe('a database that cannot grow (SQLITE_FULL)', () => {
  it('while terugkoppelingen come in: the same bundle comes again, or is taken up', async () => {
    const outcomes = new Set<string>();
    const full = await atEachPage('first terugkoppelingen', fetch, async () => {
      const [kept, first] = [bundles(), asked()];
      expect(codesOf(await fetch())).toEqual([]);
      const again = asked()[first.length];
      // One that was not stored is asked for under the same number.
      if (kept === 0) expect(again).toBe(first[0]);
      else expect((again ?? '') > (first[0] ?? '')).toBe(true);
      outcomes.add(kept === 0 ? 'again' : 'taken up');
    });
    expect(full).toBeGreaterThan(2);
    expect([...outcomes].sort()).toEqual(['again', 'taken up']);
  });

  it.each<ScenarioName>(['BRON tells what it has', 'BRON tells of those who are gone'])(
    'while after a restore %s: the hold ends together with the last of it',
    async (name) => {
      const overview = async () => {
        const result = await world.las.las.invoke('exchange.requestRegistratieoverzicht', {});
        return codesOf(result).length > 0 ? result : fetch();
      };
      const full = await atEachPage(name, overview, async () => {
        const { hold } = await world.las.call('exchange.overview', {});
        const { rows } = await world.las.call('exchange.registratieoverzichten', {});
        const last = rows.filter(({ leerlingen }) => leerlingen !== undefined);
        expect(hold === undefined).toBe(last.length > 0 && last.every(({ received }) => received !== undefined));
      });
      expect(full).toBeGreaterThan(2);
    },
  );

  it('while meldingen are sent: none is lost, and none goes twice under another number', async () => {
    const full = await atEachPage('first meldingen', send, async () => {
      expect(codesOf(await send())).toEqual([]);
    });
    expect(full).toBeGreaterThan(2);
  });
});

describe('files that may not grow beyond a limit (RLIMIT_FSIZE)', () => {
  it('lose no terugkoppeling', async ({ skip }) => {
    skip(process.platform === 'win32', 'Windows has no RLIMIT_FSIZE');
    const said = new Set<string>();
    for (const kilobytes of LIMITS) {
      world = await workshop.begin('first terugkoppelingen');
      const [unlocked, fetched] = await runLimited(world.dataDir, kilobytes, [
        ['exchange.requestTerugkoppelingen', {}],
      ]);
      said.add(`${unlocked} ${fetched}`);
      await world.start();
      await expectWellAtRest(world);
      await world.destroy();
    }
    expect([...said].sort()).toEqual(['ok disk-failed', 'ok ok']);
  });
});
