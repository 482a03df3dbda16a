import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../shared/domain/dates.ts';
import { kept } from '../../shared/domain/retention.ts';

const at = (date: string, hour = 9) => ({ date, madeAt: `${date}T${String(hour).padStart(2, '0')}:00:00.000Z` });
const daily = (from: string, days: number) => Array.from({ length: days }, (_, index) => at(addDays(from, index)));
const datesOf = (backups: Iterable<{ date: string }>) => Array.from(backups, ({ date }) => date).sort();

describe('rotation', () => {
  it('keeps seven days, five weeks and twelve months of one backup a day', () => {
    expect(datesOf(kept(daily('2009-01-01', 730), '2010-12-31'))).toEqual([
      '2010-01-31', '2010-02-28', '2010-03-31', '2010-04-30', '2010-05-31', '2010-06-30', '2010-07-31', '2010-08-31',
      '2010-09-30', '2010-10-31', '2010-11-30',
      '2010-12-05', '2010-12-12', '2010-12-19',
      '2010-12-25', '2010-12-26', '2010-12-27', '2010-12-28', '2010-12-29', '2010-12-30', '2010-12-31',
    ]); // prettier-ignore
  });

  it('keeps the newest of a day, and the first ever made as long as there are few', () => {
    const backups = [at('2010-01-04', 8), at('2010-01-04', 17), at('2009-06-01')];
    expect([...kept(backups, '2010-01-04')].map(({ madeAt }) => madeAt).sort()).toEqual([
      '2009-06-01T09:00:00.000Z',
      '2010-01-04T17:00:00.000Z',
    ]);
  });

  it('never costs a backup of a later day than today: the clock was set back', () => {
    const backups = daily('2010-01-01', 40);
    const keep = kept(backups, '2009-12-01');
    expect(keep.size).toBe(40);
  });

  it('lets a long daily history never grow beyond its 24 places, nor lose the newest', () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 1500 }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(days, (offsets) => {
        const backups = offsets.map((offset) => at(addDays('2009-01-01', offset)));
        const today = datesOf(backups).at(-1) ?? '';
        const once = kept(backups, today);
        expect(once.size).toBeLessThanOrEqual(24);
        expect(datesOf(once)).toContain(today);
        expect(datesOf(kept([...once], today))).toEqual(datesOf(once));
      }),
    );
  });

  it('keeps at every moment of a daily history one of each of the last seven days', () => {
    let standing: ReturnType<typeof daily> = [];
    for (const backup of daily('2009-08-01', 400)) {
      standing = [...kept([...standing, backup], backup.date)];
      for (let back = 0; back < Math.min(7, standing.length); back += 1)
        expect(datesOf(standing)).toContain(datesOf(standing).at(-1 - back));
    }
    expect(new Set(datesOf(standing).map((date) => date.slice(0, 7))).size).toBe(12);
  });
});
