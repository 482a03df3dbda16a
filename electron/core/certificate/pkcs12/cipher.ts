import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import forge from 'node-forge';
import { LasError } from '../../../../shared/api/errors.ts';
import {
  integer,
  integerOf,
  isInteger,
  isSequence,
  nothing,
  octets,
  octetString,
  oid,
  oidOf,
  parts,
  sequence,
} from './asn1.ts';
import type { Asn1 } from './asn1.ts';
import { IV, KEY, pkcs12Key, pkcs5Key } from './derive.ts';
import { AES_256, ciphers, HMAC_SHA1, HMAC_SHA256, keyHashes, oldCiphers, pkcs5 } from './oids.ts';
import { bmpBytes, keyBytes, type PasswordText } from './password.ts';

/** Rounds of PBKDF2 in a file that we write, as OWASP advised for SHA-256 in 2023. */
const ITERATIONS = 600_000;
const IV_BYTES_OLD = 8;

/** Decrypts, and overwrites the key and what it has decrypted on the way. */
function decipher(name: string, key: Buffer, iv: Buffer, data: Buffer): Buffer {
  const pieces: Buffer[] = [];
  try {
    const cipher = createDecipheriv(name, key, iv);
    pieces.push(cipher.update(data));
    pieces.push(cipher.final());
    return Buffer.concat(pieces);
  } finally {
    for (const piece of [key, ...pieces]) piece.fill(0);
  }
}

/** RC2, which Node no longer has. */
function decipherRc2(key: Buffer, iv: Buffer, data: Buffer): Buffer {
  const cipher = forge.rc2.createDecryptionCipher(key.toString('latin1'), key.length * 8);
  cipher.start(iv.toString('latin1'));
  cipher.update(forge.util.createBuffer(data.toString('latin1')));
  if (!cipher.finish()) throw new Error('bad padding');
  return Buffer.from(cipher.output.getBytes(), 'latin1');
}

/** What tries one reading of the password; throws when it is not the right one. */
type Attempt = () => Promise<Buffer>;

function attemptsPkcs5(parameters: Asn1 | undefined, data: Buffer, password: PasswordText): Attempt[] {
  const [derivation, encryption] = parts(parameters);
  const [derivationName, derivationParameters] = parts(derivation);
  const [encryptionName, iv] = parts(encryption);
  const cipher = ciphers[oidOf(encryptionName)];
  // The length of the key may stand between the rounds and the hash.
  const [salt, rounds, ...optional] = parts(derivationParameters);
  const hash = keyHashes[optional.some(isSequence) ? oidOf(parts(optional.find(isSequence))[0]) : HMAC_SHA1];
  if (oidOf(derivationName) !== pkcs5.pbkdf2 || !cipher || !hash || !isInteger(rounds))
    throw new LasError('certificate-encoding');
  const derived = { salt: octets(salt), iterations: integerOf(rounds), length: cipher.keyLength, hash };
  return keyBytes(password).map(
    (bytes) => async () => decipher(cipher.name, await pkcs5Key(bytes(), derived), octets(iv), data),
  );
}

function attemptsPkcs12(name: string, parameters: Asn1 | undefined, data: Buffer, password: PasswordText): Attempt[] {
  const cipher = oldCiphers[name];
  if (!cipher) throw new LasError('certificate-encoding');
  const [salt, rounds] = parts(parameters);
  const derived = { salt: octets(salt), iterations: integerOf(rounds), hash: 'sha1', block: 64 };
  return [
    async () => {
      const key = await pkcs12Key(bmpBytes(password), KEY, { ...derived, length: cipher.keyLength });
      const iv = await pkcs12Key(bmpBytes(password), IV, { ...derived, length: IV_BYTES_OLD });
      // Of two keys the first is used again as the third.
      const thrice = Buffer.concat([key, key]);
      try {
        return cipher.name === 'rc2'
          ? decipherRc2(key, iv, data)
          : decipher(cipher.name, thrice.subarray(0, 24), iv, data);
      } finally {
        for (const piece of [key, thrice]) piece.fill(0);
      }
    },
  ];
}

/**
 * Decrypts what was encrypted with a password.
 * @param algorithm its AlgorithmIdentifier
 * @param isRight whether a result is what it has to be: a wrong key may give something by chance
 * @throws LasError certificate-encoding (a way that is not known), certificate-wrong-password
 */
export async function decrypt(
  algorithm: Asn1 | undefined,
  data: Buffer,
  password: PasswordText,
  isRight: (result: Buffer) => boolean,
): Promise<Buffer> {
  const [nameValue, parameters] = parts(algorithm);
  const name = oidOf(nameValue);
  const attempts =
    name === pkcs5.pbes2 ? attemptsPkcs5(parameters, data, password) : attemptsPkcs12(name, parameters, data, password);
  for (const attempt of attempts) {
    const result = await attempt().catch((error: unknown) => {
      if (error instanceof LasError) throw error;
      return undefined;
    });
    if (result && isRight(result)) return result;
    result?.fill(0);
  }
  throw new LasError('certificate-wrong-password');
}

/** Encrypts with AES-256 and a key that PBKDF2 makes of the password. */
export async function encrypt(data: Buffer, password: string): Promise<{ algorithm: Asn1; encrypted: Buffer }> {
  const [salt, iv] = [randomBytes(16), randomBytes(16)];
  const derived = { salt, iterations: ITERATIONS, length: 32, hash: 'sha256' };
  const key = await pkcs5Key(Buffer.from(password.normalize('NFC'), 'utf8'), derived);
  const cipher = createCipheriv('aes-256-cbc', key, iv);
  const encrypted = Buffer.concat([cipher.update(data), cipher.final()]);
  key.fill(0);
  const prf = sequence(oid(HMAC_SHA256), nothing());
  const derivation = sequence(oid(pkcs5.pbkdf2), sequence(octetString(salt), integer(ITERATIONS), prf));
  const algorithm = sequence(oid(pkcs5.pbes2), sequence(derivation, sequence(oid(AES_256), octetString(iv))));
  return { algorithm, encrypted };
}
