import { NEDERLAND } from '../pve/controles/readings.ts';
import { addDays } from './dates.ts';
import { adresKeys, type AdresKey } from './ownGegevens.ts';

/** An address in the Netherlands or abroad, as texts by key; nothing filled is an unknown address. */
export type Adres = { [K in AdresKey]?: string | undefined };

/** A former address with its first and last day; an unknown first day is left out. */
export type FormerAdres = Adres & { begindatum?: string | undefined; einddatum?: string | undefined };

/** The address in a document that holds more. */
export const adresOf = (source: Adres): Adres =>
  Object.fromEntries(adresKeys.flatMap((key) => (source[key] ? [[key, source[key]]] : [])));

export const hasAdres = (source: Adres): boolean => adresKeys.some((key) => source[key]);

export const sameAdres = (a: Adres, b: Adres): boolean => adresKeys.every((key) => (a[key] ?? '') === (b[key] ?? ''));

const comparable = (text: string | undefined) => (text ?? '').toLowerCase().replaceAll(/\s+/g, '');

/** Whether something is filled in that leads to a door: a land alone does not. */
export const leadsToDoor = (adres: Adres): boolean =>
  adresKeys.some((key) => key !== 'land' && comparable(adres[key]) !== '');

/** Whether two addresses are one home: equal in all parts, apart from spaces and capitals; no land is the Netherlands. */
export const sameHome = (a: Adres, b: Adres): boolean =>
  leadsToDoor(a) &&
  (a.land || NEDERLAND) === (b.land || NEDERLAND) &&
  adresKeys.every((key) => key === 'land' || comparable(a[key]) === comparable(b[key]));

/** The first day of the present address: the day after the last former one. Undefined when it is not known. */
export function adresSince(former: readonly FormerAdres[]): string | undefined {
  const last = lastDay(former);
  return last && addDays(last, 1);
}

const lastDay = (former: readonly FormerAdres[]): string | undefined =>
  former
    .flatMap(({ einddatum }) => einddatum ?? [])
    .sort()
    .at(-1);

/**
 * The former addresses after a move: the address `before` held until the day before `from` (`yyyy-mm-dd`), since the day after the
 * one before it. An address of which nothing was filled in leaves no trace.
 */
export function withFormerAdres<F extends FormerAdres>(
  former: readonly F[],
  before: Adres,
  from: string,
): (F | FormerAdres)[] {
  if (!hasAdres(before)) return [...former];
  const begindatum = adresSince(former);
  return [...former, { ...(begindatum ? { begindatum } : {}), einddatum: addDays(from, -1), ...adresOf(before) }];
}

/** Why an address cannot hold from this day; undefined when it can. */
export function moveProblem(
  former: readonly FormerAdres[],
  from: string,
  today: string,
): 'ahead' | 'before' | undefined {
  if (from > today) return 'ahead';
  const since = adresSince(former);
  return since !== undefined && from <= since ? 'before' : undefined;
}

/** Where somebody lives: it decides which gegevens the address has (PvE 4.1.2, elements 10 to 24). */
export type AdresKind = 'netherlands' | 'abroad' | 'unknown';

/** The gegevens of each kind of address, in the order in which one writes it. */
export const adresFields: Readonly<Record<AdresKind, readonly AdresKey[]>> = {
  netherlands: [
    'straatnaam',
    'huisnummer',
    'huisnummerToevoeging',
    'huisnummerAanduiding',
    'locatieOmschrijving',
    'postcode',
    'plaatsnaam',
  ],
  abroad: ['land', 'adresregelBuitenland1', 'adresregelBuitenland2', 'adresregelBuitenland3'],
  unknown: [],
};

/** What kind of address it is; undefined when nothing is filled in. */
export function adresKind(adres: Adres): AdresKind | undefined {
  if (adres.land && adres.land !== NEDERLAND) return 'abroad';
  if (adresFields.netherlands.some((key) => adres[key])) return 'netherlands';
  if (adres.land === NEDERLAND) return 'unknown';
  return hasAdres(adres) ? 'abroad' : undefined;
}

/** What of an address fits another kind: Nederland as land says that it is unknown. */
export function asKind(adres: Adres, kind: AdresKind): Adres {
  const kept = Object.fromEntries(adresFields[kind].flatMap((key) => (adres[key] ? [[key, adres[key]]] : [])));
  if (kind === 'unknown') return { land: NEDERLAND };
  return kept.land === NEDERLAND ? { ...kept, land: undefined } : kept;
}
