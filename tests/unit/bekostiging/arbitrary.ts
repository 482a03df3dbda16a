import fc from 'fast-check';
import { defaultParameters } from '../../../shared/bekostiging/parameters.ts';
import type { CountedInschrijving, Counting } from '../../../shared/bekostiging/types.ts';
import { addDays } from '../../../shared/domain/dates.ts';
import { kindOfSchool, type SchoolSoort } from '../../../shared/pve/berichten/kinds.ts';
import { generatedInschrijving } from '../../support/generatedPupil.ts';
import { wec, wpo } from './people.ts';

const day = (from: string, days: number) => fc.integer({ min: 0, max: days }).map((number) => addDays(from, number));
const born = day('1995-01-01', 5500);
const start = day('2006-08-01', 2500);
const soorten: readonly SchoolSoort[] = ['BAO', 'SBAO', 'TREKKEND', 'WEC'];

const extra = fc.record(
  {
    postcode: fc.constantFrom('2548AE', '2548AG'),
    registeredOn: day('2010-09-01', 200),
    elsewhere: day('2009-09-01', 500).map((from) => [{ brinnummer: '99XB', soort: 'WEC' as const, from }]),
    brp: fc.record(
      { deceasedOn: day('2010-01-01', 400), leftOn: day('2010-01-01', 400), postcode: fc.constant('2548AE') },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);

const onWpo = fc
  .record({
    born,
    from: start,
    stays: fc.option(fc.integer({ min: 0, max: 1500 }), { nil: undefined }),
    nnca: fc.constantFrom('0', '1', '2'),
    leerjaar: fc.constantFrom('0', '1', '3', '8'),
    old: fc.constantFrom('0', '0,25', '0,90', undefined),
    second: fc.constantFrom('0', '0,30', '1,20', undefined),
    soort: fc.constantFrom('11', '33', '35', '40', undefined),
    guided: fc.integer({ min: 0, max: 400 }),
    vestiging: fc.constantFrom('00', '1', '07'),
    extra,
  })
  .map(({ from, stays, old, second, soort, guided, vestiging, ...pupil }) =>
    wpo('', {
      ...pupil,
      from,
      vestiging: { [from]: '00', [addDays(from, 300)]: vestiging },
      ...(stays === undefined ? {} : { until: addDays(from, stays) }),
      ...(old ? { old: [from, old] } : {}),
      ...(second ? { new: [addDays(from, 30), second] } : {}),
      ...(soort ? { lgf: [[from, soort, { [addDays(from, guided)]: '99SO' }]] } : {}),
    }),
  );

const onWec = fc
  .record({
    born,
    from: start,
    stays: fc.option(fc.integer({ min: 0, max: 1500 }), { nil: undefined }),
    nnca: fc.constantFrom('0', '1', '2'),
    schoolsoort: fc.constantFrom('0', '1', '2'),
    soort: fc.constantFrom('00', '21', '33', '42', undefined),
    verblijf: fc.constantFrom('0', '1', '2', '3', '6'),
    indicatie: fc.constantFrom('22', '33', '40', undefined),
    guided: fc.boolean(),
    returnedTo: fc.constantFrom('99XB', undefined),
    extra,
  })
  .map(({ from, stays, soort, verblijf, indicatie, guided, returnedTo, ...pupil }) =>
    wec('', {
      ...pupil,
      from,
      verblijf: { [from]: verblijf },
      ...(stays === undefined ? {} : { until: addDays(from, stays), ...(returnedTo ? { returnedTo } : {}) }),
      ...(soort ? { soort } : {}),
      ...(indicatie ? { indicaties: [[from, indicatie, guided ? { [from]: '99XB' } : undefined]] } : {}),
    }),
  );

/** Inschrijvingen as a school can have them, right or wrong in some places. */
const generated = (kind: 'WPO' | 'WEC') =>
  fc.tuple(born, generatedInschrijving(kind, start)).map(([geboortedatum, inschrijving]): CountedInschrijving => ({
    key: '',
    geboortedatum,
    inschrijving,
  }));

const parameters = fc.record({
  deadlines: fc.boolean(),
  deadlineFor: fc.constantFrom('bekostiging' as const, 'groei' as const),
  doubleCounts: fc.constantFrom('none' as const, 'latest' as const),
  crisisCounts: fc.boolean(),
  residentialWithoutIndication: fc.boolean(),
  verbreedCounts: fc.boolean(),
  consentAssumed: fc.boolean(),
});

const peildata = ['2008-09-30', '2008-10-01', '2009-08-01', '2010-03-01', '2010-10-01', '2011-01-16', '2014-10-01'];

/** Countings of every kind of school, on teldata on both sides of what changed. */
export const countings: fc.Arbitrary<Counting> = fc.constantFrom(...soorten).chain((soort) => {
  const kind = kindOfSchool(soort);
  return fc
    .record({
      pupils: fc.array(fc.oneof(kind === 'WPO' ? onWpo : onWec, generated(kind)), { maxLength: 12 }),
      peildatum: fc.constantFrom(...peildata),
      parameters: fc.oneof(fc.constant(defaultParameters), parameters),
      varend: fc.boolean(),
    })
    .map(({ pupils, peildatum, parameters: chosen, varend }) => ({
      school: {
        brinnummer: '99XA',
        soort,
        varend: soort === 'TREKKEND' && varend,
        vestigingen: [{ volgnummer: '00' }, { volgnummer: '01' }],
        ...(kind === 'WEC' ? { cluster: '3' as const } : {}),
      },
      inschrijvingen: pupils.map((pupil, index) => ({ ...pupil, key: `p${index}` })),
      peildatum,
      parameters: chosen,
    }));
});
