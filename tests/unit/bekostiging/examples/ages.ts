import type { Example } from '../example.ts';
import { wec, wpo, type PupilWpo } from '../people.ts';

const AUTUMN = '2009-10-01';
const weight: Pick<PupilWpo, 'new'> = { new: ['2006-08-01', '0'] };

const bands: Example[] = [
  {
    title: 'eight on the teldatum itself',
    reckoned: 'born 1-10-2001 turns 8 on 1-10-2009; born 2-10-2001 is still 7; born 30-9-2001 is 8',
    peildatum: AUTUMN,
    pupils: [
      wpo('a', { born: '2001-10-01', from: '2006-08-01', ...weight }),
      wpo('b', { born: '2001-10-02', from: '2006-08-01', ...weight }),
      wpo('c', { born: '2001-09-30', from: '2006-08-01', ...weight }),
    ],
    rows: { totaal: 3, '4-7': 1, '8+': 2, 'gewicht:2:0:4-7': 1, 'gewicht:2:0:8+': 2 },
  },
  {
    title: 'birth dates of which the day, or day and month, are unknown',
    reckoned: 'October 2001 counts as 1-10-2001: 8. The year 2002 as 1-1-2002: 7',
    peildatum: AUTUMN,
    pupils: [
      wpo('a', { born: '2001-10-00', from: '2006-08-01', ...weight }),
      wpo('b', { born: '2002-00-00', from: '2006-08-01', ...weight }),
    ],
    rows: { totaal: 2, '4-7': 1, '8+': 1 },
  },
  {
    title: '1 March: bands on the date, and for the materiële instandhouding by 1 October before',
    reckoned:
      'a (10-2-2002): 8 on 1-3-2010, 7 on 1-10-2009. b (1-10-2001): 8 and 8. c (1-12-2005): 4, and 3 on 1-10-2009, which goes with 4-7. d (1-5-2002): 7 and 7',
    peildatum: '2010-03-01',
    pupils: [
      wpo('a', { born: '2002-02-10', from: '2006-08-01', ...weight }),
      wpo('b', { born: '2001-10-01', from: '2006-08-01', ...weight }),
      wpo('c', { born: '2005-12-01', from: '2009-12-01', leerjaar: '1', new: ['2009-12-01', '0'] }),
      wpo('d', { born: '2002-05-01', from: '2006-08-01', ...weight }),
    ],
    rows: { totaal: 4, '4-7': 2, '8+': 2, 'mi:4-7': 3, 'mi:8+': 1 },
  },
  {
    title: 'NNCA of a basisschool by band',
    reckoned: 'a and c have NNCA 2: a is 6, c is 9; b has 1',
    peildatum: AUTUMN,
    pupils: [
      wpo('a', { born: '2003-05-05', from: '2007-08-01', nnca: '2', new: ['2007-08-01', '0'] }),
      wpo('b', { born: '2003-05-05', from: '2007-08-01', nnca: '1', new: ['2007-08-01', '0'] }),
      wpo('c', { born: '2000-05-05', from: '2007-08-01', nnca: '2', new: ['2007-08-01', '0'] }),
    ],
    rows: { totaal: 3, 'nnca:4-7': 1, 'nnca:8+': 1 },
  },
  {
    title: 'NNCA and others of a SBAO',
    reckoned: 'of five: NNCA 2 at 7 and twice at 9; others at 7 and at 9',
    school: { soort: 'SBAO' },
    peildatum: AUTUMN,
    pupils: [
      wpo('a', { born: '2002-05-05', from: '2008-08-01', nnca: '2' }),
      wpo('b', { born: '2000-05-05', from: '2008-08-01', nnca: '2' }),
      wpo('c', { born: '2000-05-06', from: '2008-08-01', nnca: '2' }),
      wpo('d', { born: '2002-05-05', from: '2008-08-01' }),
      wpo('e', { born: '2000-05-05', from: '2008-08-01' }),
    ],
    rows: { totaal: 5, '4-7': 2, '8+': 3, 'nnca:4-7': 1, 'nnca:8+': 2, 'overig:4-7': 1, 'overig:8+': 1 },
  },
];

