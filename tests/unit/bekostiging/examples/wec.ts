import type { Example } from '../example.ts';
import { wec } from '../people.ts';
import { guidedWecExamples } from './wec-guided.ts';
import { AUTUMN, cluster3, cluster4, eight, lg } from './wec-school.ts';

const januaryPupils = [
  wec('a', eight),
  wec('b', { ...eight, until: '2010-12-24' }),
  wec('c', { ...eight, from: '2011-01-10', indicaties: [['2011-01-10', '33']] }),
  wec('d', { ...lg, from: '2011-01-16' }),
  wec('e', { ...lg, from: '2011-01-17' }),
  wec('f', { ...lg, until: '2011-01-16' }),
  wec('g', { ...eight, schoolsoort: '2', born: '1996-05-05' }),
];

const january: Example[] = [
  {
    title: 'the set of 1 October per soort onderwijs',
    reckoned: 'zml SO: a, b; lg SO: f; zml VSO: g; c, d and e come later',
    school: cluster3,
    peildatum: AUTUMN,
    pupils: januaryPupils,
    rows: { totaal: 4, 'so:33:8+': 2, 'so:32:8+': 1, 'vso:33': 1, so: 3, vso: 1 },
    signalen: { c: ['G02'], d: ['G02'], e: ['G02'] },
  },
  {
    title: 'the set of 16 January, a Sunday, per soort onderwijs',
    reckoned:
      'zml SO: a, c (b has left); lg SO: d begins and f leaves on the date itself; zml VSO: g; e begins on Monday',
    school: cluster3,
    peildatum: '2011-01-16',
    pupils: januaryPupils,
    rows: { totaal: 5, 'so:33:8+': 2, 'so:32:8+': 2, 'vso:33': 1, so: 4, vso: 1 },
    signalen: { b: ['G02'], e: ['G02'] },
  },
  {
    title: 'another soort onderwijs from the teldatum on',
    reckoned: 'lg until 15 January, lg with zml (34) from the 16th on',
    school: cluster3,
    peildatum: '2011-01-16',
    pupils: [
      ((): ReturnType<typeof wec> => {
        const pupil = wec('a', {
          ...lg,
          indicaties: [
            ['2009-08-01', '32'],
            ['2011-01-16', '34'],
          ],
        });
        pupil.inschrijving.soortOnderwijs?.push({ begindatum: '2011-01-16', soortOnderwijs: '34' });
        return pupil;
      })(),
    ],
    rows: { totaal: 1, 'so:32:8+': 0, 'so:34:8+': 1 },
  },
];

