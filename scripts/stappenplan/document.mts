import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { stappenplanRules, type StappenplanRule } from '../../shared/aansluiting/rules.ts';
import { rulesIn } from '../counts.mts';
import { root } from '../stages.mts';

export const stappenplanFile = join(root, 'docs/stappenplan.md');

/** The files of tests, as paths from the root, that name a rule. */
function testsByRule(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const files = readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(test|spec)\.ts$/.test(name))
    .sort();
  for (const name of files) {
    const path = join(root, 'tests', name);
    for (const rule of new Set(rulesIn(readFileSync(path, 'utf8')))) {
      found.set(rule, [...(found.get(rule) ?? []), relative(root, path).replaceAll('\\', '/')]);
    }
  }
  return found;
}

const list = (paths: readonly string[] | undefined) => (paths ?? []).map((path) => `\`${path}\``).join('<br>');

const shown = ({ screen, sentence }: StappenplanRule) =>
  [screen, ...(sentence ? [`says: "${sentence}"`] : [])].filter((part) => part !== undefined).join('; ');

/** The text of `docs/stappenplan.md`: rule, screen, code and test. */
export function stappenplanDocument(): string {
  const tests = testsByRule();
  const rows = stappenplanRules.map(
    (rule) =>
      `| ${rule.rule} | ${rule.where} | ${rule.says} | ${shown(rule)} | ${list(rule.code)} | ${list(tests.get(rule.rule))} |`,
  );
  return `# The Stappenplan, rule by rule

Made of \`shared/aansluiting/rules.json\` and the titles of the tests by \`npm run stappenplan\`; a test fails when it is not up to date.
\`npm test\` fails when a rule that has a place here or a sentence has no test that passed; a rule without either is not met yet. The numbers C-01 to C-78 are ours; "where" is the step or chapter of the
"Stappenplan aansluiting BRON PO" where nothing else stands. A rule that asks nothing of software has a sentence that the screen Aansluiting
shows ("Goed om te weten").

| Rule | Where | What it says | Screen | Code | Tests |
| --- | --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
}