const limits: Example[] = [
  {
    title: 'four on the teldatum',
    reckoned: 'born 1-10-2005 is 4 on 1-10-2009 and counts; born 2-10-2005 is 3 and does not',
    peildatum: AUTUMN,
    pupils: [
      wpo('a', { born: '2005-10-01', from: '2009-10-01', leerjaar: '1', new: ['2009-10-01', '0'] }),
      wpo('b', { born: '2005-10-02', from: '2009-10-01', leerjaar: '1', new: ['2009-10-01', '0'] }),
    ],
    rows: { totaal: 1, '4-7': 1 },
    signalen: { b: ['G03'] },
  },
  {
    title: 'varende kinderen from three years and six months on',
    reckoned: 'born 1-4-2006 is 3.5 on 1-10-2009; born 2-4-2006 a day too young',
    school: { soort: 'TREKKEND', varend: true },
    peildatum: AUTUMN,
    pupils: [
      wpo('a', { born: '2006-04-01', from: '2009-10-01', leerjaar: '0', nnca: '0' }),
      wpo('b', { born: '2006-04-02', from: '2009-10-01', leerjaar: '0', nnca: '0' }),
    ],
    rows: { totaal: 1, '4-7': 1, '8+': 0 },
    signalen: { b: ['G03'] },
  },
  {
    title: 'three and a half where the month lacks the day',
    reckoned:
      'born 31-8-2004: 42 months later is "31 February" 2008, so 1 March 2008; on 29 February it does not count',
    school: { soort: 'TREKKEND', varend: true },
    peildatum: '2008-02-29',
    pupils: [wpo('a', { born: '2004-08-31', from: '2008-02-01', leerjaar: '0', nnca: '0' })],
    rows: { totaal: 0 },
    signalen: { a: ['G03'] },
  },
  {
    title: 'and on 1 March it counts',
    reckoned: 'the first of the month after the month that lacks the day',
    school: { soort: 'TREKKEND', varend: true },
    peildatum: '2008-03-01',
    pupils: [wpo('a', { born: '2004-08-31', from: '2008-02-01', leerjaar: '0', nnca: '0' })],
    rows: { totaal: 1 },
  },
  {
    title: 'a rijdende school takes them from 4 on',
    reckoned: 'only the schools for varende kinderen have 3.5 (Besluit trekkende bevolking WPO art. C 9)',
    school: { soort: 'TREKKEND' },
    peildatum: AUTUMN,
    pupils: [wpo('a', { born: '2006-04-01', from: '2009-10-01', leerjaar: '1', nnca: '0' })],
    rows: { totaal: 0 },
    signalen: { a: ['G03'] },
  },
  {
    title: 'fourteen in the last school year',
    reckoned:
      'a (31-7-1996) turns 14 on 31-7-2010, in 2009-10: until 31-7-2010. b (1-8-1996) turns 14 in 2010-11: until 31-7-2011',
    peildatum: '2010-10-01',
    pupils: [
      wpo('a', { born: '1996-07-31', from: '2004-08-01', leerjaar: '8', ...weight }),
      wpo('b', { born: '1996-08-01', from: '2004-08-01', leerjaar: '8', ...weight }),
    ],
    rows: { totaal: 1, '8+': 1 },
    signalen: { a: ['G04'] },
  },
  {
    title: 'the last day of that school year',
    reckoned: 'on 1-7-2010 a is 13 and counts',
    peildatum: '2010-07-01',
    pupils: [wpo('a', { born: '1996-07-31', from: '2004-08-01', leerjaar: '8', ...weight })],
    rows: { totaal: 1 },
  },
  {
    title: 'a varend child of eight at the end of the school year',
    reckoned: 'a (31-7-2002) is 8 on 31-7-2010: not in 2009-10. b (1-8-2002) is still 7 then',
    school: { soort: 'TREKKEND', varend: true },
    peildatum: AUTUMN,
    pupils: [
      wpo('a', { born: '2002-07-31', from: '2007-08-01', leerjaar: '3', nnca: '0' }),
      wpo('b', { born: '2002-08-01', from: '2007-08-01', leerjaar: '3', nnca: '0' }),
    ],
    rows: { totaal: 1, '4-7': 1 },
    signalen: { a: ['G04'] },
  },
  {
    title: 'the same children at a rijdende school',
    reckoned: 'there the limit of eight does not hold',
    school: { soort: 'TREKKEND' },
    peildatum: AUTUMN,
    pupils: [wpo('a', { born: '2001-07-31', from: '2007-08-01', leerjaar: '3', nnca: '0' })],
    rows: { totaal: 1, '8+': 1 },
  },
  {
    title: 'leerjaar and age far apart',
    reckoned:
      'leerjaar 1 is usually 4 or 5: at 8 it looks odd, at 7 not; leerjaar 5 at 5 looks odd, at 6 not (assumed)',
    peildatum: AUTUMN,
    pupils: [
      wpo('a', { born: '2001-10-01', from: '2006-08-01', leerjaar: '1', ...weight }),
      wpo('b', { born: '2001-10-02', from: '2006-08-01', leerjaar: '1', ...weight }),
      wpo('c', { born: '2003-10-02', from: '2008-08-01', leerjaar: '5', new: ['2008-08-01', '0'] }),
      wpo('d', { born: '2003-10-01', from: '2008-08-01', leerjaar: '5', new: ['2008-08-01', '0'] }),
    ],
    rows: { totaal: 4 },
    signalen: { a: ['A05'], c: ['A05'] },
  },
];

