import { z } from 'zod';
import { exportTables, leftOut, SEQUENCE_KEPT, settingsLeftOut } from '../../electron/core/everything/tables.ts';
import type { Connection } from '../../electron/core/database/database.ts';
import { schemaVersion } from '../../electron/core/database/migrations.ts';
import { exportLine, FORMAT_VERSION } from '../../shared/domain/export/everything.ts';
import { meanings } from './tables.mts';

interface ColumnInfo {
  name: string;
  type: string;
}
interface Reference {
  from: string;
  table: string;
}

/** The columns of a table as the export has them: name, type where it is no text, and where it leads. */
function columnsText(db: Connection, table: string, columns: readonly string[]): string {
  const types = new Map((db.pragma(`table_info(${table})`) as ColumnInfo[]).map(({ name, type }) => [name, type]));
  const references = new Map(
    (db.pragma(`foreign_key_list(${table})`) as Reference[]).map(({ from, table: target }) => [from, target]),
  );
  const text = (column: string) => {
    const [type, target] = [types.get(column), references.get(column)];
    const about = target ? `of ${target}` : { INTEGER: 'number', BLOB: 'base64' }[type ?? ''];
    return `\`${column}\`${about ? ` (${about})` : ''}`;
  };
  return columns.map(text).join(', ');
}

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const table = (heading: readonly string[], rows: readonly (readonly string[])[]) =>
  [row(heading), row(heading.map(() => '---')), ...rows.map(row)].join('\n');
const reasons = (left: Readonly<Record<string, string>>) =>
  table(
    ['Left out', 'Why'],
    Object.entries(left).map(([name, why]) => [`\`${name}\``, why]),
  );

/** JSON Schema of a line. The patterns of dates and base64 say at length what their `format` says. */
const lineSchema = () =>
  JSON.stringify(
    z.toJSONSchema(exportLine),
    (key, value: unknown) => (key === 'pattern' && String(value).length > 20 ? undefined : value),
    2,
  );

/** The text of `docs/json-export.md`. @param db with the whole schema */
export function jsonExportDocument(db: Connection): string {
  const exported = new Map(exportTables(db).map((item) => [item.table, item.columns]));
  const different = [
    ...[...exported.keys()].filter((name) => !Object.hasOwn(meanings, name)),
    ...Object.keys(meanings).filter((name) => !exported.has(name)),
  ];
  if (different.length > 0) throw new Error(`scripts/jsonExport/tables.mts is not true of: ${different.join(', ')}`);
  const rows = Object.entries(meanings).map(([name, meaning]) => [
    `\`${name}\``,
    meaning,
    columnsText(db, name, exported.get(name) ?? []),
  ]);
  return `# The JSON export of everything

Made by \`npm run json-export\` of the schema of the database and \`electron/core/everything/tables.ts\`; a test fails when it is not up to
date. Format ${FORMAT_VERSION}, schema ${schemaVersion(db)} of the database.

A beheerder writes the whole administration to one file with Exporteren, *Alles exporteren* (\`everything.export\`), and takes such
a file into an empty administration of the same school with Importeren (\`everything.inspect\`, \`everything.import\`). It is meant for
leaving to another program and for moving; a [backup](backup.md) is something else, encrypted and with the log of changes. **The file is not
encrypted and holds burgerservicenummers.**

## Lines

UTF-8 without a byte order mark; each line is a JSON object of its own and ends with a line feed (JSON Lines). The header is one line
in the file; here it is broken to be read.

\`\`\`
{"kind":"header","format":"bronwijs","version":1,"schema":20,"program":"0.1.0","exportedAt":"2009-11-02T08:00:00.000Z",
 "administration":{"kind":"oefen","brinnummer":"99ZZ","aanleverpunt":"00","naam":"Basisschool De Proef"}}
{"kind":"row","table":"leerling","row":{"id":1,"version":1,"achternaam":"…"}}
…
{"kind":"end","counts":{"leerling":1},"sha256":"…"}
\`\`\`

1. The first line is the **header**: the format and its version, the schema of the database that the rows come from, and the
   administration.
2. Then a line per **row**, table by table, by name; within a table by its key. \`row\` holds what is filled, by the name of the column.
   Gegevens are text as on the wire of BRON: dates \`yyyy-mm-dd\`, incomplete birth dates \`2002-00-00\`, booleans \`true\` and
   \`false\`; moments are ISO 8601 in UTC; bytes are \`{ "base64": "…" }\`. What lies in the bin is there too.
3. The last line is the **end**: the number of rows of each table, and the SHA-256 of all bytes before that line.

The version of the format rises when what stands in a line changes; new tables and columns come with a newer schema. A file of an older
schema is read at that schema and then brought up to date as a database would be; one of a newer schema or format is refused.

## Import

The file is read whole before anything happens: the lines by the schema below, the counts, the SHA-256, every table and column known, every
reference leading somewhere. What is not right is refused with the line it is in, and nothing is taken over. Then all rows come in
one transaction, into an administration in which nobody is registered yet and which is of the same BRIN, aanleverpunt and kind. As after a
restore, sending is held until BRON has told what it holds: the administration that was exported may have gone on.

## Tables

${table(['Table', 'A row is', 'Columns (text, unless said otherwise)'], rows)}

Columns that lead to a table that is left out are left out with it.

${reasons(leftOut)}

Of \`setting\` these rows are left out, and of \`sequence\` all but \`${SEQUENCE_KEPT}\`: each administration draws a series of its own for
its messages (PvE 4.2.2).

${reasons(settingsLeftOut)}

## JSON Schema of a line

\`\`\`json
${lineSchema()}
\`\`\`
`;
}
