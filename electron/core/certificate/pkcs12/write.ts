import { createHash, createHmac, randomBytes } from 'node:crypto';
import {
  explicit,
  implicitOctets,
  integer,
  nothing,
  octetString,
  oid,
  sequence,
  set,
  toDer,
  type Asn1,
} from './asn1.ts';
import { encrypt } from './cipher.ts';
import { MAC, pkcs12Key } from './derive.ts';
import { contents, SHA256 } from './oids.ts';
import { bmpBytes } from './password.ts';

/** Rounds of the MAC: it need not be harder to try than the encryption, of which every reader makes as many. */
const MAC_ITERATIONS = 100_000;

/** Tells which certificate is that of the key. */
const localKeyId = (certificate: Buffer): Asn1 =>
  set(sequence(oid(contents.localKeyId), set(octetString(createHash('sha1').update(certificate).digest()))));

const dataContent = (content: Asn1): Asn1 => sequence(oid(contents.data), explicit(0, octetString(toDer(content))));

async function encryptedContent(content: Asn1, password: string): Promise<Asn1> {
  const { algorithm, encrypted } = await encrypt(toDer(content), password);
  const info = sequence(oid(contents.data), algorithm, implicitOctets(0, encrypted));
  return sequence(oid(contents.encrypted), explicit(0, sequence(integer(0), info)));
}

async function macData(authSafe: Buffer, password: string): Promise<Asn1> {
  const salt = randomBytes(16);
  const derived = { hash: 'sha256', block: 64, length: 32, salt, iterations: MAC_ITERATIONS };
  const key = await pkcs12Key(bmpBytes(password.normalize('NFC')), MAC, derived);
  const digest = createHmac('sha256', key).update(authSafe).digest();
  key.fill(0);
  return sequence(
    sequence(sequence(oid(SHA256), nothing()), octetString(digest)),
    octetString(salt),
    integer(MAC_ITERATIONS),
  );
}

/**
 * Writes a PKCS#12 file (RFC 7292) with one key of any kind, its certificate and the chain: AES-256 and SHA-256, as OpenSSL 3
 * does by default. node-forge writes RSA keys only.
 * @param key as PKCS#8, in DER
 * @param certificates in DER, that of the key first
 */
export async function writePkcs12(key: Buffer, certificates: readonly Buffer[], password: string): Promise<Buffer> {
  const [own = Buffer.alloc(0)] = certificates;
  const { algorithm, encrypted } = await encrypt(key, password);
  const keyBag = sequence(
    oid(contents.shroudedKeyBag),
    explicit(0, sequence(algorithm, octetString(encrypted))),
    localKeyId(own),
  );
  const certificateBags = certificates.map((certificate) =>
    sequence(
      oid(contents.certBag),
      explicit(0, sequence(oid(contents.x509Certificate), explicit(0, octetString(certificate)))),
      ...(certificate === own ? [localKeyId(own)] : []),
    ),
  );
  const authSafe = sequence(
    await encryptedContent(sequence(...certificateBags), password),
    dataContent(sequence(keyBag)),
  );
  const bytes = toDer(authSafe);
  const pfx = sequence(
    integer(3),
    sequence(oid(contents.data), explicit(0, octetString(bytes))),
    await macData(bytes, password),
  );
  return toDer(pfx);
}
