import type { BrinFacts } from '../../../../shared/pve/controles/types.ts';
import type { Example } from '../example.ts';
import { wpo, type PupilWpo } from '../people.ts';

const AUTUMN = '2010-10-01';
const eight: PupilWpo = { born: '2002-05-05', from: '2007-08-01', leerjaar: '4', new: ['2007-08-01', '0'] };
/** Cluster 4 from 1 August 2009 on: three school years, until 31-7-2012. Guided since September 2009. */
const cluster4: PupilWpo['lgf'] = [['2009-08-01', '40', { '2009-09-01': '99SO' }]];

/** BRIN: a school of cluster 4, closed at the end of 2010; one of cluster 3; a VGK-instelling. */
const brin: BrinFacts[] = [
  { brinnummer: '99SO', soort: 'WEC', closed: '2011-01-01', toestemmingen: [{ cluster: '4' }] },
  { brinnummer: '99ST', soort: 'WEC', toestemmingen: [{ cluster: '3' }] },
  { brinnummer: '99SV', soort: 'WEC', vgk: {} },
];

const endings: Example[] = [
  {
    title: 'guided with a valid indicatie',
    reckoned: 'a is; b has none',
    peildatum: AUTUMN,
    pupils: [wpo('a', { ...eight, lgf: cluster4 }), wpo('b', eight)],
    rows: { totaal: 2, lgf: 1, 'lgf:40': 1, 'lgf:33': 0, 'lgf:zml3': 0 },
  },
  {
    title: 'ending 1: the pupil leaves',
    reckoned: 'the last day still counts; the day after nothing does',
    peildatum: AUTUMN,
    pupils: [
      wpo('a', { ...eight, lgf: cluster4, until: '2010-10-01' }),
      wpo('b', { ...eight, lgf: cluster4, until: '2010-09-30' }),
    ],
    rows: { totaal: 1, lgf: 1 },
    signalen: { b: ['G02'] },
  },
  {
    title: 'ending 2: the indicatie, on its last day',
    reckoned:
      'a from 1-8-2009: precisely three school years, until 31-7-2012; b from 15-1-2009: the rest of 2008-09 and three years, until 31-7-2012 too. Both run out this year',
    peildatum: '2012-07-31',
    pupils: [
      wpo('a', { ...eight, lgf: cluster4 }),
      wpo('b', { ...eight, lgf: [['2009-01-15', '32', { '2009-02-01': '99ST' }]] }),
    ],
    rows: { totaal: 2, lgf: 2, 'lgf:40': 1, 'lgf:32': 1 },
    signalen: { a: ['A08'], b: ['A08'] },
  },
  {
    title: 'ending 2: the day after',
    reckoned: 'on 1-8-2012 both are pupils without begeleiding',
    peildatum: '2012-08-01',
    pupils: [
      wpo('a', { ...eight, leerjaar: '6', lgf: cluster4 }),
      wpo('b', { ...eight, leerjaar: '6', lgf: [['2009-01-15', '32', { '2009-02-01': '99ST' }]] }),
    ],
    rows: { totaal: 2, lgf: 0 },
    signalen: { a: ['G10'], b: ['G10'] },
  },
  {
    title: 'a school year later nothing is said of it any more',
    reckoned: 'told in the school year after it ran out, 2012-13, and not in 2013-14 (ours)',
    peildatum: '2013-08-01',
    pupils: [wpo('a', { ...eight, leerjaar: '7', lgf: cluster4 })],
    rows: { totaal: 1, lgf: 0 },
  },
  {
    title: 'ending 3: another onderwijssoort',
    reckoned: 'from 1-9-2010 on zml (33), guided by another school: counts there',
    peildatum: AUTUMN,
    pupils: [wpo('a', { ...eight, lgf: [...cluster4, ['2010-09-01', '33', { '2010-09-01': '99ST' }]] })],
    rows: { lgf: 1, 'lgf:40': 0, 'lgf:33': 1, 'lgf:zml3': 1 },
  },
  {
    title: 'ending 4: another school guides',
    reckoned: 'the same indicatie, taken over on 1 October: still one pupil',
    peildatum: AUTUMN,
    pupils: [wpo('a', { ...eight, lgf: [['2009-08-01', '40', { '2009-09-01': '99SO', '2010-10-01': '99SP' }]] })],
    rows: { lgf: 1, 'lgf:40': 1 },
  },
  {
    title: 'ending 5: the leerlinggebonden financiering itself',
    reckoned: 'on 31-7-2014 it counts, though the indicatie (from 2013) would be valid longer',
    peildatum: '2014-07-31',
    pupils: [wpo('a', { ...eight, leerjaar: '8', lgf: [['2013-08-01', '40', { '2013-08-01': '99SO' }]] })],
    rows: { totaal: 1, lgf: 1 },
  },
  {
    title: 'ending 5: passend onderwijs',
    reckoned: 'on 1-8-2014 there are no such rows, and nothing is said of it',
    peildatum: '2014-08-01',
    pupils: [wpo('a', { ...eight, leerjaar: '8', lgf: [['2013-08-01', '40', { '2013-08-01': '99SO' }]] })],
    rows: { totaal: 1 },
  },
];

