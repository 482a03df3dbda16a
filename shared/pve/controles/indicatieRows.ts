import { findWaarde } from '../waardelijsten/waardelijsten.ts';
import { findInstelling, isNoInstelling, isOpenOn } from './brin.ts';
import type { Controle, Hit } from './controle.ts';
import { cviRules } from './cviNummer.ts';
import { textOf, type Facts } from './facts.ts';
import { beforeClosing, dateHits, hitsIn, notFarAhead, unique, valueHits, type GroupRows } from './generic.ts';
import { START_PASSEND_ONDERWIJS, validFrom } from './readings.ts';
import { withBirthDate } from './inschrijvingChecks.ts';

/** What becomes of hits where a VGK-instelling may make it right: they stay, fall away, or only warn. */
export type VgkException = (facts: Facts, hits: Hit[]) => Hit[];

/** Whom a row does not concern, by the code of the row. */
export interface IndicatieExceptions {
  /** A datum indicatiestelling in the future (326). */
  326: VgkException;
  /** A REC that is not filled (740). */
  740: VgkException;
}

/** The rows that an LGF-indicatie WPO and an indicatiestelling WEC have in common (PvE 4.2.8.7 and 4.2.9.8). */
export function indicatieRows(rows: GroupRows, unless: IndicatieExceptions) {
  const row = { ...rows, ernst: 'A' } as const;
  const onDate = { ...row, attribuut: 'begindatum' } as const;
  const onRec = { ...row, attribuut: 'brinnummerRec' } as const;
  const cvi: Controle[] = cviRules.map((wrong) => ({
    ...row,
    attribuut: 'cviNummer',
    code: '743',
    once: 'gegeven',
    check: (facts) => valueHits(rows, facts, 'cviNummer', (value) => wrong(value, facts)),
  }));
  const dates: Controle[] = [
    { ...onDate, code: '426', check: (facts) => dateHits(rows, facts, (date) => date >= START_PASSEND_ONDERWIJS) },
    {
      ...onDate,
      code: '325',
      check: (facts) =>
        dateHits(rows, facts, (date) => facts.datumUitschrijving !== undefined && date > facts.datumUitschrijving),
    },
    {
      ...onDate,
      code: '305',
      check: (facts) =>
        withBirthDate(
          facts,
          dateHits(rows, facts, (date) => facts.birthDate !== undefined && date <= facts.birthDate),
        ),
    },
    {
      ...onDate,
      code: '326',
      check: (facts) =>
        unless[326](
          facts,
          dateHits(rows, facts, (date) => date > facts.deliveredOn),
        ),
    },
    beforeClosing(rows),
    unique(rows),
    notFarAhead(rows),
  ];
  const inList: Controle = {
    ...row,
    attribuut: 'onderwijssoortIndicatie',
    code: '741',
    period: validFrom('voorkomen'),
    check: (facts) =>
      valueHits(rows, facts, 'onderwijssoortIndicatie', (code) => !findWaarde('onderwijssoortIndicatie', code)),
  };
  const rec: Controle[] = [
    {
      ...onRec,
      code: '740',
      check: (facts) =>
        unless[740](
          facts,
          hitsIn(rows, facts, ({ item }) => textOf(item, 'brinnummerRec') === undefined),
        ),
    },
    {
      ...onRec,
      code: '741',
      period: validFrom('voorkomen'),
      check: (facts) => valueHits(rows, facts, 'brinnummerRec', (value) => isNoInstelling(facts, 'REC', value)),
    },
    {
      ...onRec,
      code: '348',
      period: validFrom('voorkomen'),
      check: (facts) =>
        dateHits(rows, facts, (date, { item }) => {
          const found = findInstelling(facts, 'REC', textOf(item, 'brinnummerRec') ?? '');
          return found !== undefined && !isOpenOn(found, date);
        }),
    },
  ];
  return { dates, inList, rec, cvi };
}
