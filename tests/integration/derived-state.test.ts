import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Administration } from '../../electron/core/context.ts';
import { putInBin, restoreFromBin } from '../../electron/core/bin/bin.ts';
import { installCertificate } from '../../electron/core/certificate/store.ts';
import type { Identity } from '../../electron/core/certificate/identity.ts';
import { closeDatabase, openDatabase } from '../../electron/core/database/database.ts';
import { hideBin } from '../../electron/core/database/hideBin.ts';
import { migrate } from '../../electron/core/database/migrations.ts';
import { drawSeries } from '../../electron/core/exchange/identification.ts';
import { ExchangeRunner } from '../../electron/core/exchange/runner.ts';
import { tickOff } from '../../electron/core/exchange/decisions.ts';
import { refreshInschrijving } from '../../electron/core/exchange/state.ts';
import { leerlingenHandlers } from '../../electron/core/leerlingen/handlers.ts';
import { readInschrijving, readLeerling } from '../../electron/core/leerlingen/repository.ts';
import { writeSchool, writeSetting } from '../../electron/core/school/settings.ts';
import { createFixedClock } from '../../shared/domain/clock.ts';
import { LasError } from '../../shared/api/errors.ts';
import { faultKinds } from '../mock-bron/faults.ts';
import type { MockBron } from '../mock-bron/server.ts';
import { CERTIFICATE_PASSWORD, creation, START, startTestMock } from '../support/administration.ts';
import { identityIn } from '../support/certificates.ts';
import { correctInschrijving, testPersons } from '../support/pupils.ts';

/**
 * `to_deliver` and `bron_state` are derived and kept as an index. Whatever happens, computing them anew must change nothing;
 * and when all has come to rest, the register holds what the administration says.
 */
let mock: MockBron;
let identity: Identity;
beforeAll(async () => {
  mock = await startTestMock();
  const pkcs12 = await mock.issueCertificate('99ZZ', '00', CERTIFICATE_PASSWORD);
  identity = await identityIn(pkcs12, CERTIFICATE_PASSWORD, createFixedClock(START));
});
afterAll(async () => {
  await mock.close();
});

function openAdministration(folder: string): Administration {
  const clock = createFixedClock(START);
  const db = openDatabase(join(folder, 'administratie.db'), randomBytes(32), { create: true });
  migrate(db);
  hideBin(db);
  writeSchool(db, creation.school, 'oefen');
  writeSetting(db, 'exchange', { endpoint: mock.addresses.soap, caPem: mock.caPem });
  drawSeries(db);
  installCertificate(db, clock, identity);
  return { db, clock, emit: () => undefined, caller: { userId: 'u', role: 'beheerder' } };
}

const index = ({ db }: Administration) => ({
  toDeliver: db.prepare('SELECT * FROM to_deliver ORDER BY inschrijving_id').all(),
  states: db.prepare('SELECT * FROM bron_state ORDER BY inschrijving_id').all(),
});

function expectDerived(administration: Administration): void {
  const kept = index(administration);
  const ids = administration.db.prepare<[], { id: number }>('SELECT id FROM inschrijving').all();
  for (const { id } of ids) refreshInschrijving(administration.db, administration.clock, id);
  expect(index(administration)).toEqual(kept);
}

