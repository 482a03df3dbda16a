import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { operations, type OperationName } from '../../shared/api/contract.ts';
import { errorTexts } from '../../shared/api/errors.ts';
import { createAdministration, startTestLas, type TestLas } from '../support/administration.ts';

const names = Object.keys(operations) as OperationName[];
let world: TestLas;

beforeAll(async () => {
  world = await startTestLas();
  await createAdministration(world);
});
afterAll(async () => {
  await world.close();
});

describe('the contract', () => {
  it('has a handler for every operation', async () => {
    for (const name of names) {
      const result = await world.las.invoke(name, { surely: 'not an input of this operation' });
      // Every input is a strict object, so this fails before anything happens; an operation without a handler would say so.
      expect(result, name).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    }
    expect(await world.las.invoke('leerlingen.destroyEverything', {})).toMatchObject({
      ok: false,
      error: { code: 'unknown-operation' },
    });
    expect(await world.las.invoke('toString', {})).toMatchObject({ ok: false, error: { code: 'unknown-operation' } });
  });

  it('holds only what JSON can carry, so that a structured clone and a JSON round trip are the same', async () => {
    for (const name of names) {
      const { input, output } = operations[name];
      for (const schema of [z.toJSONSchema(input, { io: 'input' }), z.toJSONSchema(output)]) {
        expect(JSON.parse(JSON.stringify(schema)), name).toEqual(structuredClone(schema));
      }
    }
    for (const name of [
      'session.status',
      'leerlingen.list',
      'exchange.overview',
      'settings.get',
      'terugkoppelingen.work',
    ] as const) {
      const value = await world.call(name, {});
      expect(JSON.parse(JSON.stringify(value)), name).toEqual(structuredClone(value));
    }
  });

  it('refuses an input that is no object, too long or of another type, with a Dutch sentence and the field', async () => {
    for (const input of [null, undefined, 7, 'x', [], { search: 5 }, { limit: 1e9 }, { search: 'x'.repeat(5000) }]) {
      expect(await world.las.invoke('leerlingen.list', input)).toMatchObject({
        ok: false,
        error: { code: 'invalid-input' },
      });
    }
    expect(await world.fail('leerlingen.list', { limit: 0 })).toMatchObject({
      field: 'limit',
      remedy: errorTexts['invalid-input'][1],
    });
  });

  it('has a sentence and a remedy for every failure, each ending as a sentence', () => {
    for (const [code, [message, remedy]] of Object.entries(errorTexts)) {
      expect(message, code).toMatch(/[.!)}]$/);
      expect(remedy, code).toMatch(/[.!)}]$/);
    }
  });
});
