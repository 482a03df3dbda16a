import type { UndoneField } from '../../../../shared/api/undo.ts';
import { changeKindName } from '../../../../shared/domain/changeKinds.ts';
import { contact } from '../../../../shared/domain/ownGegevens.ts';
import { voorkomensIn } from '../../../../shared/pve/berichten/place.ts';
import { inschrijvingGroups } from '../../../../shared/pve/berichten/kinds.ts';
import type { FieldGroup, Voorkomen } from '../../../../shared/pve/gegevensset/types.ts';
import { fieldName } from '../../logboek/names.ts';
import { persoon, placeName } from './places.ts';
import { voorkomenPlace } from './tree.ts';
import { shownValue, type ChoiceContext } from '../../../texts/values.ts';

/** One gegeven that goes back, in words. */
export interface UndoLine {
  name: string;
  now: string;
  back: string;
}

/** What else is registered of a pupil, by its table. */
const besides: Record<string, string> = {
  leerling_note: 'Notitie',
};
const besidesFields: Record<string, string> = { date: 'datum', text: 'tekst' };

const textOf = (item: Voorkomen | undefined, key: string) => {
  const value = item?.[key];
  return typeof value === 'string' ? value : undefined;
};

type Pair = readonly [now: Voorkomen | undefined, back: Voorkomen | undefined];

/** Every gegeven that differs between the voorkomens of a group, and below them. */
function linesOfGroup(
  group: FieldGroup,
  lists: readonly [readonly Voorkomen[], readonly Voorkomen[]],
  context: ChoiceContext,
  parent?: number,
): UndoLine[] {
  const count = Math.max(lists[0].length, lists[1].length);
  return Array.from({ length: count }, (_, voorkomen) => {
    const pair: Pair = [lists[0][voorkomen], lists[1][voorkomen]];
    const place = voorkomenPlace(group, voorkomen, parent);
    const own = group.elements.flatMap((element): UndoLine[] => {
      const [now, back] = pair.map((item) => textOf(item, element.key));
      const shown = (value: string | undefined) => shownValue(element, value, context);
      return now === back
        ? []
        : [{ name: placeName({ ...place, element: element.key }), now: shown(now), back: shown(back) }];
    });
    const below = group.groups.flatMap((child) =>
      linesOfGroup(
        child,
        [voorkomensIn(pair[0], child.key), voorkomensIn(pair[1], child.key)],
        context,
        place.voorkomen,
      ),
    );
    return [...own, ...below];
  }).flat();
}

const listOf = (json: string | undefined): Voorkomen[] => (json === undefined ? [] : (JSON.parse(json) as Voorkomen[]));

function linesIn(roots: readonly FieldGroup[], { field, now, back }: UndoneField, context: ChoiceContext): UndoLine[] {
  for (const root of roots) {
    const element = root.elements.find(({ key }) => key === field);
    const shown = (value: string | undefined) => shownValue(element, value, context);
    if (element) return [{ name: element.name, now: shown(now), back: shown(back) }];
    const group = root.groups.find(({ key }) => key === field);
    if (group) return linesOfGroup(group, [listOf(now), listOf(back)], context);
  }
  return [{ name: field, now: now ?? '(leeg)', back: back ?? '(leeg)' }];
}

/** What undo puts back, gegeven by gegeven, in words. */
export function undoLines(fields: readonly UndoneField[], context: ChoiceContext): UndoLine[] {
  return fields.flatMap((changed) => {
    const { entity, field, now, back } = changed;
    if (entity === 'leerling') return linesIn([persoon, contact], changed, context);
    if (entity === 'inschrijving') return linesIn(inschrijvingGroups, changed, context);
    const name = [
      besides[entity] ?? changeKindName(entity),
      besidesFields[field] ?? fieldName({ kind: entity, field }).toLowerCase(),
    ].join(', ');
    return [{ name, now: now ?? '(leeg)', back: back ?? '(leeg)' }];
  });
}
