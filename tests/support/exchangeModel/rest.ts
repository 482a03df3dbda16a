import { expect } from 'vitest';
import { contentOfInschrijving } from '../../../electron/core/exchange/content.ts';
import { readHold } from '../../../electron/core/exchange/hold.ts';
import { canonical } from '../../../shared/pve/berichten/content.ts';
import { meldingInschrijving } from '../../../shared/pve/berichten/requests.ts';
import type { Connection } from '../../../electron/core/database/database.ts';
import type { ExchangeRunner } from '../../../electron/core/exchange/runner.ts';
import type { LoggedMessage } from '../../mock-bron/register/log.ts';
import type { MockBron } from '../../mock-bron/server.ts';

/** An administration with its BRON that can come to rest. */
export interface Resting {
  administration: { db: Connection };
  runner: Pick<ExchangeRunner, 'send' | 'requestTerugkoppelingen' | 'requestRegistratieoverzicht'>;
  shared: { mock: MockBron };
  /** Places in the log of the mock after which what was sent before is no longer known here. */
  restores: readonly number[];
  /** Berichtidentificaties that a person gave up, with the place in the log of the mock at which that was. */
  givenUp: ReadonlyMap<string, number>;
  /** Moves the clocks of both forward, by minutes. */
  wait(minutes: number): void | Promise<void>;
  /** Starts the program anew; patient: waits long for an answer. */
  restart(options: { patient: boolean }): Promise<void>;
}

const ROUNDS = 12;
/** Geweigerd: for the content (359), which waits for a person; the other refusals are offered again. */
const AT_REST = ['geregistreerd', 'geregistreerd met signaal', 'afgekeurd', 'tegengehouden', 'geweigerd'];

const underWay = ({ administration: { db } }: Resting): number =>
  db
    .prepare<[], number>(
      "SELECT count(*) FROM bericht WHERE state IN ('opgesteld', 'verzonden', 'onzeker', 'in behandeling')",
    )
    .pluck()
    .get() ?? 0;

const states = ({ administration: { db } }: Resting): { inschrijving_id: number; state: string }[] =>
  db
    .prepare<[], { inschrijving_id: number; state: string }>('SELECT inschrijving_id, state FROM bron_state ORDER BY 1')
    .all();

/** Lets everything come to rest on a line that works: what a person does who presses the two buttons now and then. */
export async function comeToRest(world: Resting): Promise<void> {
  world.shared.mock.clearFaults();
  await world.restart({ patient: true });
  for (let round = 0; round < ROUNDS; round += 1) {
    await world.wait(61);
    if (readHold(world.administration.db)) await world.runner.requestRegistratieoverzicht();
    else await world.runner.send();
    await world.wait(61);
    await world.runner.requestTerugkoppelingen();
    const restless = states(world).filter(({ state }) => !AT_REST.includes(state));
    // The first round offers again what was refused on the way (360, 366).
    const offered = round > 0;
    if (offered && !readHold(world.administration.db) && underWay(world) === 0 && restless.length === 0) return;
  }
  expect.fail(`no rest after ${ROUNDS} rounds: ${JSON.stringify(states(world))}, ${underWay(world)} under way`);
}

const pgnOf = (person: { burgerservicenummer?: string | null; onderwijsnummer?: string | null }) =>
  person.burgerservicenummer ?? person.onderwijsnummer;

const without = (content: object | undefined, keys: readonly string[]) =>
  Object.fromEntries(Object.entries(content ?? {}).filter(([key]) => !keys.includes(key)));

/**
 * For every inschrijving without an afkeuring or tegengehouden, the register holds exactly what the administration says, once.
 * @param untold gegevens that are not compared
 */
export function expectRegistered(world: Resting, untold: readonly string[] = []): void {
  const { db } = world.administration;
  const register = world.shared.mock.register('99ZZ');
  const keys = register.map((row) => `${pgnOf(row)} ${row.datumInschrijving}`);
  expect(new Set(keys).size).toBe(keys.length);
  const here = states(world).map(({ inschrijving_id: id, state }) => {
    const { persoonMetPgn, inschrijvingWpo } = contentOfInschrijving(db, id);
    return {
      pgn: pgnOf(persoonMetPgn?.[0] ?? {}),
      inschrijvingWpo,
      date: inschrijvingWpo?.[0]?.datumInschrijving,
      state,
    };
  });
  for (const { pgn, inschrijvingWpo, date, state } of here) {
    if (!state.startsWith('geregistreerd')) continue;
    const found = register.filter((row) => pgnOf(row) === pgn);
    const dates = here.filter((one) => one.pgn === pgn).map((one) => one.date);
    expect(dates).toEqual(expect.arrayContaining(found.map(({ datumInschrijving }) => datumInschrijving)));
    const same = found.filter(({ datumInschrijving }) => datumInschrijving === date);
    const atBron = same.map(({ content }) => ({ inschrijvingWpo: [without(content as object, untold)] }));
    expect(atBron.map((content) => canonical(meldingInschrijving, content as never))).toEqual([
      { inschrijvingWpo: inschrijvingWpo?.map((one) => without(one, untold)) },
    ]);
  }
}

