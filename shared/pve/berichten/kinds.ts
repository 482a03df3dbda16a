import { inschrijvingWec } from '../gegevensset/inschrijvingWec.ts';
import { inschrijvingWpo } from '../gegevensset/inschrijvingWpo.ts';
import type { Gegevensgroep, VoorkomenOf } from '../gegevensset/types.ts';
import { verplichteEindtoets } from '../gegevensset/verplichteEindtoets.ts';
import type { MeldingContent } from './content.ts';

/**
 * The kinds of inschrijving, each as one document under the key of its gegevensgroep (PvE 4.1.3, 4.1.4): the inschrijving and the verplichte
 * eindtoets, which a message says beside it but which comes and goes with it (PvE 4.1.5 and 476 of 2015-11).
 */
export const inschrijvingKinds = {
  WPO: { ...inschrijvingWpo, groups: [...inschrijvingWpo.groups, verplichteEindtoets] },
  WEC: { ...inschrijvingWec, groups: [...inschrijvingWec.groups, verplichteEindtoets] },
} as const;
export type InschrijvingKind = keyof typeof inschrijvingKinds;

/** Every kind, the one of most schools first. */
export const allKinds = Object.keys(inschrijvingKinds) as readonly InschrijvingKind[];

/** The gegevensgroepen of the kinds, in the order of `allKinds`. */
export const inschrijvingGroups = Object.values(inschrijvingKinds);

/** A kind by the key of its gegevensgroep, as a message and a place name it. */
export type InschrijvingKey = (typeof inschrijvingGroups)[number]['key'];
export const inschrijvingKeys = inschrijvingGroups.map(({ key }) => key);

const kindBySoort = { BAO: 'WPO', SBAO: 'WPO', TREKKEND: 'WPO', WEC: 'WEC' } as const satisfies Record<
  string,
  InschrijvingKind
>;
/** Soort of a school as BRON knows it. */
export type SchoolSoort = keyof typeof kindBySoort;

/** The kind of inschrijving that a school delivers (PvE 4.2.6). */
export const kindOfSchool = (soort: SchoolSoort): InschrijvingKind => kindBySoort[soort];

/** Groups of which the first voorkomen, where there is one, begins on the datum inschrijving (PvE 4.2.8 and 4.2.9: 303). */
const fromStart = new Set([
  'vestiging',
  'indicatieBekostiging',
  'leerjaarGroep',
  'gewicht',
  'soortOnderwijs',
  'schoolsoort',
  'soortVerblijf',
  'arrangement',
]);

/** The groups of a kind that begin with the inschrijving: a first voorkomen of theirs has its date. */
export const groupsFromStart = (kind: InschrijvingKind): readonly Gegevensgroep[] =>
  inschrijvingKinds[kind].groups.filter(({ key }) => fromStart.has(key));

/** Whether a gegevensgroep is that of an inschrijving: then what stands in it are its vaste gegevens. */
export const isInschrijving = (gegevensgroep: string | null | undefined): boolean =>
  inschrijvingGroups.some(({ key }) => key === gegevensgroep);

/** What can hold an inschrijving: the content of a melding, or a terugkoppeling. */
export type WithInschrijving = Pick<MeldingContent, 'inschrijvingWpo' | 'inschrijvingWec' | 'verplichteEindtoets'>;

/** What a message says beside its inschrijving. */
type Beside = Pick<MeldingContent, 'verplichteEindtoets'>;
type DocumentOf<K extends InschrijvingKind> = VoorkomenOf<(typeof inschrijvingKinds)[K]>;

/** An inschrijving that stands in a message, as the document of its kind. */
export type FoundInschrijving = { group: (typeof inschrijvingGroups)[number] } & (
  { kind: 'WPO'; inschrijving: DocumentOf<'WPO'> } | { kind: 'WEC'; inschrijving: DocumentOf<'WEC'> }
);

const besideOf = ({ verplichteEindtoets: list }: Beside): Beside => (list ? { verplichteEindtoets: list } : {});

/** The inschrijving of a message with what is said beside it, and of which kind it is; undefined when there is none. */
export function inschrijvingIn(message: WithInschrijving): FoundInschrijving | undefined {
  for (const kind of allKinds) {
    const group = inschrijvingKinds[kind];
    const [inschrijving] = message[group.key] ?? [];
    if (inschrijving) return { kind, group, inschrijving: { ...inschrijving, ...besideOf(message) } };
  }
  return undefined;
}

/** The document of an inschrijving as a message says it; the inverse of {@link inschrijvingIn}. */
export const inMessage = (
  kind: InschrijvingKind,
  { verplichteEindtoets: list, ...inschrijving }: Beside & Record<string, unknown>,
): WithInschrijving => ({
  [inschrijvingKinds[kind].key]: [inschrijving],
  ...(list ? { verplichteEindtoets: list } : {}),
});

/** Only the inschrijving of a message and what is said beside it, as another message says it. */
export const onlyInschrijving = (message: WithInschrijving): WithInschrijving => ({
  ...(message.inschrijvingWpo ? { inschrijvingWpo: message.inschrijvingWpo } : {}),
  ...(message.inschrijvingWec ? { inschrijvingWec: message.inschrijvingWec } : {}),
  ...besideOf(message),
});
