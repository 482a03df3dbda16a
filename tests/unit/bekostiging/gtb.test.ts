import { describe, expect, it } from 'vitest';
import { countOn } from '../../../shared/bekostiging/countOn.ts';
import { gtbOf } from '../../../shared/bekostiging/gtb.ts';
import { gtbDates, isGtbMade, numbersChanged } from '../../../shared/bekostiging/schedule.ts';
import { whichGtb } from '../../../shared/bekostiging/whichGtb.ts';
import { gtb } from '../../../shared/mijnBron/gtb.ts';
import { countingOf } from './example.ts';
import { wpo } from './people.ts';

describe('a GTB of a counting', () => {
  const counting = countingOf({
    title: '',
    reckoned: '',
    peildatum: '2010-10-01',
    pupils: [
      wpo('a', { born: '2002-05-05', from: '2007-08-01', new: ['2007-08-01', '0'] }),
      wpo('b', { born: '2002-05-05', from: '2010-10-02', new: ['2010-10-02', '0'] }),
      wpo('c', {
        born: '2002-05-00',
        from: '2007-08-01',
        lgf: [['2010-08-01', '40', { '2010-11-01': '99SO' }]],
        extra: { burgerservicenummer: undefined, onderwijsnummer: '100000041', leerlingnummer: '12' },
      }),
    ],
    rows: {},
  });
  const head = { kenmerk: 'GTB-1', naam: 'De Oefening', processedUntil: '2010-10-05', madeOn: '2010-10-08' };
  const [hoofdvestiging, other] = countOn(counting).map((telling) => gtbOf(telling, counting, head));

  it('has the numbers, and is as Mijn BRON writes it down', () => {
    expect(hoofdvestiging).toMatchObject({ ...head, brinnummer: '99XA', soort: 'BAO', peildatum: '2010-10-01' });
    expect(hoofdvestiging?.aantallen).toMatchObject({ totaal: 2, '8+': 2, lgf: 0 });
    expect(gtb.parse(hoofdvestiging)).toEqual(hoofdvestiging);
  });

  it('names who is not counted and who looks odd, each with its own signalen', () => {
    const c = { pgn: '100000041', leerlingnummer: '12', geboortedatum: '2002-05-00', datumInschrijving: '2007-08-01' };
    expect(hoofdvestiging?.notCounted).toEqual([
      { pgn: '999990019', geboortedatum: '2002-05-05', datumInschrijving: '2010-10-02', signalen: ['G02'] },
      { ...c, signalen: ['G12'] },
    ]);
    expect(hoofdvestiging?.attention).toEqual([{ ...c, signalen: ['A01', 'A03'] }]);
  });

  it('is there for a vestiging without pupils too', () => {
    expect(other).toMatchObject({ vestigingsvolgnummer: '01', notCounted: [], attention: [] });
    expect(other?.aantallen['totaal']).toBe(0);
  });
});

