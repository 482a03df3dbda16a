import type { Occurrence } from '../gegevensset/occurrences.ts';
import { findWaarde, isValidOn } from '../waardelijsten/waardelijsten.ts';
import { hitWhen, type Controle } from './controle.ts';
import { textOf, voorkomensOf, type Facts } from './facts.ts';
import { dateHits, firstOnInschrijving, notFarAhead, unique, valueHits, within, type GroupRows } from './generic.ts';
import { validFrom, weightsAreIgnored, WITH_EDITION_2014_12 } from './readings.ts';

const rows: GroupRows = {
  gegevensgroep: 'gewicht',
  section: '4.2.8.9',
  ignored: ({ school }) => weightsAreIgnored(school),
};
const row = { gegevensgroep: rows.gegevensgroep, section: rows.section, ernst: 'A' } as const;
const validity = { ...row, period: validFrom('voorkomen') } as const;

const schemeOf = ({ item }: Occurrence) => textOf(item, 'codeGewichtenregeling');

/** The gewicht that BRON has registered from a date on (460: on the same date, whatever the regeling). */
const registeredAt = ({ register }: Facts, date: string | undefined) =>
  register?.registered?.gewicht?.find((item) => date !== undefined && item.begindatum === date)?.gewicht;

/** Gewicht WPO (PvE 4.2.8.9). */
export const gewichtControles: Controle[] = [
  {
    ...row,
    code: '341',
    needs: 'school',
    period: validFrom('datumUitschrijving'),
    check: (facts) => hitWhen(facts.school.soort === 'BAO' && voorkomensOf(facts, 'gewicht').length === 0),
  },
  {
    ...row,
    code: '368',
    ernst: 'S',
    needs: 'school',
    check: (facts) => hitWhen(weightsAreIgnored(facts.school) && voorkomensOf(facts, 'gewicht').length > 0),
  },
  {
    ...validity,
    attribuut: 'codeGewichtenregeling',
    code: '741',
    check: (facts) => valueHits(rows, facts, 'codeGewichtenregeling', (code) => !findWaarde('gewichtenregeling', code)),
  },
  {
    ...validity,
    attribuut: 'codeGewichtenregeling',
    code: '348',
    check: (facts) =>
      dateHits(rows, facts, (date, at) => {
        const code = schemeOf(at);
        // A code outside the list has 741 and no validity to judge.
        return (
          code !== undefined &&
          findWaarde('gewichtenregeling', code) !== undefined &&
          !isValidOn('gewichtenregeling', code, date)
        );
      }),
  },
  unique(rows, 'codeGewichtenregeling'),
  within(rows),
  firstOnInschrijving(rows),
  unique(rows),
  notFarAhead(rows),
  {
    ...validity,
    attribuut: 'gewicht',
    code: '741',
    check: (facts) =>
      valueHits(rows, facts, 'gewicht', (gewicht, at) => !findWaarde('gewicht', gewicht, { within: schemeOf(at) })),
  },
  {
    ...row,
    attribuut: 'gewicht',
    code: '460',
    ernst: 'S',
    needs: 'register',
    period: WITH_EDITION_2014_12,
    check: (facts) =>
      valueHits(rows, facts, 'gewicht', (gewicht, { item }) => {
        const registered = registeredAt(facts, textOf(item, 'begindatum'));
        return registered !== undefined && registered !== gewicht;
      }),
  },
];
