import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MijnBronFileContent } from '../../shared/api/mijnBron.ts';
import type { TestLas } from './administration.ts';

/** Reads a file with this content, as it would have been downloaded from Mijn BRON. */
export async function readDownloaded(world: TestLas, content: unknown): Promise<MijnBronFileContent> {
  const folder = mkdtempSync(join(tmpdir(), 'mijn-bron-'));
  try {
    const path = join(folder, 'bestand.json');
    writeFileSync(path, JSON.stringify(content));
    return await world.call('mijnBron.readFile', { token: world.grant(path, 'read') });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
