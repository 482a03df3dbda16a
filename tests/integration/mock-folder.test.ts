import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FolderInUse } from '../mock-bron/register/folderLock.ts';
import { startMockBron } from '../mock-bron/server.ts';

it('refuses a second mock BRON on the same data folder, and lets the next one in when the first has ended', async () => {
  const data = mkdtempSync(join(tmpdir(), 'mock-bron-'));
  const first = await startMockBron({ data });
  await expect(startMockBron({ data })).rejects.toBeInstanceOf(FolderInUse);
  await first.close();
  await (await startMockBron({ data })).close();
  rmSync(data, { recursive: true, force: true });
});
