import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { verifyChain } from '../../electron/core/database/changeLog.ts';
import { countRows, type Connection } from '../../electron/core/database/database.ts';
import type { Input } from '../../shared/api/contract.ts';
import { creation, PASSWORD, startTestLas, type TestLas } from '../support/administration.ts';
import { anyInschrijving, anyPersoon } from '../support/arbitraryPupil.ts';
import { lookInto } from '../support/database.ts';

const NEW_PASSWORD = 'nog weer een ander wachtwoord';
const RUNS = 5;

let source: TestLas;
let outside: string;
let recoveryCode: string;

beforeEach(async () => {
  outside = mkdtempSync(join(tmpdir(), 'bronwijs-elders-'));
  source = await startTestLas();
  ({ recoveryCode } = await source.call('session.create', creation));
  await source.call('session.confirmRecoveryCode', { recoveryCode });
});
afterEach(async () => {
  await source.close();
  rmSync(outside, { recursive: true, force: true });
});

type Row = Record<string, unknown>;

/** Without what a restore is there to change: the hold, new numbers for messages, and the advice that follows a used recovery code. */
const unchanged: Record<string, ((row: Row) => boolean) | undefined> = {
  setting: ({ key }) => key !== 'exchange.hold' && key !== 'rekeyAdvised',
  sequence: ({ name }) => name !== 'melding.series' && name !== 'verzoek.current',
};

/** All rows of all tables but those of the log; as text, so that a difference can be read. */
function contentOf(db: Connection): Record<string, string[]> {
  const tables = Object.keys(countRows(db)).filter((table) => !table.startsWith('change_'));
  return Object.fromEntries(
    tables.map((table) => [
      table,
      db
        .prepare<[], Row>(`SELECT * FROM main."${table}"`)
        .all()
        .filter((row) => unchanged[table]?.(row) ?? true)
        .map(({ last_login_at: _, ...row }) => JSON.stringify(row))
        .sort(),
    ]),
  );
}

const logOf = (db: Connection) =>
  db.prepare<[], Row>('SELECT * FROM change_log LEFT JOIN change_value USING (seq) ORDER BY seq').all();

const pupil = fc.record({
  persoon: anyPersoon,
  inschrijving: fc.option(anyInschrijving, { nil: undefined }),
  note: fc.option(
    fc.string({ minLength: 1 }).filter((text) => text.trim() !== ''),
    { nil: undefined },
  ),
  thrownAway: fc.boolean(),
});
type Pupil = typeof pupil extends fc.Arbitrary<infer T> ? T : never;

async function register({ persoon, inschrijving, note, thrownAway }: Pupil): Promise<void> {
  const { id } = await source.call('leerlingen.save', { persoon });
  if (inschrijving) await source.call('leerlingen.saveInschrijving', { leerlingId: id, gegevens: inschrijving });
  if (note) await source.call('notes.save', { leerlingId: id, date: '2009-11-02', text: note });
  const { version } = await source.call('leerlingen.get', { id });
  if (thrownAway) await source.call('bin.put', { kind: 'leerling', id, version });
}

/** On a computer where nothing stands yet. */
async function expectSame(
  backup: string,
  secret: Input<'restore.commit'>['secret'],
  password: string,
  expected: { content: Record<string, string[]>; log: Row[] },
): Promise<void> {
  const machine = await startTestLas();
  try {
    const { draft } = await machine.call('restore.inspect', { file: machine.grant(backup, 'read') });
    await machine.call('restore.preview', { draft, secret });
    expect(await machine.call('restore.commit', { draft, secret })).toMatchObject({ state: 'open', readOnly: false });
    await lookInto(
      machine,
      (db) => {
        expect(contentOf(db)).toEqual(expected.content);
        expect(logOf(db).slice(0, expected.log.length)).toEqual(expected.log);
        expect(verifyChain(db)).toMatchObject({ ok: true });
      },
      password,
    );
  } finally {
    await machine.close();
  }
}

it('a backup opens on an empty computer with the same content, by only the password and by only the recovery code', async () => {
  let made = 0;
  const property = fc.asyncProperty(fc.array(pupil, { minLength: 1, maxLength: 3 }), async (pupils) => {
    for (const one of pupils) await register(one);
    const backup = join(outside, `${(made += 1)}.reservekopie`);
    const expected = await lookInto(source, (db) => ({ content: contentOf(db), log: logOf(db) }));
    await source.call('backup.make', { target: source.grant(backup, 'write') });
    await expectSame(backup, { password: PASSWORD }, PASSWORD, expected);
    await expectSame(backup, { recoveryCode, newPassword: NEW_PASSWORD }, NEW_PASSWORD, expected);
  });
  // Each run goes on where the last one ended: a smaller case would be another.
  await fc.assert(property, { numRuns: RUNS, endOnFailure: true });
}, 180_000);
