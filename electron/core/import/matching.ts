import type { Persoonsgegevens } from '../../../shared/api/leerlingen.ts';
import type { Candidate } from '../../../shared/domain/import/candidate.ts';
import type { Connection } from '../database/database.ts';
import { pgnOf } from '../leerlingen/pgn.ts';
import { fold } from '../leerlingen/search.ts';

/** By what a pupil of a file was recognised. */
export type MatchBy = 'nummer' | 'leerlingnummer' | 'naam';

export interface Match {
  leerlingId: number;
  version: number;
  by: MatchBy;
  /** It may be somebody else, so nothing is changed unless a person says so. */
  doubtful?: boolean;
}

export interface Recognition {
  match?: Match;
  /** Nothing is done with the pupil unless a person decides. */
  hold: boolean;
  /** Dutch sentences. */
  sentences: string[];
}

interface Row {
  id: number;
  version: number;
  burgerservicenummer: string | null;
  onderwijsnummer: string | null;
  geboortedatum: string | null;
  achternaam: string | null;
  roepnaam: string | null;
  voornamen: string | null;
}

const columns = 'id, version, burgerservicenummer, onderwijsnummer, geboortedatum, achternaam, roepnaam, voornamen';

interface Named {
  roepnaam?: string | null | undefined;
  voornamen?: string | null | undefined;
}

const firstNames = ({ roepnaam, voornamen }: Named): string[] =>
  [roepnaam, voornamen?.split(' ')[0]].flatMap((name) => (name ? [fold(name)] : []));

/** Whether two persons have the same first name; undefined when that cannot be told. */
export function sameFirstName(a: Named, b: Named): boolean | undefined {
  const [mine, theirs] = [firstNames(a), firstNames(b)];
  if (mine.length === 0 || theirs.length === 0) return undefined;
  return mine.some((name) => theirs.includes(name));
}

/** Surname and birth date as they are compared; undefined when one of them is unknown. */
export function nameKey({
  achternaam,
  geboortedatum,
}: Pick<Persoonsgegevens, 'achternaam' | 'geboortedatum'>): string | undefined {
  return achternaam && geboortedatum ? `${fold(achternaam)} ${geboortedatum}` : undefined;
}

const texts = (row: Row): Persoonsgegevens =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => typeof value === 'string'));

/** Whether two values are the same; undefined when one of them is unknown. */
const same = (a: string | undefined, b: string | undefined): boolean | undefined => (a && b ? a === b : undefined);

/**
 * Whether two records are one person. `yes`: the birth date and a name are the same; `no`: the PGN is another, or two of birth
 * date, surname and first name are.
 */
function compare(row: Row, persoon: Persoonsgegevens): 'yes' | 'perhaps' | 'no' {
  const here = texts(row);
  const born = same(here.geboortedatum, persoon.geboortedatum);
  const names = [same(fold(here.achternaam ?? ''), fold(persoon.achternaam ?? '')), sameFirstName(row, persoon)];
  const others = [born, ...names].filter((equal) => equal === false).length;
  if (same(pgnOf(here), pgnOf(persoon)) === false || others > 1) return 'no';
  return born && names.includes(true) ? 'yes' : 'perhaps';
}