describe('the peildata of a school year (Stappenplan step 12)', () => {
  const always = (kind: 'WPO' | 'WEC', first?: string) =>
    gtbDates(kind, '2009-2010', first).map(({ peildatum, when }) => `${peildatum} ${when}`);

  it('WPO: 1 August, 1 October and 1 March always; the first school day and every other first of a month when numbers change', () => {
    expect(always('WPO', '2009-08-24')).toEqual([
      '2009-08-01 always',
      '2009-08-24 whenChanged',
      '2009-09-01 whenChanged',
      '2009-10-01 always',
      '2009-11-01 whenChanged',
      '2009-12-01 whenChanged',
      '2010-01-01 whenChanged',
      '2010-02-01 whenChanged',
      '2010-03-01 always',
      '2010-04-01 whenChanged',
      '2010-05-01 whenChanged',
      '2010-06-01 whenChanged',
      '2010-07-01 whenChanged',
    ]);
  });

  it('WEC: the first school day, 1 October and 1 March always; 16 January when numbers change', () => {
    expect(always('WEC', '2009-08-24')).toEqual([
      '2009-08-24 always',
      '2009-10-01 always',
      '2010-01-16 whenChanged',
      '2010-03-01 always',
    ]);
  });

  it('a first school day on a first of a month is one peildatum, and on 1 August stays always', () => {
    expect(gtbDates('WPO', '2009-2010', '2009-09-01').filter(({ peildatum }) => peildatum === '2009-09-01')).toEqual([
      { peildatum: '2009-09-01', when: 'whenChanged' },
    ]);
    expect(always('WPO', '2009-08-01')[0]).toBe('2009-08-01 always');
  });

  it('an unknown first school day has no peildatum', () => {
    expect(always('WEC')).toEqual(['2009-10-01 always', '2010-01-16 whenChanged', '2010-03-01 always']);
  });

  it.each([
    ['always', { totaal: 1 }, { totaal: 1 }, true],
    ['whenChanged', { totaal: 1 }, { totaal: 1 }, false],
    ['whenChanged', { totaal: 1, '8+': 1 }, { totaal: 1, '8+': 0 }, true],
    ['whenChanged', undefined, { totaal: 0 }, true],
    ['whenChanged', { totaal: 1, 'mi:8+': 1 }, { totaal: 1 }, false],
    ['whenChanged', { totaal: 1 }, { totaal: 1, 'mi:8+': 1 }, false],
  ] as const)('%s after %o with %o: %s', (when, before, now, made) => {
    expect(isGtbMade(when, before, now)).toBe(made);
    if (when === 'whenChanged') expect(numbersChanged(before, now)).toBe(made);
  });
});

describe('which GTB to look at (Stappenplan step 12)', () => {
  const line = (peildatum: string, madeOn = '2010-01-08') => ({ kenmerk: `${peildatum} ${madeOn}`, peildatum, madeOn });
  const chosen = (lines: ReturnType<typeof line>[], exchangedOn: string) => {
    const { gtb: found, reason, text } = whichGtb(lines, exchangedOn) ?? {};
    return [found?.kenmerk, reason, text];
  };

  it.each([
    {
      title: 'the only one after the exchange',
      lines: [line('2009-10-01'), line('2010-03-01'), line('2009-08-01')],
      outcome: ['2010-03-01 2010-01-08', 'after', 'De teldatum 1-3-2010 ligt na uw uitwisseling van 2-2-2010.'],
    },
    {
      title: 'the newest version of the only teldatum after the exchange',
      lines: [line('2010-03-01', '2010-03-12'), line('2010-03-01', '2010-03-05')],
      outcome: ['2010-03-01 2010-03-12', 'after', 'De teldatum 1-3-2010 ligt na uw uitwisseling van 2-2-2010.'],
    },
    {
      title: 'the most recent of several after the exchange',
      lines: [line('2010-03-01'), line('2010-04-01'), line('2009-10-01')],
      outcome: [
        '2010-04-01 2010-01-08',
        'newestAfter',
        "Meer GTB's hebben een teldatum na uw uitwisseling van 2-2-2010. Dit is de meest recente, van 1-4-2010.",
      ],
    },
    {
      title: 'the last one when none lies after it; a teldatum on the day itself does not',
      lines: [line('2009-10-01'), line('2010-02-02'), line('2009-08-01')],
      outcome: [
        '2010-02-02 2010-01-08',
        'last',
        'Er is nog geen GTB met een teldatum na uw uitwisseling van 2-2-2010. Daarom is dit de laatste, van 2-2-2010.',
      ],
    },
    { title: 'none when there is none', lines: [], outcome: [undefined, undefined, undefined] },
  ])('$title', ({ lines, outcome }) => {
    expect(chosen(lines, '2010-02-02')).toEqual(outcome);
    expect(chosen(lines.toReversed(), '2010-02-02')).toEqual(outcome);
  });
});
