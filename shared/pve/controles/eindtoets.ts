import type { Occurrence } from '../gegevensset/occurrences.ts';
import { findWaarde, isValidOn } from '../waardelijsten/waardelijsten.ts';
import type { Controle } from './controle.ts';
import { textOf, voorkomensOf, type Facts } from './facts.ts';
import { beforeClosing, dateHits, notFarAhead, valueHits, within, type GroupRows } from './generic.ts';
import { validFrom } from './readings.ts';

const rows: GroupRows = { gegevensgroep: 'eindtoets', section: '4.2.8.6' };
const row = { ...rows, ernst: 'A' } as const;
const onCode = { ...row, attribuut: 'codeEindtoets', period: validFrom('voorkomen') } as const;

const codeOf = ({ item }: Occurrence) => textOf(item, 'codeEindtoets');
const dateOf = ({ item }: Occurrence) => textOf(item, 'datumEindtoets');

const isValid = ({ edition }: Facts, at: Occurrence) =>
  isValidOn('eindtoets', codeOf(at) ?? '', dateOf(at) ?? '', { edition });

/** Whether a score belongs to a toets; one without scores in the list has none that does. */
function scoreBelongs(code: string, uitslag: string): boolean {
  const [lowest, highest] = findWaarde('eindtoets', code)?.score ?? [];
  const score = Number(uitslag);
  return lowest !== undefined && highest !== undefined && score >= lowest && score <= highest;
}

/** Eindtoets WPO (PvE 4.2.8.6). */
export const eindtoetsControles: Controle[] = [
  within(rows),
  beforeClosing(rows),
  {
    ...row,
    attribuut: 'datumEindtoets',
    code: '365',
    // One signal per toets and date, at the last voorkomen.
    check: (facts) =>
      dateHits(rows, facts, (date, at) => {
        const same = voorkomensOf(facts, 'eindtoets').filter(
          (other) => dateOf(other) === date && codeOf(other) === codeOf(at),
        );
        return same.length > 1 && same.at(-1)?.voorkomen === at.voorkomen;
      }).map((hit) => ({ ...hit, params: { eindtoets: textOf(hit.at?.item, 'codeEindtoets') } })),
  },
  notFarAhead(rows),
  {
    ...onCode,
    code: '741',
    check: (facts) => valueHits(rows, facts, 'codeEindtoets', (code) => !findWaarde('eindtoets', code)),
  },
  {
    ...onCode,
    code: '348',
    check: (facts) =>
      dateHits(rows, facts, (_, at) => findWaarde('eindtoets', codeOf(at) ?? '') !== undefined && !isValid(facts, at)),
  },
  {
    ...row,
    attribuut: 'uitslagEindtoets',
    ernst: 'S',
    code: '398',
    period: validFrom('voorkomen'),
    check: (facts) =>
      valueHits(
        rows,
        facts,
        'uitslagEindtoets',
        (uitslag, at) => isValid(facts, at) && !scoreBelongs(codeOf(at) ?? '', uitslag),
      ).map((hit) => ({ ...hit, params: { eindtoets: textOf(hit.at?.item, 'codeEindtoets') } })),
  },
];
