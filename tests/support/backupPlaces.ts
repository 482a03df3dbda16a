import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import type { DestructionPlace } from '../../shared/api/retention.ts';
import type { TestLas } from './administration.ts';
import { filesWith, keyOf } from './plainPages.ts';

export const backupsIn = (folder: string): string[] =>
  readdirSync(folder).filter((name) => name.endsWith('.reservekopie'));

export const firstPlace = ({ dataDir }: TestLas): string => join(dataDir, 'backups');

/** Makes a folder the second place, with a copy of each backup made so far, as rotation would have left it. */
export async function makeSecondPlace(world: TestLas, folder: string): Promise<void> {
  mkdirSync(folder);
  const first = firstPlace(world);
  const made = backupsIn(first).length;
  await world.call('backup.setSecondPlace', { folder: world.grant(folder, 'folder') });
  // The one that rotation makes at once.
  await vi.waitFor(() => expect([backupsIn(first).length, backupsIn(folder).length]).toEqual([made + 1, 1]), 60_000);
  for (const name of backupsIn(first)) copyFileSync(join(first, name), join(folder, name));
}

/** The places in which destroyed gegevens still can be, as the protocol has them. */
export const pendingPlaces = async (world: TestLas): Promise<DestructionPlace[]> =>
  (await world.call('retention.list', {})).protocol.flatMap(({ places }) => places.filter(({ doneAt }) => !doneAt));

/** Waits until all places but `left` have been swept. */
export const swept = (world: TestLas, left = 0): Promise<void> =>
  vi.waitFor(async () => expect(await pendingPlaces(world)).toHaveLength(left), 60_000);

/** Which files below a folder hold one of the texts, before their encryption. */
export const searchFor = async (
  world: TestLas,
  folder: string,
  texts: readonly string[],
): Promise<ReturnType<typeof filesWith>> => filesWith(folder, await keyOf(world.dataDir), texts);
