import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CertificateDrafts } from '../../electron/core/certificate/drafts.ts';
import type { Identity } from '../../electron/core/certificate/identity.ts';
import { createFixedClock } from '../../shared/domain/clock.ts';
import { OpensslFiles } from '../support/opensslFiles.ts';

const START = new Date();
const MINUTE = 60_000;
const isEmpty = (bytes: Uint8Array) => bytes.every((byte) => byte === 0);

const files = new OpensslFiles();
const file = files.pkcs12(files.selfSigned('99ZZ00'), { password: 'geheim' });
afterAll(() => files.close());

let clock: ReturnType<typeof createFixedClock>;
let drafts: CertificateDrafts;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  clock = createFixedClock(START);
  drafts = new CertificateDrafts(() => ({ holder: '99ZZ00', clock }));
});
afterEach(() => {
  drafts.clear();
  vi.useRealTimers();
});

/** Chooses the file; gives its bytes in memory and the draft. */
function choose() {
  const bytes = Buffer.from(file);
  return { bytes, id: drafts.add(bytes) };
}

describe('a chosen certificate file', () => {
  it('is overwritten when the right password has opened it, and its keys when one is installed', async () => {
    const { bytes, id } = choose();
    await expect(drafts.open(id, 'verkeerd')).rejects.toThrow(/wachtwoord/);
    expect(isEmpty(bytes)).toBe(false);
    const [identity] = await drafts.open(id, 'geheim');
    expect(isEmpty(bytes)).toBe(true);
    const key = identity?.key ?? Buffer.alloc(1);
    expect(isEmpty(key)).toBe(false);
    const taken = drafts.take(id, identity?.certificate.fingerprint256 ?? '', (given: Identity) => given);
    expect(taken).toBe(identity);
    expect(isEmpty(key)).toBe(true);
  });

  it.each([
    ['five minutes of the machine have passed', () => vi.advanceTimersByTime(5 * MINUTE)],
    ['another is chosen', () => drafts.add(Buffer.from(file))],
    ['the administration closes', () => drafts.clear()],
  ])('is overwritten when %s, opened or not', async (_when, happens) => {
    const first = choose();
    happens();
    expect(isEmpty(first.bytes)).toBe(true);
    const { id } = choose();
    const [identity] = await drafts.open(id, 'geheim');
    happens();
    expect(isEmpty(identity?.key ?? Buffer.alloc(1, 1))).toBe(true);
    await expect(drafts.open(id, 'geheim')).rejects.toThrow(/niet meer beschikbaar/);
  });

  it('lives five minutes of the Clock, and five more from opening', async () => {
    const late = choose();
    clock.set(new Date(START.getTime() + 5 * MINUTE + 1));
    await expect(drafts.open(late.id, 'geheim')).rejects.toThrow(/niet meer beschikbaar/);
    expect(isEmpty(late.bytes)).toBe(true);
    const { id } = choose();
    clock.set(new Date(START.getTime() + 9 * MINUTE));
    await drafts.open(id, 'geheim');
    vi.advanceTimersByTime(4 * MINUTE);
    clock.set(new Date(START.getTime() + 13 * MINUTE));
    expect(() => drafts.take(id, 'onbekend', () => 'installed')).toThrow(/niet meer beschikbaar/);
  });

  it('is not opened for one who took another file in the meantime', async () => {
    const { id } = choose();
    const opening = drafts.open(id, 'geheim');
    choose();
    await expect(opening).rejects.toThrow(/niet meer beschikbaar/);
  });

  it('makes whoever guesses wait longer and longer', async () => {
    const { id } = choose();
    const wrong = () => drafts.open(id, 'verkeerd').catch(String);
    const after = (seconds: number) => clock.set(new Date(clock.now().getTime() + seconds * 1000));
    for (let attempt = 0; attempt < 3; attempt += 1) expect(await wrong()).toContain('hoort niet bij');
    expect(await wrong()).toContain('wacht nog 5 seconden');
    after(5);
    expect(await wrong()).toContain('hoort niet bij');
    expect(await wrong()).toContain('wacht nog 10 seconden');
  });

  it('does not hold a certificate of somebody else against who typed the right password', async () => {
    const id = drafts.add(files.pkcs12(files.selfSigned('98AA00'), { password: 'geheim' }));
    for (let attempt = 0; attempt < 5; attempt += 1)
      await expect(drafts.open(id, 'geheim')).rejects.toThrow('Dit certificaat is van 98AA00');
  });
});