const notYet: Example[] = [
  {
    title: 'begeleiding that begins on the teldatum, and the day after',
    reckoned: 'a on 1 October counts; b on the 2nd does not yet, but is a pupil',
    peildatum: AUTUMN,
    pupils: [
      wpo('a', { ...eight, lgf: [['2010-08-01', '40', { '2010-10-01': '99SO' }]] }),
      wpo('b', { ...eight, lgf: [['2010-08-01', '40', { '2010-10-02': '99SO' }]] }),
    ],
    rows: { totaal: 2, lgf: 1 },
    signalen: { b: ['G12'] },
  },
  {
    title: 'an indicatie without begeleiding',
    reckoned: 'nothing began, and nobody is named',
    peildatum: AUTUMN,
    pupils: [wpo('a', { ...eight, lgf: [['2010-08-01', '40', {}]] })],
    rows: { totaal: 1, lgf: 0 },
    signalen: { a: ['G12', 'A07'] },
  },
  {
    title: 'an indicatie that begins after the teldatum',
    reckoned: 'it is not there yet',
    peildatum: AUTUMN,
    pupils: [wpo('a', { ...eight, lgf: [['2010-10-02', '40', { '2010-10-02': '99SO' }]] })],
    rows: { totaal: 1, lgf: 0 },
  },
  {
    title: 'a new indicatie whose begeleiding begins later',
    reckoned: 'the last indicatie that began decides: cluster 4 since 1-9-2010, guided from 1-11-2010 on',
    peildatum: AUTUMN,
    pupils: [
      wpo('a', {
        ...eight,
        lgf: [
          ['2007-09-01', '33', { '2007-09-01': '99ST' }],
          ['2010-09-01', '40', { '2010-11-01': '99SO' }],
        ],
      }),
    ],
    rows: { totaal: 1, lgf: 0 },
    signalen: { a: ['G12'] },
  },
  {
    title: 'who does not count, is not guided either',
    reckoned: 'not funded',
    peildatum: AUTUMN,
    pupils: [wpo('a', { ...eight, lgf: cluster4, bekostiging: { '2007-08-01': 'false' } })],
    rows: { totaal: 0, lgf: 0 },
    signalen: { a: ['G01'] },
  },
];

