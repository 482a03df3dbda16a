import type { Example } from '../example.ts';
import { wec, wpo, type PupilWpo } from '../people.ts';

const AUTUMN = '2009-10-01';
const eight: PupilWpo = { born: '2001-05-05', from: '2006-08-01', new: ['2006-08-01', '0'] };

const enrolled: Example[] = [
  {
    title: 'the last day counts',
    reckoned: 'a leaves on 1 October, its last day; b left the day before; c left on 31 July, in another school year',
    peildatum: AUTUMN,
    pupils: [
      wpo('a', { ...eight, until: '2009-10-01' }),
      wpo('b', { ...eight, until: '2009-09-30' }),
      wpo('c', { ...eight, until: '2009-07-31' }),
    ],
    rows: { totaal: 1 },
    signalen: { b: ['G02'], c: false },
  },
  {
    title: 'the first day counts',
    reckoned: 'a begins on 1 October; b on the 2nd; c on 31 July, in the same school year; d on 1 August, in the next',
    peildatum: AUTUMN,
    pupils: [
      wpo('a', { ...eight, from: '2009-10-01', new: ['2009-10-01', '0'] }),
      wpo('b', { ...eight, from: '2009-10-02', new: ['2009-10-02', '0'] }),
      wpo('c', { ...eight, from: '2010-07-31', new: ['2010-07-31', '0'] }),
      wpo('d', { ...eight, from: '2010-08-01', new: ['2010-08-01', '0'] }),
    ],
    rows: { totaal: 1 },
    signalen: { b: ['G02'], c: ['G02'], d: false },
  },
  {
    title: 'on 1 August who left on 31 July is gone',
    reckoned: 'the last school day is 31 July (PvE 4.1.3), in the school year before',
    peildatum: '2009-08-01',
    pupils: [wpo('a', { ...eight, until: '2009-07-31' }), wpo('b', eight)],
    rows: { totaal: 1 },
    signalen: { a: false },
  },
  {
    title: 'a teldatum that is no school day',
    reckoned:
      '16 January 2010 is a Saturday: who is enrolled on that Saturday counts, also who leaves or begins on it; who begins on Monday does not',
    school: { soort: 'SBAO' },
    peildatum: '2010-01-16',
    pupils: [
      wpo('a', { ...eight, until: '2010-01-16' }),
      wpo('b', { ...eight, from: '2010-01-16' }),
      wpo('c', { ...eight, from: '2010-01-18' }),
    ],
    rows: { totaal: 2 },
    signalen: { c: ['G02'] },
  },
  {
    title: 'a date of leaving far ahead',
    reckoned: '1-10-2010 is precisely a year ahead and looks right; 2-10-2010 does not',
    peildatum: AUTUMN,
    pupils: [wpo('a', { ...eight, until: '2010-10-01' }), wpo('b', { ...eight, until: '2010-10-02' })],
    rows: { totaal: 2 },
    signalen: { b: ['A09'] },
  },
];

