import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explicit, integer, octetString, oid, sequence, toDer } from '../../electron/core/certificate/pkcs12/asn1.ts';
import { KEY, MAC, pkcs12Key } from '../../electron/core/certificate/pkcs12/derive.ts';
import { bmpBytes, keyBytes, passwordReadings } from '../../electron/core/certificate/pkcs12/password.ts';
import { isPkcs12, readPkcs12 } from '../../electron/core/certificate/pkcs12/read.ts';
import { writePkcs12 } from '../../electron/core/certificate/pkcs12/write.ts';
import { LasError } from '../../shared/api/errors.ts';

const hex = (bytes: Buffer) => bytes.toString('hex');

describe('keys by the way of PKCS#12', () => {
  // Known answers with which other programs are tested too.
  it.each([
    ['smeg', '0a58cf64530d823f', KEY, 24, 1, '8aaae6297b6cb04642ab5b077851284eb7128f1a2a7fbca3'],
    ['smeg', '642b99ab44fb4b1f', KEY, 24, 1, 'f3a95fec48d7711e985cfe67908c5ab79fa3d7c5caa5d966'],
    ['smeg', '3d83c0e4546ac140', MAC, 20, 1, '8d967d88f6caa9d714800ab3d48051d63f73a312'],
    ['queeg', '05dec959acff72f7', KEY, 24, 1000, 'ed2034e36328830ff09df1e1a07dd357185dac0d4f9eb3d4'],
    ['queeg', '263216fcc2fab31c', MAC, 20, 1000, '5ec4c7a80df652294c3925b6489a7ab857c83476'],
  ])('of %j with salt %s', async (password, salt, purpose, length, iterations, expected) => {
    const derived = { hash: 'sha1', block: 64, salt: Buffer.from(salt, 'hex'), iterations, length };
    expect(hex(await pkcs12Key(bmpBytes(password), purpose, derived))).toBe(expected);
  });

  it('are not made with more rounds than any program asks for', async () => {
    const derived = { hash: 'sha1', block: 64, salt: Buffer.alloc(8), length: 20 };
    for (const iterations of [0, -1, 2 ** 31 - 1])
      await expect(pkcs12Key(bmpBytes('x'), MAC, { ...derived, iterations })).rejects.toThrow(/niet kent/);
  });
});

describe('the readings of a password', () => {
  it('are the text, as it was typed, and its UTF-8 taken for letters; none only for an empty one', () => {
    expect(passwordReadings('geheim')).toEqual(['geheim']);
    expect(passwordReadings('e\u0301')).toEqual(['\u00e9', 'e\u0301', '\u00c3\u00a9']);
    expect(passwordReadings('')).toEqual(['', null]);
    expect([bmpBytes('€'), bmpBytes(''), bmpBytes(null)].map(hex)).toEqual(['20ac0000', '0000', '']);
    expect(keyBytes('é').map((bytes) => hex(bytes()))).toEqual(['c3a9', 'e9']);
    expect(keyBytes('e')).toHaveLength(1);
  });
});

describe('whatever bytes', () => {
  const failureOf = (bytes: Buffer) =>
    readPkcs12(bytes, 'geheim').then(
      () => 'read',
      (error: unknown) => (error instanceof LasError ? error.failure.code : String(error)),
    );

  it('are refused with a sentence when they are something else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        expect(await failureOf(Buffer.from(bytes))).toBe('certificate-not-pkcs12');
      }),
    );
  });

  it('are refused with a sentence when they hold no ASN.1 under a right beginning', async () => {
    const contents = sequence(oid('1.2.840.113549.1.7.1'), explicit(0, octetString(Buffer.from('30ff', 'hex'))));
    const file = toDer(sequence(integer(3), contents));
    expect(isPkcs12(file)).toBe(true);
    expect(await failureOf(file)).toBe('certificate-not-pkcs12');
  });

  it('are refused with a sentence, or read, when a file was damaged anywhere', async () => {
    const key = Buffer.from('302e020100300506032b657004220420' + '11'.repeat(32), 'hex');
    const file = await writePkcs12(key, [Buffer.alloc(40, 7)], 'geheim');
    expect(isPkcs12(file)).toBe(true);
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const damaged = Buffer.from(file);
        damaged[at] = (damaged[at] ?? 0) ^ by;
        expect(await failureOf(damaged)).toMatch(/^(certificate-(not-pkcs12|wrong-password|encoding)|read)$/);
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});
