import { describe, expect, it } from 'vitest';
import { causesOf } from '../../../shared/bekostiging/causes.ts';
import { compareTellingen } from '../../../shared/bekostiging/compare.ts';
import { compareWithGtb } from '../../../shared/bekostiging/compareGtb.ts';
import { countOn } from '../../../shared/bekostiging/countOn.ts';
import { gtbOf } from '../../../shared/bekostiging/gtb.ts';
import { gtbRows } from '../../../shared/bekostiging/rows.ts';
import type { CountedInschrijving } from '../../../shared/bekostiging/types.ts';
import type { SchoolSoort } from '../../../shared/pve/berichten/kinds.ts';
import { countingOf } from './example.ts';
import { wec, wpo, type PupilWpo } from './people.ts';

const PEILDATUM = '2010-10-01';
const eight: PupilWpo = { born: '2002-05-05', from: '2007-08-01', new: ['2007-08-01', '0'] };
const other = (extra: Partial<PupilWpo>) => wpo('a', { ...eight, ...extra });
const pupil = other({});

const counting = (pupils: CountedInschrijving[], soort: SchoolSoort = 'BAO') =>
  countingOf({ title: '', reckoned: '', school: { soort }, peildatum: PEILDATUM, pupils, rows: {} });
const compared = (own: CountedInschrijving[], others: CountedInschrijving[], soort?: SchoolSoort) =>
  compareTellingen(countOn(counting(own, soort)), countOn(counting(others, soort)));

describe('two countings compared', () => {
  it('say nothing of what is the same', () => {
    expect(compared([pupil], [pupil])).toEqual({ rows: [], pupils: [] });
  });

  it('tell the numbers per vestiging, only those that differ', () => {
    const moved = other({ vestiging: { '2007-08-01': '01' } });
    const { rows } = compared([pupil], [moved]);
    const totals = rows.filter(({ code }) => code === 'totaal');
    expect(totals).toEqual([
      { vestigingsvolgnummer: '00', code: 'totaal', own: 1, other: 0 },
      { vestigingsvolgnummer: '01', code: 'totaal', own: 0, other: 1 },
    ]);
    expect(rows.map(({ code }) => code)).not.toContain('lgf');
  });

  it('have a vestiging that the other lacks', () => {
    const lost = other({ vestiging: { '2007-08-01': '07' } });
    expect(compared([lost], [pupil]).rows.map(({ vestigingsvolgnummer }) => vestigingsvolgnummer)).not.toContain('07');
    expect(compared([lost], [pupil]).pupils).toMatchObject([{ kinds: ['vestiging', 'rows', 'signalen'] }]);
  });

  it.each([
    {
      title: 'added',
      own: [pupil],
      others: [],
      kinds: ['added'],
      causes: ['De leerling staat alleen in deze telling en niet in de andere.'],
    },
    {
      title: 'missing',
      own: [],
      others: [pupil],
      kinds: ['missing'],
      causes: ['De leerling staat alleen in de andere telling en niet in deze.'],
    },
    {
      title: 'under another vestiging',
      own: [pupil],
      others: [other({ vestiging: { '2007-08-01': '01' } })],
      kinds: ['vestiging'],
      causes: ['De leerling staat onder een andere vestiging. vestiging.vestigingsvolgnummer'],
    },
    {
      title: 'another gewicht',
      own: [pupil],
      others: [other({ new: ['2007-08-01', '0,30'] })],
      kinds: ['rows'],
      causes: ['Het gewicht, of de leeftijd, verschilt. gewicht.gewicht'],
    },
    {
      title: 'another age',
      own: [pupil],
      others: [other({ born: '2003-05-05' })],
      kinds: ['rows'],
      causes: [
        'De leeftijd op de peildatum verschilt. persoon.geboortedatum',
        'Het gewicht, of de leeftijd, verschilt. gewicht.gewicht',
      ],
    },
    {
      title: 'NNCA',
      own: [pupil],
      others: [other({ nnca: '2' })],
      kinds: ['rows'],
      causes: ['De culturele achtergrond verschilt. inschrijvingWpo.aanduidingNnca'],
    },
    {
      title: 'begeleiding',
      own: [other({ lgf: [['2010-08-01', '40', { '2010-09-01': '99SO' }]] })],
      others: [pupil],
      kinds: ['rows'],
      causes: ['De indicatie of de begeleiding verschilt. lgfIndicatie.begindatum'],
    },
    {
      title: 'not counted on one side',
      own: [pupil],
      others: [other({ bekostiging: { '2007-08-01': 'false' } })],
      kinds: ['rows', 'signalen'],
      causes: ['Inschrijving is als niet-bekostigd opgegeven indicatieBekostiging.indicatieBekostiging'],
    },
    {
      title: 'only an attentiesignaal more',
      own: [other({ until: '2012-01-01' })],
      others: [pupil],
      kinds: ['signalen'],
      causes: ['Uitschrijfdatum controleren inschrijvingWpo.datumUitschrijving'],
    },
  ])('$title', ({ own, others, kinds, causes }) => {
    const { pupils } = compared(own, others);
    expect(pupils.map((each) => each.kinds)).toEqual([kinds]);
    const told = pupils.flatMap((each) => causesOf(each, 'WPO', gtbRows('BAO', PEILDATUM)));
    expect(told.map(({ text, place }) => (place ? `${text} ${place.gegevensgroep}.${place.element}` : text))).toEqual(
      causes,
    );
  });

  it('special education: soort onderwijs, and the place of a signaal there', () => {
    const zml = wec('a', { born: '2002-05-05', from: '2009-08-01', soort: '33', indicaties: [['2009-08-01', '33']] });
    const lg = wec('a', { born: '2002-05-05', from: '2009-08-01', soort: '32', indicaties: [['2009-08-01', '32']] });
    const none = wec('a', { born: '2002-05-05', from: '2009-08-01', soort: '33' });
    const causes = (others: CountedInschrijving) =>
      compared([zml], [others], 'WEC').pupils.flatMap((each) => causesOf(each, 'WEC', gtbRows('WEC', PEILDATUM)));
    expect(causes(lg)).toEqual([
      {
        text: 'Het soort onderwijs, de schoolsoort of de leeftijd verschilt.',
        place: { gegevensgroep: 'soortOnderwijs', element: 'soortOnderwijs' },
      },
    ]);
    expect(causes(none)).toEqual([
      {
        code: 'G10',
        text: 'Geen geldige indicatie op de peildatum',
        place: { gegevensgroep: 'indicatiestelling', element: 'begindatum' },
      },
    ]);
  });

  it('tell what only one side has', () => {
    const { pupils } = compared([pupil], [other({ bekostiging: { '2007-08-01': 'false' } })]);
    expect(pupils[0]).toMatchObject({
      key: 'a',
      onlyOwn: { rows: ['totaal', '8+', 'gewicht:2:0:8+'], signalen: [] },
      onlyOther: { rows: [], signalen: ['G01'] },
      own: { counted: true },
      other: { counted: false },
    });
  });
});

