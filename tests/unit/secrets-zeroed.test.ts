// What is secret is overwritten as soon as it is not needed: these tests hold on to the very buffers and look into them afterwards.
// docs/threat-model.md says what cannot be promised.
import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClock } from '../../shared/domain/clock.ts';
import { readKeys, writeKeys } from '../../electron/core/users/keysFile.ts';
import { normaliseRecoveryCode } from '../../electron/core/users/recoveryCode.ts';
import { createAdministration, creation, PASSWORD, startTestLas, type TestLas } from '../support/administration.ts';
import { chooseBytes } from '../support/certificates.ts';
import { recordBuffers, type MadeBuffers } from '../support/madeBuffers.ts';
import { OpensslFiles } from '../support/opensslFiles.ts';
import { keyOf } from '../support/plainPages.ts';

const WRONG = 'een heel ander wachtwoord';
const bytesOf = (text: string) => new TextEncoder().encode(text);
/** As PKCS#12 has the password: two bytes a letter. */
const wide = (text: string) => Uint8Array.from([...text].flatMap((letter) => [0, letter.charCodeAt(0)]));
const apart = (buffer: Buffer) => Uint8Array.from(buffer);

/** Locking lets what is under way come to its end. */
const gone = (holding: MadeBuffers['holding'], secret: Uint8Array) => vi.waitFor(() => expect(holding(secret)).toBe(0));

let world: TestLas;
let made: MadeBuffers | undefined;
const record = () => (made = recordBuffers());

afterEach(async () => {
  made?.stop();
  await world.close();
});

describe('of an administration', () => {
  it('that was made neither the key, the password nor the recovery code is left in a buffer', async () => {
    world = await startTestLas();
    const { holding, stop } = record();
    const { recoveryCode } = await world.call('session.create', creation);
    await world.las.close();
    stop();
    const key = apart(await keyOf(world.dataDir));
    for (const secret of [key, bytesOf(PASSWORD), bytesOf(normaliseRecoveryCode(recoveryCode) ?? '?')])
      expect(holding(secret)).toBe(0);
  });

  describe('that is there', () => {
    let key: Uint8Array;
    beforeEach(async () => {
      world = await startTestLas();
      await createAdministration(world);
      await world.call('session.lock', {});
      key = apart(await keyOf(world.dataDir));
    });

    it('the key is held while it is open, and overwritten when it locks', async () => {
      const { holding } = record();
      await world.call('session.unlock', { password: PASSWORD });
      expect(holding(key)).toBeGreaterThan(0);
      expect(holding(bytesOf(PASSWORD))).toBe(0);
      await world.call('session.lock', {});
      await gone(holding, key);
    });

    it('the key is overwritten when the program closes', async () => {
      const { holding } = record();
      await world.call('session.unlock', { password: PASSWORD });
      await world.las.close();
      expect(holding(key)).toBe(0);
    });

    it('a wrong password leaves nothing', async () => {
      const { holding } = record();
      expect(await world.fail('session.unlock', { password: WRONG })).toMatchObject({ code: 'wrong-password' });
      expect([holding(key), holding(bytesOf(WRONG))]).toEqual([0, 0]);
    });

    it('keys that do not fit leave nothing, although the password was right', async () => {
      const file = join(world.dataDir, 'keys.json');
      writeKeys(file, { ...readKeys(file), check: '0'.repeat(64) });
      const { holding } = record();
      expect(await world.fail('session.unlock', { password: PASSWORD })).toMatchObject({ code: 'keys-damaged' });
      expect(holding(key)).toBe(0);
    });

    it('a former and a new key are overwritten when the administration gets another and closes', async () => {
      await world.call('session.unlock', { password: PASSWORD });
      const { holding, stop } = record();
      await world.call('users.rekey', {});
      await world.las.close();
      stop();
      const next = apart(await keyOf(world.dataDir));
      expect(next).not.toEqual(key);
      expect([holding(key), holding(next)]).toEqual([0, 0]);
    });
  });
});

describe('of a certificate file', () => {
  const files = new OpensslFiles();
  const school = files.selfSigned('99ZZ00');
  const secret = 'brief-Wachtwoord';
  const { d = '' } = createPrivateKey(readFileSync(school.key)).export({ format: 'jwk' });
  const privateBytes = apart(Buffer.from(d, 'base64url'));
  afterAll(() => files.close());

  it.each([
    ['of today', []],
    ['of before', ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'SHA1']],
  ])('%s the password and the key are overwritten when it is installed', async (_, flags) => {
    // OpenSSL makes certificates by the clock of the machine.
    world = await startTestLas({ clock: createClock() });
    await createAdministration(world);
    const bytes = files.pkcs12(school, { password: secret, flags });
    const { holding } = record();
    const draft = await chooseBytes(world, bytes);
    expect(await world.fail('certificate.inspect', { draft, password: WRONG })).toMatchObject({
      code: 'certificate-wrong-password',
    });
    const { certificates } = await world.call('certificate.inspect', { draft, password: secret });
    expect(holding(privateBytes)).toBeGreaterThan(0);
    await world.call('certificate.install', { draft, fingerprint: certificates[0]?.fingerprint ?? '' });
    const texts = [secret, WRONG].flatMap((text) => [bytesOf(text), wide(text)]);
    expect([privateBytes, ...texts].map(holding)).toEqual([0, 0, 0, 0, 0]);
  });

  it('that is opened and not installed the key is overwritten when the administration locks', async () => {
    world = await startTestLas({ clock: createClock() });
    await createAdministration(world);
    const { holding } = record();
    const draft = await chooseBytes(world, files.pkcs12(school, { password: secret }));
    await world.call('certificate.inspect', { draft, password: secret });
    expect(holding(privateBytes)).toBeGreaterThan(0);
    await world.call('session.lock', {});
    await gone(holding, privateBytes);
  });
});
