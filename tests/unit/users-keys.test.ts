import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Keys } from '../../electron/core/users/keys.ts';
import {
  createKeys,
  isKeyOf,
  readKeys,
  removeUser,
  setPassword,
  setRecoveryCode,
  unlockWithPassword,
  unlockWithRecoveryCode,
  writeKeys,
} from '../../electron/core/users/keys.ts';
import {
  createRecoveryCode,
  formatRecoveryCode,
  normaliseRecoveryCode,
} from '../../electron/core/users/recoveryCode.ts';
import { defaultKdfCost } from '../../electron/core/users/wrapping.ts';
import { codeOf, codeOfPromise, temporaryFolder } from './databaseWorld.ts';

const cheap = { memoryKiB: 8, iterations: 1, parallelism: 1 };
const password = 'een lang wachtwoord';
const recoveryCode = createRecoveryCode();
const { keys, key } = await createKeys({ userId: 'u1', password, recoveryCode }, cheap);

describe('keys', () => {
  it('give a random 256-bit key back for the password and for the recovery code', async () => {
    expect(key).toHaveLength(32);
    expect(await unlockWithPassword(keys, password)).toEqual({ key, userId: 'u1' });
    expect(await unlockWithRecoveryCode(keys, formatRecoveryCode(recoveryCode).toLowerCase())).toEqual(key);
    const other = await createKeys({ userId: 'u1', password, recoveryCode }, cheap);
    expect(other.key).not.toEqual(key);
    expect([isKeyOf(keys, key), isKeyOf(keys, other.key)]).toEqual([true, false]);
  });

  it('cost 64 MiB and three passes unless told otherwise', async () => {
    const made = await createKeys({ userId: 'u1', password, recoveryCode });
    const expected = { version: 1, algorithm: 'argon2id', memoryKiB: 65536, iterations: 3, parallelism: 1 };
    expect([made.keys.users[0]!.kdf, made.keys.recovery.kdf]).toMatchObject([expected, expected]);
    expect(defaultKdfCost).toEqual({ memoryKiB: 65536, iterations: 3, parallelism: 1 });
    expect((await unlockWithPassword(made.keys, password)).key).toEqual(made.key);
  });

  it('refuse another password or code', async () => {
    expect(await codeOfPromise(unlockWithPassword(keys, 'een lang wachtwoorD'))).toBe('wrong-password');
    expect(await codeOfPromise(unlockWithPassword(keys, ''))).toBe('wrong-password');
    expect(await codeOfPromise(unlockWithPassword(keys, password, 'u2'))).toBe('wrong-password');
    expect(await codeOfPromise(unlockWithRecoveryCode(keys, createRecoveryCode()))).toBe('wrong-recovery-code');
    expect(await codeOfPromise(unlockWithRecoveryCode(keys, 'geen code'))).toBe('wrong-recovery-code');
  });

  it('refuse a password of fewer than twelve characters', async () => {
    expect(await codeOfPromise(createKeys({ userId: 'u1', password: 'elf tekens!', recoveryCode }, cheap))).toBe(
      'weak-password',
    );
    expect(await codeOfPromise(setPassword(keys, key, 'u1', '😀😀😀😀😀😀', cheap))).toBe('weak-password');
    expect(await codeOfPromise(setPassword(keys, key, 'u1', '😀'.repeat(12), cheap))).toBe('none');
  });

  it('take a password as the same in either way of typing its accents', async () => {
    const made = await createKeys({ userId: 'u1', password: 'Zoë en Chloé', recoveryCode }, cheap);
    expect((await unlockWithPassword(made.keys, 'Zoe\u0308 en Chloe\u0301')).key).toEqual(made.key);
  });

  it('find the user by the password, and change and remove one without the other', async () => {
    const two = await setPassword(keys, key, 'u2', 'een ander wachtwoord', cheap);
    expect((await unlockWithPassword(two, 'een ander wachtwoord')).userId).toBe('u2');
    expect((await unlockWithPassword(two, password)).userId).toBe('u1');
    const changed = await setPassword(two, key, 'u1', 'een nieuw wachtwoord', cheap);
    expect(changed.users.map(({ id }) => id)).toEqual(['u1', 'u2']);
    expect((await unlockWithPassword(changed, 'een nieuw wachtwoord')).key).toEqual(key);
    expect(await codeOfPromise(unlockWithPassword(changed, password))).toBe('wrong-password');
    expect(await codeOfPromise(unlockWithPassword(removeUser(changed, 'u2'), 'een ander wachtwoord'))).toBe(
      'wrong-password',
    );
    expect(keys.users).toHaveLength(1);
  });

  it('replace the recovery code', async () => {
    const next = createRecoveryCode();
    const changed = await setRecoveryCode(keys, key, next, cheap);
    expect(await unlockWithRecoveryCode(changed, next)).toEqual(key);
    expect(await codeOfPromise(unlockWithRecoveryCode(changed, recoveryCode))).toBe('wrong-recovery-code');
  });

  it('wrap no other key than their own', async () => {
    const other = randomBytes(32);
    expect(await codeOfPromise(setPassword(keys, other, 'u1', password, cheap))).toBe('keys-damaged');
    expect(await codeOfPromise(setRecoveryCode(keys, other, recoveryCode, cheap))).toBe('keys-damaged');
  });

  it('do not open for a wrapping given to another user, and notice a key of another administration', async () => {
    const [user] = keys.users;
    expect(await codeOfPromise(unlockWithPassword({ ...keys, users: [{ ...user!, id: 'u9' }] }, password))).toBe(
      'wrong-password',
    );
    const other = await createKeys({ userId: 'u1', password, recoveryCode }, cheap);
    expect(await codeOfPromise(unlockWithPassword({ ...keys, check: other.keys.check }, password))).toBe(
      'keys-damaged',
    );
    expect(await codeOfPromise(unlockWithRecoveryCode({ ...keys, check: other.keys.check }, recoveryCode))).toBe(
      'keys-damaged',
    );
  });
});

