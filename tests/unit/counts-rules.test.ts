import { describe, expect, it } from 'vitest';
import { comparisonTexts, gegevensOf, recoveryRisk } from '../../shared/domain/counts/comparisonKinds.ts';
import { newBy, overviewState, type OverviewFacts } from '../../shared/domain/counts/overview.ts';
import { pickGtbs } from '../../shared/domain/counts/pickGtb.ts';
import { comparisonKinds } from '../../shared/mijnBron/comparison.ts';

describe('C-60: the GTB that the school judges', () => {
  const gtb = (peildatum: string, vestigingsvolgnummer = '00', madeOn = '2010-05-01') => ({
    ...{ peildatum, vestigingsvolgnummer, madeOn },
  });
  const gtbs = [
    gtb('2009-10-01', '01'),
    gtb('2009-10-01', '00', '2009-10-20'),
    gtb('2009-10-01', '00', '2009-11-20'),
    gtb('2009-08-01', '00'),
  ];

  it('is one for each vestiging, by volgnummer, with why', () => {
    const picked = pickGtbs(gtbs, '2009-12-01');
    expect(picked.map((one) => one.gtb)).toEqual([gtbs[2], gtbs[0]]);
    expect(picked[0]?.text).toBe(
      'Er is nog geen GTB met een teldatum na uw uitwisseling van 1-12-2009. Daarom is dit de laatste, van 1-10-2009.',
    );
  });

  it('is the most recent, and nothing is said of an exchange, as long as none went to BRON from here', () => {
    expect(pickGtbs(gtbs, undefined)[0]).toEqual({ gtb: gtbs[2], text: 'Dit is de meest recente GTB.' });
  });

  it('is none of a vestiging that was closed before the last school year there are GTBs of', () => {
    const closed = [gtb('2009-07-01', '02'), ...gtbs];
    expect(pickGtbs(closed, '2009-12-01').map((one) => one.gtb.vestigingsvolgnummer)).toEqual(['00', '01']);
  });

  it('is none without GTBs', () => expect(pickGtbs([], '2009-12-01')).toEqual([]));
});

describe('C-56: new data stand on a new GTB within seven werkdagen', () => {
  it.each([
    ['a Monday', '2009-11-02', '2009-11-11'],
    ['a Saturday', '2009-11-07', '2009-11-17'],
    ['over Christmas and New Year', '2009-12-23', '2010-01-05'],
    ['over a summer holiday, in which BRON works on', '2010-07-12', '2010-07-21'],
  ])('exchanged on %s', (_, exchangedOn, last) => expect(newBy(exchangedOn)).toBe(last));
});

describe('C-63: no new vergelijkingsoverzicht within seven werkdagen means that the data agree', () => {
  const madeOn = '2009-10-20';
  const exchangedOn = '2009-11-02';
  it.each<[string, OverviewFacts, string]>([
    ['never asked', { today: '2009-11-02' }, 'unknown'],
    ['asked, and there is none', { askedOn: '2009-11-02', today: '2009-11-02' }, 'none'],
    ['nothing exchanged since', { madeOn, askedOn: madeOn, exchangedOn: '2009-10-19', today: '2009-11-30' }, 'open'],
    ['never exchanged from here', { madeOn, askedOn: madeOn, today: '2009-11-30' }, 'open'],
    [
      'the day before the seventh werkdag',
      { madeOn, askedOn: '2009-11-09', exchangedOn, today: '2009-11-10' },
      'waiting',
    ],
    ['the seventh werkdag', { madeOn, askedOn: '2009-11-11', exchangedOn, today: '2009-11-11' }, 'waiting'],
    ['the day after, not asked since', { madeOn, askedOn: '2009-11-11', exchangedOn, today: '2009-11-12' }, 'toFetch'],
    ['the day after, asked again', { madeOn, askedOn: '2009-11-12', exchangedOn, today: '2009-11-12' }, 'agreed'],
  ])('%s', (_, facts, state) => expect(overviewState(facts)).toBe(state));
});

describe('the rows of a vergelijkingsoverzicht', () => {
  it('C-62: each kind of difference between form and BRON has a name, an advice and a place to mend it', () => {
    expect(Object.keys(comparisonTexts)).toEqual([...comparisonKinds]);
    for (const { label, advice, place } of Object.values(comparisonTexts)) {
      expect(label).not.toBe('');
      expect(advice).toMatch(/[.)]$/);
      expect(place.gegevensgroep).not.toBe('');
    }
  });

  it('C-70: only a pupil who is missing in BRON is a risk of recovery, back to 1 August 2008', () => {
    const risks = comparisonKinds.filter((kind) => comparisonTexts[kind].recovery);
    expect(risks).toEqual(['V1']);
    expect(recoveryRisk).toContain('1 augustus 2008');
  });

  it('show what they are about: one gegeven, or all that a side has', () => {
    const cfi = { onderwijssoort: '33', datumIndicatiestelling: '2008-05-01', cviNummer: '3-01-2008-0001' };
    const bron = { ...cfi, datumIndicatiestelling: '2008-05-02' };
    const about = { geboortedatum: '2001-12-31' };
    expect(gegevensOf({ kind: 'V3', ...about, cfi, bron })).toEqual([
      { key: 'datumIndicatiestelling', cfi: '2008-05-01', bron: '2008-05-02' },
    ]);
    expect(gegevensOf({ kind: 'V1', ...about, cfi }).map(({ key }) => key)).toEqual([
      'onderwijssoort',
      'datumIndicatiestelling',
      'cviNummer',
    ]);
  });
});
