import { meldingInschrijving } from '../berichten/requests.ts';
import { groupsBelow, type Occurrence } from '../gegevensset/occurrences.ts';
import type { Gegevensgroep, Voorkomen } from '../gegevensset/types.ts';
import type { InschrijvingKey, SchoolSoort } from './types.ts';

const KINDS: readonly string[] = ['inschrijvingWpo', 'inschrijvingWec'] satisfies InschrijvingKey[];

/** The kind of inschrijving that a school delivers (PvE 4.2.6). The other one gets 356 and is judged no further (reading R35, assumed). */
export const kindOf = (soort: SchoolSoort): InschrijvingKey =>
  soort === 'WEC' ? 'inschrijvingWec' : 'inschrijvingWpo';

const flat = (group: Gegevensgroep): [string, Gegevensgroep][] =>
  group.groups.flatMap((child) => [[child.key, child], ...flat(child)]);

/** What is judged of a melding with one kind of inschrijving: nothing below the other, whose groups have the same keys. */
function judgedOf(kind: InschrijvingKey) {
  const groups = meldingInschrijving.groups.map((group) =>
    KINDS.includes(group.key) && group.key !== kind ? { ...group, groups: [] } : group,
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

const judged = { inschrijvingWpo: judgedOf('inschrijvingWpo'), inschrijvingWec: judgedOf('inschrijvingWec') };

/** The gegevensgroep with a key, as the controles of this kind of inschrijving mean it. */
export const judgedGroup = (kind: InschrijvingKey, key: string): Gegevensgroep | undefined =>
  judged[kind].byKey.get(key);

/** The periodic group that a group stands in. */
export const periodicParent = (kind: InschrijvingKey, key: string): Gegevensgroep | undefined =>
  judged[kind].parents.get(key);

/** Key of the gegeven by which the voorkomens of a group are dated: the same below WPO and WEC. */
export const periodOf = (key: string): string =>
  (judgedGroup('inschrijvingWpo', key) ?? judgedGroup('inschrijvingWec', key))?.period ?? 'begindatum';

/** The voorkomens of every judged group of a melding, by the key of the group. */
export const occurrencesOf = (kind: InschrijvingKey, content: Voorkomen): ReadonlyMap<string, readonly Occurrence[]> =>
  new Map(groupsBelow(judged[kind].melding, content).map(({ group, list }) => [group.key, list]));
