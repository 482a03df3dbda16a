import { formatDutchDate, isDate } from '../../domain/dates.ts';
import { inschrijvingKinds, type InschrijvingKind } from '../berichten/kinds.ts';
import { findWaarde } from '../waardelijsten/waardelijsten.ts';
import { isOpenOn } from './brin.ts';
import { hitWhen, type Controle } from './controle.ts';
import type { Facts } from './facts.ts';
import { end, start, value, withBirthDate } from './inschrijvingChecks.ts';
import { isNew } from './person.ts';
import { validFrom } from './readings.ts';

/** The other inschrijvingen at this school that share a day with this one (311). */
function overlapping({ register, datumInschrijving, datumUitschrijving }: Facts): string[] {
  return (register?.others ?? []).flatMap((other) => {
    const first = other.datumInschrijving;
    if (!isDate(first) || datumInschrijving === undefined) return [];
    const last = isDate(other.datumUitschrijving) ? other.datumUitschrijving : undefined;
    const apart =
      (last !== undefined && last < datumInschrijving) ||
      (datumUitschrijving !== undefined && datumUitschrijving < first);
    return apart ? [] : [first];
  });
}

/** The rows on the vaste gegevens that an inschrijving WPO and WEC have in common (PvE 4.2.8.1 and 4.2.9.1). */
export function sharedRows(kind: InschrijvingKind, section: string) {
  const row = { gegevensgroep: inschrijvingKinds[kind].key, ernst: 'A', section } as const;
  const onStart = { ...row, attribuut: 'datumInschrijving' } as const;
  const onEnd = { ...row, attribuut: 'datumUitschrijving' } as const;
  return {
    startNotFarAhead: { ...onStart, code: '332', check: start((date, { yearAhead }) => date > yearAhead) },
    startAfterBirth: {
      ...onStart,
      code: '305',
      check: (facts) =>
        withBirthDate(facts, start((date, { birthDate }) => birthDate !== undefined && date <= birthDate)(facts)),
    },
    startWhileOpen: {
      ...onStart,
      code: '301',
      needs: 'school',
      period: validFrom('datumInschrijving'),
      check: start((date, { school }) => !isOpenOn(school, date)),
    },
    notOvertaken: {
      ...row,
      code: '312',
      needs: 'register',
      check: ({ register }) => hitWhen(register?.laterBericht !== undefined, { bericht: register?.laterBericht }),
    },
    notTwice: {
      // Reading R22 (assumed): new inschrijvingen only, as written.
      ...onStart,
      code: '311',
      needs: 'register',
      check: (facts) => {
        const dates = isNew(facts) ? overlapping(facts) : [];
        return hitWhen(dates.length > 0, { others: dates.map(formatDutchDate).join(', ') });
      },
    },
    endAfterStart: {
      ...onEnd,
      code: '314',
      check: end((date, { datumInschrijving }) => datumInschrijving !== undefined && date < datumInschrijving),
    },
    endWhileOpen: {
      ...onEnd,
      code: '301',
      needs: 'school',
      period: validFrom('datumUitschrijving'),
      check: end((date, { school }) => school.closed !== undefined && date > school.closed),
    },
    endNotFarAhead: { ...onEnd, ernst: 'S', code: '331', check: end((date, { yearAhead }) => date > yearAhead) },
    nncaInList: {
      ...row,
      attribuut: 'aanduidingNnca',
      code: '741',
      period: validFrom('datumUitschrijving'),
      check: value('aanduidingNnca', (code) => !findWaarde('nnca', code)),
    },
    originalDeleted: {
      ...row,
      attribuut: 'datumOorspronkelijkeInschrijving',
      ernst: 'S',
      code: '400',
      needs: 'register',
      check: value(
        'datumOorspronkelijkeInschrijving',
        (date, { register }) => register?.deleted.includes(date) === false,
      ),
    },
  } as const satisfies Record<string, Controle>;
}
