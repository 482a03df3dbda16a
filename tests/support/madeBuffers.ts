import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { vi } from 'vitest';

/** References to the buffers that a piece of work made: what is in them now is what is left of it in memory. */
export interface MadeBuffers {
  /** How many of them hold these bytes now. */
  holding(bytes: Uint8Array): number;
  /** Records no more; what was recorded can still be looked at. */
  stop(): void;
}

/**
 * Records every buffer that is made from now on: from texts and other bytes, at random, by deciphering and by agreeing on a key. Bytes to
 * look for are made before, or as a plain Uint8Array.
 */
export function recordBuffers(): MadeBuffers {
  const made: Buffer[] = [];
  const { from } = Buffer;
  const keep = <T>(value: T): T => {
    if (Buffer.isBuffer(value)) made.push(value);
    else if (value instanceof ArrayBuffer) made.push(from(value));
    return value;
  };
  const owners: [object, string][] = [
    [Buffer, 'from'],
    [Buffer, 'concat'],
    [Buffer, 'alloc'],
    [crypto, 'randomBytes'],
    [crypto, 'diffieHellman'],
    [crypto, 'hkdfSync'],
    [crypto.Decipheriv.prototype, 'update'],
    [crypto.Decipheriv.prototype, 'final'],
  ];
  const spies = owners.map(([owner, name]) => {
    const original = Reflect.get(owner, name) as (...given: unknown[]) => unknown;
    return vi.spyOn(owner as Record<string, (...given: unknown[]) => unknown>, name).mockImplementation(function (
      this: unknown,
      ...given
    ) {
      return keep(original.apply(this, given));
    });
  });
  syncBuiltinESMExports();
  return {
    holding(bytes) {
      // In memory of its own: what is sought must not lie in the pool that others look into.
      const sought = Reflect.apply(from, Buffer, [Uint8Array.from(bytes).buffer]) as Buffer;
      return made.filter((buffer) => buffer.includes(sought)).length;
    },
    stop() {
      for (const spy of spies) spy.mockRestore();
      syncBuiltinESMExports();
    },
  };
}
