import { formatDutchDate } from '../../domain/dates.ts';
import { findWaarde } from '../waardelijsten/waardelijsten.ts';
import { findInstelling, isGuidedByVgk, isNoInstelling, isOpenOn } from './brin.ts';
import { hitWhen, type Controle, type Hit } from './controle.ts';
import { cviRules } from './cviNummer.ts';
import { textOf, voorkomensOf, type Facts } from './facts.ts';
import { beforeClosing, dateHits, hitsIn, notFarAhead, unique, valueHits, type GroupRows } from './generic.ts';
import { START_PASSEND_ONDERWIJS, validFrom } from './readings.ts';

const rows: GroupRows = { gegevensgroep: 'lgfIndicatie', section: '4.2.8.7' };
const row = { ...rows, ernst: 'A' } as const;
const onDate = { ...row, attribuut: 'begindatum' } as const;
const validity = { ...row, period: validFrom('voorkomen') } as const;

/** Onderwijssoort indicatie that only a regular inschrijving at a VGK-instelling has (402). */
const VISUEEL = '11';

/** Without BRIN it is not known whether a VGK-instelling guides the pupil, which would make it right: then a warning. */
const unlessGuidedByVgk = (facts: Facts, hits: Hit[]): Hit[] =>
  hits
    .filter(({ at }) => at !== undefined && !isGuidedByVgk(facts, at.item))
    .map((hit) => (facts.brin ? hit : { ...hit, ernst: 'S' }));

const cviControle = (wrong: (value: string, facts: Facts) => boolean): Controle => ({
  ...row,
  attribuut: 'cviNummer',
  code: '743',
  once: 'gegeven',
  check: (facts) => valueHits(rows, facts, 'cviNummer', (value) => wrong(value, facts)),
});

/** LGF-indicatie WPO (PvE 4.2.8.7). */
export const lgfControles: Controle[] = [
  {
    ...row,
    code: '412',
    period: { from: START_PASSEND_ONDERWIJS, of: 'datumInschrijving' },
    check: (facts) => hitWhen(facts.datumInschrijving !== undefined && voorkomensOf(facts, 'lgfIndicatie').length > 0),
  },
  {
    ...onDate,
    code: '325',
    check: (facts) =>
      dateHits(rows, facts, (date) => facts.datumUitschrijving !== undefined && date > facts.datumUitschrijving),
  },
  { ...onDate, code: '426', check: (facts) => dateHits(rows, facts, (date) => date >= START_PASSEND_ONDERWIJS) },
  {
    ...onDate,
    code: '305',
    check: (facts) =>
      dateHits(rows, facts, (date) => facts.birthDate !== undefined && date <= facts.birthDate).map((hit) => ({
        ...hit,
        params: { geboortedatum: facts.geboortedatum && formatDutchDate(facts.geboortedatum) },
      })),
  },
  {
    ...onDate,
    code: '326',
    check: (facts) =>
      unlessGuidedByVgk(
        facts,
        dateHits(rows, facts, (date) => date > facts.deliveredOn),
      ),
  },
  beforeClosing(rows),
  unique(rows),
  notFarAhead(rows),
  {
    ...validity,
    attribuut: 'onderwijssoortIndicatie',
    code: '741',
    check: (facts) =>
      valueHits(rows, facts, 'onderwijssoortIndicatie', (code) => !findWaarde('onderwijssoortIndicatie', code)),
  },
  {
    ...row,
    attribuut: 'onderwijssoortIndicatie',
    ernst: 'S',
    code: '402',
    check: (facts) => valueHits(rows, facts, 'onderwijssoortIndicatie', (code) => code === VISUEEL),
  },
  {
    ...row,
    attribuut: 'brinnummerRec',
    code: '740',
    check: (facts) =>
      unlessGuidedByVgk(
        facts,
        hitsIn(rows, facts, ({ item }) => textOf(item, 'brinnummerRec') === undefined),
      ),
  },
  {
    ...validity,
    attribuut: 'brinnummerRec',
    code: '741',
    check: (facts) => valueHits(rows, facts, 'brinnummerRec', (value) => isNoInstelling(facts, 'REC', value)),
  },
  {
    ...validity,
    attribuut: 'brinnummerRec',
    code: '348',
    check: (facts) =>
      dateHits(rows, facts, (date, { item }) => {
        const rec = findInstelling(facts, 'REC', textOf(item, 'brinnummerRec') ?? '');
        return rec !== undefined && !isOpenOn(rec, date);
      }),
  },
  ...cviRules.map(cviControle),
];
