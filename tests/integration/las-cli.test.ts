import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations } from '../../shared/api/contract.ts';
import { access as accessNames } from '../../shared/api/roles.ts';
import { CERTIFICATE_PASSWORD, creation, PASSWORD, startTestMock } from '../support/administration.ts';
import { correctInschrijving, testPersons } from '../support/pupils.ts';

const script = fileURLToPath(new URL('../../scripts/las.mts', import.meta.url));

interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs the command as a script would: no password in the arguments. */
function las(args: string[], env: Record<string, string> = {}, input = ''): Promise<Outcome> {
  const { LAS_WACHTWOORD: _, LAS_CLOCK: __, ...clean } = process.env;
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [script, ...args],
      { env: { ...clean, LAS_CLOCK: '2009-11-02T09:00', ...env }, maxBuffer: 16 * 1024 * 1024 },
      (error, stdout, stderr) => resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
    child.stdin?.end(input);
  });
}

const folder = mkdtempSync(join(tmpdir(), 'las-cli-'));
const data = join(folder, 'administratie');
const password = { LAS_WACHTWOORD: PASSWORD };
const call = (name: string, input?: unknown, env: Record<string, string> = password, ...more: string[]) =>
  las(['--data', data, 'call', name, ...(input === undefined ? [] : [JSON.stringify(input)]), ...more], env);

/** The value of a call that succeeds. */
async function valueOf(outcome: Promise<Outcome>): Promise<Record<string, unknown>> {
  const { code, stdout, stderr } = await outcome;
  expect(stderr).toBe('');
  expect(code).toBe(0);
  return JSON.parse(stdout) as Record<string, unknown>;
}

/** The one line of a call that fails. */
async function lineOf(outcome: Promise<Outcome>, exitCode = 1): Promise<string> {
  const { code, stdout, stderr } = await outcome;
  expect(stdout).toBe('');
  expect(code).toBe(exitCode);
  expect(stderr).toMatch(/^[^\n]+\n$/);
  return stderr.trim();
}

const { password: _, ...user } = creation.user;
const created = { recoveryCode: '' };

