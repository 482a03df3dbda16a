import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isValidBsn } from '../../shared/domain/pgn.ts';

const isTestBsn = (number: string) => number.startsWith('9999');
const binary = /\.(png|ico|p12|woff2?)$/;

it('holds no number that could be the BSN of a person: only 9999xxxxx', () => {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
    .split('\n')
    .filter((file) => file && !binary.test(file) && file !== 'package-lock.json');
  expect(files.length).toBeGreaterThan(100);
  const found = files.flatMap((file) => {
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch {
      return [];
    }
    return [...text.matchAll(/(?<![\d.])\d{9}(?![\d])/g)]
      .map(([number]) => number)
      .filter((number) => isValidBsn(number) && !isTestBsn(number))
      .map((number) => `${file}: ${number}`);
  });
  expect(found).toEqual([]);
});
