import { inschrijvingKinds, isInschrijving, type InschrijvingKind } from '../berichten/kinds.ts';
import { meldingInschrijving } from '../berichten/requests.ts';
import { groupsBelow, type Occurrence } from '../gegevensset/occurrences.ts';
import type { Gegevensgroep, Voorkomen } from '../gegevensset/types.ts';

const flat = (group: Gegevensgroep): [string, Gegevensgroep][] =>
  group.groups.flatMap((child) => [[child.key, child], ...flat(child)]);

/**
 * What is judged of a melding with one kind of inschrijving: nothing below the other, whose groups have the same keys. The kind that a
 * school does not deliver gets 356 and is judged no further (reading R35, assumed).
 */
function judgedOf(kind: InschrijvingKind) {
  const groups = meldingInschrijving.groups.map((group) =>
    isInschrijving(group.key) && group.key !== inschrijvingKinds[kind].key ? { ...group, groups: [] } : group,
  );
  const melding: Gegevensgroep = { ...meldingInschrijving, groups };
  const byKey: ReadonlyMap<string, Gegevensgroep> = new Map(flat(melding));
  const parents: ReadonlyMap<string, Gegevensgroep> = new Map(
    [...byKey.values()]
      .filter(({ period }) => period !== undefined)
      .flatMap((parent) => parent.groups.map(({ key }): [string, Gegevensgroep] => [key, parent])),
  );
  return { melding, byKey, parents };
}

const judged = { WPO: judgedOf('WPO'), WEC: judgedOf('WEC') };

/** The gegevensgroep with a key, as the controles of this kind of inschrijving mean it. */
export const judgedGroup = (kind: InschrijvingKind, key: string): Gegevensgroep | undefined =>
  judged[kind].byKey.get(key);

/** The periodic group that a group stands in. */
export const periodicParent = (kind: InschrijvingKind, key: string): Gegevensgroep | undefined =>
  judged[kind].parents.get(key);

/** Key of the gegeven by which the voorkomens of a group are dated: the same below WPO and WEC. */
export const periodOf = (key: string): string =>
  (judgedGroup('WPO', key) ?? judgedGroup('WEC', key))?.period ?? 'begindatum';

/** The voorkomens of every judged group of a melding, by the key of the group. */
export const occurrencesOf = (kind: InschrijvingKind, content: Voorkomen): ReadonlyMap<string, readonly Occurrence[]> =>
  new Map(groupsBelow(judged[kind].melding, content).map(({ group, list }) => [group.key, list]));
