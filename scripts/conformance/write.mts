import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { berichtCases, type BerichtCase } from '../../tests/conformance/support/berichtCases.ts';
import { controleCases, type ControleCase } from '../../tests/conformance/support/controleCases.ts';
import { playOfBericht, playOfMelding, type Play } from '../../tests/conformance/support/wire/play.ts';

/** Writes a case: its XML beside a file that says what goes before it and what comes back. */
function writeCase(folder: string, item: ControleCase | BerichtCase, { setup, steps, expected }: Play): void {
  mkdirSync(folder, { recursive: true });
  const named = steps.map((step, index) => {
    if (!('post' in step)) return step;
    const name = `${index + 1}.xml`;
    writeFileSync(join(folder, name), step.post);
    return { post: name };
  });
  const { section, name, rows, editions } = item;
  const answers = 'answers' in item && item.answers ? { answers: item.answers } : {};
  const described = { section, name, rows, editions, setup, steps: named, expected, ...answers };
  writeFileSync(join(folder, 'case.json'), `${JSON.stringify(described, undefined, 2)}\n`);
}

/**
 * Writes every case that goes over the wire to a folder of its own, `FOLDER/SECTION/NUMBER`, for whoever tests another program with them.
 * Gives how many there are.
 */
export function writeCases(folder: string): number {
  const plays = [
    ...controleCases.map((item) => ({ item, play: playOfMelding(item) })),
    ...berichtCases.map((item) => ({ item, play: playOfBericht(item) })),
  ].flatMap(({ item, play }) => (play ? [{ item, play }] : []));
  for (const [section, own] of Map.groupBy(plays, ({ item }) => item.section)) {
    own.forEach(({ item, play }, index) => {
      writeCase(join(folder, section, String(index + 1).padStart(3, '0')), item, play);
    });
  }
  return plays.length;
}