interface Sent {
  berichtidentificatie: string;
  content: string;
}

/** Which inschrijving a melding is about: that of a pupil from a day on. */
const aboutOf = (xml: string) =>
  [/<Sofinummer>(\d+)</, /<datumInschrijving>\s*([^<]+)</].map((part) => part.exec(xml)?.[1] ?? '').join(' ');
const withoutId = (xml: string) => xml.replace(/<berichtidentificatie>[^<]*</, '<');
const idsIn = (xml: string) => [...xml.matchAll(/<berichtidentificatie>([^<]+)</g)].map(([, id = '']) => id);

/** What a person gave up does not hold the next one back. */
const unlessGivenUp = ({ givenUp }: Resting, sent: Sent | undefined, seq: number): Sent | undefined =>
  (givenUp.get(sent?.berichtidentificatie ?? '') ?? Infinity) < seq ? undefined : sent;

/** BRON had nothing of what was given up: it never registers it after all. */
function expectGivenUpMissing({ givenUp }: Resting, seq: number, xml: string): void {
  const registered = xml.match(/<(\w+:)?Meldinginschrijvingantwoord[^]*?<\/(\w+:)?Meldinginschrijvingantwoord>/g) ?? [];
  for (const id of registered.flatMap((one) => idsIn(one).slice(0, 1)))
    if ((givenUp.get(id) ?? Infinity) < seq) expect.fail(`${id} was given up and is registered after all`);
}

/** Refusals: BRON says that it did nothing with the melding. */
const refusals: readonly unknown[] = ['359', '360', '366'];

/** What disturbs an answer and leaves it whole: another signaal, another bundle, or work that BRON puts off. */
const isWhole = (note: string | undefined): boolean =>
  note === undefined || /^storing: (signaal-|bundle-|late$)/.test(note);

/** Whether this answer came to the administration and says that a melding was refused. */
const isRefusal = ({ direction, nr, signaal, note }: LoggedMessage): boolean =>
  direction === 'out' && nr === 17 && refusals.includes(signaal) && isWhole(note);

/**
 * Nothing new about an inschrijving leaves while the outcome of an earlier melding is unknown: no content under two berichtidentificaties. What
 * went out before a restore is not known any more and does not count.
 */
export function expectNothingTwice(world: Resting): void {
  const open = new Map<string, Sent>();
  const offered = new Map<string, number>();
  let restores = [...world.restores];
  const log: LoggedMessage[] = world.shared.mock.messages({ limit: 100_000 });
  for (const [index, message] of log.entries()) {
    const { seq, direction, nr, xml, berichtidentificatie = '', status, note, signaal } = message;
    if (restores.some((at) => at < seq)) {
      open.clear();
      restores = restores.filter((at) => at >= seq);
    }
    if (direction === 'in' && nr === 3) {
      const earlier = unlessGivenUp(world, open.get(aboutOf(xml)), seq);
      if (earlier && earlier.berichtidentificatie !== berichtidentificatie)
        expect.fail(`${berichtidentificatie} left while ${earlier.berichtidentificatie} was unanswered`);
      if (earlier) expect(withoutId(xml)).toBe(earlier.content);
      open.set(aboutOf(xml), { berichtidentificatie, content: withoutId(xml) });
    }
    if (direction === 'out' && nr === 7) expectGivenUpMissing(world, seq, xml);
    const told = direction === 'out' && nr === 7 && status === 200 && isWhole(note) ? idsIn(xml) : [];
    // The mock notes an answer right behind what it answers.
    const answered = log[index - 1]?.berichtidentificatie ?? '';
    if (direction === 'in') offered.set(berichtidentificatie, (offered.get(berichtidentificatie) ?? 0) + 1);
    // What is offered for the first time under a number that was used (396) is not what BRON has.
    const isUsed = direction === 'out' && signaal === '396' && offered.get(answered) === 1;
    if (isRefusal(message) || isUsed) told.push(answered);
    for (const [about, sent] of open) if (told.includes(sent.berichtidentificatie)) open.delete(about);
  }
}