const zml: Example[] = [
  {
    title: 'zml from groep 3 on',
    reckoned:
      'a in 2 and b in 3 are zml; c (Downsyndroom, from 2004, does not end) in 4; d has zml beside another handicap, which is not zml',
    peildatum: AUTUMN,
    pupils: [
      wpo('a', { ...eight, leerjaar: '2', lgf: [['2010-08-01', '33', { '2010-08-01': '99ST' }]] }),
      wpo('b', { ...eight, leerjaar: '3', lgf: [['2010-08-01', '33', { '2010-08-01': '99ST' }]] }),
      wpo('c', { ...eight, leerjaar: '4', lgf: [['2004-08-01', '35', { '2007-08-01': '99ST' }]] }),
      wpo('d', { ...eight, leerjaar: '4', lgf: [['2010-08-01', '34', { '2010-08-01': '99ST' }]] }),
    ],
    rows: { lgf: 4, 'lgf:33': 2, 'lgf:35': 1, 'lgf:34': 1, 'lgf:zml3': 2 },
  },
];

const schools: Example[] = [
  {
    title: 'the school that guides closed',
    reckoned: '99SO is open on 31-12-2010',
    peildatum: '2010-12-31',
    brin,
    pupils: [wpo('a', { ...eight, lgf: cluster4 })],
    rows: { lgf: 1 },
  },
  {
    title: 'and from the day of closing on',
    reckoned: 'out of operation on 1-1-2011: the pupil counts, its begeleiding does not',
    peildatum: '2011-01-01',
    brin,
    pupils: [wpo('a', { ...eight, lgf: cluster4 })],
    rows: { totaal: 1, lgf: 0 },
    signalen: { a: ['G11'] },
  },
  {
    title: 'a school of another cluster',
    reckoned: '99ST may guide cluster 3 (a), not 4 (b)',
    peildatum: AUTUMN,
    brin,
    pupils: [
      wpo('a', { ...eight, lgf: [['2010-08-01', '32', { '2010-08-01': '99ST' }]] }),
      wpo('b', { ...eight, lgf: [['2010-08-01', '40', { '2010-08-01': '99ST' }]] }),
    ],
    rows: { totaal: 2, lgf: 1 },
    signalen: { b: ['G11'] },
  },
  {
    title: 'cluster 1 is guided by an instelling',
    reckoned: 'a by the VGK-instelling, without end; b by an ordinary school, which does not count',
    peildatum: AUTUMN,
    brin,
    pupils: [
      wpo('a', { ...eight, lgf: [['2004-08-01', '11', { '2007-08-01': '99SV' }]] }),
      wpo('b', { ...eight, lgf: [['2010-08-01', '11', { '2010-08-01': '99ST' }]] }),
    ],
    rows: { lgf: 1, 'lgf:11': 1 },
    signalen: { b: ['G11'] },
  },
  {
    title: 'leerlinggebonden budget and special education at once',
    reckoned: 'doubly enrolled with a WEC-school: no pupil here until it is solved, and no budget',
    peildatum: AUTUMN,
    pupils: [
      wpo('a', {
        ...eight,
        lgf: cluster4,
        extra: { elsewhere: [{ brinnummer: '99ST', soort: 'WEC', from: '2010-09-01' }] },
      }),
      wpo('b', {
        ...eight,
        lgf: cluster4,
        extra: { elsewhere: [{ brinnummer: '99XB', soort: 'BAO', from: '2010-09-01' }] },
      }),
    ],
    rows: { totaal: 0, lgf: 0 },
    signalen: { a: ['G05', 'G16'], b: ['G05'] },
  },
  {
    title: 'the same when the last school has it',
    reckoned: 'enrolled here after the WEC-school: a pupil here, but without budget',
    peildatum: AUTUMN,
    parameters: { doubleCounts: 'latest' },
    pupils: [
      wpo('a', {
        ...eight,
        from: '2010-09-15',
        new: ['2010-09-15', '0'],
        lgf: [['2010-08-01', '40', { '2010-09-15': '99SO' }]],
        extra: { elsewhere: [{ brinnummer: '99ST', soort: 'WEC', from: '2009-09-01' }] },
      }),
    ],
    rows: { totaal: 1, lgf: 0 },
    signalen: { a: ['G16'] },
  },
];

export const guidanceExamples: Example[] = [...endings, ...notYet, ...zml, ...schools];
