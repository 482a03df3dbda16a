import fc from 'fast-check';
import { expect } from 'vitest';
import { LasError } from '../../../shared/api/errors.ts';
import { offerAgain } from '../../../electron/core/exchange/offerAgain.ts';
import { readInschrijving, readLeerling } from '../../../electron/core/leerlingen/repository.ts';
import type { ExchangeRunner } from '../../../electron/core/exchange/runner.ts';
import type { GegevensWpo } from '../../../shared/api/inschrijving.ts';
import type { Persoonsgegevens } from '../../../shared/api/leerlingen.ts';
import { faultKinds, type FaultKind } from '../../mock-bron/faults.ts';
import { asWpo, correctInschrijving } from '../pupils.ts';
import { persons, type ExchangeWorld } from './world.ts';

/** What a person has saved of a pupil. */
interface Saved {
  aanduidingNnca: string;
  geslacht: string;
  withGewicht: boolean;
}

/** What must be in the administration, whatever happened to the exchange. */
export interface Model {
  pupils: Saved[];
  backup?: Saved[];
}

export const startModel = (): Model => ({
  pupils: persons.map(({ geslacht }) => ({ aanduidingNnca: '1', geslacht, withGewicht: true })),
});

/** What was saved is still there. */
export function expectSaved({ pupils }: Model, { administration: { db } }: ExchangeWorld): void {
  const kept = pupils.map((_, index): Saved => {
    const { aanduidingNnca = '', gewicht } = asWpo(readInschrijving(db, index + 1).gegevens);
    const { geslacht = '' } = readLeerling(db, index + 1).gegevens;
    return { aanduidingNnca, geslacht, withGewicht: gewicht.length > 0 };
  });
  expect(kept).toEqual(pupils);
}

type Command = fc.AsyncCommand<Model, ExchangeWorld>;

/** A command that is always possible unless `check` says otherwise. */
const command = (
  text: string,
  run: (model: Model, world: ExchangeWorld) => Promise<void> | void,
  check: (model: Model) => boolean = () => true,
): Command => ({
  check: (model) => check(model),
  run: async (model, world) => {
    await run(model, world);
  },
  toString: () => text,
});

const runs: Record<string, (runner: ExchangeRunner) => Promise<unknown>> = {
  send: (runner) => runner.send(),
  fetch: (runner) => runner.requestTerugkoppelingen(),
  overview: (runner) => runner.requestRegistratieoverzicht(),
  retry: (runner) => runner.retryUncertain(),
};

/** A run may fail, with a cause that has a sentence. */
async function runOf(world: ExchangeWorld, kind: string): Promise<void> {
  await runs[kind]?.(world.runner).catch((error: unknown) => {
    if (!(error instanceof LasError) || error.failure.code === 'internal') throw error;
  });
}

const change = (pupil: number, { withGewicht, ...changes }: Partial<Saved>): Command =>
  command(`change ${pupil} ${JSON.stringify({ withGewicht, ...changes })}`, async (model, world) => {
    const { aanduidingNnca, geslacht } = changes;
    const persoon: Persoonsgegevens = geslacht === undefined ? {} : { geslacht };
    const inschrijving: Partial<GegevensWpo> = {
      ...(aanduidingNnca === undefined ? {} : { aanduidingNnca }),
      ...(withGewicht === undefined ? {} : { gewicht: withGewicht ? correctInschrijving().gewicht : [] }),
    };
    await world.change(pupil, { persoon, inschrijving });
    model.pupils = model.pupils.map((saved, index) =>
      index === pupil ? { ...saved, ...changes, ...(withGewicht === undefined ? {} : { withGewicht }) } : saved,
    );
  });

/** A person gives up whatever melding of a pupil is the newest; what may not be given up is refused. */
const giveUp = (pupil: number): Command =>
  command(`offer ${pupil} again`, (_, world) => {
    const newest = world.newestBericht(pupil);
    if (!newest) return;
    try {
      offerAgain(world.administration, newest.id, 'De Helpdesk BRON vroeg erom.');
    } catch (error) {
      if (error instanceof LasError) return;
      throw error;
    }
    world.noteGivenUp(newest.berichtidentificatie);
  });

/** A person waits a day, asks what BRON has, and gives up whatever is not there. */
const giveUpMissing = (pupil: number): Command =>
  command(`give ${pupil} up when it is missing`, async (model, world) => {
    world.wait(31);
    await runOf(world, 'fetch');
    world.wait(24 * 60);
    await runOf(world, 'overview');
    await runOf(world, 'fetch');
    await giveUp(pupil).run(model, world);
  });

/** Those that need no time of the machine or of the mock. */
const faults: readonly FaultKind[] = faultKinds.filter((kind) => kind !== 'slow' && kind !== 'late');
const pupil = fc.integer({ min: 0, max: persons.length - 1 });
const run = fc.constantFrom('send', 'fetch', 'send', 'fetch', 'retry', 'overview');

/** Edits, sends, faults, answers, kills, restarts, restores, clock jumps. */
export const commands: fc.Arbitrary<Command>[] = [
  fc.record({ pupil, aanduidingNnca: fc.constantFrom('1', '2') }).map(({ pupil: at, ...saved }) => change(at, saved)),
  fc.record({ pupil, geslacht: fc.constantFrom('M', 'V') }).map(({ pupil: at, ...saved }) => change(at, saved)),
  fc.record({ pupil, withGewicht: fc.boolean() }).map(({ pupil: at, ...saved }) => change(at, saved)),
  run.map((kind) => command(kind, (_, world) => runOf(world, kind))),
  run.map((kind) =>
    command(`wait, ${kind}`, async (_, world) => {
      world.wait(31);
      await runOf(world, kind);
    }),
  ),
  fc
    .record({ kind: fc.constantFrom(...faults), nr: fc.constantFrom(3, 5, 6), times: fc.constantFrom(1, 2) })
    .map((fault) => command(`fault ${JSON.stringify(fault)}`, (_, world) => void world.shared.mock.setFault(fault))),
  fc
    .record({ nr: fc.constantFrom(3, 5), seconds: fc.constantFrom(600, 3600) })
    .map(({ nr, seconds }) =>
      command(
        `late ${nr} ${seconds}`,
        (_, world) => void world.shared.mock.setFault({ kind: 'late', nr, seconds, times: 1 }),
      ),
    ),
  pupil.map(giveUp),
  pupil.map(giveUpMissing),
  fc.record({ kind: run, afterMs: fc.integer({ min: 0, max: 40 }) }).map(({ kind, afterMs }) =>
    command(`kill ${kind} ${afterMs}`, async (model, world) => {
      await world.killDuring(runs[kind] ?? (() => Promise.resolve()), afterMs);
      expectSaved(model, world);
    }),
  ),
  fc.constant(command('restart', (_, world) => world.restart())),
  fc.constant(command('restart of BRON', (_, world) => world.shared.restart())),
  fc.constant(
    command('backup', (model, world) => {
      world.makeBackup();
      model.backup = model.pupils;
    }),
  ),
  fc.constant(
    command(
      'restore',
      async (model, world) => {
        await world.restore();
        model.pupils = model.backup ?? model.pupils;
        expectSaved(model, world);
      },
      ({ backup }) => backup !== undefined,
    ),
  ),
  fc.constantFrom(5, 31, 24 * 60).map((minutes) => command(`wait ${minutes}`, (_, world) => world.wait(minutes))),
  fc
    .constantFrom(-24 * 60, 24 * 60)
    .map((minutes) => command(`clock of this computer ${minutes}`, (_, world) => world.jump(minutes))),
];