describe('the own counting beside a GTB', () => {
  const head = { kenmerk: 'GTB-1', naam: 'De Oefening', processedUntil: '2010-10-05', madeOn: '2010-10-08' };
  const besideGtb = (own: CountedInschrijving[], atBron: CountedInschrijving[]) => {
    const [here, there] = [counting(own), counting(atBron)];
    const [telling, registered] = [countOn(here)[0]!, countOn(there)[0]!];
    return compareWithGtb(telling, own, gtbOf(registered, there, head));
  };
  const unfunded = { bekostiging: { '2007-08-01': 'false' } };
  const told = ({ pupils }: ReturnType<typeof besideGtb>) =>
    pupils.map(({ key, onlyOwn, onlyGtb }) => [key, onlyOwn, onlyGtb]);

  it('agrees', () => {
    expect(besideGtb([pupil], [pupil])).toEqual({ rows: [], pupils: [] });
    expect(besideGtb([other(unfunded)], [other(unfunded)])).toEqual({ rows: [], pupils: [] });
  });

  it('tells numbers, and a signaal that only the GTB or only the school has', () => {
    const onGtb = besideGtb([pupil], [other(unfunded)]);
    expect(told(onGtb)).toEqual([['a', [], ['G01']]]);
    expect(onGtb.rows).toContainEqual({ vestigingsvolgnummer: '00', code: 'totaal', own: 1, other: 0 });
    expect(onGtb.pupils[0]?.named).toMatchObject({ pgn: '999990019', signalen: ['G01'] });
    expect(told(besideGtb([other(unfunded)], [pupil]))).toEqual([['a', ['G01'], []]]);
  });

  it('joins what the GTB says of a pupil in both lists', () => {
    const lgf: PupilWpo['lgf'] = [['2010-08-01', '40', {}]];
    expect(told(besideGtb([pupil], [other({ lgf })]))).toEqual([['a', [], ['G12', 'A07']]]);
  });

  it('finds a pupil by the number of the school, or by birth date and datum inschrijving, when BRON has another PGN', () => {
    const changed = { burgerservicenummer: '999990020', leerlingnummer: '12' };
    const atBron = other({ ...unfunded, extra: changed });
    expect(told(besideGtb([other({ born: '2002-05-06', extra: { leerlingnummer: '12' } })], [atBron]))).toEqual([
      ['a', [], ['G01']],
    ]);
    expect(told(besideGtb([pupil], [atBron]))).toEqual([['a', [], ['G01']]]);
  });

  it('does not guess which of twins it is, and tells a pupil that is not found', () => {
    const twins = ['a', 'b'].map((key, index) =>
      wpo(key, { ...eight, extra: { burgerservicenummer: `99999003${index}` } }),
    );
    const third = wpo('c', { ...eight, ...unfunded, extra: { burgerservicenummer: '999990056' } });
    expect(told(besideGtb(twins, [...twins, third]))).toEqual([[undefined, [], ['G01']]]);
    expect(told(besideGtb([], [other(unfunded)]))).toEqual([[undefined, [], ['G01']]]);
  });

  it('finds nobody by a birth date alone', () => {
    const atBron = other({
      ...unfunded,
      from: '2008-08-01',
      bekostiging: { '2008-08-01': 'false' },
      extra: { burgerservicenummer: '999990056' },
    });
    expect(told(besideGtb([pupil], [atBron]))).toEqual([[undefined, [], ['G01']]]);
  });
});
