import type { Example } from '../example.ts';
import { times, wpo } from '../people.ts';

const AUTUMN = '2009-10-01';
/** Six years old on 1 October 2009, so of the second regeling since August 2006. */
const six = { born: '2003-05-05', from: '2007-08-01' } as const;
const zero = (number: number) => times(number, 'z', (key) => wpo(key, { ...six, new: ['2007-08-01', '0'] }));
const light = (number: number) => times(number, 'l', (key) => wpo(key, { ...six, new: ['2007-08-01', '0,30'] }));
const heavy = (number: number) => times(number, 'h', (key) => wpo(key, { ...six, new: ['2007-08-01', '1,20'] }));

/** Schoolgewicht: gewichten less 6 % of the pupils, half up, at most 80 % (BBWPO 27). In hundredths: 6 % of a pupil is 6. */
const schoolweights: Example[] = [
  {
    title: 'nine times 0,30 among twenty',
    reckoned: '9 x 30 = 270; 20 x 6 = 120; 150 is exactly 1.5, so 2 (in floats it would be 1.4999, so 1)',
    peildatum: AUTUMN,
    pupils: [...zero(11), ...light(9)],
    rows: { totaal: 20, 'gewicht:2:0:4-7': 11, 'gewicht:2:0,30:4-7': 9, gewichtensom: 270, schoolgewicht: 2 },
  },
  {
    title: 'twenty times 0,30 among a hundred: precisely the threshold',
    reckoned: '20 x 30 = 600; 100 x 6 = 600; nothing is left',
    peildatum: AUTUMN,
    pupils: [...zero(80), ...light(20)],
    rows: { gewichtensom: 600, schoolgewicht: 0 },
  },
  {
    title: 'twenty-one times 0,30 among a hundred',
    reckoned: '630 - 600 = 30, which is 0.30, so 0',
    peildatum: AUTUMN,
    pupils: [...zero(79), ...light(21)],
    rows: { gewichtensom: 630, schoolgewicht: 0 },
  },
  {
    title: 'twenty-two times 0,30 among a hundred',
    reckoned: '660 - 600 = 60, which is 0.60, so 1',
    peildatum: AUTUMN,
    pupils: [...zero(78), ...light(22)],
    rows: { gewichtensom: 660, schoolgewicht: 1 },
  },
  {
    title: 'no gewichten at all',
    reckoned: '0 - 10 x 6 = -60, not below 0',
    peildatum: AUTUMN,
    pupils: zero(10),
    rows: { gewichtensom: 0, schoolgewicht: 0 },
  },
  {
    title: 'fifty times 1,20: the cap',
    reckoned: '50 x 120 = 6000; less 300 is 5700, so 57; at most 80 % of 50 = 40',
    peildatum: AUTUMN,
    pupils: heavy(50),
    rows: { gewichtensom: 6000, schoolgewicht: 40 },
  },
  {
    title: 'six times 1,20: a cap that is no whole number',
    reckoned: '720 - 36 = 684, so 7; at most 80 % of 6 = 4.8, downwards 4 (assumed)',
    peildatum: AUTUMN,
    pupils: heavy(6),
    rows: { schoolgewicht: 4 },
  },
  {
    title: 'one pupil with 1,20',
    reckoned: '120 - 6 = 114, so 1; at most 80 % of 1 = 0.8, downwards 0 (assumed)',
    peildatum: AUTUMN,
    pupils: heavy(1),
    rows: { gewichtensom: 120, schoolgewicht: 0 },
  },
  {
    title: 'the cap stands at the vestiging, not at the school',
    reckoned:
      '00: 10 x 120 = 1200 - 60 = 1140, 11, at most 8. 01: 10 with 0: 0. Together 8, and not the 11 of 20 pupils',
    peildatum: AUTUMN,
    pupils: [
      ...heavy(10),
      ...times(10, 'o', (key) => wpo(key, { ...six, new: ['2007-08-01', '0'], vestiging: { '2007-08-01': '01' } })),
    ],
    rows: { totaal: 10, schoolgewicht: 8 },
  },
  {
    title: 'the example of the first regeling: 250 pupils with 82,00',
    reckoned: '90 x 0,90 + 4 x 0,25 = 82.00; 9 % of 250 = 22.50; 59.50, so 60 (threshold before October 2008: assumed)',
    peildatum: '2006-10-01',
    pupils: [
      ...times(90, 'a', (key) => wpo(key, { born: '1999-05-05', from: '2003-08-01', old: ['2003-08-01', '0,90'] })),
      ...times(4, 'b', (key) => wpo(key, { born: '1999-05-05', from: '2003-08-01', old: ['2003-08-01', '0,25'] })),
      ...times(156, 'c', (key) => wpo(key, { born: '1999-05-05', from: '2003-08-01', old: ['2003-08-01', '0'] })),
    ],
    rows: { totaal: 250, gewichtensom: 8200, schoolgewicht: 60 },
  },
  {
    title: 'the threshold is 6 % from teldatum 1 October 2008 on',
    reckoned: 'ten of 0,90 among 100 born in 1997: 900 - 600 = 300, so 3',
    peildatum: '2008-10-01',
    pupils: [
      ...times(10, 'a', (key) =>
        wpo(key, { born: '1997-05-05', from: '2003-08-01', leerjaar: '8', old: ['2003-08-01', '0,90'] }),
      ),
      ...times(90, 'b', (key) =>
        wpo(key, { born: '1997-05-05', from: '2003-08-01', leerjaar: '8', old: ['2003-08-01', '0'] }),
      ),
    ],
    rows: { gewichtensom: 900, schoolgewicht: 3, 'gewicht:1:0,90:8+': 10 },
  },
  {
    title: 'the day before, the threshold is still 9 %',
    reckoned: '900 - 900 = 0 (threshold assumed)',
    peildatum: '2008-09-30',
    pupils: [
      ...times(10, 'a', (key) =>
        wpo(key, { born: '1997-05-05', from: '2003-08-01', leerjaar: '8', old: ['2003-08-01', '0,90'] }),
      ),
      ...times(90, 'b', (key) =>
        wpo(key, { born: '1997-05-05', from: '2003-08-01', leerjaar: '8', old: ['2003-08-01', '0'] }),
      ),
    ],
    rows: { gewichtensom: 900, schoolgewicht: 0 },
  },
  {
    title: 'who does not count, adds neither gewicht nor threshold',
    reckoned: 'one of twenty with 1,20 is not funded: 9 x 30 = 270; 20 x 6 = 120; 150, so 2',
    peildatum: AUTUMN,
    pupils: [
      ...zero(11),
      ...light(9),
      wpo('not', { ...six, new: ['2007-08-01', '1,20'], bekostiging: { '2007-08-01': 'false' } }),
    ],
    rows: { totaal: 20, gewichtensom: 270, schoolgewicht: 2 },
    signalen: { not: ['G01'] },
  },
];

