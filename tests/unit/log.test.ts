import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFixedClock } from '../../shared/domain/clock.ts';
import type { LogFields, Logger, LoggerOptions } from '../../electron/core/log/logger.ts';
import { createLogger, logFileName } from '../../electron/core/log/logger.ts';
import type { LogEvent } from '../../electron/core/log/vocabulary.ts';
import { temporaryFolder } from './databaseWorld.ts';

function setUp(options: Partial<LoggerOptions> = {}) {
  const folder = join(temporaryFolder(), 'log');
  const clock = createFixedClock(new Date('2009-11-02T08:00:00Z'));
  const logger = createLogger({ folder, clock, programVersion: '0.1.0', ...options });
  const text = () => readFileSync(join(folder, logFileName()), 'utf8');
  const lines = () =>
    text()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { folder, logger, text, lines };
}

describe('the log', () => {
  it('writes one JSON line per event with the safe fields', () => {
    const { logger, lines } = setUp();
    logger.info('operation', { operation: 'session.status', durationMs: 12.4, count: 3 });
    logger.warn('message-state', { state: 'in behandeling', version: 1 });
    logger.error('operation-failed', { code: 'disk-full', version: '0.1.0' });
    logger.error('operation-failed', { code: 'SQLITE_IOERR_WRITE' });
    logger.error('operation-failed', { code: 'ECONNREFUSED' });
    const time = '2009-11-02T08:00:00.000Z';
    expect(lines()).toEqual([
      { time, level: 'info', event: 'operation', operation: 'session.status', durationMs: 12, count: 3 },
      { time, level: 'warn', event: 'message-state', state: 'in behandeling', version: 1 },
      { time, level: 'error', event: 'operation-failed', code: 'disk-full', version: '0.1.0' },
      { time, level: 'error', event: 'operation-failed', code: 'SQLITE_IOERR' },
      { time, level: 'error', event: 'operation-failed', code: 'ECONNREFUSED' },
    ]);
  });

  it('accepts no other word or field by type', () => {
    const { logger, lines } = setUp();
    // @ts-expect-error an event that is not in the vocabulary
    logger.info('Jansen ingeschreven');
    // @ts-expect-error a field for free text
    logger.info('operation', { message: 'Jansen' });
    // @ts-expect-error an operation that does not exist
    logger.info('operation', { operation: 'Jansen' });
    expect(lines().map(({ event }) => event)).toEqual(['unknown-event', 'operation', 'operation']);
    expect(JSON.stringify(lines())).not.toContain('Jansen');
  });

  it('shows no name or number of a person, whatever it is given', () => {
    const { logger, folder } = setUp({ maxBytes: 10_000, maxFiles: 3 });
    const person = fc.record({
      bsn: fc.integer({ min: 999_900_000, max: 999_999_999 }).map(String),
      name: fc.constantFrom('Jansen', 'De Vries', 'Zoë', 'Vlierenga', 'Âlçân', 'Q-naam', "O'Xyz"),
      born: fc.constantFrom('2002-09-01', '20020901', '1-9-2002'),
    });
    const shapes = (text: string, bsn: string): fc.Arbitrary<unknown> =>
      fc.oneof(
        fc.constantFrom<unknown>(
          text,
          text.toUpperCase(),
          Number(bsn),
          BigInt(bsn),
          -Number(bsn),
          Number(bsn) / 10,
          `SQLITE_${text}`,
          `SQLITE_FULL_${text}`,
          `E${text}`,
          `session.status ${text}`,
          `0.1.0-${text}`,
          `${bsn.slice(0, 3)}.${bsn.slice(3, 6)}.${bsn.slice(6)}`,
          new Error(text),
          Buffer.from(text),
          { toString: () => text },
          { toJSON: () => text },
          { code: text },
          [text],
          () => text,
          Symbol(text),
          new Map([[text, text]]),
        ),
        fc.anything().map((value) => ({ value, text })),
      );
    const keys = fc.constantFrom(
      'operation',
      'code',
      'durationMs',
      'count',
      'state',
      'version',
      'message',
      'time',
      'level',
      'event',
      '__proto__',
      'toJSON',
      'naam',
    );
    const input = person.chain(({ bsn, name, born }) =>
      fc.constantFrom(bsn, name, born, `${name} ${bsn}`).chain((text) =>
        fc.record({
          secrets: fc.constant([bsn, name, born, `${bsn.slice(0, 3)}.${bsn.slice(3, 6)}`]),
          event: fc.oneof(fc.constant<unknown>('operation'), shapes(text, bsn)),
          fields: fc.oneof(shapes(text, bsn), fc.dictionary(fc.oneof(keys, fc.constant(text)), shapes(text, bsn))),
        }),
      ),
    );
    const wanton = logger as unknown as Record<keyof Logger, (event: unknown, fields: unknown) => void>;
    fc.assert(
      fc.property(input, fc.constantFrom('info', 'warn', 'error'), ({ secrets, event, fields }, level) => {
        wanton[level](event, fields);
        const all = readdirSync(folder)
          .map((name) => readFileSync(join(folder, name), 'utf8'))
          .join('');
        for (const secret of secrets) expect(all.toLowerCase()).not.toContain(secret.toLowerCase());
      }),
      { numRuns: 500 },
    );
  });

  it('begins a new file at the size it is given and keeps so many', () => {
    const { logger, folder } = setUp({ maxBytes: 300, maxFiles: 3 });
    for (let count = 0; count < 40; count += 1) logger.info('message-state', { count });
    expect(readdirSync(folder).sort()).toEqual(['bronwijs.1.log', 'bronwijs.2.log', 'bronwijs.log']);
    const counts = [2, 1, 0].flatMap((age) => {
      const file = join(folder, logFileName(age));
      expect(statSync(file).size).toBeLessThanOrEqual(300);
      return readFileSync(file, 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => (JSON.parse(line) as LogFields).count);
    });
    expect(counts).toEqual(Array.from({ length: counts.length }, (_, i) => 40 - counts.length + i));
  });

  it('never stops the program', () => {
    const { folder, logger } = setUp();
    writeFileSync(folder, 'a file where the folder should be');
    const event: LogEvent = 'core-started';
    expect(() => logger.info(event)).not.toThrow();
    expect(existsSync(join(folder, logFileName()))).toBe(false);
  });
});
