import { storableLength } from '../../shared/api/gegevensset.ts';
import type { Edition, FieldElement, WaardelijstName } from '../../shared/pve/gegevensset/types.ts';
import { formatDutchDate } from '../../shared/domain/dates.ts';
import { findWaarde, waardelijsten, waarden, type Waardelijst } from '../../shared/pve/waardelijsten/waardelijsten.ts';

export interface Choice {
  code: string;
  label: string;
}
/** What a choice depends on besides its list. */
export interface ChoiceContext {
  /** Date on which the values must be valid, `yyyy-mm-dd`. */
  onDate?: string | undefined;
  /** The code that the value belongs to: the gewichtenregeling of a gewicht, the eindtoets of a niveau. */
  scheme?: string | undefined;
  vestigingen?: readonly { volgnummer: string; naam: string }[];
  /** Which meaning the aanduiding NNCA has at this school; that of a basisschool when left out. */
  nnca?: 'BAO' | 'SBAO/WEC';
  /** The edition of the PvE by whose lists values are valid. */
  edition?: Edition;
}

const isKnown = (name: WaardelijstName | undefined): name is Waardelijst & WaardelijstName =>
  name !== undefined && (waardelijsten as readonly string[]).includes(name);

const within = (list: WaardelijstName, { scheme, nnca = 'BAO' }: ChoiceContext) =>
  list === 'gewicht' || list === 'niveauEindtoets' ? scheme : list === 'nnca' ? nnca : undefined;

/** Label and code as they stand in a list: the code first, as that is what BRON speaks of. */
export const choiceText = ({ code, label }: Choice): string => {
  if (label === code || label === `Gewicht ${code}`) return code;
  return code === 'true' || code === 'false' ? label : `${code} – ${label}`;
};

/** The values a person can choose for a gegeven; undefined when it is typed. */
export function choicesOf(element: FieldElement, context: ChoiceContext): Choice[] | undefined {
  const { waardelijst, format } = element;
  if (format === 'boolean') {
    return [
      { code: 'true', label: 'Ja' },
      { code: 'false', label: 'Nee' },
    ];
  }
  if (waardelijst === 'vestiging') {
    return context.vestigingen?.map(({ volgnummer, naam }) => ({ code: volgnummer, label: naam }));
  }
  // A voorvoegsel is typed with suggestions: the list at hand is incomplete.
  if (!isKnown(waardelijst) || waardelijst === 'voorvoegsel') return undefined;
  const scheme = within(waardelijst, context);
  const all = waarden(waardelijst, context.onDate, {
    ...(scheme ? { within: scheme } : {}),
    ...(context.edition ? { edition: context.edition } : {}),
  });
  const byCode = new Map(all.map(({ code, label }) => [code, { code, label }]));
  return [...byCode.values()];
}

/** Values to suggest for a gegeven that is typed freely; undefined when there are none. */
export const suggestionsFor = ({ waardelijst }: FieldElement): Choice[] | undefined =>
  waardelijst === 'voorvoegsel' ? waarden(waardelijst).map(({ code, label }) => ({ code, label })) : undefined;

/** A value as it is shown beside a field or in a table: dates the Dutch way, codes with their label. */
export function shownValue(
  element: FieldElement | undefined,
  value: string | undefined,
  context: ChoiceContext = {},
): string {
  if (!value) return '(leeg)';
  if (!element) return value;
  if (element.format === 'datum' || element.format === 'partialDate') return formatDutchDate(value);
  if (element.format === 'boolean') return value === 'true' ? 'Ja' : value === 'false' ? 'Nee' : value;
  if (element.waardelijst === 'vestiging') {
    const found = context.vestigingen?.find(({ volgnummer }) => volgnummer === value);
    return found ? choiceText({ code: value, label: found.naam }) : value;
  }
  const list = element.waardelijst;
  if (!isKnown(list) || list === 'voorvoegsel') return value;
  const scheme = within(list, context);
  const lookUp = scheme ? { within: scheme } : {};
  // A code can have been given anew, or its label have changed: what it meant on its day comes first.
  const then = context.onDate === undefined ? [] : waarden(list, context.onDate, lookUp);
  const found = then.find(({ code }) => code === value) ?? findWaarde(list, value, lookUp);
  return found ? choiceText({ code: value, label: found.label }) : `${value} (niet in de waardelijst)`;
}

/** A value that is not among the choices of a field: one that its list does not have, or that cannot be meant there. */
export function unofferedText(element: FieldElement, value: string, context: ChoiceContext = {}): string {
  const shown = shownValue(element, value, context);
  return isKnown(element.waardelijst) && findWaarde(element.waardelijst, value) ? `${shown} (geldt hier niet)` : shown;
}

/** Whether a text is longer than can be kept. */
export const tooLongToKeep = (element: FieldElement, value: string): boolean => value.length > storableLength(element);

/** Says that a text is longer than can be kept, or than BRON takes; undefined when it fits. */
export function lengthHint(element: FieldElement, value: string | undefined): string | undefined {
  const { format, length } = element;
  if (!value || (format !== 'alfanum' && format !== 'num') || value.length <= length) return undefined;
  if (tooLongToKeep(element, value)) {
    return `${value.length} tekens: dat is te lang om te bewaren. Kort de tekst in tot ten hoogste ${storableLength(element)} tekens.`;
  }
  return `${value.length} tekens; BRON neemt er ten hoogste ${length} aan.`;
}

const numbers = ['burgerservicenummer', 'onderwijsnummer'];

/** What is kept of a typed or pasted text: no spaces in a number of a person, a postcode as BRON has it, none around the rest. */
export function tidyText({ key }: FieldElement, typed: string): string {
  if (numbers.includes(key)) return typed.replace(/\s/g, '');
  const postcode = key === 'postcode' ? /^\s*(\d{4})\s*([a-z]{2})\s*$/i.exec(typed) : null;
  return postcode ? `${postcode[1]}${postcode[2]}`.toUpperCase() : typed.trim();
}

/** Says that the number of a person has not nine digits: the voorcontrole gets to it only once the rest is filled in. */
export function numberHint({ key, name }: FieldElement, value: string): string | undefined {
  if (!numbers.includes(key) || value === '' || /^\d{9}$/.test(value)) return undefined;
  if (!/^\d+$/.test(value)) return `${name}: typ alleen cijfers, negen achter elkaar.`;
  return `${name} heeft 9 cijfers; hier ${value.length === 1 ? 'staat' : 'staan'} er ${value.length}.`;
}
