import { addDays } from './dates.ts';
import { adresKeys, type AdresKey } from './ownGegevens.ts';

/** An address in the Netherlands or abroad, as texts by key; nothing filled is an unknown address. */
export type Adres = { [K in AdresKey]?: string | undefined };

/** A former address with its first and last day; an unknown first day is left out. */
export type FormerAdres = Adres & { begindatum?: string | undefined; einddatum?: string | undefined };

/** Code of Nederland in the table of landen: as land it says that the address is unknown (PvE 4.1.2, element 11). */
export const NEDERLAND = '6030';

/** The address in a document that holds more. */
export const adresOf = (source: Adres): Adres =>
  Object.fromEntries(adresKeys.flatMap((key) => (source[key] ? [[key, source[key]]] : [])));

export const hasAdres = (source: Adres): boolean => adresKeys.some((key) => source[key]);

export const sameAdres = (a: Adres, b: Adres): boolean => adresKeys.every((key) => (a[key] ?? '') === (b[key] ?? ''));

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
