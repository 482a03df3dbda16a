import { describe, expect, it } from 'vitest';
import { toldLeaving, type ToldLeaving } from '../../shared/domain/proposals/leaving.ts';

type Told = Parameters<typeof toldLeaving>[0];

/** What the BRP tells that may end an inschrijving: death, and a departure that is the last of migration (PvE 5.6.14). */
const left = { datumVertrekUitNederland: '2008-03-01', landWaarnaarVertrokken: '5010' };
const cases: { name: string; told: Told; expected: ToldLeaving | undefined }[] = [
  { name: 'nothing without death or migration', told: {}, expected: undefined },
  {
    name: 'death, with its day',
    told: { datumOverlijden: '2009-10-31' },
    expected: { leavingReason: 'deceased', lastDay: '2009-10-31' },
  },
  {
    name: 'death on a day that is not known',
    told: { datumOverlijden: '2009-10-00' },
    expected: { leavingReason: 'deceased' },
  },
  { name: 'a departure', told: { migratie: [left] }, expected: { leavingReason: 'abroad' } },
  {
    name: 'a departure after a vestiging, whatever the order',
    told: { migratie: [left, { datumVestigingInNederland: '2005-01-01' }] },
    expected: { leavingReason: 'abroad' },
  },
  {
    name: 'nothing once the person came back',
    told: { migratie: [{ datumVestigingInNederland: '2009-01-01' }, left] },
    expected: undefined,
  },
  {
    name: 'nothing once the person came back, told in one voorkomen',
    told: { migratie: [{ ...left, datumVestigingInNederland: '2009-01-01' }] },
    expected: undefined,
  },
  {
    name: 'a departure that one voorkomen tells after its vestiging',
    told: { migratie: [{ ...left, datumVestigingInNederland: '2005-00-00' }] },
    expected: { leavingReason: 'abroad' },
  },
  {
    name: 'death before a departure',
    told: { datumOverlijden: '2009-10-31', migratie: [left] },
    expected: { leavingReason: 'deceased', lastDay: '2009-10-31' },
  },
];

describe('what the BRP tells that may end an inschrijving', () => {
  it.each(cases)('is $name', ({ told, expected }) => {
    expect(toldLeaving(told)).toEqual(expected);
  });
});