/** Recognises pupils of a file among those that are here: by PGN, then by key, then by surname and birth date. Who lies in the bin is told, not matched. */
export function createMatcher(db: Connection): (candidate: Candidate) => Recognition {
  const byNumber = db.prepare<[string, string], Row>(
    `SELECT ${columns} FROM leerling WHERE burgerservicenummer = ? OR onderwijsnummer = ? ORDER BY id`,
  );
  const byKey = db.prepare<[string, string], Row>(
    `SELECT ${columns} FROM leerling WHERE leerlingnummer = ?
     UNION SELECT ${columns} FROM leerling WHERE id IN (SELECT leerling_id FROM import_fact WHERE field = 'key' AND value = ?) ORDER BY id`,
  );
  const byBirth = db.prepare<[string], Row>(`SELECT ${columns} FROM leerling WHERE geboortedatum = ? ORDER BY id`);
  const inBin = db.prepare<[string, string, string], Row>(
    `SELECT ${columns} FROM main.leerling
     WHERE deleted_at IS NOT NULL AND (burgerservicenummer = ? OR onderwijsnummer = ? OR geboortedatum = ?)`,
  );
  const liesInBin = (persoon: Persoonsgegevens): boolean => {
    const [pgn, name] = [pgnOf(persoon), nameKey(persoon)];
    return inBin
      .all(pgn ?? '', pgn ?? '', persoon.geboortedatum ?? '')
      .some(
        (row) =>
          (pgn !== undefined && pgnOf(texts(row)) === pgn) ||
          (name !== undefined && nameKey(texts(row)) === name && sameFirstName(row, persoon) === true),
      );
  };
  const found = ({ id: leerlingId, version }: Row, by: MatchBy, doubtful = false): Match => ({
    leerlingId,
    version,
    by,
    ...(doubtful ? { doubtful } : {}),
  });

  return ({ key, persoon }) => {
    const sentences: string[] = [];
    const pgn = pgnOf(persoon);
    const [numbered] = pgn === undefined ? [] : byNumber.all(pgn, pgn);
    if (numbered) return { match: found(numbered, 'nummer'), hold: false, sentences };

    const keyed = key === undefined ? [] : byKey.all(key, key);
    const possible = keyed.filter((row) => compare(row, persoon) !== 'no');
    const [only] = possible.length === 1 ? possible : [];
    if (only && compare(only, persoon) === 'yes')
      return { match: found(only, 'leerlingnummer'), hold: false, sentences };
    if (only) {
      sentences.push(
        'Een leerling heeft hier dit leerlingnummer, maar de geboortedatum en de naam zijn niet dezelfde of niet te vergelijken. Kies bijwerken als het dezelfde leerling is.',
      );
      return { match: found(only, 'leerlingnummer', true), hold: true, sentences };
    }
    if (keyed.length > 0 && possible.length === 0)
      sentences.push(
        'Een andere leerling heeft hier al dit leerlingnummer. Kies nieuw om de leerling zonder nummer op te nemen.',
      );

    const name = nameKey(persoon);
    const named =
      name === undefined
        ? []
        : byBirth
            .all(persoon.geboortedatum ?? '')
            .filter((row) => nameKey(texts(row)) === name && compare(row, persoon) !== 'no');
    const certain = named.filter((row) => sameFirstName(row, persoon) === true);
    if (certain[0] && certain.length === 1)
      return { match: found(certain[0], 'naam'), hold: sentences.length > 0, sentences };
    const perhaps = named.filter((row) => sameFirstName(row, persoon) !== false);
    if (perhaps.length > 1) sentences.push('Meer dan een leerling heeft hier deze achternaam en geboortedatum.');
    else if (perhaps[0]) {
      sentences.push(
        'Een leerling heeft hier deze achternaam en geboortedatum, maar de voornaam is niet te vergelijken.',
      );
      return { match: found(perhaps[0], 'naam', true), hold: true, sentences };
    }
    if (liesInBin(persoon))
      sentences.push('Deze leerling ligt in de prullenbak. Zet de leerling terug en open het bestand daarna opnieuw.');
    return { hold: sentences.length > 0, sentences };
  };
}

/** Recognises pupils that a file has twice. Gives the sentences for each next pupil, and whether it is surely the same one. */
export function createTwinFinder(): (candidate: Candidate) => { twice: boolean; sentences: string[] } {
  const numbers = new Map<string, number>();
  const keys = new Map<string, number>();
  const names = new Map<string, { number: number; persoon: Named }[]>();
  return ({ place: { number }, key, persoon }) => {
    const sentences: string[] = [];
    const seen = (map: Map<string, number>, value: string | undefined, what: string): boolean => {
      if (value === undefined) return false;
      const before = map.get(value);
      if (before === undefined) map.set(value, number);
      else sentences.push(`Leerling ${before} van dit bestand heeft ${what}.`);
      return before !== undefined;
    };
    const { roepnaam, voornamen } = persoon;
    const name = nameKey(persoon);
    const before = (name === undefined ? undefined : names.get(name)) ?? [];
    const alike = before.filter((other) => sameFirstName(other.persoon, persoon) === true);
    if (alike[0]) sentences.push(`Leerling ${alike[0].number} van dit bestand heeft dezelfde naam en geboortedatum.`);
    if (name !== undefined) names.set(name, [...before, { number, persoon: { roepnaam, voornamen } }]);
    const hits = [
      seen(numbers, pgnOf(persoon), 'hetzelfde nummer'),
      seen(keys, key, 'dezelfde sleutel'),
      alike.length > 0,
    ];
    return { twice: hits.includes(true), sentences };
  };
}
