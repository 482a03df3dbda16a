import { isGuidedByVgk } from './brin.ts';
import { hitWhen, type Controle, type Hit } from './controle.ts';
import { voorkomensOf, type Facts } from './facts.ts';
import { valueHits, type GroupRows } from './generic.ts';
import { indicatieRows } from './indicatieRows.ts';
import { START_PASSEND_ONDERWIJS } from './readings.ts';

const rows: GroupRows = { gegevensgroep: 'lgfIndicatie', section: '4.2.8.7' };

/** Onderwijssoort indicatie that only a regular inschrijving at a VGK-instelling has (402). */
export const VISUEEL = '11';

/** Without BRIN it is not known whether a VGK-instelling guides the pupil, which would make it right: then a warning. */
const unlessGuidedByVgk = (facts: Facts, hits: Hit[]): Hit[] =>
  hits
    .filter(({ at }) => at !== undefined && !isGuidedByVgk(facts, at.item))
    .map((hit) => (facts.brin ? hit : { ...hit, ernst: 'S' }));

const shared = indicatieRows(rows, { 326: unlessGuidedByVgk, 740: unlessGuidedByVgk });

/** LGF-indicatie WPO (PvE 4.2.8.7). */
export const lgfControles: Controle[] = [
  {
    ...rows,
    ernst: 'A',
    code: '412',
    period: { from: START_PASSEND_ONDERWIJS, of: 'datumInschrijving' },
    check: (facts) => hitWhen(facts.datumInschrijving !== undefined && voorkomensOf(facts, 'lgfIndicatie').length > 0),
  },
  ...shared.dates,
  shared.inList,
  {
    ...rows,
    attribuut: 'onderwijssoortIndicatie',
    ernst: 'S',
    code: '402',
    check: (facts) => valueHits(rows, facts, 'onderwijssoortIndicatie', (code) => code === VISUEEL),
  },
  ...shared.rec,
  ...shared.cvi,
];
