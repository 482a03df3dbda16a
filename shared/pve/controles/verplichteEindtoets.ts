import { formatDutchDate, isDate } from '../../domain/dates.ts';
import type { Occurrence } from '../gegevensset/occurrences.ts';
import { findWaarde, isValidOn } from '../waardelijsten/waardelijsten.ts';
import { hitWhen, type Controle, type Hit } from './controle.ts';
import { textOf, voorkomensOf, type Facts } from './facts.ts';
import { beforeClosing, dateHits, hitsIn, valueHits, type GroupRows } from './generic.ts';

const rows: GroupRows = { gegevensgroep: 'verplichteEindtoets', section: '4.2.10.1' };
const row = { ...rows, ernst: 'A' } as const;
const onCode = { ...row, attribuut: 'codeVerplichteEindtoets' } as const;
const onDate = { ...row, attribuut: 'datumAfname' } as const;
const onReason = { ...row, attribuut: 'redenNietDeelname' } as const;

/** Reden niet-deelname "ontheffing" (PvE 7.1.19). */
const ONTHEFFING = '02';
/** What a pupil who takes part has, and one who does not has not. */
const RESULT = ['score', 'datumAfname', 'niveauEindtoets'];

const codeOf = ({ item }: Occurrence) => textOf(item, 'codeVerplichteEindtoets') ?? '';
const niveauOf = ({ item }: Occurrence) => textOf(item, 'niveauEindtoets') ?? '';
const takesPart = ({ item }: Occurrence) => textOf(item, 'redenNietDeelname') === undefined;

const is = (facts: Facts, wrong: (at: Occurrence) => boolean, params?: (at: Occurrence) => Hit['params']): Hit[] =>
  hitsIn(rows, facts, wrong).map((hit) => (params && hit.at ? { ...hit, params: params(hit.at) } : hit));

/** The datum afname of the verplichte eindtoets of a melding, when it exists. */
export function afnameOf(facts: Facts): string | undefined {
  const date = textOf(voorkomensOf(facts, rows.gegevensgroep)[0]?.item, 'datumAfname');
  return isDate(date) ? date : undefined;
}

/** Whether it says that the pupil did not take part. */
export const isAbsent = (facts: Facts): boolean => voorkomensOf(facts, rows.gegevensgroep).some((at) => !takesPart(at));

/** Hits about what is not valid on the datum afname (348). */
export function onAfname(facts: Facts, hits: Hit[]): Hit[] {
  const date = afnameOf(facts);
  const params = { attribuut2: 'Datum afname', ingang: date && formatDutchDate(date) };
  return hits.map((hit) => ({ ...hit, params: { ...hit.params, ...params } }));
}

/** Whether a score belongs to a toets and niveau that are valid on a date. What is no combination has 470 and no scores. */
function scoreBelongs(at: Occurrence, date: string, score: string): boolean {
  const within = codeOf(at);
  if (!findWaarde('niveauEindtoets', niveauOf(at), { within })) return true;
  if (!isValidOn('niveauEindtoets', niveauOf(at), date, { within })) return false;
  const [lowest, highest] = findWaarde('niveauEindtoets', niveauOf(at), { within })?.score ?? [];
  const value = /^\d+$/.test(score) ? Number(score) : Number.NaN;
  return lowest !== undefined && highest !== undefined && value >= lowest && value <= highest;
}

/** The row on a verplichte eindtoets that is removed: by a melding without it, or with its inschrijving (bericht 4). */
export const eindtoetsRemoved: Controle = {
  ...row,
  code: '476',
  ernst: 'S',
  needs: 'register',
  check: (facts) =>
    hitWhen(
      facts.inschrijving !== undefined &&
        facts.register?.hasVerplichteEindtoets === true &&
        voorkomensOf(facts, rows.gegevensgroep).length === 0,
    ),
};

/** Verplichte eindtoets (PvE 4.2.10.1 of 2015-11). */
export const verplichteEindtoetsControles: Controle[] = [
  eindtoetsRemoved,
  {
    gegevensgroep: 'inschrijvingWpo',
    attribuut: 'adviesVo',
    section: rows.section,
    code: '477',
    ernst: 'S',
    inschrijving: 'WPO',
    check: (facts) =>
      hitWhen(
        voorkomensOf(facts, rows.gegevensgroep).length > 0 && textOf(facts.inschrijving, 'adviesVo') === undefined,
      ),
  },
  {
    ...onCode,
    code: '741',
    check: (facts) =>
      valueHits(rows, facts, 'codeVerplichteEindtoets', (code) => !findWaarde('verplichteEindtoets', code)),
  },
  {
    ...row,
    attribuut: 'niveauEindtoets',
    code: '470',
    check: (facts) =>
      is(
        facts,
        (at) =>
          niveauOf(at) !== '' &&
          findWaarde('verplichteEindtoets', codeOf(at)) !== undefined &&
          !findWaarde('niveauEindtoets', niveauOf(at), { within: codeOf(at) }),
        (at) => ({ eindtoets: codeOf(at) }),
      ),
  },
  beforeClosing(rows, 'datumAfname'),
  {
    ...onCode,
    code: '348',
    check: (facts) =>
      onAfname(
        facts,
        dateHits(
          rows,
          facts,
          (date, at) =>
            findWaarde('verplichteEindtoets', codeOf(at)) !== undefined &&
            !isValidOn('verplichteEindtoets', codeOf(at), date),
          'datumAfname',
        ),
      ),
  },
  {
    ...onDate,
    code: '843',
    check: (facts) => dateHits(rows, facts, (date) => date > facts.deliveredOn, 'datumAfname'),
  },
  {
    ...row,
    attribuut: 'score',
    code: '348',
    check: (facts) =>
      onAfname(
        facts,
        valueHits(rows, facts, 'score', (score, at) => {
          const date = afnameOf(facts);
          return date !== undefined && !scoreBelongs(at, date, score);
        }),
      ),
  },
  {
    ...row,
    attribuut: 'redenOntheffing',
    code: '741',
    check: (facts) => valueHits(rows, facts, 'redenOntheffing', (code) => !findWaarde('redenOntheffing', code)),
  },
  {
    ...onReason,
    code: '464',
    check: (facts) => is(facts, (at) => !takesPart(at) && RESULT.some((key) => textOf(at.item, key) !== undefined)),
  },
  {
    ...onReason,
    code: '465',
    check: (facts) => is(facts, (at) => takesPart(at) && RESULT.some((key) => textOf(at.item, key) === undefined)),
  },
  {
    ...onReason,
    code: '741',
    check: (facts) => valueHits(rows, facts, 'redenNietDeelname', (code) => !findWaarde('redenNietDeelname', code)),
  },
  {
    ...onReason,
    code: '478',
    check: (facts) =>
      valueHits(
        rows,
        facts,
        'redenNietDeelname',
        (code, { item }) => code === ONTHEFFING && textOf(item, 'redenOntheffing') === undefined,
      ),
  },
];
