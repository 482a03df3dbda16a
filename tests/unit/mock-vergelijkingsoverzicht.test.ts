import { describe, expect, it } from 'vitest';
import type { InschrijvingWpo } from '../../shared/pve/berichten/content.ts';
import { compareGuidance, type CfiLeerling } from '../mock-bron/mijnBron/compareGuidance.ts';
import type { RegisteredInschrijving } from '../mock-bron/mijnBron/registered.ts';

const DATE = '2009-12-01';

/** What BRON has of a pupil. */
const bron = (
  changes: Partial<InschrijvingWpo> = {},
  pgn: string | null = '999992533',
  id = 1,
): RegisteredInschrijving => ({
  id,
  person: id,
  leerlingnummer: null,
  burgerservicenummer: pgn,
  onderwijsnummer: null,
  geboortedatum: '2001-12-31',
  geslacht: 'V',
  achternaam: null,
  registeredOn: '2009-11-20',
  inschrijving: {
    datumInschrijving: '2007-08-01',
    aanduidingNnca: '0',
    lgfIndicatie: [
      {
        begindatum: '2008-09-01',
        onderwijssoortIndicatie: '31',
        brinnummerRec: '98RC',
        cviNummer: '3-01-2008-0001',
        ambulanteBegeleiding: [{ begindatum: '2008-10-01', brinnummer: '98AE' }],
      },
    ],
    ...changes,
  },
});

/** The same as the school once reported it on the form. */
const cfi = (changes: Partial<CfiLeerling> = {}): CfiLeerling => ({
  pgn: '999992533',
  geboortedatum: '2001-12-31',
  onderwijssoort: '31',
  datumIndicatiestelling: '2008-09-01',
  cviNummer: '3-01-2008-0001',
  brinnummerRec: '98RC',
  brinnummerWec: '98AE',
  start: '2008-10-01',
  datumInschrijving: '2007-08-01',
  ...changes,
});

const kinds = (reported: CfiLeerling[], registered: RegisteredInschrijving[], date = DATE) =>
  compareGuidance(reported, registered, date).map(({ kind }) => kind);

const withoutGuidance = bron({ lgfIndicatie: undefined as never });
const newHere = bron({ datumInschrijving: '2009-08-01' });
const cluster1 = {
  ...bron().inschrijving.lgfIndicatie![0]!,
  onderwijssoortIndicatie: '11',
  cviNummer: undefined as never,
};

describe('the comparison with DUO-CFI', () => {
  it.each<[string, CfiLeerling[], RegisteredInschrijving[], string[]]>([
    ['the same on both sides', [cfi()], [bron()], []],
    ['what the form leaves out is not compared', [{ pgn: '999992533', geboortedatum: '2001-12-31' }], [bron()], []],
    ['V1: not in BRON', [cfi()], [], ['V1']],
    ['V1: in BRON without begeleiding', [cfi()], [withoutGuidance], ['V1']],
    ['V2: only in BRON', [], [bron()], ['V2']],
    ['V3: the date of the indicatie', [cfi({ datumIndicatiestelling: '2008-09-02' })], [bron()], ['V3']],
    ['V4: the onderwijssoort', [cfi({ onderwijssoort: '32' })], [bron()], ['V4']],
    ['V5: the CVI-nummer', [cfi({ cviNummer: '3-01-2008-0002' })], [bron()], ['V5']],
    ['V5: not in cluster 1', [cfi({ onderwijssoort: '11' })], [bron({ lgfIndicatie: [cluster1] })], []],
    ['V6: the REC', [cfi({ brinnummerRec: '98RD' })], [bron()], ['V6']],
    ['V7: the school that guides', [cfi({ brinnummerWec: '98WA' })], [bron()], ['V7']],
    ['V8: the start of the begeleiding', [cfi({ start: '2008-10-02' })], [bron()], ['V8']],
    ['V8: an end that BRON does not have', [cfi({ end: '2009-06-30' })], [bron()], ['V8']],
    ['V9: the datum inschrijving', [cfi({ datumInschrijving: '2007-09-01' })], [bron()], ['V9']],
    ['V9: an uitschrijving on one side', [cfi()], [bron({ datumUitschrijving: '2009-11-30' })], ['V9']],
    [
      'V10: the budget is with the former school',
      [cfi({ budgetSchool: '98AA', brinnummerWec: '98WA' })],
      [newHere],
      ['V10'],
    ],
    ['no V10 for who came in an earlier school year', [cfi({ budgetSchool: '98AA' })], [bron()], []],
    [
      'several differences, each a row',
      [cfi({ onderwijssoort: '32', brinnummerRec: '98RD', start: '2008-11-01' })],
      [bron()],
      ['V4', 'V6', 'V8'],
    ],
  ])('%s', (_what, reported, registered, expected) => {
    expect(kinds(reported, registered)).toEqual(expected);
  });

  it('shows both sides, and the recovery risk as a row of DUO-CFI alone', () => {
    const [row] = compareGuidance([cfi({ onderwijssoort: '32' })], [bron()], DATE);
    expect(row).toMatchObject({
      kind: 'V4',
      pgn: '999992533',
      cviNummer: '3-01-2008-0001',
      cfi: { onderwijssoort: '32' },
      bron: { onderwijssoort: '31', brinnummerWec: '98AE', start: '2008-10-01' },
    });
    const [missing] = compareGuidance([cfi()], [], DATE);
    expect(missing).toMatchObject({ kind: 'V1', cfi: { cviNummer: '3-01-2008-0001' } });
    expect(missing).not.toHaveProperty('bron');
  });

  it('finds a pupil by PGN, else by CVI-nummer, else by birth, sex and name', () => {
    const named = { ...bron({}, null), onderwijsnummer: '100000041', achternaam: 'Jansen' };
    const byName = { pgn: undefined, cviNummer: undefined, geslacht: 'V', achternaam: ' jansen' };
    expect(kinds([cfi({ pgn: undefined })], [bron()])).toEqual([]);
    expect(kinds([cfi({ pgn: '100000041' })], [named])).toEqual([]);
    expect(kinds([cfi(byName)], [named])).toEqual([]);
    expect(kinds([cfi({ ...byName, geslacht: 'M' })], [named])).toEqual(['V1', 'V2']);
  });

  it('only looks at begeleiding on or after 1 August 2008', () => {
    const long = { datumUitschrijving: '2008-07-31' };
    const ended = bron({
      ...long,
      lgfIndicatie: [
        {
          ...bron().inschrijving.lgfIndicatie![0]!,
          begindatum: '2007-09-01',
          ambulanteBegeleiding: [{ begindatum: '2007-10-01', brinnummer: '98AE' }],
        },
      ],
    });
    expect(kinds([cfi(long)], [])).toEqual([]);
    expect(kinds([], [ended])).toEqual([]);
    expect(kinds([cfi({ datumUitschrijving: '2008-08-01' })], [])).toEqual(['V1']);
  });

  it('takes the last inschrijving of a pupil that has begeleiding', () => {
    const again = { ...bron({ datumInschrijving: '2009-08-01' }), id: 2 };
    expect(
      kinds([cfi({ datumInschrijving: '2009-08-01' })], [again, bron({ datumUitschrijving: '2009-01-31' })]),
    ).toEqual([]);
  });
});
