import type { OverzichtDifference } from '../../../shared/api/registratieoverzicht.ts';
import { persoonCompared, type ComparedRow } from '../../../shared/domain/registratieoverzicht/compare.ts';
import { differencesOf, type Difference } from '../../../shared/domain/registratieoverzicht/differences.ts';
import { inschrijvingKinds } from '../../../shared/pve/berichten/kinds.ts';

/** Numbers of persons are told apart by their end: who sees them whole is noted in the log, on the card. */
const NUMBERS = new Set(['burgerservicenummer', 'onderwijsnummer']);
const SHOWN_DIGITS = 4;
const inPart = (key: string, value: string): string => (NUMBERS.has(key) ? `…${value.slice(-SHOWN_DIGITS)}` : value);

/** What tells a row from the others, and by which an action names it. */
export const keyOfRow = ({ here, bron }: ComparedRow): string =>
  bron?.unmatchedId === undefined ? `i${String(here?.inschrijvingId)}` : `b${String(bron.unmatchedId)}`;

const asTold =
  (part: OverzichtDifference['part']) =>
  ({ path, groups, occurrence, element, here, bron }: Difference): OverzichtDifference => ({
    part,
    path,
    groups: groups.map(({ name }) => name),
    ...(occurrence === undefined ? {} : { occurrence }),
    name: element.name,
    format: element.format,
    ...(element.waardelijst ? { waardelijst: element.waardelijst } : {}),
    ...(here === undefined ? {} : { here: inPart(element.key, here) }),
    ...(bron === undefined ? {} : { bron: inPart(element.key, bron) }),
  });

/** What a row shows: what differs, or all there is when one side lacks the inschrijving. */
export function differencesIn({ here, bron, persoon, inschrijving }: ComparedRow): OverzichtDifference[] {
  const kind = (here ?? bron)?.kind ?? 'WPO';
  const alone = here === undefined || bron === undefined;
  const ofPersoon = alone ? differencesOf(persoonCompared, here?.persoon ?? {}, bron?.persoon ?? {}) : persoon;
  const ofInschrijving = alone
    ? differencesOf(inschrijvingKinds[kind], here?.inschrijving ?? {}, bron?.inschrijving ?? {})
    : inschrijving;
  return [...ofPersoon.map(asTold('persoon')), ...ofInschrijving.map(asTold('inschrijving'))];
}
