import {
  dubbeleInschrijving,
  meldingInschrijvingAntwoord,
  spontaneMutatie,
  terugkoppelingRegistratieoverzicht,
} from '../../../shared/pve/berichten/answers.ts';
import type { FieldElement, FieldGroup } from '../../../shared/pve/gegevensset/types.ts';
import { gegevenNames, pupilGroups, withBelow } from '../logboek/names.ts';

/** What BRON tells in its answers, besides what a school has itself. */
const answered: readonly FieldGroup[] = [
  terugkoppelingRegistratieoverzicht,
  spontaneMutatie,
  dubbeleInschrijving,
  meldingInschrijvingAntwoord,
].flatMap(withBelow);

const answeredNames: ReadonlyMap<string, string> = new Map(
  answered.flatMap(({ key, name, elements }) => [
    [key, name] as const,
    ...elements.map((one) => [one.key, one.name] as const),
  ]),
);

/** The name of a gegeven or group, of the school or of an answer of BRON; undefined when the PvE has none. */
export const gegevenName = (key: string): string | undefined => gegevenNames.get(key) ?? answeredNames.get(key);

/** The gegevens whose values stand in a list, or are yes or no; a key means the same wherever it stands. */
export const codedGegevens: ReadonlyMap<string, FieldElement> = new Map(
  [...answered, ...pupilGroups]
    .flatMap(({ elements }) => elements)
    .filter(({ waardelijst, format }) => waardelijst !== undefined || format === 'boolean')
    .map((element) => [element.key, element] as const),
);