/** Which regeling holds: born after 1 October 2000 in 2006-07, 1999 in 2007-08, 1998 in 2008-09, 1994 in 2009-10 (Besluit of 19 May 2006). */
const phases: [
  born: string,
  leerjaar: string,
  peildatum: string,
  regeling: '1' | '2',
  band: '4-7' | '8+',
  why: string,
][] = [
  ['2000-10-01', '2', '2006-10-01', '1', '4-7', '2006-07: born on 1 October 2000 is not after it'],
  ['2000-10-02', '2', '2006-10-01', '2', '4-7', '2006-07: born after 1 October 2000'],
  ['2000-10-02', '2', '2006-07-31', '1', '4-7', 'before 2006-07 there is no second regeling'],
  ['1999-10-01', '4', '2008-07-31', '1', '8+', '2007-08: born on 1 October 1999'],
  ['1999-10-02', '3', '2007-07-31', '1', '4-7', 'the last day of 2006-07'],
  ['1999-10-02', '4', '2007-08-01', '2', '4-7', 'the first day of 2007-08'],
  ['1998-10-01', '6', '2009-03-01', '1', '8+', '1 March 2009 is in 2008-09: born on 1 October 1998'],
  ['1998-10-02', '5', '2008-07-31', '1', '8+', 'the last day of 2007-08'],
  ['1998-10-02', '6', '2008-08-01', '2', '8+', '1 August 2008 is in 2008-09 already'],
  ['1998-10-02', '6', '2008-11-01', '2', '8+', 'and so is 1 November'],
  ['1998-10-01', '6', '2009-07-31', '1', '8+', 'the last day of 2008-09'],
  ['1998-10-01', '7', '2009-08-01', '2', '8+', '2009-10: born after 1 October 1994'],
  ['1994-10-02', '8', '2009-07-31', '1', '8+', '14 years old, in the last school year at a basisschool'],
];

const phaseIn: Example[] = phases.map(([born, leerjaar, peildatum, regeling, band, why]) => ({
  title: `born ${born}, on ${peildatum}`,
  reckoned: why,
  peildatum,
  pupils: [wpo('a', { born, leerjaar, from: '2005-08-01', old: ['2005-08-01', '0,25'], new: ['2006-08-01', '0,30'] })],
  rows: {
    totaal: 1,
    [`gewicht:${regeling}:${regeling === '1' ? '0,25' : '0,30'}:${band}`]: 1,
    gewichtensom: regeling === '1' ? 25 : 30,
  },
}));

