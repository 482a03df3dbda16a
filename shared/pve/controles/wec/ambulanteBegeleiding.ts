import { CLUSTER_VGK, clusterOf, isNoneOf, isOpenOn, REGULAR_SCHOOLS, SCHOOLS } from '../brin.ts';
import { guidanceDates } from '../ambulanteBegeleiding.ts';
import type { Controle } from '../controle.ts';
import { textOf } from '../facts.ts';
import {
  beforeClosing,
  dateHits,
  firstOnInschrijving,
  notFarAhead,
  unique,
  valueHits,
  type GroupRows,
} from '../generic.ts';
import type { Occurrence } from '../../gegevensset/occurrences.ts';
import { START_PASSEND_ONDERWIJS, validFrom } from '../readings.ts';
import { isAmbulant, isZero } from './situation.ts';
import { zeroHits } from './zeros.ts';

const rows: GroupRows = { gegevensgroep: 'ambulanteBegeleiding', section: '4.2.9.9' };
const row = { ...rows, ernst: 'A' } as const;
const onSchool = { ...row, attribuut: 'brinnummer', period: validFrom('voorkomen') } as const;

/** The cluster of the indicatie tells which schools a pupil may be guided at (reading R38, assumed). */
const cluster = ({ above }: Occurrence) => clusterOf(textOf(above, 'onderwijssoortIndicatie'));

/** Ambulante begeleiding WEC, inside an indicatiestelling (PvE 4.2.9.9). */
export const ambulanteBegeleidingWecControles: Controle[] = [
  {
    ...row,
    code: '343',
    check: (facts) =>
      isAmbulant(facts)
        ? zeroHits(
            facts,
            ['aanduidingNnca', 'soortOnderwijs', 'leerjaar', 'groep', 'schoolsoort', 'soortVerblijf'],
            (value) => !isZero(value),
          )
        : [],
  },
  {
    ...row,
    code: '338',
    check: (facts) =>
      !isAmbulant(facts) && facts.datumInschrijving !== undefined && facts.datumInschrijving < START_PASSEND_ONDERWIJS
        ? zeroHits(facts, ['aanduidingNnca', 'schoolsoort', 'soortOnderwijs'], isZero)
        : [],
  },
  ...guidanceDates(rows),
  beforeClosing(rows),
  firstOnInschrijving(rows),
  unique(rows),
  {
    ...onSchool,
    code: '399',
    check: (facts) =>
      valueHits(rows, facts, 'brinnummer', (brinnummer, at) => {
        const known = cluster(at);
        return known !== undefined && known !== CLUSTER_VGK && isNoneOf(facts, REGULAR_SCHOOLS, brinnummer);
      }),
  },
  {
    ...onSchool,
    code: '741',
    check: (facts) =>
      valueHits(
        rows,
        facts,
        'brinnummer',
        (brinnummer, at) => cluster(at) === CLUSTER_VGK && isNoneOf(facts, SCHOOLS, brinnummer),
      ),
  },
  {
    ...onSchool,
    code: '348',
    check: (facts) =>
      dateHits(rows, facts, (date, { item }) => {
        const school = facts.brin?.find(textOf(item, 'brinnummer') ?? '');
        return school !== undefined && !isOpenOn(school, date);
      }),
  },
  notFarAhead(rows),
];
