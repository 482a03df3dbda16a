import { persoonsgegevens } from '../../../../shared/api/leerlingen.ts';
import type { Gegevenselement, WaardelijstName } from '../../../../shared/pve/gegevensset/types.ts';
import { formatDutchDate } from '../../../../shared/domain/dates.ts';
import {
  findWaarde,
  waardelijsten,
  waarden,
  type Waardelijst,
} from '../../../../shared/pve/waardelijsten/waardelijsten.ts';

export interface Choice {
  code: string;
  label: string;
}
/** What a choice depends on besides its list. */
export interface ChoiceContext {
  /** Date on which the values must be valid, `yyyy-mm-dd`. */
  onDate?: string | undefined;
  /** Code gewichtenregeling that a gewicht belongs to. */
  scheme?: string | undefined;
  vestigingen?: readonly { volgnummer: string; naam: string }[];
}

const isKnown = (name: WaardelijstName | undefined): name is Waardelijst & WaardelijstName =>
  name !== undefined && (waardelijsten as readonly string[]).includes(name);

const within = (list: WaardelijstName, { scheme }: ChoiceContext) =>
  list === 'gewicht' ? scheme : list === 'nnca' ? 'BAO' : undefined;

/** Label and code as they stand in a list: the code first, as that is what BRON speaks of. */
export const choiceText = ({ code, label }: Choice): string => {
  if (label === code || label === `Gewicht ${code}`) return code;
  return code === 'true' || code === 'false' ? label : `${code} – ${label}`;
};

/** The values a person can choose for a gegeven; undefined when it is typed. */
export function choicesOf(element: Gegevenselement, context: ChoiceContext): Choice[] | undefined {
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
  // A voorvoegsel is typed: the list at hand is incomplete, and what is not on it goes in front of the achternaam.
  if (!isKnown(waardelijst) || waardelijst === 'voorvoegsel') return undefined;
  const scheme = within(waardelijst, context);
  const all = waarden(waardelijst, context.onDate, scheme ? { within: scheme } : {});
  const byCode = new Map(all.map(({ code, label }) => [code, { code, label }]));
  return [...byCode.values()];
}

/** A value as it is shown beside a field or in a table: dates the Dutch way, codes with their label. */
export function shownValue(
  element: Gegevenselement | undefined,
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
  const found = findWaarde(list, value, scheme ? { within: scheme } : {});
  return found ? choiceText({ code: value, label: found.label }) : `${value} (niet in de waardelijst)`;
}

const lengths: Partial<Record<string, { unwrap: () => { maxLength: number | null } }>> = persoonsgegevens.shape;
/** What the contract keeps of a gegeven that is not a persoonsgegeven. */
const STORABLE_LENGTH = 300;

/** Whether a text is longer than can be kept. */
export const tooLongToKeep = ({ key }: Gegevenselement, value: string): boolean => value.length > storableLength(key);

const storableLength = (key: string): number => lengths[key]?.unwrap().maxLength ?? STORABLE_LENGTH;

/** Says that a text is longer than can be kept, or than BRON takes; undefined when it fits. */
export function lengthHint(element: Gegevenselement, value: string | undefined): string | undefined {
  const { format, length, key } = element;
  if (!value || (format !== 'alfanum' && format !== 'num') || value.length <= length) return undefined;
  if (tooLongToKeep(element, value)) {
    return `${value.length} tekens: dat is te lang om te bewaren. Kort de tekst in tot ten hoogste ${storableLength(key)} tekens.`;
  }
  return `${value.length} tekens; BRON neemt er ten hoogste ${length} aan.`;
}

const numbers = ['burgerservicenummer', 'onderwijsnummer'];

/** What is kept of a typed or pasted text: no spaces in a number of a person, a postcode as BRON has it, none around the rest. */
export function tidyText({ key }: Gegevenselement, typed: string): string {
  if (numbers.includes(key)) return typed.replace(/\s/g, '');
  const postcode = key === 'postcode' ? /^\s*(\d{4})\s*([a-z]{2})\s*$/i.exec(typed) : null;
  return postcode ? `${postcode[1]}${postcode[2]}`.toUpperCase() : typed.trim();
}

/** Says that the number of a person has not nine digits: the voorcontrole gets to it only once the rest is filled in. */
export function numberHint({ key, name }: Gegevenselement, value: string): string | undefined {
  if (!numbers.includes(key) || value === '' || /^\d{9}$/.test(value)) return undefined;
  if (!/^\d+$/.test(value)) return `${name}: typ alleen cijfers, negen achter elkaar.`;
  return `${name} heeft 9 cijfers; hier ${value.length === 1 ? 'staat' : 'staan'} er ${value.length}.`;
}
