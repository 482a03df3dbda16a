import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LasError } from '../../shared/api/errors.ts';
import type { Keys } from '../../electron/core/users/keys.ts';
import {
  createKeys,
  candidatesFor,
  isKeyOf,
  isOutdated,
  provePassword,
  rekey,
  renewUser,
  removeUser,
  setLogin,
  setPassword,
  setRecoveryCode,
  unlockWithPassword,
  unlockWithRecoveryCode,
} from '../../electron/core/users/keys.ts';
import { readKeys, writeKeys } from '../../electron/core/users/keysFile.ts';
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
const { keys, key } = await createKeys({ userId: 'u1', login: 'mieke', password, recoveryCode }, cheap);

describe('keys', () => {
  it('give a random 256-bit key back for the password and for the recovery code', async () => {
    expect(key).toHaveLength(32);
    expect(await unlockWithPassword(keys, password)).toEqual({ key, userId: 'u1' });
    expect(await unlockWithRecoveryCode(keys, formatRecoveryCode(recoveryCode).toLowerCase())).toEqual(key);
    const other = await createKeys({ userId: 'u1', login: 'mieke', password, recoveryCode }, cheap);
    expect(other.key).not.toEqual(key);
    expect([isKeyOf(keys, key), isKeyOf(keys, other.key)]).toEqual([true, false]);
  });

  it('cost 64 MiB and three passes unless told otherwise', async () => {
    const made = await createKeys({ userId: 'u1', login: 'mieke', password, recoveryCode });
    const expected = { version: 1, algorithm: 'argon2id', memoryKiB: 65536, iterations: 3, parallelism: 1 };
    expect([made.keys.users[0]!.kdf, made.keys.recovery.kdf]).toMatchObject([expected, expected]);
    expect(defaultKdfCost).toEqual({ memoryKiB: 65536, iterations: 3, parallelism: 1 });
    expect((await unlockWithPassword(made.keys, password)).key).toEqual(made.key);
  });

  it('refuse another password or code', async () => {
    expect(await codeOfPromise(unlockWithPassword(keys, 'een lang wachtwoorD'))).toBe('wrong-password');
    expect(await codeOfPromise(unlockWithPassword(keys, ''))).toBe('wrong-password');
    expect(await codeOfPromise(unlockWithPassword(keys, 'een lang wachtwoorD', 'mieke'))).toBe('wrong-login');
    expect(await codeOfPromise(unlockWithPassword(keys, password, 'jan'))).toBe('wrong-login');
    expect(await codeOfPromise(provePassword(keys, 'u2', password))).toBe('wrong-password');
    expect(await codeOfPromise(provePassword(keys, 'u1', password))).toBe('none');
    expect(await codeOfPromise(unlockWithRecoveryCode(keys, createRecoveryCode()))).toBe('wrong-recovery-code');
    expect(await codeOfPromise(unlockWithRecoveryCode(keys, 'geen code'))).toBe('wrong-recovery-code');
  });

  it('refuse a password of fewer than twelve characters', async () => {
    expect(
      await codeOfPromise(createKeys({ userId: 'u1', login: 'mieke', password: 'elf tekens!', recoveryCode }, cheap)),
    ).toBe('weak-password');
    expect(
      await codeOfPromise(setPassword(keys, key, { userId: 'u1', login: 'login-u1', password: '😀😀😀😀😀😀' }, cheap)),
    ).toBe('weak-password');
    expect(
      await codeOfPromise(
        setPassword(keys, key, { userId: 'u1', login: 'login-u1', password: '😀🙃🙂😉😎'.repeat(3) }, cheap),
      ),
    ).toBe('none');
  });

  it('take a password as the same in either way of typing its accents', async () => {
    const made = await createKeys({ userId: 'u1', login: 'mieke', password: 'Zoë en Chloé', recoveryCode }, cheap);
    expect((await unlockWithPassword(made.keys, 'Zoe\u0308 en Chloe\u0301')).key).toEqual(made.key);
  });

  it('find the user by the password, and change and remove one without the other', async () => {
    const two = await setPassword(
      keys,
      key,
      { userId: 'u2', login: 'login-u2', password: 'een ander wachtwoord' },
      cheap,
    );
    expect((await unlockWithPassword(two, 'een ander wachtwoord')).userId).toBe('u2');
    expect((await unlockWithPassword(two, password)).userId).toBe('u1');
    const changed = await setPassword(
      two,
      key,
      { userId: 'u1', login: 'login-u1', password: 'een nieuw wachtwoord' },
      cheap,
    );
    expect(changed.users.map(({ id }) => id)).toEqual(['u1', 'u2']);
    expect((await unlockWithPassword(changed, 'een nieuw wachtwoord')).key).toEqual(key);
    expect(await codeOfPromise(unlockWithPassword(changed, password))).toBe('wrong-password');
    expect(await codeOfPromise(unlockWithPassword(removeUser(changed, key, 'u2'), 'een ander wachtwoord'))).toBe(
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
    expect(await codeOfPromise(setPassword(keys, other, { userId: 'u1', login: 'login-u1', password }, cheap))).toBe(
      'keys-damaged',
    );
    expect(await codeOfPromise(setRecoveryCode(keys, other, recoveryCode, cheap))).toBe('keys-damaged');
  });

  it('do not open for a wrapping given to another user, and notice a key of another administration', async () => {
    const [user] = keys.users;
    expect(await codeOfPromise(unlockWithPassword({ ...keys, users: [{ ...user!, id: 'u9' }] }, password))).toBe(
      'wrong-password',
    );
    const other = await createKeys({ userId: 'u1', login: 'mieke', password, recoveryCode }, cheap);
    expect(await codeOfPromise(unlockWithPassword({ ...keys, check: other.keys.check }, password))).toBe(
      'keys-damaged',
    );
    expect(await codeOfPromise(unlockWithRecoveryCode({ ...keys, check: other.keys.check }, recoveryCode))).toBe(
      'keys-damaged',
    );
  });
});

describe('a login', () => {
  const cast = async (count: number) => {
    let all = keys;
    for (let i = 2; i <= count; i += 1)
      all = await setPassword(all, key, { userId: `u${i}`, login: `login${i}`, password: `${password} ${i}` }, cheap);
    return all;
  };

  it('leads to one wrapping among twenty, and so does one that nobody has', async () => {
    const twenty = await cast(20);
    expect(candidatesFor(twenty, undefined)).toHaveLength(20);
    expect(candidatesFor(twenty, ' LOGIN7 ')).toEqual([twenty.users[6]]);
    const [decoy, ...more] = candidatesFor(twenty, 'niemand');
    expect(more).toEqual([]);
    expect(decoy).toMatchObject({ kdf: twenty.users[0]!.kdf });
    expect((await unlockWithPassword(twenty, `${password} 7`, 'Lógin7')).userId).toBe('u7');
    expect(await codeOfPromise(unlockWithPassword(twenty, `${password} 7`, 'login8'))).toBe('wrong-login');
    expect(await codeOfPromise(unlockWithPassword(twenty, password, 'niemand'))).toBe('wrong-login');
  });

  it('can change, and is nowhere to be read', async () => {
    const two = await cast(2);
    expect(isOutdated(two, 'u2', 'login2')).toBe(false);
    expect(isOutdated(two, 'u2', 'anders')).toBe(true);
    const renamed = setLogin(two, key, 'u2', 'anders');
    expect((await unlockWithPassword(renamed, `${password} 2`, 'anders')).key).toEqual(key);
    expect(await codeOfPromise(unlockWithPassword(renamed, `${password} 2`, 'login2'))).toBe('wrong-login');
    expect(JSON.stringify(renamed)).not.toContain('anders');
  });
});

describe('a new key of the database', () => {
  it('opens for everybody with the secret they had, and the former one no longer', async () => {
    const two = await setPassword(keys, key, { userId: 'u2', login: 'jan', password: 'een ander wachtwoord' }, cheap);
    const next = randomBytes(32);
    const made = await rekey(removeUser(two, key, 'u1'), key, next, cheap);
    expect(made).toMatchObject({ left: [], recoveryKept: true });
    expect([isKeyOf(made.keys, next), isKeyOf(made.keys, key)]).toEqual([true, false]);
    expect(await unlockWithPassword(made.keys, 'een ander wachtwoord', 'jan')).toEqual({ key: next, userId: 'u2' });
    expect(await unlockWithRecoveryCode(made.keys, recoveryCode)).toEqual(next);
    expect(await codeOfPromise(unlockWithPassword(made.keys, password))).toBe('wrong-password');
    expect(await codeOfPromise(rekey(two, next, key, cheap))).toBe('keys-damaged');
  });

  it('is not given to a receiver who was slipped in, nor does a sealed key open elsewhere', async () => {
    const two = await setPassword(keys, key, { userId: 'u2', login: 'jan', password: 'een ander wachtwoord' }, cheap);
    const stranger = (await createKeys({ userId: 'u2', login: 'jan', password, recoveryCode }, cheap)).keys.users[0]!;
    const slipped = { ...two, users: [two.users[0]!, stranger] };
    expect(await codeOfPromise(rekey(slipped, key, randomBytes(32), cheap))).toBe('keys-damaged');
    expect(await codeOfPromise(unlockWithPassword(slipped, password, 'mieke'))).toBe('keys-damaged');
    const [mieke, jan] = two.users;
    const swapped = { ...two, users: [{ ...mieke!, box: { ...mieke!.box!, sealed: jan!.box!.sealed } }, jan!] };
    expect(await codeOfPromise(unlockWithPassword(swapped, password, 'mieke'))).toBe('keys-damaged');
  });
});

describe('a keys.json of the first version', () => {
  const first = readKeys(join(import.meta.dirname, 'fixtures', 'keys-v1.json'));
  const [{ id }] = first.users as [Keys['users'][number]];
  const firstPassword = 'lange-zin-als-wachtwoord';
  const firstKey = Buffer.from('41662e5a57da7e51598de798f633715df175952e7891fd569c66ef8cab9d2b0a', 'hex');

  it('opens with the password, whatever login is typed, and with the recovery code', async () => {
    expect(await unlockWithPassword(first, firstPassword)).toEqual({ key: firstKey, userId: id });
    expect(await unlockWithPassword(first, firstPassword, 'mieke')).toEqual({ key: firstKey, userId: id });
    expect(await unlockWithRecoveryCode(first, '01234-56789-ABCDE-FGHJK-MNPQRS')).toEqual(firstKey);
  });

  it('gets a key pair and a login with the first unlocking, and is then written in the newest form', async () => {
    expect(isOutdated(first, id, 'mieke')).toBe(true);
    const secret = { userId: id, login: 'mieke', password: firstPassword };
    const file = join(temporaryFolder(), 'keys.json');
    writeKeys(file, await renewUser(first, firstKey, secret, cheap));
    const renewed = readKeys(file);
    expect(renewed.version).toBe(2);
    expect(isOutdated(renewed, id, 'mieke')).toBe(false);
    expect((await unlockWithPassword(renewed, firstPassword, 'mieke')).key).toEqual(firstKey);
    expect(await unlockWithRecoveryCode(renewed, '01234-56789-ABCDE-FGHJK-MNPQRS')).toEqual(firstKey);
  });

  it('names whom a new key does not reach, and that the printed code no longer works', async () => {
    const next = randomBytes(32);
    const made = await rekey(first, firstKey, next, cheap);
    expect(made).toMatchObject({ left: [id], recoveryKept: false });
    expect(made.keys.users).toEqual([]);
    expect(await codeOfPromise(unlockWithRecoveryCode(made.keys, '01234-56789-ABCDE-FGHJK-MNPQRS'))).toBe(
      'wrong-recovery-code',
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
      readFileSync(file, 'utf8').replace('"version": 2', '"version": 1'),
    ]) {
      writeFileSync(file, text);
      expect(codeOf(() => readKeys(file))).toBe('keys-damaged');
    }
  });

  it('of a newer program is said to be so', () => {
    const file = written();
    writeFileSync(file, readFileSync(file, 'utf8').replace('"version": 2', '"version": 3'));
    expect(codeOf(() => readKeys(file))).toBe('administration-newer');
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
          // The one byte can be the version, made higher.
          expect(codeOf(() => readKeys(file))).toMatch(/^(keys-damaged|administration-newer)$/);
          expect(error).toBeInstanceOf(LasError);
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
