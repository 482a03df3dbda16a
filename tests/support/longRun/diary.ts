import { writeFileSync } from 'node:fs';
import type { LongRun } from './world.ts';

const idsIn = (xml: string) =>
  [...xml.matchAll(/<(?:\w+:)?berichtidentificatie>([^<]+)</g)].map(([, id = '']) => id).join(' ');

/** Writes what a run did, and every message at BRON on a line, to two files, to find out why it went wrong. */
export async function writeDiary(run: LongRun, path: string): Promise<void> {
  if (!run.bron.up) await run.bron.start();
  const lines: string[] = [];
  await run.bron.eachMessage(({ seq, at, direction, nr, status, signaal, note, xml }) => {
    const bsn = /<Sofinummer>(\d+)</.exec(xml)?.[1];
    lines.push([seq, at, direction, nr, status, signaal, note, bsn, idsIn(xml)].map((part) => part ?? '-').join(' | '));
  });
  writeFileSync(path, run.tally.diary.join('\n'));
  writeFileSync(`${path}.log`, lines.join('\n'));
}