const where: Example[] = [
  {
    title: 'moved to another vestiging on the teldatum',
    reckoned: 'a is under 01 from 1 October on and counts there; b from the 2nd on and still counts under 00',
    peildatum: AUTUMN,
    vestiging: '01',
    pupils: [
      wpo('a', { ...eight, vestiging: { '2006-08-01': '00', '2009-10-01': '01' } }),
      wpo('b', { ...eight, vestiging: { '2006-08-01': '00', '2009-10-02': '01' } }),
    ],
    rows: { totaal: 1 },
  },
  {
    title: 'a vestiging written without its zero',
    reckoned: '1 is the same as 01 (PvE 4.1.3)',
    peildatum: AUTUMN,
    vestiging: '01',
    pupils: [
      wpo('a', { ...eight, vestiging: { '2006-08-01': '1' } }),
      wpo('b', { ...eight, vestiging: { '2006-08-01': '01' } }),
    ],
    rows: { totaal: 2 },
  },
  {
    title: 'a vestiging without pupils',
    reckoned: 'it has a GTB with zeros',
    peildatum: AUTUMN,
    vestiging: '01',
    pupils: [wpo('a', eight)],
    rows: { totaal: 0, '4-7': 0, schoolgewicht: 0 },
  },
  {
    title: 'a vestiging that is closed on the teldatum',
    reckoned: 'closed is the first day out of operation: on 1 October 2009 it does not count',
    school: { vestigingen: [{ volgnummer: '00' }, { volgnummer: '01', closed: '2009-10-01' }] },
    peildatum: AUTUMN,
    vestiging: '01',
    pupils: [wpo('a', { ...eight, vestiging: { '2006-08-01': '01' } })],
    rows: { totaal: 0 },
    signalen: { a: ['G07'] },
  },
  {
    title: 'the day before, it still counts',
    reckoned: 'the same vestiging on 30 September',
    school: { vestigingen: [{ volgnummer: '00' }, { volgnummer: '01', closed: '2009-10-01' }] },
    peildatum: '2009-09-30',
    vestiging: '01',
    pupils: [wpo('a', { ...eight, vestiging: { '2006-08-01': '01' } })],
    rows: { totaal: 1 },
  },
  {
    title: 'a vestiging that BRIN does not know, and an inspectielocatie',
    reckoned: 'neither can have pupils',
    school: { vestigingen: [{ volgnummer: '00' }, { volgnummer: '02', inspectielocatie: true }] },
    peildatum: AUTUMN,
    pupils: [
      wpo('a', { ...eight, vestiging: { '2006-08-01': '07' } }),
      wpo('b', { ...eight, vestiging: { '2006-08-01': '02' } }),
    ],
    rows: { totaal: 0 },
    signalen: { a: ['G07'], b: ['G07'] },
  },
  {
    title: 'a school that merged into another on 1 August',
    reckoned: 'the school is out of operation from 1-8-2009 on',
    school: { closed: '2009-08-01' },
    peildatum: AUTUMN,
    pupils: [wpo('a', eight)],
    rows: { totaal: 0 },
    signalen: { a: ['G07'] },
  },
];

const funding: Example[] = [
  {
    title: 'not funded for some time',
    reckoned: 'a is not from 15 September on; b is again from 1 October on; c only from the 2nd on',
    peildatum: AUTUMN,
    pupils: [
      wpo('a', { ...eight, bekostiging: { '2006-08-01': 'true', '2009-09-15': 'false' } }),
      wpo('b', { ...eight, bekostiging: { '2006-08-01': 'false', '2009-10-01': 'true' } }),
      wpo('c', { ...eight, bekostiging: { '2006-08-01': 'false', '2009-10-02': 'true' } }),
    ],
    rows: { totaal: 1 },
    signalen: { a: ['G01'], c: ['G01'] },
  },
  {
    title: 'enrolled twice: counted nowhere until it is solved',
    reckoned:
      'a is at another school until the teldatum, its last day there; b left that school the day before; c came back later',
    peildatum: AUTUMN,
    pupils: [
      wpo('a', {
        ...eight,
        extra: { elsewhere: [{ brinnummer: '99XB', soort: 'BAO', from: '2008-08-01', to: '2009-10-01' }] },
      }),
      wpo('b', {
        ...eight,
        extra: { elsewhere: [{ brinnummer: '99XB', soort: 'BAO', from: '2008-08-01', to: '2009-09-30' }] },
      }),
      wpo('c', { ...eight, extra: { elsewhere: [{ brinnummer: '99XB', soort: 'BAO', from: '2009-10-02' }] } }),
    ],
    rows: { totaal: 2 },
    signalen: { a: ['G05'] },
  },
  {
    title: 'enrolled twice: the last school has it',
    reckoned: 'a was enrolled here in 2006, there in 2009; b there in 2005; c on the same day',
    peildatum: AUTUMN,
    parameters: { doubleCounts: 'latest' },
    pupils: [
      wpo('a', { ...eight, extra: { elsewhere: [{ brinnummer: '99XB', soort: 'BAO', from: '2009-09-01' }] } }),
      wpo('b', { ...eight, extra: { elsewhere: [{ brinnummer: '99XB', soort: 'BAO', from: '2005-09-01' }] } }),
      wpo('c', { ...eight, extra: { elsewhere: [{ brinnummer: '99XB', soort: 'BAO', from: '2006-08-01' }] } }),
    ],
    rows: { totaal: 1 },
    signalen: { a: ['G05'], c: ['G05'] },
  },
  {
    title: 'deceased or departed, by the BRP',
    reckoned:
      'a died on the teldatum, b the day before; c left the country the day before; so did d, whose address abroad the school gave',
    peildatum: AUTUMN,
    pupils: [
      wpo('a', { ...eight, extra: { brp: { deceasedOn: '2009-10-01' } } }),
      wpo('b', { ...eight, extra: { brp: { deceasedOn: '2009-09-30' } } }),
      wpo('c', { ...eight, extra: { brp: { leftOn: '2009-09-30' } } }),
      wpo('d', { ...eight, extra: { land: '5010', brp: { leftOn: '2009-09-30' } } }),
      wpo('e', { ...eight, extra: { brp: { leftOn: '2009-10-01' } } }),
    ],
    rows: { totaal: 3 },
    signalen: { b: ['G13'], c: ['G14'] },
  },
];

