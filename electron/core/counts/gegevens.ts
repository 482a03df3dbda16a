import type { DifferentPupil } from '../../../shared/api/counting.ts';
import { comparePair } from '../../../shared/domain/registratieoverzicht/compare.ts';
import type { Difference } from '../../../shared/domain/registratieoverzicht/differences.ts';
import { inschrijvingKinds, type InschrijvingKind } from '../../../shared/pve/berichten/kinds.ts';
import type { Voorkomen } from '../../../shared/pve/gegevensset/types.ts';
import type { Connection } from '../database/database.ts';
import { differencesIn } from '../registratieoverzicht/differencesIn.ts';
import { bronOf, hereOf } from '../registratieoverzicht/sides.ts';
import { isCountedGroup } from './here.ts';

/** Gegevens of a person or inschrijving that a counting asks for; those of a group all count. */
const counted: ReadonlySet<string> = new Set([
  ...['geboortedatum', 'burgerservicenummer', 'onderwijsnummer', 'postcode', 'land'],
  ...['datumInschrijving', 'datumUitschrijving', 'aanduidingNnca', 'teruggeplaatst'],
]);

const matters = ({ groups, element }: Difference): boolean =>
  groups.length > 0 ? isCountedGroup(groups[0]?.key ?? '') : counted.has(element.key);

/** Which voorkomen here has the date by which a difference names it. */
function voorkomenOf(inschrijving: Voorkomen, { groups, occurrence }: Difference): number | undefined {
  const [group] = groups;
  const list = group && inschrijving[group.key];
  if (!group?.period || groups.length > 1 || !Array.isArray(list)) return undefined;
  const index = list.findIndex((item) => item[group.period ?? ''] === occurrence);
  return index < 0 ? undefined : index;
}

type Part = 'persoon' | 'inschrijving';

function placeOf(part: Part, kind: InschrijvingKind, inschrijving: Voorkomen, difference: Difference) {
  const group = difference.groups.at(-1);
  const gegevensgroep = part === 'persoon' ? 'persoon' : (group?.key ?? inschrijvingKinds[kind].key);
  const voorkomen = part === 'persoon' ? undefined : voorkomenOf(inschrijving, difference);
  return { gegevensgroep, element: difference.element.key, ...(voorkomen === undefined ? {} : { voorkomen }) };
}

/** The gegevens that a counting asks for and that are not the same here and in BRON, each with its place on the card. */
export function countedDifferences(
  db: Connection,
  inschrijvingId: number,
  peildatum: string,
): DifferentPupil['differences'] {
  const here = hereOf(db, inschrijvingId);
  const bron = bronOf(db, { inschrijvingId });
  const row = bron && comparePair(here, bron.side, peildatum);
  if (!row) return [];
  const raw = [
    ...row.persoon.map((difference) => ({ part: 'persoon' as const, difference })),
    ...row.inschrijving.map((difference) => ({ part: 'inschrijving' as const, difference })),
  ];
  // Told in the same order as they were found.
  return differencesIn(row).flatMap((told, index) => {
    const found = raw[index];
    if (!found || !matters(found.difference)) return [];
    return [{ difference: told, place: placeOf(found.part, here.kind, here.inschrijving, found.difference) }];
  });
}
