import { findGtbSignaal, isNotCounted } from '../../../shared/bekostiging/signalen/catalog.ts';
import { kindOfSchool } from '../../../shared/pve/berichten/kinds.ts';
import type { Connection } from '../database/database.ts';
import type { Counted } from './counting.ts';
import { namedIn, newestGtbs, type NamedInGtb, type StoredGtb } from './gtbs.ts';

/** What a GTB says of a pupil. */
export interface SaidByGtb {
  gtb: StoredGtb;
  /** False when it is not counted as a pupil of the school. */
  counted: boolean;
  /** Its signalen, in order. */
  signalen: string[];
  /** Whom it names, as it names it; left out: it names the pupil not at all. */
  named?: NamedInGtb;
}

/** The GTBs of a peildatum beside a counting. */
export interface GtbSide {
  gtbs: readonly StoredGtb[];
  /** By the key of the inschrijving; of one that is neither here nor known to be at BRON, a key of its own. */
  byKey: ReadonlyMap<string, SaidByGtb>;
}

const nameOf = (pgn: string | undefined, datumInschrijving: string | undefined) =>
  `${pgn ?? ''} ${datumInschrijving ?? ''}`;

/** The keys of the inschrijvingen by the PGN and the datum inschrijving under which a GTB names them. */
function keysByName({ here, atBron }: Counted): Map<string, string> {
  const found = new Map<string, string>();
  for (const { key, burgerservicenummer, onderwijsnummer, inschrijving } of [...here.values(), ...atBron.values()])
    for (const pgn of [burgerservicenummer, onderwijsnummer])
      if (pgn !== undefined) found.set(nameOf(pgn, inschrijving.datumInschrijving), key);
  return found;
}

/** The newest GTBs of a peildatum, of one vestiging or of all, and what they say of each pupil. */
export function gtbSide(db: Connection, counted: Counted, vestigingsvolgnummer?: string): GtbSide {
  const gtbs = newestGtbs(db).filter(
    (gtb) =>
      gtb.peildatum === counted.peildatum &&
      (vestigingsvolgnummer === undefined || gtb.vestigingsvolgnummer === vestigingsvolgnummer),
  );
  const keys = keysByName(counted);
  const kind = kindOfSchool(counted.soort);
  const byKey = new Map<string, SaidByGtb>();
  for (const gtb of gtbs) {
    for (const { vestigingsvolgnummer: volgnummer, pupils } of counted.bron) {
      if (volgnummer !== gtb.vestigingsvolgnummer) continue;
      for (const { key } of pupils) {
        // Whom it does not name counts, and nothing about it is odd; unless BRON did not have it yet.
        const isIn = (counted.atBron.get(key)?.registeredOn ?? '') <= gtb.processedUntil;
        if (isIn) byKey.set(key, { gtb, counted: true, signalen: [] });
      }
    }
    namedIn(db, gtb.id).forEach((named, index) => {
      const { pgn, datumInschrijving, signalen } = named.named;
      const key = keys.get(nameOf(pgn, datumInschrijving)) ?? `g${String(gtb.id)}.${pgn ?? String(index)}`;
      const before = byKey.get(key)?.named ? (byKey.get(key)?.signalen ?? []) : [];
      const all = [...new Set([...before, ...signalen])].sort();
      const withheld = all.some(
        (code) => isNotCounted(code) && findGtbSignaal(code)?.withholds?.[kind] !== 'begeleiding',
      );
      byKey.set(key, { gtb, counted: !withheld, signalen: all, named });
    });
  }
  return { gtbs, byKey };
}
