// Names are English unless docs/glossary.md lists the Dutch word. Reports every name in the TypeScript files, and every name
// of such a file and its folders, in which a Dutch word stands that the glossary does not have. Strings are not looked at.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** `camelCase`, `kebab-case`, `snake_case` and `XMLParser` as lower-case words; digits separate words. */
const split = (name: string): string[] =>
  name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());

/** The words in the first column of the glossary's tables. */
function glossaryWords(): Set<string> {
  const rows = read('docs/glossary.md').matchAll(/^\|([^|]+)\|/gm);
  return new Set([...rows].flatMap(([, cell = '']) => split(cell)));
}

const allowed = glossaryWords();
const dutch = new Set(
  read('scripts/dutch-words.txt')
    .split('\n')
    .filter((word) => word !== '' && !word.startsWith('#')),
);
const partOfCompound = (word: string) => word.length >= 4 && (dutch.has(word) || allowed.has(word));

/** Whether `word` is one Dutch word, or two written as one (`berichtnummer`, `schoolsoort`). */
function isDutch(word: string): boolean {
  if (dutch.has(word)) return true;
  for (let at = 4; at <= word.length - 4; at += 1) {
    const rest = word.slice(at);
    if (!partOfCompound(rest)) continue;
    const first = word.slice(0, at);
    if (partOfCompound(first) || (first.endsWith('s') && partOfCompound(first.slice(0, -1)))) return true;
  }
  return false;
}

const judged = new Map<string, boolean>();

function wrongWords(name: string): string[] {
  return split(name).filter((word) => {
    const known = judged.get(word);
    if (known !== undefined) return known;
    const wrong = !allowed.has(word) && isDutch(word);
    judged.set(word, wrong);
    return wrong;
  });
}

/** Whether the identifier gives something its name here, rather than uses a name given elsewhere. */
function givesName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent))
    return parent.propertyName !== undefined && parent.name === node;
  return (
    'name' in parent && parent.name === node && !ts.isPropertyAccessExpression(parent) && !ts.isJsxAttribute(parent)
  );
}

const findings: string[] = [];

function lintFile(path: string): void {
  const source = ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node) => {
    if (ts.isIdentifier(node) && givesName(node)) {
      for (const word of wrongWords(node.text)) {
        const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
        findings.push(`${path}:${line + 1} ${word}${word === node.text ? '' : ` (in ${node.text})`}`);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
}

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => /\.(mts|tsx?)$/.test(path) && existsSync(join(root, path)));

const folders = new Set<string>();
for (const path of files) {
  const parts = path.replace(/(\.test)?\.(mts|tsx?)$/, '').split('/');
  parts.forEach((part, index) => {
    const place = index === parts.length - 1 ? path : parts.slice(0, index + 1).join('/');
    if (folders.has(place)) return;
    folders.add(place);
    for (const word of wrongWords(part)) findings.push(`${place}:1 ${word} (in the name of the file or folder)`);
  });
  lintFile(path);
}

findings.forEach((finding) => console.log(finding));
if (findings.length > 0) {
  console.log(
    `${findings.length} Dutch words in names that docs/glossary.md does not list: use English, or add the word with its source.`,
  );
  process.exitCode = 1;
}
