import { createHmac, createPrivateKey, timingSafeEqual } from 'node:crypto';
import { LasError } from '../../../../shared/api/errors.ts';
import { integerOf, isSequence, octets, oidOf, parse, parts, tagged, taggedPart, toDer, type Asn1 } from './asn1.ts';
import { decrypt } from './cipher.ts';
import { MAC, pkcs12Key } from './derive.ts';
import { contents, hashes, PKCS7 } from './oids.ts';
import { bmpBytes, passwordReadings, type PasswordText } from './password.ts';

/** What a PKCS#12 file holds, in the order in which it stands there. */
export interface Pkcs12 {
  /** Private keys as PKCS#8, in DER. Whoever holds them overwrites them. */
  keys: Buffer[];
  /** X.509 certificates in DER. */
  certificates: Buffer[];
}

const isPrivateKey = (der: Buffer): boolean => {
  try {
    createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
    return true;
  } catch {
    return false;
  }
};

const holds = (bytes: Buffer, test: (value: Asn1) => boolean): boolean => {
  try {
    return test(parse(bytes));
  } catch {
    return false;
  }
};

const isContents = (der: Buffer): boolean => holds(der, isSequence);

/** Whether the MAC over the contents is that of this password. @throws LasError certificate-encoding */
async function fits(macData: Asn1, authSafe: Buffer, password: PasswordText): Promise<boolean> {
  const [digestInfo, salt, rounds] = parts(macData);
  const [algorithm, digest] = parts(digestInfo);
  const hash = hashes[oidOf(parts(algorithm)[0])];
  if (!hash) throw new LasError('certificate-encoding');
  const expected = octets(digest);
  const key = await pkcs12Key(bmpBytes(password), MAC, {
    salt: octets(salt),
    iterations: rounds ? integerOf(rounds) : 1,
    hash: hash.name,
    block: hash.block,
    length: expected.length,
  });
  const mac = createHmac(hash.name, key).update(authSafe).digest();
  key.fill(0);
  return mac.length === expected.length && timingSafeEqual(mac, expected);
}

async function readBag(bag: Asn1, password: PasswordText, found: Pkcs12): Promise<void> {
  const [type] = parts(bag);
  const value = tagged(bag, 0);
  switch (oidOf(type)) {
    case contents.shroudedKeyBag: {
      const [algorithm, data] = parts(value);
      found.keys.push(await decrypt(algorithm, octets(data), password, isPrivateKey));
      break;
    }
    case contents.keyBag:
      if (value) found.keys.push(toDer(value));
      break;
    case contents.certBag:
      if (oidOf(parts(value)[0]) === contents.x509Certificate) found.certificates.push(octets(tagged(value, 0)));
      break;
    case contents.safeContentsBag:
      for (const inner of parts(value)) await readBag(inner, password, found);
      break;
  }
}

async function readContent(info: Asn1, password: PasswordText, found: Pkcs12): Promise<void> {
  const [type] = parts(info);
  const value = tagged(info, 0);
  let safe: Buffer;
  if (oidOf(type) === contents.data) {
    safe = octets(value);
  } else if (oidOf(type) === contents.encrypted) {
    const encryptedContent = parts(value)[1];
    const algorithm = parts(encryptedContent)[1];
    safe = await decrypt(algorithm, octets(taggedPart(encryptedContent, 0)), password, isContents);
  } else throw new LasError('certificate-encoding');
  try {
    for (const bag of parts(parse(safe))) await readBag(bag, password, found);
  } finally {
    safe.fill(0);
  }
}

/** Reads all that the password gives access to; what was found is overwritten when something fails. */
async function readAll(authSafe: Buffer, password: PasswordText): Promise<Pkcs12> {
  const found: Pkcs12 = { keys: [], certificates: [] };
  try {
    for (const info of parts(parse(authSafe))) await readContent(info, password, found);
    return found;
  } catch (error) {
    for (const key of found.keys) key.fill(0);
    throw error;
  }
}

async function readWith(pfx: Asn1, password: PasswordText): Promise<Pkcs12> {
  const [, authSafeInfo, macData] = parts(pfx);
  // Signed with a certificate instead of a password.
  if (oidOf(parts(authSafeInfo)[0]) !== contents.data) throw new LasError('certificate-encoding');
  const authSafe = octets(tagged(authSafeInfo, 0));
  if (macData && !(await fits(macData, authSafe, password))) throw new LasError('certificate-wrong-password');
  return readAll(authSafe, password);
}

/** Whether bytes begin as a PKCS#12 file does (RFC 7292, section 4): version 3, then contents of PKCS#7. */
export const isPkcs12 = (bytes: Buffer): boolean =>
  holds(bytes, (value) => {
    const [version, authSafe] = parts(value);
    return integerOf(version) === 3 && oidOf(parts(authSafe)[0]).startsWith(PKCS7);
  });

/** Whether bytes are contents of PKCS#7: certificates without a key (.p7b). */
export const isPkcs7 = (bytes: Buffer): boolean => holds(bytes, (value) => oidOf(parts(value)[0]).startsWith(PKCS7));

/**
 * Reads a PKCS#12 file (RFC 7292) of any program: RC2, 3DES or AES, keys of every kind, any password.
 * @throws LasError certificate-not-pkcs12, certificate-wrong-password, certificate-encoding (protected in a way that is not known)
 */
export async function readPkcs12(bytes: Buffer, password: string): Promise<Pkcs12> {
  if (!isPkcs12(bytes)) throw new LasError('certificate-not-pkcs12');
  const pfx = parse(bytes);
  for (const reading of passwordReadings(password)) {
    try {
      return await readWith(pfx, reading);
    } catch (error) {
      // What node-forge says of bytes that are no ASN.1 has no code.
      if (!(error instanceof LasError)) throw new LasError('certificate-not-pkcs12');
      if (error.failure.code !== 'certificate-wrong-password') throw error;
    }
  }
  throw new LasError('certificate-wrong-password');
}