const indications: Example[] = [
  {
    title: 'no indicatie, or one that ran out',
    reckoned:
      'a has none; b has lg of 1-8-2006, three years, until 31-7-2009; c of 2-8-2006: the rest of 2006-07 and three years, until 31-7-2010; d of 1-8-2007: until 31-7-2010; e of 2-8-2007: until 31-7-2011',
    school: cluster3,
    peildatum: AUTUMN,
    pupils: [
      wec('a', { ...lg, indicaties: [] }),
      wec('b', { ...lg, indicaties: [['2006-08-01', '32']] }),
      wec('c', { ...lg, indicaties: [['2006-08-02', '32']] }),
      wec('d', { ...lg, indicaties: [['2007-08-01', '32']] }),
      wec('e', { ...lg, indicaties: [['2007-08-02', '32']] }),
    ],
    rows: { totaal: 1 },
    signalen: { a: ['G10'], b: ['G10'], c: ['G10'], d: ['G10'], e: ['A08'] },
  },
  {
    title: 'an indicatie of four school years, and one without end',
    reckoned: 'zml of 1-8-2006: until 31-7-2010; Downsyndroom of 2003 does not end',
    school: cluster3,
    peildatum: AUTUMN,
    pupils: [
      wec('a', { ...eight, indicaties: [['2006-08-01', '33']] }),
      wec('b', { ...eight, indicaties: [['2003-08-01', '35']] }),
    ],
    rows: { totaal: 1, 'so:33:8+': 1 },
    signalen: { a: ['G10'] },
  },
  {
    title: 'from a justitiële jeugdinrichting: one school year',
    reckoned:
      '44 of 1-8-2010: until 31-7-2011, this year; of 1-9-2009: the rest of 2009-10 and one year, until 31-7-2011 too; of 1-8-2009: until 31-7-2010',
    school: cluster4,
    peildatum: AUTUMN,
    pupils: [
      wec('a', { ...eight, soort: '42', indicaties: [['2010-08-01', '44']] }),
      wec('b', { ...eight, soort: '42', indicaties: [['2009-09-01', '44']] }),
      wec('c', { ...eight, soort: '42', indicaties: [['2009-08-01', '44']] }),
    ],
    rows: { totaal: 2, 'so:42:8+': 2 },
    signalen: { a: ['A08'], b: ['A08'], c: ['G10'] },
  },
  {
    title: 'an indicatie of another onderwijssoort',
    reckoned: 'cluster 4 fits 41, 42 and 43; 35 fits 33; zml does not fit zmok',
    school: cluster4,
    peildatum: AUTUMN,
    pupils: [
      wec('a', { ...eight, soort: '41', indicaties: [['2009-08-01', '40']] }),
      wec('b', { ...eight, soort: '43', indicaties: [['2009-08-01', '40']] }),
      wec('c', { ...eight, soort: '33', indicaties: [['2009-08-01', '35']] }),
      wec('d', { ...eight, soort: '42', indicaties: [['2009-08-01', '33']] }),
    ],
    rows: { totaal: 3, 'so:41:8+': 1, 'so:43:8+': 1, 'so:33:8+': 1 },
    signalen: { d: ['G09'] },
  },
  {
    title: 'verbreed toegelaten: counts for its indicatie',
    reckoned: 'follows lg (32) with an indicatie zml (33) of the same cluster: counts under zml (BBWEC 40)',
    school: cluster3,
    peildatum: AUTUMN,
    pupils: [
      wec('a', { ...eight, soort: '32' }),
      wec('b', { ...eight, soort: '32', indicaties: [['2009-08-01', '35']] }),
    ],
    rows: { totaal: 2, 'so:32:8+': 0, 'so:33:8+': 2 },
  },
  {
    title: 'verbreed toegelaten, when that is not taken to count',
    reckoned: 'then the indicatie does not fit',
    school: cluster3,
    peildatum: AUTUMN,
    parameters: { verbreedCounts: false },
    pupils: [wec('a', { ...eight, soort: '32' })],
    rows: { totaal: 0 },
    signalen: { a: ['G09'] },
  },
  {
    title: 'a soort onderwijs that the vestiging may not give',
    reckoned: '00 may give zml in SO; lg it may not, and zml in VSO neither',
    school: {
      ...cluster3,
      vestigingen: [{ volgnummer: '00', toestemmingen: [{ soortOnderwijs: '33', schoolsoorten: ['1'] }] }],
    },
    peildatum: AUTUMN,
    pupils: [wec('a', eight), wec('b', lg), wec('c', { ...eight, schoolsoort: '2', born: '1996-05-05' })],
    rows: { totaal: 1, 'so:33:8+': 1 },
    signalen: { b: ['G08'], c: ['G08'] },
  },
  {
    title: 'NNCA and others',
    reckoned: 'two of three',
    school: cluster3,
    peildatum: AUTUMN,
    pupils: [wec('a', { ...eight, nnca: '2' }), wec('b', { ...eight, nnca: '2' }), wec('c', eight)],
    rows: { totaal: 3, nnca: 2, overig: 1 },
  },
  {
    title: 'a VGK-instelling asks no indicatie',
    reckoned: 'cluster 1 has no commissie',
    school: { soort: 'WEC', cluster: '1', vgk: {} },
    peildatum: AUTUMN,
    pupils: [wec('a', { ...eight, soort: '11', indicaties: [] })],
    rows: { totaal: 1, 'so:11:8+': 1 },
  },
];

