import type { Example } from '../example.ts';
import { guidedWec, wec } from '../people.ts';
import { AUTUMN, cluster3, eight, brin } from './wec-school.ts';

const guided: Example[] = [
  {
    title: 'pupils of other schools who are guided stand apart',
    reckoned:
      'a at a basisschool, b at a SBAO, c at VO, d at mbo, e at a school that BRIN does not know; f is a pupil of the school',
    school: cluster3,
    peildatum: AUTUMN,
    brin,
    pupils: [
      ...(['99XB', '99XS', '99VO', '99MB', '99ZZ'] as const).map((school, index) =>
        guidedWec('abcde'.charAt(index), {
          born: index < 2 ? '2002-05-05' : '1994-05-05',
          from: '2009-08-01',
          indicaties: [['2009-08-01', index === 0 ? '33' : '32', { '2009-08-01': school }]],
        }),
      ),
      wec('f', eight),
    ],
    rows: {
      totaal: 1,
      nnca: 0,
      overig: 1,
      ab: 5,
      'ab:33': 1,
      'ab:32': 4,
      'ab:PO': 2,
      'ab:VO': 1,
      'ab:BVE': 1,
      'ab:unknown': 1,
    },
  },
  {
    title: 'how guidance at another school ends',
    reckoned:
      'a ends on the teldatum, its last day; b the day before; c: the indicatie of 1-8-2007 ran out on 31-7-2010; d begins the day after; e begins on 1 October while it is enrolled longer',
    school: cluster3,
    peildatum: AUTUMN,
    pupils: [
      guidedWec('a', {
        born: '2002-05-05',
        from: '2009-08-01',
        until: '2010-10-01',
        indicaties: [['2009-08-01', '32', { '2009-08-01': '99XB' }]],
      }),
      guidedWec('b', {
        born: '2002-05-05',
        from: '2009-08-01',
        until: '2010-09-30',
        indicaties: [['2009-08-01', '32', { '2009-08-01': '99XB' }]],
      }),
      guidedWec('c', {
        born: '2002-05-05',
        from: '2009-08-01',
        indicaties: [['2007-08-01', '32', { '2009-08-01': '99XB' }]],
      }),
      guidedWec('d', {
        born: '2002-05-05',
        from: '2010-09-01',
        indicaties: [['2010-08-01', '32', { '2010-10-02': '99XB' }]],
      }),
      guidedWec('e', {
        born: '2002-05-05',
        from: '2010-09-01',
        indicaties: [['2010-08-01', '32', { '2010-10-01': '99XB' }]],
      }),
    ],
    rows: { totaal: 0, ab: 2 },
    signalen: { b: ['G02'], c: ['G10'], d: ['G12'] },
  },
  {
    title: 'ages do not matter for who is guided',
    reckoned: 'three years old, and twenty-two in mbo (PvE 4.2.9.1: no controle of age)',
    school: cluster3,
    peildatum: AUTUMN,
    parameters: { consentAssumed: false },
    pupils: [
      guidedWec('a', {
        born: '2007-05-05',
        from: '2010-09-01',
        indicaties: [['2010-08-01', '32', { '2010-09-01': '99XB' }]],
      }),
      guidedWec('b', {
        born: '1988-05-05',
        from: '2010-09-01',
        indicaties: [['2010-08-01', '32', { '2010-09-01': '99MB' }]],
      }),
    ],
    rows: { totaal: 0, ab: 2 },
  },
  {
    title: 'guided beside an enrolment at its own school',
    reckoned: 'a guided pupil is always enrolled elsewhere: that is not double',
    school: cluster3,
    peildatum: AUTUMN,
    pupils: [
      guidedWec('a', {
        born: '2002-05-05',
        from: '2009-08-01',
        indicaties: [['2009-08-01', '32', { '2009-08-01': '99XB' }]],
        extra: { elsewhere: [{ brinnummer: '99XB', soort: 'BAO', from: '2008-08-01' }] },
      }),
    ],
    rows: { ab: 1 },
  },
  {
    title: 'an inschrijving for guidance without it',
    reckoned: 'schoolsoort 0, but no school is named: nothing to count',
    school: cluster3,
    peildatum: AUTUMN,
    pupils: [guidedWec('a', { born: '2002-05-05', from: '2009-08-01', indicaties: [['2009-08-01', '32']] })],
    rows: { totaal: 0, ab: 0 },
    signalen: { a: ['G12'] },
  },
];

