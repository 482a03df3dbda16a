import { describe, expect, it } from 'vitest';
import { findWaarde, isValidOn, waarden } from '../../shared/pve/waardelijsten/waardelijsten.ts';
import countries from '../../shared/domain/enrolment/countries.json' with { type: 'json' };
import { newSchemeFrom, proposeGewicht } from '../../shared/domain/enrolment/gewicht.ts';
import { proposeNnca } from '../../shared/domain/enrolment/nnca.ts';
import type { VerzorgerFacts } from '../../shared/domain/enrolment/background.ts';

const born = (...geboortelanden: (string | undefined)[]): VerzorgerFacts[] =>
  geboortelanden.map((geboorteland) => ({ geboorteland }));
const schooled = (...levels: ('1' | '2' | '3' | undefined)[]): VerzorgerFacts[] =>
  levels.map((opleiding) => ({ opleiding, geboorteland: '6030' }));

const [NEDERLAND, SURINAME, ARUBA, MAROKKO, DUITSLAND, INDONESIE, AMERIKA, JAPAN, GHANA] = [
  '6030',
  '5007',
  '5095',
  '5022',
  '9089',
  '6024',
  '6014',
  '7035',
  '5024',
];

describe('NNCA of a BAO (PvE 7.1.11; Besluit bekostiging WPO art. 1)', () => {
  it.each([
    ['both from Nederland', born(NEDERLAND, NEDERLAND), '1'],
    ['one from Marokko', born(NEDERLAND, MAROKKO), '2'],
    ['from Suriname: 1 at a BAO', born(NEDERLAND, SURINAME), '1'],
    ['Suriname goes before Marokko', born(MAROKKO, SURINAME), '1'],
    ['Aruba decides although the other is not known', born(ARUBA, undefined), '1'],
    ['Europe', born(DUITSLAND, NEDERLAND), '1'],
    ['Indonesië', born(INDONESIE), '1'],
    ['English-speaking outside Europe', born(AMERIKA, NEDERLAND), '1'],
    ['elsewhere outside Europe', born(JAPAN, NEDERLAND), '2'],
    ['doubtful: the school chooses', born(GHANA, NEDERLAND), undefined],
    ['doubtful beside a certain one', born(GHANA, MAROKKO), '2'],
    ['one not known', born(MAROKKO, undefined), undefined],
    ['unknown in the BRP', born('0000', NEDERLAND), undefined],
    ['no verzorgers', [], undefined],
  ])('%s', (_, verzorgers, expected) => {
    const proposal = proposeNnca(verzorgers);
    expect(proposal.value).toBe(expected);
    expect(proposal.reason).toMatch(/[.]$/);
  });

  it('names the country, and says what a country cannot tell', () => {
    expect(proposeNnca(born(NEDERLAND, MAROKKO)).reason).toContain('Marokko');
    expect(proposeNnca(born(NEDERLAND, NEDERLAND)).reason).toContain('asiel');
  });

  it('divides countries that exist, each once', () => {
    const codes = Object.values(countries.groups).flat();
    expect(codes.filter((code) => !findWaarde('land', code))).toEqual([]);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  });
});

describe('which gewichtenregeling (Besluit 19-5-2006 art. II lid 1 to 4)', () => {
  it.each([
    ['2000-10-02', '2006-08-01'],
    ['2000-10-01', '2007-08-01'],
    ['1999-10-02', '2007-08-01'],
    ['1999-10-01', '2008-08-01'],
    ['1998-10-02', '2008-08-01'],
    ['1998-10-01', '2009-08-01'],
    ['1994-10-02', '2009-08-01'],
    ['1994-10-01', '2010-08-01'],
  ])('born %s: the second from %s', (geboortedatum, expected) => {
    expect(newSchemeFrom(geboortedatum)).toBe(expected);
  });
});

describe('gewicht (Besluit bekostiging WPO art. 27)', () => {
  const second = (verzorgers: VerzorgerFacts[]) =>
    proposeGewicht({ verzorgers, geboortedatum: '2005-05-05', datumInschrijving: '2009-08-01', until: '2009-11-02' });

  it.each([
    ['both at most basisonderwijs', schooled('1', '1'), '1,20'],
    ['basisonderwijs and lbo', schooled('1', '2'), '1,20'],
    ['both lbo', schooled('2', '2'), '0,30'],
    ['one higher', schooled('1', '3'), '0'],
    ['one higher, the other not known', schooled('3', undefined), '0'],
    ['single, basisonderwijs', schooled('1'), '1,20'],
    ['single, lbo', schooled('2'), '0,30'],
    ['single, higher', schooled('3'), '0'],
    ['one not known', schooled('2', undefined), undefined],
    ['nobody known', [], undefined],
    ['more than two: the school chooses', schooled('1', '1', '2'), undefined],
  ])('second regeling, %s', (_, verzorgers, expected) => {
    expect(second(verzorgers)).toMatchObject([{ codeGewichtenregeling: '2', begindatum: '2009-08-01' }]);
    expect(second(verzorgers)[0]?.value).toBe(expected);
  });

  it.each([
    ['Dutch', schooled('2', '1'), '0,25'],
    ['from Suriname: not Dutch here', [{ opleiding: '2', geboorteland: SURINAME }], '0,90'],
    ['one higher', schooled('2', '3'), '0'],
    ['background not known', [{ opleiding: '2' }], undefined],
  ] as const)('first regeling, %s', (_, verzorgers, expected) => {
    const [first, then] = proposeGewicht({
      verzorgers,
      geboortedatum: '1996-05-05',
      datumInschrijving: '2005-08-01',
      until: '2009-11-02',
    });
    expect(first).toMatchObject({ codeGewichtenregeling: '1', begindatum: '2005-08-01' });
    expect(first?.value).toBe(expected);
    expect(then).toMatchObject({ codeGewichtenregeling: '2', begindatum: '2009-08-01' });
  });

  it('proposes the second regeling only once it holds, and nothing without birth date or datum inschrijving', () => {
    const facts = { verzorgers: schooled('2'), geboortedatum: '1994-05-05', datumInschrijving: '2005-08-01' };
    expect(proposeGewicht({ ...facts, until: '2009-11-02' }).map((item) => item.codeGewichtenregeling)).toEqual(['1']);
    expect(proposeGewicht({ ...facts, until: '2010-08-01' }).map((item) => item.codeGewichtenregeling)).toEqual([
      '1',
      '2',
    ]);
    expect(proposeGewicht({ ...facts, geboortedatum: undefined, until: '2010-08-01' })).toEqual([]);
  });

  it('proposes only what the waardelijst has, on a day on which the regeling is valid', () => {
    for (const geboortedatum of ['1994-05-05', '1996-05-05', '1999-01-01', '2005-01-01']) {
      for (const level of ['1', '2', '3'] as const) {
        const facts = { geboortedatum, datumInschrijving: geboortedatum < '2000' ? '2004-08-01' : '2009-08-01' };
        for (const item of proposeGewicht({ ...facts, verzorgers: schooled(level, level), until: '2011-01-01' })) {
          const codes = waarden('gewicht', undefined, { within: item.codeGewichtenregeling }).map(({ code }) => code);
          expect(codes).toContain(item.value);
          expect(isValidOn('gewichtenregeling', item.codeGewichtenregeling, item.begindatum)).toBe(true);
        }
      }
    }
  });
});
