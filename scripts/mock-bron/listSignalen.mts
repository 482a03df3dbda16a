import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Edition } from '../../shared/pve/controles/types.ts';
import { signalenOf, type ListedSignaal } from '../../tests/conformance/support/signalen.ts';
import { writeCase } from '../conformance/write.mts';

const EDITIONS: readonly Edition[] = ['2014-12', '2015-11'];

function textOf({ code, ernst, title, rows, ask, onlyAsked }: ListedSignaal): string {
  const sections = [...new Set(rows.map(({ section }) => section))].join(', ');
  const example = rows.find((row) => row.example);
  return [
    `${code} ${ernst}  ${title}`,
    `       ${sections ? `PvE ${sections}` : 'no row of 4.2'}; ${ask.method} ${ask.path} ${JSON.stringify(ask.body)}`,
    `       ${onlyAsked ?? (example ? `message ${example.id}: ${example.text}` : 'no message yet')}`,
  ].join('\n');
}

const jsonOf = ({ rows, ...signaal }: ListedSignaal) => ({
  ...signaal,
  rows: rows.map(({ example, ...row }) => ({ ...row, ...(example ? { example: example.name } : {}) })),
});

/** Writes a message that breaks each row, to FOLDER/EDITION/ROW; gives how many. */
function writeExamples(folder: string, edition: Edition): number {
  const examples = signalenOf(edition).flatMap(({ rows }) => rows.filter((row) => row.example));
  for (const { id, example } of examples) if (example) writeCase(join(folder, edition, id), example);
  return examples.length;
}

/** `npm run -s mock-bron -- --list-signalen [--edition EDITION] [--json] [--write FOLDER]`; gives what to print. @throws for another option */
export function listSignalen(args: readonly string[]): string {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const { edition, json, write } = parseArgs({
    args: [...args],
    options: { 'list-signalen': flag, json: flag, edition: text, write: text },
  }).values;
  const editions = EDITIONS.filter((name) => edition === undefined || edition === name);
  if (editions.length === 0) throw new Error(`--edition takes ${EDITIONS.join(' or ')}`);
  if (write) return editions.map((name) => `${writeExamples(write, name)} messages in ${join(write, name)}`).join('\n');
  if (json) {
    return JSON.stringify(
      Object.fromEntries(editions.map((name) => [name, signalenOf(name).map(jsonOf)])),
      undefined,
      2,
    );
  }
  return editions.map((name) => [`Edition ${name}`, ...signalenOf(name).map(textOf)].join('\n\n')).join('\n\n');
}
