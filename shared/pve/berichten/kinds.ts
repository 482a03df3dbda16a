import { inschrijvingWec } from '../gegevensset/inschrijvingWec.ts';
import { inschrijvingWpo } from '../gegevensset/inschrijvingWpo.ts';
import type { Gegevensgroep } from '../gegevensset/types.ts';
import type { InschrijvingWec, InschrijvingWpo } from './content.ts';

/** The kinds of inschrijving, each with the gegevensgroep that says it in a message (PvE 4.1.3, 4.1.4). */
export const inschrijvingKinds = { WPO: inschrijvingWpo, WEC: inschrijvingWec } as const;
export type InschrijvingKind = keyof typeof inschrijvingKinds;

/** Every kind, the one of most schools first. */
export const allKinds = Object.keys(inschrijvingKinds) as readonly InschrijvingKind[];

/** The gegevensgroepen of the kinds, in the order of `allKinds`. */
export const inschrijvingGroups = Object.values(inschrijvingKinds);

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
export interface WithInschrijving {
  inschrijvingWpo?: InschrijvingWpo[];
  inschrijvingWec?: InschrijvingWec[];
}

/** An inschrijving that stands in a message. */
export type FoundInschrijving = { group: (typeof inschrijvingGroups)[number] } & (
  { kind: 'WPO'; inschrijving: InschrijvingWpo } | { kind: 'WEC'; inschrijving: InschrijvingWec }
);

/** The inschrijving of a message, and of which kind it is; undefined when there is none. */
export function inschrijvingIn(message: WithInschrijving): FoundInschrijving | undefined {
  for (const kind of allKinds) {
    const group = inschrijvingKinds[kind];
    const [inschrijving] = message[group.key] ?? [];
    if (inschrijving) return { kind, group, inschrijving };
  }
  return undefined;
}

/** Only the inschrijving of a message, as another message says it. */
export const onlyInschrijving = (message: WithInschrijving): WithInschrijving => ({
  ...(message.inschrijvingWpo ? { inschrijvingWpo: message.inschrijvingWpo } : {}),
  ...(message.inschrijvingWec ? { inschrijvingWec: message.inschrijvingWec } : {}),
});