const returnedPupils = [
  wec('a', { ...eight, until: '2010-07-31', returnedTo: '99XB' }),
  wec('b', { ...eight, until: '2010-09-10', returnedTo: '99XB' }),
  wec('c', { ...eight, until: '2010-11-15', returnedTo: '99XB' }),
  wec('d', { ...eight, until: '2010-07-31' }),
  wec('e', { ...eight, from: '2010-08-20', until: '2010-09-10', returnedTo: '99XB' }),
  wec('f', { ...eight, until: '2009-09-30', returnedTo: '99XB' }),
];

const returned: Example[] = [
  {
    title: 'teruggeplaatst: one year, when it was here in the school year before',
    reckoned:
      'a and b left before 1-10-2010 and were here in 2009-10; c is still here; d was not teruggeplaatst; e came after 31-7-2010; f counted on 1-10-2009',
    school: cluster3,
    peildatum: AUTUMN,
    pupils: returnedPupils,
    rows: { totaal: 1, teruggeplaatst: 2 },
    signalen: { d: false, e: ['G02'], f: false },
  },
  {
    title: 'the same on 16 January after it',
    reckoned: 'the year runs from teldatum to teldatum: a and b still; c left in between and counts from 1-10-2011 on',
    school: cluster3,
    peildatum: '2011-01-16',
    pupils: returnedPupils,
    rows: { totaal: 0, teruggeplaatst: 2 },
    signalen: { c: ['G02'], d: false, e: ['G02'], f: false },
  },
  {
    title: 'and a year later',
    reckoned: 'on 1-10-2011 only c, who left after 1-10-2010',
    school: cluster3,
    peildatum: '2011-10-01',
    pupils: returnedPupils,
    rows: { totaal: 0, teruggeplaatst: 1 },
    signalen: { a: false, b: false, d: false, e: false, f: false },
  },
];

const passend: Example[] = [
  {
    title: 'passend onderwijs: by bekostigingscategorie',
    reckoned:
      'a has a verklaring L until 31-7-2016; that of b ended on 31-7-2015; c has none; d is doof, for which none is asked',
    school: cluster3,
    peildatum: '2015-10-01',
    pupils: [
      wec('a', { born: '2006-05-05', from: '2014-08-01', tlv: ['2014-08-01', '2016-07-31', 'L'] }),
      wec('b', { born: '2006-05-05', from: '2014-08-01', tlv: ['2014-08-01', '2015-07-31', 'M'] }),
      wec('c', { born: '2006-05-05', from: '2014-08-01' }),
      wec('d', { born: '2006-05-05', from: '2014-08-01', soort: '21' }),
    ],
    rows: { totaal: 2, 'so:L:8+': 1, 'so:21:8+': 1 },
    signalen: { a: ['A08'], b: ['G10'], c: ['G10'] },
  },
  {
    title: 'an indicatie from before passend onderwijs is still valid',
    reckoned: 'zml of 1-8-2012 until 31-7-2016: the pupil counts, in no bekostigingscategorie',
    school: cluster3,
    peildatum: '2014-10-01',
    pupils: [wec('a', { ...eight, born: '2003-05-05', from: '2012-08-01', indicaties: [['2012-08-01', '33']] })],
    rows: { totaal: 1, 'so:geen:8+': 1 },
  },
];

/** Who is taught at another school, who came back from one, and what passend onderwijs changed. */
export const guidedWecExamples: Example[] = [...guided, ...returned, ...passend];