const persons = Object.values(testPersons);
const pupil = fc.integer({ min: 0, max: persons.length - 1 });
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('inschrijving' as const), pupil, nnca: fc.constantFrom('1', '2', '9') }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('persoon' as const), pupil, geslacht: fc.constantFrom('M', 'V') }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('send' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('poll' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('tickOff' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('bin' as const),
      pupil,
      what: fc.constantFrom('leerling' as const, 'inschrijving' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('fault' as const),
      fault: fc.constantFrom(...faultKinds.filter((kind) => kind !== 'slow' && kind !== 'late')),
      nr: fc.constantFrom(3, 6),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const binned = ({ db }: Administration, table: 'leerling' | 'inschrijving', id: number) =>
  db.prepare(`SELECT id FROM ${table} WHERE id = ?`).get(id) === undefined;

/** Puts a pupil or its inschrijving in the bin, or takes it out; what BRON may know stays where it is. */
function toggleBin(administration: Administration, kind: 'leerling' | 'inschrijving', id: number): void {
  const { db } = administration;
  try {
    if (binned(administration, kind, id)) restoreFromBin(administration, { kind, id });
    else
      putInBin(administration, {
        kind,
        id,
        version: Number(db.prepare(`SELECT version FROM ${kind} WHERE id = ?`).pluck().get(id)),
      });
  } catch (error) {
    const expected = error instanceof LasError && [
      'inschrijving-in-bron',
      'leerling-in-bin',
      'inschrijving-overlaps',
      'not-found',
    ];
    if (!expected || !expected.includes(error.failure.code)) throw error;
  }
}

async function perform(administration: Administration, runner: ExchangeRunner, next: Step): Promise<void> {
  const { db, clock } = administration;
  const handlers = leerlingenHandlers(administration);
  const wait = (minutes: number) => {
    clock.set(new Date(clock.now().getTime() + minutes * 60_000));
    mock.advanceClock(minutes * 60);
  };
  switch (next.kind) {
    case 'bin':
      toggleBin(administration, next.what, next.pupil + 1);
      return;
    case 'inschrijving': {
      if (binned(administration, 'inschrijving', next.pupil + 1)) return;
      const { id, version, leerlingId, gegevens } = readInschrijving(db, next.pupil + 1);
      await handlers['leerlingen.saveInschrijving']({
        leerlingId,
        id,
        version,
        gegevens: { ...gegevens, aanduidingNnca: next.nnca },
      });
      return;
    }
    case 'persoon': {
      if (binned(administration, 'leerling', next.pupil + 1)) return;
      const { id, version, gegevens } = readLeerling(db, next.pupil + 1);
      await handlers['leerlingen.save']({ id, version, persoon: { ...gegevens, geslacht: next.geslacht } });
      return;
    }
    case 'send':
      wait(61);
      await runner.send();
      return;
    case 'poll':
      wait(31);
      await runner.requestTerugkoppelingen().catch(() => undefined);
      return;
    case 'tickOff': {
      const open = db.prepare<[], { id: number }>("SELECT id FROM signaal WHERE state = 'open' LIMIT 1").get();
      if (open) tickOff(administration, open.id, 'gezien');
      return;
    }
    case 'fault':
      mock.setFault({ kind: next.fault, nr: next.nr, times: 1 });
  }
}

it('what is derived never differs from what is computed anew, and the register ends as the administration', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const folder = mkdtempSync(join(tmpdir(), 'bronwijs-'));
      mock.reset();
      const administration = openAdministration(folder);
      const runner = new ExchangeRunner(administration, {
        answerTimeoutMs: 2500,
        resolveProxy: () => Promise.resolve('DIRECT'),
      });
      try {
        const handlers = leerlingenHandlers(administration);
        for (const persoon of persons) {
          const { id: leerlingId } = await handlers['leerlingen.save']({ persoon });
          await handlers['leerlingen.saveInschrijving']({ leerlingId, gegevens: correctInschrijving() });
        }
        for (const next of steps) {
          await perform(administration, runner, next);
          expectDerived(administration);
        }
        mock.clearFaults();
        for (let round = 0; round < 3; round += 1) {
          await perform(administration, runner, { kind: 'send' });
          await perform(administration, runner, { kind: 'poll' });
        }
        expectDerived(administration);
        const resting = administration.db.prepare<[], { state: string }>('SELECT state FROM bron_state').all();
        // What BRON refuses waits for a person: at most one melding for each time that it was made to refuse one.
        const refusals = steps.filter((one) => one.kind === 'fault' && one.fault === 'signaal-359' && one.nr === 3);
        const waiting = resting.filter(({ state }) => state === 'geweigerd');
        expect(waiting.length).toBeLessThanOrEqual(refusals.length);
        for (const { state } of resting.filter((one) => !waiting.includes(one)))
          expect(['geregistreerd', 'geregistreerd met signaal', 'afgekeurd', 'tegengehouden']).toContain(state);
        const stands = administration.db
          .prepare<[], { delivered: string }>(
            "SELECT delivered FROM bron_stand b JOIN bron_state s USING (inschrijving_id) WHERE s.state LIKE 'geregistreerd%'",
          )
          .all()
          .map(
            ({ delivered }) =>
              JSON.parse(delivered) as {
                persoonMetPgn: { burgerservicenummer: string }[];
                inschrijvingWpo: { aanduidingNnca: string }[];
              },
          );
        const register = mock.register('99ZZ');
        for (const stand of stands) {
          const found = register.filter(
            ({ burgerservicenummer }) => burgerservicenummer === stand.persoonMetPgn[0]?.burgerservicenummer,
          );
          expect(found).toHaveLength(1);
          expect(JSON.stringify(found[0])).toContain(
            `"aanduidingNnca":"${stand.inschrijvingWpo[0]?.aanduidingNnca ?? ''}"`,
          );
        }
      } finally {
        closeDatabase(administration.db);
        rmSync(folder, { recursive: true, force: true });
      }
    }),
    { numRuns: process.env.LAS_FULL ? 100 : 12, ...(process.env.LAS_FULL ? {} : { seed: 20091102 }) },
  );
}, 1_800_000);
