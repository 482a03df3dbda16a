import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { redactedLine } from '../../electron/core/log/logger.ts';
import type { Persoonsgegevens } from '../../shared/api/leerlingen.ts';
import { createAdministration, creation, startTestLas, type TestLas } from '../support/administration.ts';
import { anyPersoon } from '../support/arbitraryPupil.ts';
import { testPersons } from '../support/pupils.ts';

/** What leaves for a helpdesk holds nothing of a person, whatever stands in the administration or in the log. */
let world: TestLas;
let empty: string;

beforeEach(async () => {
  world = await startTestLas();
  await createAdministration(world);
  empty = (await world.call('diagnostics.get', {})).text;
});
afterEach(() => world.close());

/** What tells of a person; what is shorter, or a word of the report itself, would be found by chance. */
const secretsOf = (persoon: Persoonsgegevens): string[] =>
  Object.values(persoon).filter(
    (value): value is string => typeof value === 'string' && value.trim().length > 3 && !empty.includes(value),
  );

/** Dates and numbers as they stand in messages and in what people type. */
const written = (value: string): string[] => {
  const [year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value)?.slice(1) ?? [];
  return year === undefined ? [value] : [value, `${year}${month}${day}`, `${day}-${month}-${year}`];
};

const known = Object.values(testPersons).map((person): Persoonsgegevens => ({ ...person, straatnaam: 'Verzinstraat' }));
const persons = fc.oneof(fc.constantFrom(...known), anyPersoon);

/** A line of the log as a fault, or somebody, could have left it: with the value in a field, a key, or as no line at all. */
const wanton = (value: string): string[] => [
  value,
  JSON.stringify({ time: value, level: 'info', event: 'operation' }),
  JSON.stringify({ time: '2009-11-02T08:00:00.000Z', level: value, event: value }),
  JSON.stringify({
    time: '2009-11-02T08:00:00.000Z',
    level: 'error',
    event: value,
    operation: value,
    code: `E${value}`,
    state: value,
    version: value,
    // A count of a few digits is a count, whatever it was meant to be.
    count: value.length > 7 ? Number(value) : 0,
    durationMs: [value],
    message: value,
    [value]: value,
  }),
];

it('the file for the helpdesk says nothing of a pupil, a verzorger, a user or a contact of the school', async () => {
  const logFolder = join(world.dataDir, 'log');
  mkdirSync(logFolder, { recursive: true });
  const contacts = [creation.school.contactpersoon, creation.school.gemachtigde].flatMap((one) =>
    Object.values(one).filter((value) => typeof value === 'string'),
  );
  const school = [creation.user.naam, creation.school.naam, creation.school.brinnummer, world.dataDir, ...contacts];
  await fc.assert(
    fc.asyncProperty(persons, async (persoon) => {
      await world.las.invoke('leerlingen.save', { persoon });
      const secrets = secretsOf(persoon);
      for (const secret of secrets) appendFileSync(join(logFolder, 'bronwijs.log'), `${wanton(secret).join('\n')}\n`);
      const { text } = await world.call('diagnostics.get', {});
      for (const secret of [...secrets, ...school].flatMap(written)) expect(text).not.toContain(secret);
    }),
    { numRuns: 60 },
  );
  const { text } = await world.call('diagnostics.get', {});
  // It does say how it stands.
  expect(text).toMatch(/^leerling: [1-9]/m);
  expect(text).toContain('"event":"operation","operation":"leerlingen.save"');
});

it('of a line of the log nothing of a pupil is left, however it came there', () => {
  fc.assert(
    fc.property(persons, (persoon) => {
      for (const secret of secretsOf(persoon))
        for (const line of wanton(secret)) {
          const left = redactedLine(line, '0.0.0') ?? '';
          for (const form of written(secret)) expect(left).not.toContain(form);
        }
    }),
    { numRuns: 300 },
  );
});
