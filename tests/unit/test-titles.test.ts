import { expect, it } from 'vitest';
import { testTitles } from '../support/testTitles.ts';

it.each([
  ['a test, in a group', `describe('locking', () => { test('asks', () => {}); });`, ['locking', 'asks']],
  ['a template', 'it(`takes ${DAYS} days`, () => {});', ['takes ${DAYS} days']],
  ['a test that is run when it can', `it.skipIf(windows)('links', () => {});`, ['links']],
  ['a table elsewhere', `it.each(rows)('stops %s', () => {});`, ['stops %s']],
  [
    'a table of rows',
    `it.each([['a DTD', 1], ['nothing', 2]])('%s fails', f);`,
    ['%s fails', 'a DTD fails', 'nothing fails'],
  ],
  ['a table of texts', `it.each(['POST'])('refuses %s', f);`, ['refuses %s', 'refuses POST']],
  ['no comment, text or other call', `// it('asks')\nconst text = "it('asks')"; expect('asks'); submit('asks');`, []],
])('the titles of a file are found: %s', (_, text, titles) => {
  expect(testTitles(text)).toEqual(titles);
});
