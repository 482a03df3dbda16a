// The program without a screen: runs one operation of the contract on a data folder and prints what it gives as JSON.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { createLas } from '../electron/core/las.ts';
import type { Las } from '../electron/core/lasOptions.ts';
import { clockFrom } from '../electron/core/startClock.ts';
import type { GrantUse } from '../shared/api/bridge.ts';
import { operations, type OperationName, type Output } from '../shared/api/contract.ts';
import { failure, type LasFailure } from '../shared/api/errors.ts';

const usage = `Usage: npm run -s las -- --data DIR call OPERATION [JSON] [--read NAME=PATH]
       npm run -s las -- operations

  call OPERATION [JSON]   runs the operation with this input ({} when left out; - reads it from standard input) and prints
                          the JSON of its value; a failure is one Dutch line on stderr and exit code 1 (2: wrong command line)
  operations              lists every operation: summary, access and the JSON schemas of what goes in and comes out
  --data DIR              data folder of the administration
  --read NAME=PATH        lets the operation read this file: the token for it goes into the input as NAME; may be given more
                          than once, as the two below
  --write NAME=PATH       lets the operation write this file
  --folder NAME=PATH      lets the operation use this folder

Secrets do not belong on a command line. What the input leaves out is taken from the environment:
  LAS_WACHTWOORD             password; unlocks the administration, and is that of the first user in session.create
  LAS_GEBRUIKER              the login of the user; needed only to be faster when there are many users
  LAS_WACHTWOORD_NIEUW       the new password in session.changePassword, choosePassword and unlockWithRecoveryCode
  LAS_HERSTELCODE            the recovery code in session.unlockWithRecoveryCode
  LAS_CERTIFICAAT_WACHTWOORD the password of the certificate file in certificate.inspect, install and export
Also: LAS_CLOCK=2009-11-02T09:00 starts the clock elsewhere (oefen only); LAS_OEFENKLOK=URL follows the clock of a mock BRON.

Every call is a process of its own, so what the core only remembers between two operations is done in one go here:
  session.create and session.newRecoveryCode confirm the recovery code they print: the script that has received it has it
  certificate.inspect and certificate.install take a token (--read token=PATH) and the password instead of a draft; without
                          a fingerprint the certificate that is valid longest is installed`;

const root = fileURLToPath(new URL('..', import.meta.url));

/** Ends the command: the line for stderr and the exit code. */
class CommandError extends Error {
  override name = 'CommandError';
  readonly exitCode: number;
  constructor(line: string, exitCode: number) {
    super(line);
    this.exitCode = exitCode;
  }
}

const usageError = (detail: string) =>
  new CommandError(`De opdrachtregel klopt niet: ${detail}. Zie "npm run -s las -- --help".`, 2);

const failed = ({ message, remedy }: LasFailure) => new CommandError(`${message} ${remedy}`, 1);

type Fields = Record<string, unknown>;

/** Which variable of the environment fills which field of the input. A dot goes one object deeper. */
const secrets: Partial<Record<OperationName, Readonly<Record<string, string>>>> = {
  'session.create': { 'user.password': 'LAS_WACHTWOORD' },
  'session.unlock': { password: 'LAS_WACHTWOORD', login: 'LAS_GEBRUIKER' },
  'session.changePassword': { current: 'LAS_WACHTWOORD', next: 'LAS_WACHTWOORD_NIEUW' },
  'session.choosePassword': { next: 'LAS_WACHTWOORD_NIEUW' },
  'session.unlockWithRecoveryCode': {
    recoveryCode: 'LAS_HERSTELCODE',
    newPassword: 'LAS_WACHTWOORD_NIEUW',
    login: 'LAS_GEBRUIKER',
  },
  'certificate.inspect': { password: 'LAS_CERTIFICAAT_WACHTWOORD' },
  'certificate.install': { password: 'LAS_CERTIFICAAT_WACHTWOORD' },
  'certificate.export': { password: 'LAS_CERTIFICAAT_WACHTWOORD' },
};

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function fillSecrets(name: OperationName, input: Fields): void {
  for (const [path, variable] of Object.entries(secrets[name] ?? {})) {
    const value = process.env[variable];
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    const target = keys.reduce<unknown>((object, key) => (isFields(object) ? object[key] : undefined), input);
    if (value !== undefined && isFields(target) && target[last] === undefined) target[last] = value;
  }
}

function parseInput(text: string): Fields {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw failed(failure('invalid-input', { detail: 'dit is geen geldige JSON' }));
  }
  if (!isFields(value)) throw failed(failure('invalid-input', { detail: 'een JSON-object wordt verwacht' }));
  return value;
}

function readAssignment(flag: string, assignment: string): { name: string; path: string } {
  const [, name, path] = /^(\w+)=(.+)$/s.exec(assignment) ?? [];
  if (!name || !path) throw usageError(`--${flag} verwacht NAAM=BESTAND`);
  return { name, path };
}

/** A file or folder that the operation may use by a token, as the dialogs of the program give one. */
interface CommandGrant {
  token: string;
  path: string;
  use: GrantUse;
}

function addGrant(input: Fields, use: GrantUse, assignment: string): CommandGrant {
  const { name, path } = readAssignment(use, assignment);
  const token = randomUUID();
  input[name] = token;
  return { token, path: resolve(path), use };
}

