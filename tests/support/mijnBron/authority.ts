import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClock, createFixedClock } from '../../../shared/domain/clock.ts';
import { openAuthority, type Authority } from '../../mock-bron/certificates/authority.ts';
import { parseMoment } from '../../mock-bron/dutchTime.ts';

let authority: Promise<Authority> | undefined;

async function makeAuthority(): Promise<Authority> {
  const folder = mkdtempSync(join(tmpdir(), 'mijn-bron-'));
  const clock = createFixedClock(parseMoment('2009-11-02'));
  try {
    return await openAuthority(folder, ['127.0.0.1'], clock, () => createClock().now().getTime());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One CA for all tests of a file: making one takes long. */
export function sharedAuthority(): Promise<Authority> {
  authority ??= makeAuthority();
  return authority;
}
