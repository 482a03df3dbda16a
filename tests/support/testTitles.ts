import ts from 'typescript';

/** Whether what is called is `it`, `test` or `describe`, or made from it: `it.each(...)`, `describe.skipIf(...)`. */
function isTest(callee: ts.Expression): boolean {
  if (ts.isIdentifier(callee)) return ['it', 'test', 'describe'].includes(callee.text);
  return (ts.isPropertyAccessExpression(callee) || ts.isCallExpression(callee)) && isTest(callee.expression);
}

const textOf = (node: ts.Expression | undefined): string | undefined =>
  node !== undefined && ts.isStringLiteralLike(node) ? node.text : undefined;

/** The first text of each row of the table that stands in `it.each([...])`. */
function labelsIn(callee: ts.Expression): string[] {
  const table = ts.isCallExpression(callee) ? callee.arguments[0] : undefined;
  if (table === undefined || !ts.isArrayLiteralExpression(table)) return [];
  return table.elements.flatMap((row) => textOf(ts.isArrayLiteralExpression(row) ? row.elements[0] : row) ?? []);
}

/**
 * What the tests of a file and the groups around them are called: the titles of `it`, `test` and `describe` as they stand there, and
 * those of `each` also with the label of each row of a table that stands beside them.
 * @param text the source of the file
 */
export function testTitles(text: string): string[] {
  const titles: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && isTest(node.expression)) {
      const given = node.arguments[0];
      const title =
        given !== undefined && ts.isTemplateExpression(given) ? given.getText().slice(1, -1) : textOf(given);
      if (title !== undefined)
        titles.push(title, ...labelsIn(node.expression).map((label) => title.replace('%s', () => label)));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('a.test.ts', text, ts.ScriptTarget.Latest, true));
  return titles;
}
