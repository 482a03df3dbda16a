import { meldingInschrijving } from '../berichten/requests.ts';
import { groupsBelow, type Occurrence } from '../gegevensset/occurrences.ts';
import type { Gegevensgroep, Voorkomen } from '../gegevensset/types.ts';

/** Below an inschrijving WEC nothing is judged here: its groups have the keys of those of WPO. */
const JUDGED: Gegevensgroep = {
  ...meldingInschrijving,
  groups: meldingInschrijving.groups.map((group) =>
    group.key === 'inschrijvingWec' ? { ...group, groups: [] } : group,
  ),
};

const flat = (group: Gegevensgroep): [string, Gegevensgroep][] =>
  group.groups.flatMap((child) => [[child.key, child], ...flat(child)]);

/** The gegevensgroepen that controles are about, by key. */
export const judgedGroups: ReadonlyMap<string, Gegevensgroep> = new Map(flat(JUDGED));

/** The periodic group that a group stands in, by the key of the inner one. */
export const periodicParents: ReadonlyMap<string, Gegevensgroep> = new Map(
  [...judgedGroups.values()]
    .filter(({ period }) => period !== undefined)
    .flatMap((parent) => parent.groups.map(({ key }): [string, Gegevensgroep] => [key, parent])),
);

/** Key of the gegeven by which the voorkomens of a group are dated. */
export const periodOf = (gegevensgroep: string): string => judgedGroups.get(gegevensgroep)?.period ?? 'begindatum';

/** The voorkomens of every judged group of a melding, by the key of the group. */
export const occurrencesOf = (content: Voorkomen): ReadonlyMap<string, readonly Occurrence[]> =>
  new Map(groupsBelow(JUDGED, content).map(({ group, list }) => [group.key, list]));
