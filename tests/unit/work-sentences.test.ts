import { describe, expect, it } from 'vitest';
import { decisionSentences, groepName } from '../../renderer/screens/terugkoppelingen/sentences.ts';
import { partsOf } from '../../renderer/screens/terugkoppelingen/WorkTable.tsx';
import type { WorkRow } from '../../shared/api/work.ts';

const at = '2009-11-02T08:00:00Z';

describe('what was decided, in sentences', () => {
  it.each([
    [{}, []],
    [{ decidedAt: at, decidedBy: 'Ank', note: 'Klopt.' }, ['Afgevinkt door Ank op 2 november 2009 om 09:00: “Klopt.”']],
    [
      { decidedAt: at, decidedBefore: true, note: 'Klopt.' },
      ['Eerder besloten: afgevinkt op 2 november 2009 om 09:00: “Klopt.”', 'BRON meldt hetzelfde als toen.'],
    ],
    [
      { state: 'open', decidedAt: at, decidedBefore: true, reopenedAt: at, reopenedBy: 'Bea' },
      ['Eerder besloten: afgevinkt op 2 november 2009 om 09:00.', 'Weer geopend door Bea op 2 november 2009 om 09:00.'],
    ],
  ] as const)('%j', (decision, expected) => {
    expect(decisionSentences({ state: 'afgevinkt', ernst: 'S', decidedBefore: false, ...decision })).toEqual(expected);
  });
});

describe('the name of a groep', () => {
  const one = { key: '00:3a', groep: '3a', vestiging: '00' };
  it.each([
    [one, [one], 'Groep 3a'],
    [one, [one, { key: '01:3a', groep: '3a', vestiging: '01' }], 'Groep 3a (vestiging 00)'],
    [{ key: '' }, [one, { key: '' }], 'Zonder groep'],
  ])('%j among %j', (groep, all, expected) => {
    expect(groepName(groep, all)).toBe(expected);
  });
});

it('the rows of a page stand in their parts in the order of the core', () => {
  const row = (key: string, part: string) => ({ key, part }) as WorkRow;
  const parts = partsOf([row('1', 'A753'), row('2', 'S770'), row('3', 'S770')]);
  expect(parts.map(({ key, rows }) => [key, rows.length])).toEqual([
    ['A753', 1],
    ['S770', 2],
  ]);
});
