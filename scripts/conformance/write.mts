import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { berichtCases, type BerichtCase } from '../../tests/conformance/support/berichtCases.ts';
import { controleCases, type ControleCase } from '../../tests/conformance/support/controleCases.ts';
import { playOfBericht, playOfMelding, type Play } from '../../tests/conformance/support/wire/play.ts';

type Case = ControleCase | BerichtCase;

const playOf = (item: Case): Play | undefined => ('context' in item ? playOfMelding(item) : playOfBericht(item));

/**
 * Writes a case to a folder: its XML beside a file that says what goes before it and what comes back. False for a case that does not go
 * over the wire.
 */
export function writeCase(folder: string, item: Case): boolean {
  const play = playOf(item);
  if (!play) return false;
  const { setup, steps, expected } = play;
  mkdirSync(folder, { recursive: true });
  const named = steps.map((step, index) => {
    if (!('post' in step)) return step;
    const name = `${index + 1}.xml`;
    writeFileSync(join(folder, name), step.post);
    return { post: name };
  });
  const { section, name, rows, editions } = item;
  const answers = 'answers' in item && item.answers ? { answers: item.answers } : {};
  const onlyAnswer = 'onlyAnswer' in item ? { onlyAnswer: true } : {};
  const described = { section, name, rows, editions, setup, steps: named, expected, ...answers, ...onlyAnswer };
  writeFileSync(join(folder, 'case.json'), `${JSON.stringify(described, undefined, 2)}\n`);
  return true;
}

/**
 * Writes every case that goes over the wire to a folder of its own, `FOLDER/SECTION/NUMBER`, for whoever tests another program with them.
 * Gives how many there are.
 */
export function writeCases(folder: string): number {
  let count = 0;
  for (const [section, own] of Map.groupBy<string, Case>([...controleCases, ...berichtCases], (item) => item.section)) {
    let number = 1;
    for (const item of own) {
      if (writeCase(join(folder, section, String(number).padStart(3, '0')), item)) number += 1;
    }
    count += number - 1;
  }
  return count;
}
