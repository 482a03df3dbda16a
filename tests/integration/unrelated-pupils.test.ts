import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SchoolSoortCode } from '../../shared/domain/schoolSoort.ts';
import type { InschrijvingKind } from '../../shared/pve/berichten/kinds.ts';
import { createMockWorld, type MockWorld } from '../mock-bron/testing/world.ts';
import { createJudges } from '../support/agreement.ts';
import { generatedPupil, type GeneratedPupil } from '../support/generatedPupil.ts';

const numRuns = process.env['LAS_FULL'] === '1' ? 1_000 : 20;

let world: MockWorld;
beforeAll(async () => {
  world = await createMockWorld();
});
afterAll(() => world.close());

/** What BRON may know a pupil by, and the numbers that belong to one pupil only (459). */
const identifiers = ({ persoon, gegevens }: GeneratedPupil): string[] => [
  persoon.geboortedatum ?? '',
  ...(gegevens.kind === 'WEC'
    ? gegevens.toelaatbaarheidsverklaring.flatMap(({ beschikkingsnummerTlv }) => beschikkingsnummerTlv ?? [])
    : []),
];

const schools: [SchoolSoortCode, InschrijvingKind][] = [
  ['BAO', 'WPO'],
  ['SO', 'WEC'],
];

describe('other pupils of the school', () => {
  it.each(schools)('do not change what BRON says of a pupil of a school of kind %s', async (soort, kind) => {
    const judges = await createJudges(world, soort);
    const pupil = generatedPupil(kind);
    await fc.assert(
      fc.asyncProperty(pupil, fc.array(pupil, { minLength: 1, maxLength: 3 }), async (one, all) => {
        const own = new Set(identifiers(one));
        const others = all.filter((other) => identifiers(other).every((identifier) => !own.has(identifier)));
        fc.pre(others.length > 0);
        const alone = await judges.judge(one, '2015-12-01');
        const beside = await judges.judge(one, '2015-12-01', others);
        expect(beside.answered).toEqual(alone.answered);
        expect(beside.refused).toBe(alone.refused);
      }),
      { numRuns },
    );
  });
});
