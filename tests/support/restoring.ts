import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { fetchTerugkoppelingen, PASSWORD, startConnected } from './administration.ts';

/** For each test of a file an administration with a line to BRON, of which a backup is made and put back. */
export function restoring(optionsOf: () => Parameters<typeof startConnected>[0] = () => ({})) {
  let line: Awaited<ReturnType<typeof startConnected>>;
  let outside: string;
  let backup: string;

  beforeEach(async () => {
    line = await startConnected({ answerTimeoutMs: 2500, ...optionsOf() });
    outside = mkdtempSync(join(tmpdir(), 'bronwijs-elders-'));
    backup = join(outside, 'kopie.reservekopie');
  });
  afterEach(async () => {
    await line.close();
    rmSync(outside, { recursive: true, force: true });
  });

  const fetchAll = () => fetchTerugkoppelingen(line);
  return {
    line: () => line,
    fetchAll,
    exchange: async () => {
      await line.world.call('exchange.send', {});
      return fetchAll();
    },
    makeBackup: () => line.world.call('backup.make', { target: line.world.grant(backup, 'write') }),
    restore: async () => {
      const { world } = line;
      const { draft } = await world.call('restore.inspect', { file: world.grant(backup, 'read') });
      const secret = { password: PASSWORD };
      const preview = await world.call('restore.preview', { draft, secret });
      await world.call('restore.commit', { draft, secret });
      return preview;
    },
    held: async () => (await line.world.call('exchange.overview', {})).hold,
    state: async (id: number) => (await line.world.call('leerlingen.get', { id })).bronState,
    /** The berichtidentificaties of what BRON got. */
    sentIds: (nr: number) =>
      line.mock.messages({ direction: 'in', nr }).map(({ berichtidentificatie }) => berichtidentificatie),
  };
}
