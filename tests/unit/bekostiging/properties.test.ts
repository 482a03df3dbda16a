import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTellingen } from '../../../shared/bekostiging/compare.ts';
import { countOn } from '../../../shared/bekostiging/countOn.ts';
import { gtbRows } from '../../../shared/bekostiging/rows.ts';
import type { Counting } from '../../../shared/bekostiging/types.ts';
import { countings } from './arbitrary.ts';

const numRuns = process.env['LAS_FULL'] === '1' ? 5_000 : 150;

const outcomes = (counting: Counting) =>
  new Map(countOn(counting).flatMap(({ pupils }) => pupils.map((pupil) => [pupil.key, pupil])));

const isEnrolled = ({ peildatum, inschrijvingen }: Counting) =>
  inschrijvingen.filter(({ inschrijving: { datumInschrijving = '', datumUitschrijving } }) => {
    return datumInschrijving <= peildatum && (datumUitschrijving ?? '9999') >= peildatum;
  });

describe('whatever the pupils of a school', () => {
  it('another pupil changes nothing for the others', () => {
    const property = fc.property(countings, (counting) => {
      const [last, ...others] = counting.inschrijvingen.toReversed();
      if (!last) return;
      const [all, without] = [outcomes(counting), outcomes({ ...counting, inschrijvingen: others })];
      all.delete(last.key);
      expect(Object.fromEntries(without)).toEqual(Object.fromEntries(all));
    });
    fc.assert(property, { numRuns });
  });

  it('their order does not matter', () => {
    const property = fc.property(countings, (counting) => {
      const turned = countOn({ ...counting, inschrijvingen: counting.inschrijvingen.toReversed() });
      expect(compareTellingen(countOn(counting), turned)).toEqual({ rows: [], pupils: [] });
      expect(turned.map(({ pupils }) => pupils.length)).toEqual(countOn(counting).map(({ pupils }) => pupils.length));
    });
    fc.assert(property, { numRuns });
  });

  it('what the total is split into adds up to it, in every way', () => {
    const property = fc.property(countings, (counting) => {
      const rows = gtbRows(counting.school.soort, counting.peildatum);
      for (const { aantallen } of countOn(counting)) {
        expect(Object.keys(aantallen)).toEqual(rows.map(({ code }) => code));
        for (const [splits, parts] of Map.groupBy(rows, (row) => row.splits)) {
          if (splits === undefined) continue;
          const sum = parts.reduce((total, { code }) => total + (aantallen[code] ?? 0), 0);
          expect([splits, sum]).toEqual([splits, aantallen['totaal']]);
        }
      }
    });
    fc.assert(property, { numRuns });
  });

  it('who counts and who does not are together all who are enrolled, and who does not has a reason', () => {
    const property = fc.property(countings, (counting) => {
      const all = [...outcomes(counting).values()];
      const enrolled = all.filter((pupil) => pupil.enrolled);
      expect(enrolled.map(({ key }) => key).sort()).toEqual(
        isEnrolled(counting)
          .map(({ key }) => key)
          .sort(),
      );
      for (const { counted, enrolled: present, signalen, rows } of all) {
        if (counted) expect(present).toBe(true);
        else if (present || rows.length === 0) expect(signalen.some((code) => code.startsWith('G'))).toBe(true);
        expect(signalen).toEqual([...new Set(signalen)]);
      }
    });
    fc.assert(property, { numRuns });
  });

  it('the total is the number of pupils that have its row', () => {
    const property = fc.property(countings, (counting) => {
      for (const { aantallen, pupils } of countOn(counting))
        expect(aantallen['totaal']).toBe(pupils.filter(({ rows }) => rows.includes('totaal')).length);
    });
    fc.assert(property, { numRuns });
  });
});
