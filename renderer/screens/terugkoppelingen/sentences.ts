import type { EarlierDecision, Signaal } from '../../../shared/api/leerlingen.ts';
import type { WorkGroep, WorkRow } from '../../../shared/api/work.ts';
import type { FieldElement } from '../../../shared/pve/gegevensset/types.ts';
import { shownValue, type ChoiceContext } from '../../texts/values.ts';
import { momentOf } from '../uitwisselen/moments.ts';

type Values = Pick<Signaal, 'lasValue' | 'bronValue'>;
type Decided = Pick<
  Signaal,
  'state' | 'ernst' | 'note' | 'decidedBy' | 'decidedAt' | 'decidedBefore' | 'reopenedBy' | 'reopenedAt'
>;

/** Both values that a signaal compares; undefined when it compares none. */
export function comparedValues(
  { lasValue, bronValue }: Values,
  element: FieldElement | undefined,
  context: ChoiceContext = {},
): string | undefined {
  if (!element || (lasValue === undefined && bronValue === undefined)) return undefined;
  const bron = bronValue === undefined ? 'niet bekend' : shownValue(element, bronValue, context);
  return `Bij u: ${shownValue(element, lasValue, context)}. Bij BRON: ${bron}.`;
}

/** The same for a teacher, who is not the one that delivered it. */
export function askedValues({ lasValue, bronValue }: Values, element: FieldElement | undefined): string | undefined {
  if (!element || lasValue === undefined) return undefined;
  const bron = bronValue === undefined ? '' : ` BRON heeft: ${shownValue(element, bronValue)}.`;
  return `Op school staat: ${shownValue(element, lasValue)}.${bron} Wat is juist?`;
}

const by = (name: string | undefined) => (name ? ` door ${name}` : '');
const reason = (note: string | undefined) => (note ? `: “${note}”` : '.');

/** An afkeuring that was ticked off leaves the pupil where he was. */
export const isUnregistered = ({ state, ernst }: Pick<Signaal, 'state' | 'ernst'>): boolean =>
  state === 'afgevinkt' && ernst === 'A';

/** What was decided on a signaal and by whom, a sentence each; none when nobody has decided. */
export function decisionSentences(signaal: Decided): string[] {
  const { decidedBy, decidedAt, decidedBefore, note, reopenedBy, reopenedAt, state } = signaal;
  if (!decidedAt) return [];
  const decided = `${decidedBefore ? 'Eerder besloten: afgevinkt' : 'Afgevinkt'}${by(decidedBy)} op ${momentOf(decidedAt)}${reason(note)}`;
  return [
    decided,
    ...(decidedBefore && state === 'afgevinkt' ? ['BRON meldt hetzelfde als toen.'] : []),
    ...(reopenedAt ? [`Weer geopend${by(reopenedBy)} op ${momentOf(reopenedAt)}.`] : []),
  ];
}

/** One earlier decision about the same gegeven, in sentences. */
export function earlierSentence(
  { title, code, note, decidedBy, decidedAt, reopenedBy, reopenedAt, ...values }: EarlierDecision,
  element: FieldElement | undefined,
  context: ChoiceContext = {},
): string {
  const parts = [
    `${title} [${code}], afgevinkt${by(decidedBy)} op ${momentOf(decidedAt)}${reason(note)}`,
    comparedValues(values, element, context),
    reopenedAt && `Weer geopend${by(reopenedBy)} op ${momentOf(reopenedAt)}.`,
  ];
  return parts.filter(Boolean).join(' ');
}

/** The name of a groep among others: with its vestiging when another vestiging has one of the same naam. */
export function groepName(
  { groep, vestiging }: Omit<WorkGroep, 'count'>,
  all: readonly Omit<WorkGroep, 'count'>[],
): string {
  if (groep === undefined) return 'Zonder groep';
  const isShared = all.filter((other) => other.groep === groep).length > 1;
  return `Groep ${groep}${isShared && vestiging ? ` (vestiging ${vestiging})` : ''}`;
}

/** Where a row of the work list comes from. */
export const kindText: Record<WorkRow['kind'], string> = {
  signaal: 'gemeld door BRON',
  voorcontrole: 'tegengehouden door de voorcontrole',
  geweigerd: 'geweigerd door BRON',
};
