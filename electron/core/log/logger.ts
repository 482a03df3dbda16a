import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import type { OperationName } from '../../../shared/api/contract.ts';
import { operations } from '../../../shared/api/contract.ts';
import type { ErrorCode } from '../../../shared/api/errors.ts';
import { errorTexts } from '../../../shared/api/errors.ts';
import type { Clock } from '../../../shared/domain/clock.ts';
import type { LogEvent, LogState } from './vocabulary.ts';
import { logEvents, logStates } from './vocabulary.ts';

export type LogLevel = 'info' | 'warn' | 'error';

/** All that a line can carry besides time, level and event. There is no field for free text, and none for a number of a person. */
export interface LogFields {
  /** The name of an operation of the contract. */
  operation?: OperationName;
  /** An error code of the contract, of SQLite or of the operating system. */
  code?: ErrorCode | `SQLITE_${string}` | keyof typeof constants.errno;
  durationMs?: number;
  count?: number;
  state?: LogState;
  /** A schema version, or the version of the program as it was given to the logger. */
  version?: number | string;
}

export interface Logger {
  info(event: LogEvent, fields?: LogFields): void;
  warn(event: LogEvent, fields?: LogFields): void;
  error(event: LogEvent, fields?: LogFields): void;
}

export interface LoggerOptions {
  folder: string;
  clock: Clock;
  /** The version of the program; another version text is left out of the line. */
  programVersion?: string;
  /** Size in bytes at which a new file is begun. */
  maxBytes?: number;
  /** Number of files kept, the current one included. */
  maxFiles?: number;
}

/** The name of the current file in the log folder; older ones are `bronwijs.1.log` (the youngest) and up. */
export const logFileName = (age = 0): string => (age === 0 ? 'bronwijs.log' : `bronwijs.${age}.log`);

const sqliteCodes = new Set(
  `ABORT AUTH BUSY CANTOPEN CONSTRAINT CORRUPT EMPTY ERROR FORMAT FULL INTERNAL INTERRUPT IOERR LOCKED MISMATCH MISUSE NOLFS
  NOMEM NOTADB NOTFOUND PERM PROTOCOL RANGE READONLY SCHEMA TOOBIG`.split(/\s+/),
);
// Seven digits hold every count and two hours in milliseconds, and no burgerservicenummer or onderwijsnummer.
const highestNumber = 9_999_999;

const has = (list: readonly string[], value: unknown): boolean => typeof value === 'string' && list.includes(value);
const isSafeNumber = (value: unknown): boolean => typeof value === 'number' && Math.abs(value) <= highestNumber;
const isSafeCode = (value: unknown): boolean => {
  if (typeof value !== 'string') return false;
  if (Object.hasOwn(errorTexts, value) || Object.hasOwn(constants.errno, value)) return true;
  const [prefix, primary = ''] = value.split('_');
  return prefix === 'SQLITE' && sqliteCodes.has(primary);
};
/** SQLite's extended codes (`SQLITE_IOERR_WRITE`) are cut to the primary one: only that is checked. */
const primaryCode = (code: string): string => (code.startsWith('SQLITE_') ? code.split('_', 2).join('_') : code);

function safeFields(fields: unknown, programVersion: string | undefined): Record<string, string | number> {
  const given: Partial<Record<keyof LogFields, unknown>> = typeof fields === 'object' && fields !== null ? fields : {};
  const { operation, code, durationMs, count, state, version } = given;
  const safe: Record<string, string | number> = {};
  if (typeof operation === 'string' && Object.hasOwn(operations, operation)) safe['operation'] = operation;
  if (isSafeCode(code)) safe['code'] = primaryCode(code as string);
  if (isSafeNumber(durationMs)) safe['durationMs'] = Math.round(durationMs as number);
  if (isSafeNumber(count)) safe['count'] = Math.round(count as number);
  if (has(logStates, state)) safe['state'] = state as string;
  if (isSafeNumber(version)) safe['version'] = Math.round(version as number);
  else if (typeof version === 'string' && version === programVersion) safe['version'] = version;
  return safe;
}

const levels: readonly LogLevel[] = ['info', 'warn', 'error'];

/**
 * A line of the log as it may leave this computer: whatever stands in the file, only what a logger could have written is left of it.
 * Undefined for what is no line of a log.
 */
export function redactedLine(line: string, programVersion: string): string | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { time, level, event } = value as Partial<Record<string, unknown>>;
  // An instant: a date alone could be one of birth.
  if (typeof time !== 'string' || !/^\d{4}-\d\d-\d\dT[\d:]{8}\.\d{3}Z$/.test(time) || !has(levels, level))
    return undefined;
  const name = has(logEvents, event) ? event : 'unknown-event';
  return JSON.stringify({ time, level, event: name, ...safeFields(value, programVersion) });
}

/** The last lines of the log in a folder, at most `count`, as `redactedLine` leaves them. */
export function lastLines(folder: string, count: number, programVersion: string): string[] {
  const lines: string[] = [];
  for (let age = 0; lines.length < count; age += 1) {
    const file = join(folder, logFileName(age));
    if (!existsSync(file)) break;
    const found = readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line) => redactedLine(line, programVersion) ?? []);
    lines.unshift(...found.slice(-(count - lines.length)));
  }
  return lines;
}

const sizeOf = (file: string): number => (existsSync(file) ? statSync(file).size : 0);

/**
 * A logger of JSON lines that cannot carry personal data: every value is checked against a closed list at run time and left
 * out if it is not on it. It never throws: a full disk must not stop the program for its log.
 */
export function createLogger(options: LoggerOptions): Logger {
  const { folder, clock, programVersion, maxBytes = 2 * 1024 * 1024, maxFiles = 5 } = options;
  const file = join(folder, logFileName());

  const rotate = () => {
    rmSync(join(folder, logFileName(maxFiles - 1)), { force: true });
    for (let age = maxFiles - 2; age >= 0; age -= 1) {
      const older = join(folder, logFileName(age));
      if (existsSync(older)) renameSync(older, join(folder, logFileName(age + 1)));
    }
  };

  const write = (level: LogLevel, event: unknown, fields: unknown) => {
    try {
      const name = has(logEvents, event) ? event : 'unknown-event';
      const safe = safeFields(fields, programVersion);
      const line = `${JSON.stringify({ time: clock.now().toISOString(), level, event: name, ...safe })}\n`;
      mkdirSync(folder, { recursive: true });
      const size = sizeOf(file);
      if (size > 0 && size + line.length > maxBytes) rotate();
      appendFileSync(file, line, { mode: 0o600 });
    } catch {
      // There is no other place to report it.
    }
  };

  return {
    info: (event, fields) => write('info', event, fields),
    warn: (event, fields) => write('warn', event, fields),
    error: (event, fields) => write('error', event, fields),
  };
}
