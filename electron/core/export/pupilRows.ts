import type { GroepChoice } from '../../../shared/api/export.ts';
import type { ExportColumn } from '../../../shared/domain/export/columns.ts';
import { bronState } from '../../../shared/api/leerlingen.ts';
import type { FieldGroup } from '../../../shared/pve/gegevensset/types.ts';
import type { Connection } from '../database/database.ts';
import { columnOf, everyStoredGroup } from '../leerlingen/columns.ts';
import type { Row } from './table.ts';

/** Which pupils of which list, on which day. */
export interface PupilSelection {
  /** One row per pupil with its newest inschrijving, one per inschrijving, or one per verzorger of a pupil. */
  per: 'leerling' | 'inschrijving' | 'verzorger';
  /** `yyyy-mm-dd`: the day on which periods are looked at. */
  day: string;
  show: 'actueel' | 'uitgeschreven' | 'alle';
  groep?: GroepChoice | undefined;
  withSecretAddresses: boolean;
}

const groupAliases = new Map<string, string>(everyStoredGroup.map(({ group }, index) => [group.key, `g${index}`]));

/**
 * Which voorkomen `x` of a group holds on `:day`, in SQL. Of a periodic group the last one begun, and the first one from the datum
 * inschrijving on; another group has one.
 */
function holdsSql({ period }: FieldGroup): string {
  if (period === undefined) return 'ORDER BY x.id';
  const start = `x.${columnOf(period)}`;
  return `AND (${start} <= :day OR ${start} = i.datum_inschrijving) ORDER BY ${start} DESC, x.id DESC`;
}

const groupJoins = everyStoredGroup.map(({ group, table }) => {
  const alias = groupAliases.get(group.key) ?? '';
  return {
    alias,
    sql: `LEFT JOIN ${table} ${alias} ON ${alias}.id = (SELECT x.id FROM ${table} x WHERE x.inschrijving_id = i.id ${holdsSql(group)} LIMIT 1)`,
  };
});

const newest = `LEFT JOIN inschrijving i ON i.id = (SELECT x.id FROM inschrijving x WHERE x.leerling_id = l.id
    ORDER BY coalesce(x.datum_inschrijving, '') <= :day DESC, x.datum_inschrijving DESC, x.id DESC LIMIT 1)`;

/** The pupil with whom a verzorger lives, as the card has it: the one of the row if he may, else another of his. */
const home = `LEFT JOIN leerling h ON h.id = (SELECT k.leerling_id FROM leerling_verzorger k
    JOIN leerling x ON x.id = k.leerling_id WHERE k.verzorger_id = v.id AND k.lives_with_leerling = 'true'
    ORDER BY k.leerling_id <> l.id, k.leerling_id LIMIT 1)`;

const joinOf: Readonly<Record<PupilSelection['per'], string>> = {
  leerling: newest,
  inschrijving: 'JOIN inschrijving i ON i.leerling_id = l.id',
  verzorger: `${newest} JOIN leerling_verzorger lv ON lv.leerling_id = l.id JOIN verzorger v ON v.id = lv.verzorger_id ${home}`,
};

/** The last part of the order of rows, by what there is a row for. */
const orderOf: Readonly<Record<PupilSelection['per'], string>> = {
  leerling: 'i.id',
  inschrijving: 'i.datum_inschrijving, i.id',
  verzorger: 'lv.position, v.id',
};

/** Whether the address in a row is secret, by what there is a row for: of a verzorger also that of whom he lives with. */
const secretOf: Readonly<Record<PupilSelection['per'], string>> = {
  leerling: "l.geheim = 'true'",
  inschrijving: "l.geheim = 'true'",
  verzorger: "(l.geheim = 'true' OR h.geheim = 'true')",
};

const aliases: ReadonlyMap<string, string> = new Map([
  ['leerling', 'l'],
  ['inschrijving', 'i'],
  ['verzorger', 'v'],
  ['relatie', 'lv'],
  ...groupAliases,
]);

const enrolled = '(i.datum_uitschrijving IS NULL OR i.datum_uitschrijving >= :day)';
const shownSql = (show: PupilSelection['show']): string => {
  if (show === 'alle') return '1';
  return show === 'actueel' ? enrolled : `NOT ${enrolled}`;
};

/** Where the value of a column stands: the part of its key before the dot is the source, the rest the gegeven. */
function sqlOf({ key, sensitive }: ExportColumn, { per, withSecretAddresses }: PupilSelection): string {
  const [source = '', gegeven = ''] = key.split('.');
  if (source === 'bron') return `coalesce(b.state, '${bronState.enum['geen inschrijving']}')`;
  const alias = aliases.get(source);
  if (!alias) throw new Error(`no source for column ${key}`);
  const own = `${alias}.${columnOf(gegeven)}`;
  if (sensitive !== 'address') return own;
  const value = source === 'verzorger' ? `iif(h.id IS NULL, ${own}, h.${columnOf(gegeven)})` : own;
  return withSecretAddresses ? value : `iif(${secretOf[per]}, NULL, ${value})`;
}

const groepSql = `${groupAliases.get('leerjaarGroep')}.groep`;
const vestigingSql = `${groupAliases.get('vestiging')}.vestigingsvolgnummer`;

/** What follows FROM for a selection, with only those joins that `needed` mentions. */
function fromSql({ per, show, groep }: PupilSelection, needed: string): string {
  const inGroep = groep ? [`${groepSql} = :groep`, `${vestigingSql} = :vestigingsvolgnummer`] : [];
  const where = [shownSql(show), ...inGroep].join(' AND ');
  const joins = groupJoins.filter(({ alias }) => `${needed} ${where}`.includes(`${alias}.`)).map(({ sql }) => sql);
  return `FROM leerling_row r JOIN leerling l ON l.id = r.leerling_id ${joinOf[per]} ${joins.join(' ')} LEFT JOIN bron_state b ON b.inschrijving_id = i.id WHERE ${where}`;
}

const parametersOf = ({ day, groep }: PupilSelection): Record<string, string> => ({ day, ...groep });

/** How many rows a selection has, and in how many of them a secret address stands. */
export function countPupils(db: Connection, selection: PupilSelection): { rows: number; secret: number } {
  const sql = `SELECT count(*) AS rows, coalesce(sum(${secretOf[selection.per]}), 0) AS secret ${fromSql(selection, '')}`;
  return (
    db.prepare<[Record<string, string>], { rows: number; secret: number }>(sql).get(parametersOf(selection)) ?? {
      rows: 0,
      secret: 0,
    }
  );
}

/** The rows of a selection by surname, each with the values of `columns`. */
export function pupilRows(
  db: Connection,
  selection: PupilSelection,
  columns: readonly ExportColumn[],
): IterableIterator<Row> {
  const values = columns.map((column) => sqlOf(column, selection)).join(', ');
  return db
    .prepare<[Record<string, string>], Row>(
      `SELECT ${values} ${fromSql(selection, values)} ORDER BY r.sort_name, l.id, ${orderOf[selection.per]}`,
    )
    .raw()
    .iterate(parametersOf(selection));
}
