import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Administration } from '../../electron/core/context.ts';
import { closeDatabase, openDatabase } from '../../electron/core/database/database.ts';
import { migrate } from '../../electron/core/database/migrations.ts';
import { TransportError } from '../../electron/core/exchange/cause.ts';
import { nextPollAt, pollOnce } from '../../electron/core/exchange/poll.ts';
import { emptyReport } from '../../electron/core/exchange/terugkoppeling.ts';
import type { BronTransport } from '../../electron/core/exchange/transport.ts';
import { writeSchool } from '../../electron/core/school/settings.ts';
import { createFixedClock } from '../../shared/domain/clock.ts';
import { encodeEnvelope } from '../../shared/pve/berichten/soap.ts';
import { creation, START } from '../support/administration.ts';

/** Answers that the mock BRON never gives, or not at the right moment. */
let folder: string;
let administration: Administration;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bronwijs-'));
  const db = openDatabase(join(folder, 'administratie.db'), randomBytes(32), { create: true });
  migrate(db);
  writeSchool(db, creation.school, 'oefen');
  const clock = createFixedClock(START);
  administration = { db, clock, emit: () => undefined, caller: { userId: 'u', role: 'beheerder' } };
});
afterEach(() => {
  closeDatabase(administration.db);
  rmSync(folder, { recursive: true, force: true });
});

const datumTerugkoppeling = '2009-11-02';
const move = (minutes: number) =>
  administration.clock.set(new Date(administration.clock.now().getTime() + minutes * 60_000));

/** A BRON that answers by the berichtidentificatie it is asked with. */
function poll(answer: (berichtidentificatie: string) => string) {
  const asked: string[] = [];
  const transport: BronTransport = {
    post: async (envelope) => {
      const [, id = ''] = /<berichtidentificatie>(\d+)</.exec(envelope) ?? [];
      asked.push(id);
      return answer(id);
    },
    failed: (code) => new TransportError(code, {}, true),
    close: () => undefined,
  };
  const report = emptyReport();
  return pollOnce(administration, transport, report).then((outcome) => ({
    outcome,
    report,
    asked: asked[0] ?? '',
  }));
}

const empty = (berichtidentificatie: string) => encodeEnvelope(7, { berichtidentificatie, datumTerugkoppeling });

describe('a verzoek terugkoppeling that BRON refuses because its number is too low (396)', () => {
  /** BRON has been asked under this number, by a copy of this administration that ran ahead. */
  const after = (last: bigint) => (berichtidentificatie: string) =>
    BigInt(berichtidentificatie) >= last
      ? empty(berichtidentificatie)
      : encodeEnvelope(7, {
          berichtidentificatie,
          datumTerugkoppeling,
          signaal: [{ signaalcode: '396', omschrijving: 'Het berichtnummer is te laag' }],
        });

  it('is followed by one with a number of now', async () => {
    await poll(empty);
    const bron = after(BigInt(START.getTime() + 50_000));
    move(31);
    const refused = await poll(bron);
    expect(refused.outcome).toMatchObject({ kind: 'refused', code: '396' });
    const next = await poll(bron);
    expect(next.outcome).toEqual({ kind: 'empty' });
    expect(next.asked > refused.asked).toBe(true);
    expect(next.asked).toMatch(/^\d{16}$/);
  });

  it('ends, also when the clock of that copy was years ahead', async () => {
    const bron = after(BigInt(START.getTime()) + 5n * 366n * 86_400_000n);
    const kinds: string[] = [];
    while (kinds.length < 10 && kinds.at(-1) !== 'empty') kinds.push((await poll(bron)).outcome.kind);
    expect(kinds.at(-1)).toBe('empty');
  });
});

describe('the 30 minutes after an empty answer', () => {
  it('do not become years when the clock is set back', async () => {
    await poll(empty);
    expect(nextPollAt(administration)).toEqual(new Date(START.getTime() + 30 * 60_000));
    move(-5);
    expect(nextPollAt(administration)).toBeDefined();
    move(-3 * 366 * 24 * 60);
    expect(nextPollAt(administration)).toBeUndefined();
  });
});

describe('a bundle with terugkoppelingen of a kind that this program does not process', () => {
  it.each(['Spontanemutatie', 'Dubbeleinschrijving', 'Nieuwbericht'])(
    '%s is kept, counted and not taken for nothing',
    async (kind) => {
      const { outcome, report } = await poll((id) =>
        empty(id).replace(
          '</Terugkoppelingverzoekterugkoppeling>',
          `<${kind}><berichtidentificatie>BRON1</berichtidentificatie></${kind}></Terugkoppelingverzoekterugkoppeling>`,
        ),
      );
      expect(outcome).toEqual({ kind: 'bundle', items: 1 });
      expect(report).toMatchObject({ received: 1, unmatched: 1 });
      expect(nextPollAt(administration)).toBeUndefined();
      const [bundel] = administration.db.prepare<[], { body: Buffer }>('SELECT body FROM bundel_body').all();
      expect(bundel?.body.toString('utf8')).toContain('BRON1');
    },
  );
});
