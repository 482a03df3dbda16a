import type { Ernst } from '../controles/types.ts';
import { catalog } from './catalog.ts';

export { locateSignaal } from './locate.ts';

/** The texts about a signaal for the person at the school. */
export interface SignaalDescription {
  /** Unknown for a code that is not in our catalogue. */
  ernst?: Ernst;
  title: string;
  meaning: string;
  remedy: string;
}

/** What a code means and what to do, in our own words. An unknown code gets a text that points to BRON's omschrijving. */
export function describeSignaal(code: string, omschrijving?: string): SignaalDescription {
  const known = catalog.get(code);
  if (known) {
    const { ernst, title, meaning, remedy } = known;
    return { ernst, title, meaning, remedy };
  }
  return {
    title: `BRON geeft signaal ${code}`,
    meaning: omschrijving
      ? `BRON omschrijft het zo: ${omschrijving}`
      : 'Dit programma kent dit signaal niet. Lees de omschrijving van BRON.',
    remedy: 'Controleer de gegevens waar de omschrijving over gaat. Komt u er niet uit, bel dan de Helpdesk BRON.',
  };
}

/** Length of the omschrijving of a signaal (PvE 4.1.5, element 102). */
const MAX_LENGTH = 250;
/** So much of a delivered value is repeated; names of gegevens and groups are ours and stay whole. */
const MAX_VALUE = 60;
const NAMES = new Set(['attribuut', 'attribuut2', 'groep', 'parent']);

const shortened = (text: string, length: number) => {
  if (text.length <= length) return text;
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
};

/** A part of a template: what stands between brackets is left out when one of its values is missing. */
interface Part {
  optional: boolean;
  pieces: ({ text: string } | { name: string })[];
}

const templates = new Map<string, readonly Part[]>();

/** The template of a code taken apart, once. */
function partsOf(code: string): readonly Part[] {
  const known = templates.get(code);
  if (known) return known;
  const template = catalog.get(code)?.template ?? `Signaal ${code}.`;
  const parts = template.split(/(\[[^\]]*\])/).map((part): Part => {
    const optional = part.startsWith('[');
    // Between the placeholders stand texts; what a split catches has the odd places.
    const split = (optional ? part.slice(1, -1) : part).split(/\{(\w+)\}/);
    return { optional, pieces: split.map((piece, index) => (index % 2 === 0 ? { text: piece } : { name: piece })) };
  });
  templates.set(code, parts);
  return parts;
}

/** Values for the placeholders of a template; an empty one counts as absent. */
export type OmschrijvingParams = Record<string, string | undefined>;

/** The omschrijving of a signaal in our words, at most 250 characters. Parts between brackets without a value are left out. */
export const fillOmschrijving = (code: string, params: OmschrijvingParams = {}): string =>
  fillOmschrijvingBy(code, (name) => params[name]);

/** The same with values that are asked for by the name of their placeholder: a template has few of those that there are. */
export function fillOmschrijvingBy(code: string, valueOf: (name: string) => string | undefined): string {
  const value = (name: string) => {
    const text = valueOf(name);
    return text && !NAMES.has(name) ? shortened(text, MAX_VALUE) : text || undefined;
  };
  // Taken apart before filling: brackets inside a value are just text.
  let filled = '';
  for (const { pieces, optional } of partsOf(code)) {
    const texts = pieces.map((piece) => ('text' in piece ? piece.text : value(piece.name)));
    if (!optional || !texts.includes(undefined)) filled += texts.join('');
  }
  return shortened(filled, MAX_LENGTH);
}
