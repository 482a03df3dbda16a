import { describe, expect, it } from 'vitest';
import { operations, type OperationName } from '../../shared/api/contract.ts';

/** The first thing that is wrong with an input, in Dutch. */
function problemOf(name: OperationName, input: unknown): string | undefined {
  const parsed = operations[name].input.safeParse(input);
  return parsed.success ? undefined : parsed.error.issues[0]?.message;
}

describe('what is wrong with an input is told in Dutch', () => {
  it.each([
    ['leerlingen.list', { offset: -1 }, 'moet ten minste 0 zijn'],
    ['leerlingen.list', { limit: 9999 }, 'moet hoogstens 500 zijn'],
    ['leerlingen.list', { search: 'x'.repeat(101) }, 'moet hoogstens 100 tekens lang zijn'],
    ['leerlingen.list', { search: 5 }, 'heeft een verkeerde vorm'],
    ['leerlingen.list', { show: 'iets' }, 'moet een van deze waarden zijn: actueel, uitgeschreven, alle'],
    ['leerlingen.list', { pattern: 'x' }, 'kent deze velden niet: pattern'],
    ['leerlingen.check', { persoon: {} }, 'ontbreekt'],
    ['exchange.sendAnyway', { berichtId: 1, reason: '' }, 'een reden'],
  ] as const)('%s %j', (name, input, sentence) => {
    expect(problemOf(name, input)).toBe(sentence);
  });

  it('says what an address of BRON begins with', () => {
    const exchange = { endpoint: 'http://bron', caPem: '' };
    const issues = operations['settings.save'].input.safeParse({ exchange }).error?.issues ?? [];
    expect(JSON.stringify(issues)).toContain('https://');
  });
});