const stays: Example[] = [
  {
    title: 'residential pupils count in a category of their own, without indicatie',
    reckoned: 'a in gehandicaptenzorg (3), b in a jeugdinrichting (6); c is an ordinary pupil',
    school: cluster4,
    peildatum: AUTUMN,
    pupils: [
      wec('a', { ...eight, soort: '42', indicaties: [], verblijf: { '2008-08-01': '3' } }),
      wec('b', { ...eight, soort: '42', indicaties: [], verblijf: { '2008-08-01': '6' } }),
      wec('c', { ...eight, soort: '42', indicaties: [['2009-08-01', '40']] }),
    ],
    rows: { totaal: 3, 'verblijf:3': 1, 'verblijf:6': 1, 'so:42:8+': 1 },
  },
  {
    title: 'the same when they need an indicatie',
    reckoned: 'a has none; b has',
    school: cluster4,
    peildatum: AUTUMN,
    parameters: { residentialWithoutIndication: false },
    pupils: [
      wec('a', { ...eight, soort: '42', indicaties: [], verblijf: { '2008-08-01': '3' } }),
      wec('b', { ...eight, soort: '42', indicaties: [['2009-08-01', '40']], verblijf: { '2008-08-01': '3' } }),
    ],
    rows: { totaal: 1, 'verblijf:3': 1 },
    signalen: { a: ['G10'] },
  },
  {
    title: 'crisis and observation places stand apart',
    reckoned:
      'a on a crisisplaats (1), b on an observatieplaats (2), neither with an indicatie; c became an ordinary pupil on 1 October',
    school: cluster4,
    peildatum: AUTUMN,
    pupils: [
      wec('a', { ...eight, soort: '42', indicaties: [], verblijf: { '2008-08-01': '1' } }),
      wec('b', { ...eight, soort: '42', indicaties: [], verblijf: { '2008-08-01': '2' } }),
      wec('c', {
        ...eight,
        soort: '42',
        indicaties: [['2009-08-01', '40']],
        verblijf: { '2008-08-01': '1', '2010-10-01': '0' },
      }),
    ],
    rows: { totaal: 1, 'verblijf:1': 1, 'verblijf:2': 1, 'so:42:8+': 1 },
    signalen: { a: ['G15'], b: ['G15'] },
  },
  {
    title: 'the same when they are taken to count as others do',
    reckoned: 'all three in the total and with their soort onderwijs; the rows of their places tell them as well',
    school: cluster4,
    peildatum: AUTUMN,
    parameters: { crisisCounts: true },
    pupils: [
      wec('a', { ...eight, soort: '42', indicaties: [], verblijf: { '2008-08-01': '1' } }),
      wec('b', { ...eight, soort: '42', indicaties: [], verblijf: { '2008-08-01': '2' } }),
      wec('c', { ...eight, soort: '42', indicaties: [['2009-08-01', '40']] }),
    ],
    rows: { totaal: 3, 'verblijf:1': 1, 'verblijf:2': 1, 'so:42:8+': 3 },
  },
  {
    title: 'a crisisplaats that is not funded',
    reckoned: 'in no row at all',
    school: cluster4,
    peildatum: AUTUMN,
    pupils: [
      wec('a', {
        ...eight,
        soort: '42',
        indicaties: [],
        verblijf: { '2008-08-01': '1' },
        bekostiging: { '2008-08-01': 'false' },
      }),
    ],
    rows: { totaal: 0, 'verblijf:1': 0 },
    signalen: { a: ['G01', 'G15'] },
  },
];

export const wecExamples: Example[] = [...january, ...indications, ...stays, ...guidedWecExamples];
