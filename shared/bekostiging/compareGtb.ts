import type { Gtb, GtbLeerling } from '../mijnBron/gtb.ts';
import { rowDifferences, without, type RowDifference } from './compare.ts';
import type { CountedInschrijving, VestigingTelling } from './types.ts';

/** A pupil of whom the GTB and the own counting have different signalen. */
export interface NamedDifference {
  /** Of the own inschrijving; left out: the GTB names one that is not found here. */
  key?: string;
  /** As the GTB names it; left out: it does not. */
  named?: GtbLeerling;
  onlyOwn: readonly string[];
  onlyGtb: readonly string[];
}

export interface GtbDifference {
  rows: RowDifference[];
  pupils: NamedDifference[];
}

/** By which a pupil on a GTB is found again: its number, otherwise its birth date; with the datum inschrijving. */
const identities = (pgn: string | undefined, leerlingnummer: string | undefined, geboortedatum: string, from: string) =>
  [pgn && `pgn ${pgn}`, leerlingnummer && `nummer ${leerlingnummer}`, `geboren ${geboortedatum}`].flatMap((by) =>
    by ? [`${by} ${from}`] : [],
  );

function finder(inschrijvingen: readonly CountedInschrijving[]) {
  // Of twins the birth date does not tell which: then nobody is found by it.
  const found = new Map<string, string | undefined>();
  for (const item of inschrijvingen) {
    const { key, burgerservicenummer, onderwijsnummer, leerlingnummer, geboortedatum, inschrijving } = item;
    const pgn = burgerservicenummer ?? onderwijsnummer;
    for (const identity of identities(pgn, leerlingnummer, geboortedatum, inschrijving.datumInschrijving ?? ''))
      found.set(identity, found.has(identity) ? undefined : key);
  }
  return ({ pgn, leerlingnummer, geboortedatum, datumInschrijving }: GtbLeerling) =>
    identities(pgn, leerlingnummer, geboortedatum, datumInschrijving)
      .map((identity) => found.get(identity))
      .find((key) => key !== undefined);
}

/**
 * What differs between the own counting of a vestiging and its GTB (Stappenplan step 12): numbers, and the pupils of whom only one of them has a
 * signaal. A GTB names no other pupils: for those, compare with what BRON has registered.
 */
export function compareWithGtb(
  own: VestigingTelling,
  inschrijvingen: readonly CountedInschrijving[],
  gtb: Pick<Gtb, 'vestigingsvolgnummer' | 'aantallen' | 'notCounted' | 'attention'>,
): GtbDifference {
  const find = finder(inschrijvingen);
  const onGtb = new Map<string, { named: GtbLeerling; signalen: string[] }>();
  const unknown: NamedDifference[] = [];
  for (const named of [...gtb.notCounted, ...gtb.attention]) {
    const key = find(named);
    if (key === undefined) unknown.push({ named, onlyOwn: [], onlyGtb: named.signalen });
    else onGtb.set(key, { named, signalen: [...(onGtb.get(key)?.signalen ?? []), ...named.signalen] });
  }
  const said = new Map(own.pupils.map(({ key, signalen }) => [key, signalen]));
  const pupils = [...new Set([...said.keys(), ...onGtb.keys()])].flatMap((key): NamedDifference[] => {
    const there = onGtb.get(key);
    const [onlyOwn, onlyGtb] = [without(said.get(key), there?.signalen), without(there?.signalen, said.get(key))];
    if (onlyOwn.length === 0 && onlyGtb.length === 0) return [];
    return [{ key, ...(there ? { named: there.named } : {}), onlyOwn, onlyGtb }];
  });
  return {
    rows: rowDifferences(gtb.vestigingsvolgnummer, own.aantallen, gtb.aantallen),
    pupils: [...pupils, ...unknown],
  };
}
