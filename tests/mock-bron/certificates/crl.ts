import forge from 'node-forge';
import type { Identity } from './authority.ts';

/** A certificate that no longer counts. */
export interface Revocation {
  /** Hexadecimal. */
  serial: string;
  revokedAt: Date;
}

const { asn1 } = forge;
const { Class, Type } = asn1;

const SHA256_WITH_RSA = '1.2.840.113549.1.1.11';
const CRL_NUMBER = '2.5.29.20';

const sequence = (items: forge.asn1.Asn1[]) => asn1.create(Class.UNIVERSAL, Type.SEQUENCE, true, items);
const oid = (value: string) => asn1.create(Class.UNIVERSAL, Type.OID, false, asn1.oidToDer(value).getBytes());
const integer = (hex: string) => asn1.create(Class.UNIVERSAL, Type.INTEGER, false, forge.util.hexToBytes(hex));
const octets = (bytes: string) => asn1.create(Class.UNIVERSAL, Type.OCTETSTRING, false, bytes);
const algorithm = () => sequence([oid(SHA256_WITH_RSA), asn1.create(Class.UNIVERSAL, Type.NULL, false, '')]);

/** RFC 5280 5.1.2.4: UTCTime through 2049, GeneralizedTime from then on. */
const time = (instant: Date) =>
  instant.getUTCFullYear() < 2050
    ? asn1.create(Class.UNIVERSAL, Type.UTCTIME, false, asn1.dateToUtcTime(instant))
    : asn1.create(Class.UNIVERSAL, Type.GENERALIZEDTIME, false, asn1.dateToGeneralizedTime(instant));

/** Positive, whatever its first bit. */
const positive = (hex: string) => (hex.length % 2 === 1 ? `0${hex}` : /^[89a-f]/i.test(hex) ? `00${hex}` : hex);

/** The list of revoked certificates of a CA as PEM (RFC 5280 5): by number, in force during the given period. */
export function signCrl(
  ca: Identity,
  revocations: readonly Revocation[],
  { notBefore, notAfter, number }: { notBefore: Date; notAfter: Date; number: number },
): string {
  const revoked = revocations.map(({ serial, revokedAt }) => sequence([integer(positive(serial)), time(revokedAt)]));
  const crlNumber = sequence([oid(CRL_NUMBER), octets(asn1.toDer(integer(positive(number.toString(16)))).getBytes())]);
  const list = sequence([
    integer('01'),
    algorithm(),
    forge.pki.distinguishedNameToAsn1(forge.pki.certificateFromPem(ca.cert).subject),
    time(notBefore),
    time(notAfter),
    // An empty list of certificates is left out.
    ...(revoked.length > 0 ? [sequence(revoked)] : []),
    asn1.create(Class.CONTEXT_SPECIFIC, 0, true, [sequence([crlNumber])]),
  ]);
  const digest = forge.md.sha256.create().update(asn1.toDer(list).getBytes());
  const signature = forge.pki.privateKeyFromPem(ca.key).sign(digest);
  const signed = sequence([list, algorithm(), asn1.create(Class.UNIVERSAL, Type.BITSTRING, false, `\0${signature}`)]);
  return forge.pem.encode({ type: 'X509 CRL', body: asn1.toDer(signed).getBytes() });
}