const ofWec = (born: string, soort: string) => ({
  born,
  from: '2010-10-01',
  soort,
  indicaties: [['2010-08-01', soort]] as [string, string][],
});

const agesWec: Example[] = [
  {
    title: 'SO in two bands, VSO in one',
    reckoned: 'SO zml: 7 (2-10-2002), 8 (1-10-2002), 12; VSO zml: 13 and 17',
    school: { soort: 'WEC', cluster: '3' },
    peildatum: '2010-10-01',
    pupils: [
      wec('a', ofWec('2002-10-02', '33')),
      wec('b', ofWec('2002-10-01', '33')),
      wec('c', ofWec('1998-05-05', '33')),
      wec('d', { ...ofWec('1997-05-05', '33'), schoolsoort: '2' }),
      wec('e', { ...ofWec('1993-05-05', '33'), schoolsoort: '2' }),
    ],
    rows: { totaal: 5, so: 3, vso: 2, 'so:33:4-7': 1, 'so:33:8+': 2, 'vso:33': 2 },
  },
  {
    title: 'three years old: doof and slechthorend count, spraak does not',
    reckoned: 'born 1-10-2007, so 3: 21 and 22 from 3 on; 23 from 4 on. Nobody is taken to have consent',
    school: { soort: 'WEC', cluster: '2' },
    peildatum: '2010-10-01',
    parameters: { consentAssumed: false },
    pupils: [
      wec('doof', ofWec('2007-10-01', '21')),
      wec('slechthorend', ofWec('2007-10-01', '22')),
      wec('spraak', ofWec('2007-10-01', '23')),
      wec('two', ofWec('2007-10-02', '21')),
    ],
    rows: { totaal: 2, 'so:21:4-7': 1, 'so:22:4-7': 1, 'so:23:4-7': 0 },
    signalen: { spraak: ['G03'], two: ['G03'] },
  },
  {
    title: 'the same when the consent of the inspectie is assumed',
    reckoned: 'all four count, two of them look odd (PvE 333)',
    school: { soort: 'WEC', cluster: '2' },
    peildatum: '2010-10-01',
    pupils: [
      wec('doof', ofWec('2007-10-01', '21')),
      wec('slechthorend', ofWec('2007-10-01', '22')),
      wec('spraak', ofWec('2007-10-01', '23')),
      wec('two', ofWec('2007-10-02', '21')),
    ],
    rows: { totaal: 4, 'so:21:4-7': 2 },
    signalen: { spraak: ['A06'], two: ['A06'] },
  },
  {
    title: 'twenty in the last school year',
    reckoned: 'a (31-7-1990) turned 20 in 2009-10 and has to have left; b (1-8-1990) turns 20 in 2010-11 and counts',
    school: { soort: 'WEC', cluster: '3' },
    peildatum: '2010-10-01',
    parameters: { consentAssumed: false },
    pupils: [
      wec('a', { ...ofWec('1990-07-31', '33'), schoolsoort: '2' }),
      wec('b', { ...ofWec('1990-08-01', '33'), schoolsoort: '2' }),
    ],
    rows: { totaal: 1, 'vso:33': 1 },
    signalen: { a: ['G04'] },
  },
];

export const ageExamples: Example[] = [...bands, ...limits, ...agesWec];
