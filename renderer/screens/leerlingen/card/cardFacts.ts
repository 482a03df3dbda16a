import type { Finding } from '../../../../shared/pve/controles/types.ts';
import type { PlacedSignaal } from './context.ts';
import { kindAt, periodsAt, valueAt, type CardDraft } from './draft.ts';
import { elementAt, isOfLeerling, placeOf, rootOf, samePlace, type CardPlace } from './places.ts';
import { groupAbove, groupIn } from './tree.ts';

/** A place that the card really shows: a field or voorkomen that is not there becomes its group, or the one above it. */
export function shownPlace(draft: CardDraft, scope: string | undefined, place: CardPlace): CardPlace {
  const { group, parent, voorkomen } = place;
  const kind = kindAt(draft, scope);
  const root = rootOf(group, kind);
  if (group === root.key) return elementAt(place, kind) ? place : { group };
  const above = groupAbove(root, group);
  if (above && parent !== undefined && parent >= periodsAt(draft, scope, { group: above.key }).length)
    return shownPlace(draft, scope, { group: above.key });
  const whole: CardPlace = { group, ...(parent === undefined ? {} : { parent }) };
  const { max, elements } = groupIn(root, group) ?? root;
  const index = max === 1 && place.element !== undefined ? 0 : voorkomen;
  if (index === undefined || index >= periodsAt(draft, scope, whole).length) return whole;
  const first = elements[0]?.key;
  return elementAt(place, kind) ? place : { ...place, ...(first ? { element: first } : {}) };
}

export interface PlacedFinding extends Finding {
  scope: string | undefined;
  place: CardPlace;
}

/**
 * The findings of all inschrijvingen by place. A finding on the persoonsgegevens counts once, and what BRON already
 * reported at that place with the same code is left out. Of what was never saved only filled fields are judged: nobody is
 * told that she has not yet come to the next field.
 */
export function placeFindings(
  draft: CardDraft,
  findingsOf: (key: string) => readonly Finding[],
  signalen: readonly PlacedSignaal[],
): PlacedFinding[] {
  const seen = new Set<string>();
  return draft.inschrijvingen.flatMap(({ key, id, gegevens: { kind } }) =>
    findingsOf(key).flatMap((finding) => {
      const raw = placeOf(finding, kind);
      const scope = isOfLeerling(raw) ? undefined : key;
      const place = shownPlace(draft, scope, raw);
      const unsaved = (isOfLeerling(raw) ? draft.id : id) === undefined;
      if (unsaved && !valueAt(draft, scope, place)) return [];
      const identity = JSON.stringify([scope, place, finding.code, finding.omschrijving]);
      const reported = signalen.some(
        (signaal) =>
          signaal.code === finding.code && signaal.state === 'open' && samePlace(placeOf(signaal, kind), raw),
      );
      if (seen.has(identity) || reported) return [];
      seen.add(identity);
      return [{ ...finding, scope, place }];
    }),
  );
}

export interface Attention {
  key: string;
  ernst: 'A' | 'S';
  code: string;
  text: string;
  from: 'bron' | 'voorcontrole';
  scope: string | undefined;
  place: CardPlace;
}

/** What needs attention on this card, the worst first: open signalen of BRON, then the voorcontrole. */
export function attentionList(
  draft: CardDraft,
  findings: readonly PlacedFinding[],
  signalen: readonly PlacedSignaal[],
): Attention[] {
  const fromBron = signalen
    .filter(({ state }) => state === 'open')
    .map((signaal): Attention => {
      const raw = placeOf(signaal, kindAt(draft, signaal.scope));
      const scope = isOfLeerling(raw) ? undefined : signaal.scope;
      const place = shownPlace(draft, scope, raw);
      const { ernst, code, title, id } = signaal;
      return { key: `signaal-${id}`, ernst, code, text: title, from: 'bron', scope, place };
    });
  const own = findings.map(({ ernst, code, omschrijving, scope, place }, index): Attention => ({
    key: `finding-${index}`,
    ernst,
    code,
    text: omschrijving,
    from: 'voorcontrole',
    scope,
    place,
  }));
  return [...fromBron, ...own].sort((a, b) => a.ernst.localeCompare(b.ernst));
}
