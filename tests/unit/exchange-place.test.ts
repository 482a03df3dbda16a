import { describe, expect, it } from 'vitest';
import { bronValueAt, lasValueAt, sameVoorkomens } from '../../electron/core/exchange/place.ts';
import { inschrijvingWpo } from '../../shared/pve/gegevensset/inschrijvingWpo.ts';
import type { InschrijvingWec, InschrijvingWpo } from '../../shared/pve/berichten/content.ts';

const inschrijving: InschrijvingWpo = {
  datumInschrijving: '2009-08-01',
  eindtoets: [
    { datumEindtoets: '2014-02-11', codeEindtoets: '1' },
    { datumEindtoets: '2014-03-04', codeEindtoets: '9' },
  ],
  lgfIndicatie: [
    { begindatum: '2009-09-15', ambulanteBegeleiding: [{ begindatum: '2009-10-01', brinnummer: '98WA' }] },
    {
      begindatum: '2012-09-15',
      ambulanteBegeleiding: [
        { begindatum: '2012-10-01', brinnummer: '98WB' },
        { begindatum: '2013-10-01', brinnummer: '98WC' },
      ],
    },
  ],
};
const delivered = { group: inschrijvingWpo, inschrijving };
const nested = { gegevensgroep: 'ambulanteBegeleiding', element: 'brinnummer', parent: 1, voorkomen: 1 };
const other = { ...inschrijving, lgfIndicatie: [...(inschrijving.lgfIndicatie ?? [])].reverse() };

describe('the value at a place', () => {
  it.each([
    [{ gegevensgroep: 'inschrijvingWpo', element: 'datumInschrijving' }, '2009-08-01'],
    [{ gegevensgroep: 'eindtoets', element: 'codeEindtoets', voorkomen: 1 }, '9'],
    [nested, '98WC'],
    [{ ...nested, parent: 0, voorkomen: 0 }, '98WA'],
    [{ ...nested, parent: 0 }, undefined],
    [{ gegevensgroep: 'persoonMetPgn', element: 'geslacht' }, 'V'],
    [{ gegevensgroep: 'gewicht', element: 'gewicht', voorkomen: 0 }, undefined],
  ])('%j', (place, expected) => {
    const content = { persoonMetPgn: [{ geslacht: 'V' }], inschrijvingWpo: [inschrijving] };
    expect(lasValueAt(content, place)).toBe(expected);
    const stand = { persoon: [{ geslacht: 'V' }], inschrijvingWpo: [inschrijving] };
    expect(bronValueAt(stand, '741', place)).toBe(expected);
  });
});

describe('the voorkomen kept here that a delivered one was', () => {
  it('is found by its dates, wherever it stands now, and is that of the document', () => {
    const found = sameVoorkomens(other, delivered, nested);
    expect(found).toEqual([{ begindatum: '2013-10-01', brinnummer: '98WC' }]);
    expect(found[0]).toBe(other.lgfIndicatie[0]?.ambulanteBegeleiding?.[1]);
    expect(sameVoorkomens(other, delivered, { gegevensgroep: 'eindtoets', voorkomen: 1 })).toEqual([
      { datumEindtoets: '2014-03-04', codeEindtoets: '9' },
    ]);
  });

  it('is none when its indicatie, or it itself, has other dates now', () => {
    const moved = other.lgfIndicatie.map((item) => ({ ...item, begindatum: '2012-09-16' }));
    expect(sameVoorkomens({ ...other, lgfIndicatie: moved }, delivered, nested)).toEqual([]);
    expect(sameVoorkomens({ ...other, lgfIndicatie: [] }, delivered, nested)).toEqual([]);
    expect(sameVoorkomens(other, { ...delivered, inschrijving: {} }, nested)).toEqual([]);
  });
});

describe('the values of an inschrijving WEC', () => {
  const wec: InschrijvingWec = {
    datumInschrijving: '2009-08-01',
    indicatiestelling: [
      { begindatum: '2009-08-01' },
      { begindatum: '2010-08-01', ambulanteBegeleiding: [{ begindatum: '2010-08-01', brinnummer: '98AA' }] },
    ],
  };
  it.each([
    [{ gegevensgroep: 'inschrijvingWec', element: 'datumInschrijving' }, '2009-08-01'],
    [{ gegevensgroep: 'indicatiestelling', element: 'begindatum', voorkomen: 1 }, '2010-08-01'],
    [{ gegevensgroep: 'ambulanteBegeleiding', element: 'brinnummer', parent: 1, voorkomen: 0 }, '98AA'],
    [{ gegevensgroep: 'ambulanteBegeleiding', element: 'brinnummer', parent: 0, voorkomen: 0 }, undefined],
  ])('are found by its own groups: %j', (place, expected) => {
    expect(lasValueAt({ inschrijvingWec: [wec] }, place)).toBe(expected);
    expect(bronValueAt({ inschrijvingWec: [wec] }, '741', place)).toBe(expected);
  });
});