const noNewOne: Example[] = [
  {
    title: 'the old gewicht stays until there is a new one',
    reckoned: 'born in 2001: the second regeling holds since August 2006; without a new gewicht 0,90 stays',
    peildatum: AUTUMN,
    pupils: [wpo('a', { born: '2001-12-05', from: '2005-12-05', old: ['2005-12-05', '0,90'] })],
    rows: { 'gewicht:1:0,90:4-7': 1, gewichtensom: 90 },
    signalen: { a: ['A04'] },
  },
  {
    title: 'on the last day of 2009-10 too',
    reckoned: 'it becomes 0 only from school year 2010-11 on',
    peildatum: '2010-07-31',
    pupils: [wpo('a', { born: '2001-12-05', from: '2005-12-05', leerjaar: '5', old: ['2005-12-05', '0,90'] })],
    rows: { 'gewicht:1:0,90:8+': 1, gewichtensom: 90 },
    signalen: { a: ['A04'] },
  },
  {
    title: 'from 2010-11 on it is 0',
    reckoned: 'no new gewicht on 1 August 2010: 0 of the second regeling',
    peildatum: '2010-08-01',
    pupils: [wpo('a', { born: '2001-12-05', from: '2005-12-05', leerjaar: '5', old: ['2005-12-05', '0,90'] })],
    rows: { 'gewicht:2:0:8+': 1, gewichtensom: 0 },
    signalen: { a: ['A03'] },
  },
  {
    title: 'a new gewicht that begins after the teldatum',
    reckoned: 'begins on 1 November 2009; on 1 October the old 0,25 still counts',
    peildatum: AUTUMN,
    pupils: [
      wpo('a', { born: '2001-12-05', from: '2005-12-05', old: ['2005-12-05', '0,25'], new: ['2009-11-01', '0'] }),
    ],
    rows: { 'gewicht:1:0,25:4-7': 1, gewichtensom: 25 },
    signalen: { a: ['A04'] },
  },
  {
    title: 'a new gewicht that begins on the teldatum',
    reckoned: 'a period holds from its begindatum on',
    peildatum: '2009-11-01',
    pupils: [
      wpo('a', { born: '2001-12-05', from: '2005-12-05', old: ['2005-12-05', '0,25'], new: ['2009-11-01', '0,30'] }),
    ],
    rows: { 'gewicht:2:0,30:4-7': 1, gewichtensom: 30 },
  },
  {
    title: 'no gewicht at all',
    reckoned: 'counts as 0 of the regeling that holds',
    peildatum: AUTUMN,
    pupils: [wpo('a', six)],
    rows: { totaal: 1, 'gewicht:2:0:4-7': 1, gewichtensom: 0 },
    signalen: { a: ['A03'] },
  },
  {
    title: 'only a new gewicht while the first regeling still holds',
    reckoned: 'born 1997, on 1 October 2008: first regeling, in which there is no gewicht: 0',
    peildatum: '2008-10-01',
    pupils: [wpo('a', { born: '1997-05-05', from: '2006-08-01', leerjaar: '7', new: ['2006-08-01', '1,20'] })],
    rows: { 'gewicht:1:0:8+': 1, gewichtensom: 0 },
    signalen: { a: ['A03'] },
  },
  {
    title: 'both regelingen on one GTB',
    reckoned:
      '1 March 2009: born 1998-10-01 has 0,90, born 1998-10-02 has 1,20; 210 - 12 = 198, so 2; at most 80 % of 2 = 1',
    peildatum: '2009-03-01',
    pupils: [
      wpo('a', {
        born: '1998-10-01',
        from: '2003-08-01',
        leerjaar: '6',
        old: ['2003-08-01', '0,90'],
        new: ['2009-08-01', '0,30'],
      }),
      wpo('b', {
        born: '1998-10-02',
        from: '2003-08-01',
        leerjaar: '6',
        old: ['2003-08-01', '0,90'],
        new: ['2008-08-01', '1,20'],
      }),
    ],
    rows: { 'gewicht:1:0,90:8+': 1, 'gewicht:2:1,20:8+': 1, gewichtensom: 210, schoolgewicht: 1 },
  },
  {
    title: 'a SBAO has no gewichten',
    reckoned: 'what is delivered is ignored (PvE 368)',
    school: { soort: 'SBAO' },
    peildatum: AUTUMN,
    pupils: [wpo('a', { ...six, new: ['2007-08-01', '1,20'] })],
    rows: { totaal: 1 },
  },
];

export const weightExamples: Example[] = [...schoolweights, ...phaseIn, ...noNewOne];
