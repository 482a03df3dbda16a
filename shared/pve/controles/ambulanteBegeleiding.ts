import { formatDutchDate, isDate } from '../../domain/dates.ts';
import type { Occurrence } from '../gegevensset/occurrences.ts';
import { CLUSTER_VGK, clusterOf, findInstelling, isNoInstelling, isOpenOn, isVgkOn, mayGuide } from './brin.ts';
import type { Controle } from './controle.ts';
import { textOf, type Facts } from './facts.ts';
import { dateHits, notFarAhead, unique, valueHits, type GroupRows } from './generic.ts';
import { START_PASSEND_ONDERWIJS, validFrom } from './readings.ts';
import type { BrinFacts } from './types.ts';

const rows: GroupRows = { gegevensgroep: 'ambulanteBegeleiding', section: '4.2.8.8' };
const onSchool = {
  ...rows,
  attribuut: 'brinnummer',
  ernst: 'S',
  period: validFrom('voorkomen'),
} as const;

const indicatieOf = ({ above }: Occurrence) => textOf(above, 'onderwijssoortIndicatie');

/** Hits in the voorkomens whose guiding school is a WEC-school of which something is wrong on the day that it begins to guide. */
const schoolHits = (facts: Facts, wrong: (school: BrinFacts, date: string, cluster: string | undefined) => boolean) =>
  dateHits(rows, facts, (date, at) => {
    const school = findInstelling(facts, 'WEC', textOf(at.item, 'brinnummer') ?? '');
    return school !== undefined && wrong(school, date, clusterOf(indicatieOf(at)));
  }).map((hit) => ({ ...hit, params: { indicatie: hit.at && indicatieOf(hit.at) } }));

/** 328 and 412: when a school may begin to guide, WPO and WEC (PvE 4.2.8.8 and 4.2.9.9). */
export const guidanceDates = (rows: GroupRows): Controle[] => [
  {
    ...rows,
    attribuut: 'begindatum',
    ernst: 'A',
    code: '328',
    check: (facts) =>
      dateHits(rows, facts, (date, { above }) => {
        const indicated = textOf(above, 'begindatum');
        return (
          (isDate(indicated) && date < indicated) ||
          (facts.datumInschrijving !== undefined && date < facts.datumInschrijving) ||
          (facts.datumUitschrijving !== undefined && date > facts.datumUitschrijving)
        );
      }).map((hit) => {
        const indicated = textOf(hit.at?.above, 'begindatum');
        return { ...hit, params: { indicatiestelling: indicated && formatDutchDate(indicated) } };
      }),
  },
  {
    ...rows,
    attribuut: 'begindatum',
    ernst: 'A',
    code: '412',
    check: (facts) => dateHits(rows, facts, (date) => date >= START_PASSEND_ONDERWIJS),
  },
];

/** Ambulante begeleiding WPO, inside a LGF-indicatie (PvE 4.2.8.8). */
export const ambulanteBegeleidingControles: Controle[] = [
  ...guidanceDates(rows),
  unique(rows),
  notFarAhead(rows),
  {
    ...rows,
    attribuut: 'brinnummer',
    ernst: 'A',
    code: '741',
    period: validFrom('voorkomen'),
    check: (facts) => valueHits(rows, facts, 'brinnummer', (value) => isNoInstelling(facts, 'WEC', value)),
  },
  {
    ...onSchool,
    code: '329',
    check: (facts) =>
      schoolHits(
        facts,
        (school, date, cluster) =>
          cluster !== undefined && cluster !== CLUSTER_VGK && !mayGuide(facts, school, cluster, date),
      ),
  },
  { ...onSchool, code: '347', check: (facts) => schoolHits(facts, (school, date) => !isOpenOn(school, date)) },
  {
    ...onSchool,
    code: '329',
    check: (facts) => schoolHits(facts, (school, date, cluster) => cluster === CLUSTER_VGK && !isVgkOn(school, date)),
  },
];