beforeAll(async () => {
  Object.assign(created, await valueOf(call('session.create', { ...creation, user })));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A schema of one object, or of one of several. */
interface Shapes {
  anyOf?: object[];
  oneOf?: object[];
}
const shapesOf = (schema: Shapes): object[] => schema.anyOf ?? schema.oneOf ?? [schema];

describe('las operations', () => {
  it('lists every operation with summary, access and schemas', async () => {
    const { code, stdout } = await las(['operations']);
    expect(code).toBe(0);
    const list = JSON.parse(stdout) as {
      name: string;
      summary: string;
      access: string;
      input: Shapes;
      output: Shapes;
    }[];
    expect(list.map(({ name }) => name)).toEqual(Object.keys(operations));
    for (const { summary, access, input, output } of list) {
      expect(summary).toMatch(/\.$/);
      expect(accessNames.options).toContain(access);
      for (const shape of [...shapesOf(input), ...shapesOf(output)]) expect(shape).toMatchObject({ type: 'object' });
    }
  });
});

describe('las call', () => {
  it('makes an administration, gives the recovery code and confirms it', async () => {
    expect(created.recoveryCode).toMatch(/^[A-Z0-9-]+$/);
    const settings = await valueOf(call('settings.get'));
    expect(settings).toMatchObject({ school: { brinnummer: '99ZZ' } });
  });

  it('needs no password for what works while locked, and follows LAS_CLOCK', async () => {
    const status = await valueOf(call('session.status', {}, {}));
    expect(status).toMatchObject({ state: 'locked', host: 'none' });
    expect(String(status.now)).toMatch(/^2009-11-02T08:0/);
  });

  it('keeps what one call saved for the next', async () => {
    const { id } = await valueOf(call('leerlingen.save', { persoon: testPersons.hera }));
    await valueOf(call('leerlingen.saveInschrijving', { leerlingId: id, gegevens: correctInschrijving() }));
    expect(await valueOf(call('leerlingen.list'))).toMatchObject({ total: 1, rows: [{ id, naam: 'Jager, Hera de' }] });
  });

  it('reads the input from standard input', async () => {
    const text = JSON.stringify({ search: 'bestaat niet' });
    const list = await valueOf(las(['--data', data, 'call', 'leerlingen.list', '-'], password, text));
    expect(list).toEqual({ total: 0, rows: [] });
  });

  it('installs a certificate from a file', async () => {
    const mock = await startTestMock();
    try {
      const file = join(folder, '99ZZ00.p12');
      writeFileSync(file, await mock.issueCertificate('99ZZ', '00', CERTIFICATE_PASSWORD));
      const env = { ...password, LAS_CERTIFICAAT_WACHTWOORD: CERTIFICATE_PASSWORD };
      const installed = await valueOf(call('certificate.install', {}, env, '--read', `token=${file}`));
      expect(installed).toMatchObject({ certificate: { grantedTo: '99ZZ00' } });
      expect(await valueOf(call('certificate.get'))).toMatchObject(installed);
      const wrong = { ...env, LAS_CERTIFICAAT_WACHTWOORD: 'een ander' };
      const line = await lineOf(call('certificate.inspect', {}, wrong, '--read', `token=${file}`));
      expect(line).toBe(
        'Het wachtwoord hoort niet bij dit certificaatbestand. Gebruik het wachtwoord uit de wachtwoordbrief.',
      );
    } finally {
      await mock.close();
      rmSync(mock.data, { recursive: true, force: true });
    }
  });

  it('follows the clock of a mock BRON by LAS_OEFENKLOK', async () => {
    const mock = await startTestMock({ date: new Date('2010-03-01T08:00:00Z') });
    try {
      const status = await valueOf(call('session.status', {}, { LAS_OEFENKLOK: mock.addresses.control }));
      expect(status).toMatchObject({ oefenklok: true });
      expect(String(status.now)).toMatch(/^2010-03-01T08:0/);
    } finally {
      await mock.close();
      rmSync(mock.data, { recursive: true, force: true });
    }
  });

  it('changes the password by the environment', async () => {
    const next = 'een-heel-andere-lange-zin';
    await valueOf(call('session.changePassword', {}, { ...password, LAS_WACHTWOORD_NIEUW: next }));
    await valueOf(call('session.changePassword', {}, { LAS_WACHTWOORD: next, LAS_WACHTWOORD_NIEUW: PASSWORD }));
    await valueOf(call('settings.get'));
  });
});

describe('a failure is one Dutch line and a non-zero exit code', () => {
  it.each([
    [
      'a wrong password',
      () => call('settings.get', {}, { LAS_WACHTWOORD: 'onjuist wachtwoord' }),
      'Het wachtwoord is onjuist. Controleer Caps Lock en probeer het opnieuw.',
    ],
    [
      'no password',
      () => call('settings.get', {}, {}),
      'De administratie is vergrendeld. Zet het wachtwoord in LAS_WACHTWOORD.',
    ],
    [
      'an unknown operation',
      () => call('leerlingen.vergeten'),
      'Deze opdracht bestaat niet: leerlingen.vergeten. Vraag de lijst op met "las operations".',
    ],
    [
      'invalid JSON',
      () => las(['--data', data, 'call', 'leerlingen.list', '{"search":'], password),
      'De invoer klopt niet: dit is geen geldige JSON.',
    ],
    [
      'JSON that is no object',
      () => call('leerlingen.list', [1]),
      'De invoer klopt niet: een JSON-object wordt verwacht.',
    ],
    ['input that the contract refuses', () => call('leerlingen.get', { id: 'een' }), 'De invoer klopt niet: id:'],
    [
      'an empty folder',
      () => las(['--data', join(folder, 'leeg'), 'call', 'settings.get'], password),
      'In deze map staat nog geen administratie. Maak eerst een administratie aan.',
    ],
    [
      'a file that is not there',
      () => call('certificate.inspect', {}, password, '--read', 'token=/bestaat/niet.p12'),
      'Het gekozen bestand kan niet worden gelezen',
    ],
    [
      'a second administration',
      () => call('session.create', { ...creation, user }),
      'In deze map staat al een administratie.',
    ],
  ])('%s', async (_case, run, sentence) => {
    expect(await lineOf(run())).toContain(sentence);
  });

  it.each([
    ['no data folder', ['call', 'settings.get'], {}, '--data MAP ontbreekt'],
    ['another command', ['doe', 'iets'], {}, 'de opdracht is "call" of "operations"'],
    ['an unknown flag', ['--wachtwoord', 'x', 'call', 'settings.get'], {}, 'onbekende vlag'],
    [
      'a moment that is none',
      ['--data', data, 'call', 'session.status'],
      { LAS_CLOCK: 'morgen' },
      'LAS_CLOCK verwacht een moment',
    ],
  ])('%s (exit code 2)', async (_case, args, env, sentence) => {
    expect(await lineOf(las(args, env), 2)).toContain(sentence);
  });
});