function readClock() {
  try {
    return clockFrom(process.env.LAS_CLOCK);
  } catch {
    throw usageError('LAS_CLOCK verwacht een moment, bijvoorbeeld 2009-11-02T09:00');
  }
}

async function openCore(dataDir: string): Promise<Las> {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  const oefenklokUrl = process.env.LAS_OEFENKLOK;
  return createLas({
    dataDir,
    clock: readClock(),
    version,
    resourcesDir: join(root, 'resources'),
    host: 'none',
    emit: () => undefined,
    ...(oefenklokUrl ? { oefenklokUrl } : {}),
  });
}

type Call = (name: OperationName, input: unknown) => Promise<Fields>;

async function unlock(call: Call, name: OperationName): Promise<void> {
  const { state } = await call('session.status', {});
  if (state === 'none') throw failed(failure('administration-missing'));
  if (state !== 'locked') return;
  const password = process.env.LAS_WACHTWOORD;
  if (password === undefined) {
    throw new CommandError('De administratie is vergrendeld. Zet het wachtwoord in LAS_WACHTWOORD.', 1);
  }
  const login = process.env.LAS_GEBRUIKER;
  const opened = await call('session.unlock', { password, ...(login === undefined ? {} : { login }) });
  if (opened.state === 'password' && name !== 'session.choosePassword') throw failed(failure('password-to-change'));
  if (opened.state === 'recovery' && !name.startsWith('session.')) {
    throw new CommandError('De herstelcode is nog niet bevestigd. Maak een nieuwe met session.newRecoveryCode.', 1);
  }
}

/** Runs an operation, with what a person at a screen would do right before or after it. */
async function perform(call: Call, name: OperationName, input: Fields): Promise<Fields> {
  if ((name === 'certificate.inspect' || name === 'certificate.install') && input.draft === undefined) {
    const { token, password, fingerprint } = input;
    const { draft } = await call('certificate.choose', { token });
    const { certificates } = (await call('certificate.inspect', { draft, password })) as Output<'certificate.inspect'>;
    if (name === 'certificate.inspect') return { certificates };
    return call(name, { draft, fingerprint: fingerprint ?? certificates[0]?.fingerprint });
  }
  const value = await call(name, input);
  if (name === 'session.create' || name === 'session.newRecoveryCode') {
    await call('session.confirmRecoveryCode', { recoveryCode: value.recoveryCode });
  }
  return value;
}

async function runCall(
  dataDir: string,
  name: OperationName,
  input: Fields,
  grants: readonly CommandGrant[],
): Promise<Fields> {
  const las = await openCore(dataDir);
  for (const { token, path, use } of grants) las.grant(token, path, use);
  const call: Call = async (operation, value) => {
    const result = await las.invoke(operation, value);
    if (!result.ok) throw failed(result.error);
    return result.value as Fields;
  };
  try {
    if (operations[name].access !== 'locked') await unlock(call, name);
    return await perform(call, name, input);
  } finally {
    await las.close();
  }
}

const listOperations = () =>
  Object.entries(operations).map(([name, { summary, access, input, output }]) => ({
    name,
    summary,
    access,
    input: z.toJSONSchema(input, { io: 'input' }),
    output: z.toJSONSchema(output),
  }));

function readCommand() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        data: { type: 'string' },
        read: { type: 'string', multiple: true },
        write: { type: 'string', multiple: true },
        folder: { type: 'string', multiple: true },
        help: { type: 'boolean' },
      },
    });
  } catch {
    throw usageError('onbekende vlag of ontbrekende waarde');
  }
}

async function main(): Promise<string> {
  const { values, positionals } = readCommand();
  const [command, name, json = '{}', ...rest] = positionals;
  if (values.help || command === undefined) return usage;
  if (command === 'operations') return JSON.stringify(listOperations(), null, 2);
  if (command !== 'call') throw usageError('de opdracht is "call" of "operations"');
  if (name === undefined) throw usageError('na "call" volgt de naam van een opdracht');
  if (rest.length > 0) throw usageError('de invoer is één JSON-tekst tussen aanhalingstekens');
  if (!Object.hasOwn(operations, name)) throw failed(failure('unknown-operation', { name: name.slice(0, 60) }));
  if (!values.data) throw usageError('--data MAP ontbreekt');
  const input = parseInput(json === '-' ? readFileSync(0, 'utf8') : json);
  const grants = (['read', 'write', 'folder'] as const).flatMap((use) =>
    (values[use] ?? []).map((assignment) => addGrant(input, use, assignment)),
  );
  fillSecrets(name as OperationName, input);
  return JSON.stringify(await runCall(values.data, name as OperationName, input, grants), null, 2);
}

/** Ends the process once the text has gone out; what the core has still scheduled need not be waited for. */
function end(stream: NodeJS.WriteStream, text: string, exitCode: number): void {
  stream.write(`${text}\n`, () => process.exit(exitCode));
}

try {
  end(process.stdout, await main(), 0);
} catch (error) {
  const { message, remedy } = failure('internal');
  const known = error instanceof CommandError;
  const line = known ? error.message : `${message} ${remedy}`;
  end(process.stderr, line.replaceAll(/\s*\n\s*/g, ' '), known ? error.exitCode : 1);
}