const registered = (key: string, registeredOn: string | undefined) =>
  wpo(key, { ...eight, born: '2002-05-05', ...(registeredOn ? { extra: { registeredOn } } : {}) });

const late: Example[] = [
  {
    title: '1 October 2010: in BRON by 1 December',
    reckoned: 'a on 1 December in time, b on the 2nd not; c is not in BRON at all',
    peildatum: '2010-10-01',
    parameters: { deadlines: true },
    pupils: [registered('a', '2010-12-01'), registered('b', '2010-12-02'), registered('c', undefined)],
    rows: { totaal: 1 },
    signalen: { b: ['G06'], c: ['G06'] },
  },
  {
    title: '1 October 2010 for growth: four weeks',
    reckoned: '1 October and 28 days is 29 October',
    peildatum: '2010-10-01',
    parameters: { deadlines: true, deadlineFor: 'groei' },
    pupils: [registered('a', '2010-10-29'), registered('b', '2010-10-30')],
    rows: { totaal: 1 },
    signalen: { b: ['G06'] },
  },
  {
    title: '1 March 2011: in BRON by 1 April, for growth by 29 March',
    reckoned: 'the materiële instandhouding decides: a on 1 April in time, b on the 2nd not',
    peildatum: '2011-03-01',
    parameters: { deadlines: true },
    pupils: [registered('a', '2011-04-01'), registered('b', '2011-04-02')],
    rows: { totaal: 1 },
    signalen: { b: ['G06'] },
  },
  {
    title: 'another first of a month: four weeks',
    reckoned: '1 November and 28 days is 29 November',
    peildatum: '2010-11-01',
    parameters: { deadlines: true },
    pupils: [registered('a', '2010-11-29'), registered('b', '2010-11-30')],
    rows: { totaal: 1 },
    signalen: { b: ['G06'] },
  },
  {
    title: '1 October 2009 was not funded on BRON yet',
    reckoned: 'terms hold from 1 October 2010 on',
    peildatum: AUTUMN,
    parameters: { deadlines: true },
    pupils: [wpo('a', { ...eight, extra: { registeredOn: '2010-05-01' } })],
    rows: { totaal: 1 },
  },
  {
    title: '30 September 2010 neither',
    reckoned: 'the day before the first teldatum with a term',
    peildatum: '2010-09-30',
    parameters: { deadlines: true },
    pupils: [registered('a', '2011-05-01')],
    rows: { totaal: 1 },
  },
  {
    title: 'in the own administration no term is asked',
    reckoned: 'without `deadlines` it does not matter when, or whether, it came to BRON',
    peildatum: '2010-10-01',
    pupils: [registered('a', undefined), registered('b', '2011-05-01')],
    rows: { totaal: 2 },
  },
  {
    title: '16 January at a school for special education: 16 February',
    reckoned: 'a on the 16th in time, b on the 17th not',
    school: { soort: 'WEC', cluster: '3' },
    peildatum: '2011-01-16',
    parameters: { deadlines: true },
    pupils: ['2011-02-16', '2011-02-17'].map((registeredOn, index) =>
      wec(index === 0 ? 'a' : 'b', {
        born: '2002-05-05',
        from: '2010-08-01',
        soort: '33',
        indicaties: [['2010-08-01', '33']],
        extra: { registeredOn },
      }),
    ),
    rows: { totaal: 1, 'so:33:8+': 1 },
    signalen: { b: ['G06'] },
  },
];

