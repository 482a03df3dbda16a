import type { documentKinds } from '../mijnBron/documents.ts';

/** The two parts of the Stappenplan. */
export type Phase = 'voorbereiding' | 'aansluiting';

/** A part of a step that is done or not. */
export const partKeys = [
  'vooraankondiging1',
  'brochure',
  'stappenplan',
  'contactgegevens',
  'akkoordverklaring',
  'contactChecked',
  'relatiebeheerder',
  'version',
  'newest',
  'ports',
  'vooraankondiging2',
  'handboek',
  'aantallen',
  'contactRechecked',
  'wachtwoordbrief',
  'download',
  'install',
  'test',
  'delivered',
  'registered',
  'mail3',
  'mail6',
  'gtb',
  'vergelijkingsoverzicht',
  'reactie',
  'afronding',
] as const;
export type PartKey = (typeof partKeys)[number];

/**
 * What ticks a part: that the school notes a document as received, what the program knows, or a person. `either`: the program when it
 * knows, and otherwise a person.
 */
export type Ticks = 'document' | 'program' | 'person' | 'either';

export interface Part {
  key: PartKey;
  /** Dutch, as it stands in the list of the step. */
  title: string;
  ticks: Ticks;
  /** The step is done without it. */
  optional?: boolean;
  /** Only at schools of this kind. */
  only?: 'WPO' | 'WEC';
  /** Who does it when nobody was named in the plan van aanpak. */
  by: Doer;
}

export type Doer =
  'school' | 'gemachtigde' | 'contactpersoon' | 'systeembeheerder' | 'bevoegd gezag' | 'organisatie BRON' | 'programma';

/** Where a question goes (Stappenplan, "Waar kan ik terecht met vragen?"). */
export type Desk = 'kennisbank' | 'handboek' | 'leverancier' | 'systeembeheerder';

export interface Stap {
  number: number;
  phase: Phase;
  /** As the Stappenplan spells it. */
  title: string;
  /** When, in the words of figure 1. */
  period: string;
  /** What to do now, one or two Dutch sentences. */
  now: string;
  parts: readonly Part[];
  /** `about`: Dutch, with a small letter. */
  ask: readonly { about: string; desk: Desk }[];
  /** Page of the manual. */
  page: string;
}

export type DocumentKind = (typeof documentKinds)[number];

/** How the fase ended: the two situations of step 13, or `closed`: the school merged or was closed before that. */
export const endings = ['gekwalificeerd', 'aangesloten', 'closed'] as const;
export type Ending = (typeof endings)[number];

/** What is known of the school on its way. Dates are `yyyy-mm-dd`. */
export interface PathFacts {
  kind: 'WPO' | 'WEC';
  /** Documents that the school received, in the order in which they came. */
  documents: readonly { kind: DocumentKind; receivedOn: string; start?: string; ending?: Ending }[];
  /** What a person ticked, and on which day. */
  ticked: Partial<Record<PartKey, string>>;
  /** What the program knows, and since which day. */
  known: Partial<Record<PartKey, string>>;
  /** The last day on which something of all this was noted. */
  recordedOn?: string;
  /** The last day on which gegevens went to BRON. */
  exchangedOn?: string;
}
