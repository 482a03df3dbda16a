/** What the program proposes for a gegeven. It is shown beside the field; a person takes it over or does not. */
export interface Proposal {
  /** Absent when too little is known, or when the rules leave the choice to the school. */
  value?: string;
  /** Why, in one or two Dutch sentences. */
  reason: string;
  /** What would have to be known to be (more) certain, as Dutch words: "de geboortedatum". */
  missing: string[];
}

/** A list of things as Dutch people say it: "a, b en c". */
export const listed = (items: readonly string[], last = 'en'): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;

/** A proposal that cannot be made yet, because of what is missing. */
export const waitingFor = (missing: string[]): Proposal => ({
  reason: `Daarvoor ${missing.length === 1 ? 'is' : 'zijn'} nog nodig: ${listed(missing)}.`,
  missing,
});