describe('keys.json', () => {
  const written = (content: Keys = keys) => {
    const file = join(temporaryFolder(), 'keys.json');
    writeKeys(file, content);
    return file;
  };

  it('is written in one step, for the owner only, and read back the same', () => {
    const file = written();
    writeKeys(file, keys);
    expect(readKeys(file)).toEqual(keys);
    expect(readdirSync(join(file, '..'))).toEqual(['keys.json']);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('holds neither key, password, code nor name', () => {
    const text = readFileSync(written(), 'utf8');
    for (const secret of [key.toString('hex'), key.toString('base64'), password, recoveryCode])
      expect(text).not.toContain(secret);
  });

  it('is missing, or damaged', () => {
    expect(codeOf(() => readKeys(join(temporaryFolder(), 'keys.json')))).toBe('administration-missing');
    const file = written();
    for (const text of [
      '',
      '{',
      '[]',
      JSON.stringify(keys),
      readFileSync(file, 'utf8').replace('"version": 1', '"version": 2'),
    ]) {
      writeFileSync(file, text);
      expect(codeOf(() => readKeys(file))).toBe('keys-damaged');
    }
  });

  it('does not pass with any one byte flipped, unless it says the same', () => {
    const file = written();
    const good = readFileSync(file);
    fc.assert(
      fc.property(fc.nat({ max: good.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, mask) => {
        const bad = Buffer.from(good);
        bad[at]! ^= mask;
        writeFileSync(file, bad);
        try {
          expect(readKeys(file)).toEqual(keys);
        } catch (error) {
          expect(error).toMatchObject({ failure: { code: 'keys-damaged' } });
        }
      }),
    );
  });

  it('cannot make the program spend more than it has', () => {
    const costly = { ...keys, recovery: { ...keys.recovery, kdf: { ...keys.recovery.kdf, memoryKiB: 2 ** 30 } } };
    expect(codeOf(() => readKeys(written(costly)))).toBe('keys-damaged');
  });
});

describe('the recovery code', () => {
  it('is 26 characters in groups, with every character about as often', () => {
    const codes = Array.from({ length: 400 }, createRecoveryCode);
    for (const code of codes) {
      expect(formatRecoveryCode(code)).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{6}$/);
      expect(normaliseRecoveryCode(formatRecoveryCode(code))).toBe(code);
    }
    expect(new Set(codes.join('')).size).toBe(32);
  });

  it.each([
    ['abcde-fghjk-mnpqr-stvwx-yz0123', 'ABCDEFGHJKMNPQRSTVWXYZ0123'],
    [' ABCDE FGHJK MNPQR STVWX YZOIL3\n', 'ABCDEFGHJKMNPQRSTVWXYZ0113'],
    ['ABCDE–FGHJK—MNPQR−STVWX.YZ0123', 'ABCDEFGHJKMNPQRSTVWXYZ0123'],
    ['ABCDE-FGHJK-MNPQR-STVWX-YZ012', undefined],
    ['UBCDE-FGHJK-MNPQR-STVWX-YZ0123', undefined],
    ['', undefined],
  ])('reads %j', (typed, code) => {
    expect(normaliseRecoveryCode(typed)).toBe(code);
  });
});
