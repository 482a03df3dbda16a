import type { Clock } from '../../../shared/domain/clock.ts';
import type { Revocation } from '../certificates/crl.ts';
import type { Register } from './database.ts';

/** The certificates that were given out, and which of them no longer count. */
export interface Certificates {
  add(owner: { brinnummer: string; aanleverpunt: string }, serial: string, notAfter: Date): void;
  /** Revokes those of an aanleverpunt, or the one with this serial number; gives the serial numbers that were not revoked before. */
  revoke(owner: { brinnummer: string; aanleverpunt: string }, serial?: string): string[];
  revoked(): Revocation[];
}

export function createCertificates(register: Register, clock: Clock): Certificates {
  const insert = register.prepare(
    'INSERT INTO certificates (serial, brinnummer, aanleverpunt, issued_at, not_after) VALUES (?, ?, ?, ?, ?)',
  );
  const revoke = register.prepare<[Record<string, string | null>], { serial: string }>(
    `UPDATE certificates SET revoked_at = @at
     WHERE brinnummer = @brinnummer AND aanleverpunt = @aanleverpunt AND revoked_at IS NULL
       AND (@serial IS NULL OR serial = @serial)
     RETURNING serial`,
  );
  const revoked = register.prepare<[], { serial: string; revoked_at: string }>(
    'SELECT serial, revoked_at FROM certificates WHERE revoked_at IS NOT NULL ORDER BY revoked_at, serial',
  );
  const now = () => clock.now().toISOString();
  return {
    add: ({ brinnummer, aanleverpunt }, serial, notAfter) => {
      insert.run(serial, brinnummer, aanleverpunt, now(), notAfter.toISOString());
    },
    revoke: ({ brinnummer, aanleverpunt }, serial) =>
      revoke
        .all({ brinnummer, aanleverpunt, serial: serial?.toLowerCase() ?? null, at: now() })
        .map((row) => row.serial),
    revoked: () => revoked.all().map((row) => ({ serial: row.serial, revokedAt: new Date(row.revoked_at) })),
  };
}