const odd: Example[] = [
  {
    title: 'no BSN',
    reckoned: 'a lives in the Netherlands with an onderwijsnummer only; b lives in Belgium; both count',
    peildatum: AUTUMN,
    pupils: [
      wpo('a', { ...eight, extra: { burgerservicenummer: undefined, onderwijsnummer: '100000041' } }),
      wpo('b', { ...eight, extra: { burgerservicenummer: undefined, onderwijsnummer: '100000053', land: '5010' } }),
    ],
    rows: { totaal: 2 },
    signalen: { a: ['A01'] },
  },
  {
    title: 'a postcode that the BRP has otherwise',
    reckoned: 'a differs, b is the same, of c the BRP has none',
    peildatum: AUTUMN,
    pupils: [
      wpo('a', { ...eight, extra: { brp: { postcode: '2548AG' } } }),
      wpo('b', { ...eight, extra: { brp: { postcode: '2548AE' } } }),
      wpo('c', { ...eight, extra: { brp: {} } }),
    ],
    rows: { totaal: 3 },
    signalen: { a: ['A02'] },
  },
  {
    title: 'NNCA and the countries of birth of the parents at a basisschool',
    reckoned:
      'a (Turkije, 1) and d (Nederland, 2) differ; b (Turkije, 2) and c (Suriname, 1) agree; of e the countries are not known',
    peildatum: AUTUMN,
    pupils: [
      wpo('a', { ...eight, nnca: '1', extra: { brp: { countriesOfParents: ['6043', '6030'] } } }),
      wpo('b', { ...eight, nnca: '2', extra: { brp: { countriesOfParents: ['6043', '6043'] } } }),
      wpo('c', { ...eight, nnca: '1', extra: { brp: { countriesOfParents: ['5007', '5007'] } } }),
      wpo('d', { ...eight, nnca: '2', extra: { brp: { countriesOfParents: ['6030', '6030'] } } }),
      wpo('e', { ...eight, nnca: '2' }),
    ],
    rows: { totaal: 5, 'nnca:8+': 3 },
    signalen: { a: ['A10'], d: ['A10'] },
  },
  {
    title: 'the same parents at a SBAO: Suriname counts there',
    reckoned: 'c (Suriname) with NNCA 1 differs now',
    school: { soort: 'SBAO' },
    peildatum: AUTUMN,
    pupils: [wpo('c', { ...eight, nnca: '1', extra: { brp: { countriesOfParents: ['5007', '5007'] } } })],
    rows: { totaal: 1, 'overig:8+': 1 },
    signalen: { c: ['A10'] },
  },
  {
    title: 'more than one signaal at once',
    reckoned: 'not funded and too young, and without gewicht: only what keeps it from counting is told',
    peildatum: AUTUMN,
    pupils: [
      wpo('a', { born: '2006-05-05', from: '2009-09-01', leerjaar: '1', bekostiging: { '2009-09-01': 'false' } }),
    ],
    rows: { totaal: 0 },
    signalen: { a: ['G01', 'G03'] },
  },
];

export const whoExamples: Example[] = [...enrolled, ...where, ...funding, ...late, ...odd];
