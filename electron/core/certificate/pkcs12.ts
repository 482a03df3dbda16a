import { X509Certificate, createPrivateKey } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import forge from 'node-forge';
import { LasError } from '../../../shared/api/errors.ts';
import type { Certificate } from '../../../shared/api/certificate.ts';

/** The certificate of an aanleverpunt with its key, as PEM texts for the https agent. */
export interface CertificateMaterial {
  pemCertificate: string;
  pemKey: string;
  /** The certificates between ours and the root; may be empty. */
  pemChain: string;
}

const isWrongPassword = (error: unknown) =>
  error instanceof Error && /password|MAC could not be verified/i.test(error.message);

function parse(bytes: Buffer, password: string): forge.pkcs12.Pkcs12Pfx {
  let asn1: forge.asn1.Asn1;
  try {
    asn1 = forge.asn1.fromDer(forge.util.createBuffer(bytes.toString('latin1')));
  } catch {
    throw new LasError('certificate-not-pkcs12');
  }
  try {
    return forge.pkcs12.pkcs12FromAsn1(asn1, false, password);
  } catch (error) {
    throw new LasError(isWrongPassword(error) ? 'certificate-wrong-password' : 'certificate-not-pkcs12');
  }
}

const bagsOf = (pfx: forge.pkcs12.Pkcs12Pfx, type: string | undefined) =>
  type ? (pfx.getBags({ bagType: type })[type] ?? []) : [];

/**
 * Reads a PKCS#12 file with node-forge into PEM (Stappenplan step 9).
 * @throws LasError certificate-not-pkcs12, certificate-wrong-password, certificate-no-key, certificate-unsupported
 */
export function readPkcs12(bytes: Buffer, password: string): CertificateMaterial {
  const pfx = parse(bytes, password);
  const { certBag, keyBag, pkcs8ShroudedKeyBag } = forge.pki.oids;
  const key = [...bagsOf(pfx, pkcs8ShroudedKeyBag), ...bagsOf(pfx, keyBag)].map((bag) => bag.key).find(Boolean);
  const certificates = bagsOf(pfx, certBag).flatMap((bag) => (bag.cert ? [forge.pki.certificateToPem(bag.cert)] : []));
  if (!key || certificates.length === 0) throw new LasError('certificate-no-key');
  const pemKey = forge.pki.privateKeyToPem(key);
  const privateKey = createPrivateKey(pemKey);
  const own = certificates.find((pem) => new X509Certificate(pem).checkPrivateKey(privateKey));
  if (!own) throw new LasError('certificate-no-key');
  const pemChain = certificates.filter((pem) => pem !== own).join('');
  // An agent would only fail at the first exchange, and without a code that tells why.
  try {
    createSecureContext({ key: pemKey, cert: own + pemChain });
  } catch {
    throw new LasError('certificate-unsupported');
  }
  return { pemCertificate: own, pemKey, pemChain };
}

/** The value of one attribute of an X.509 name as Node prints it, one attribute a line. */
const attribute = (name: string, key: string) =>
  name
    .split('\n')
    .find((line) => line.startsWith(`${key}=`))
    ?.slice(key.length + 1) ?? '';

/** What is shown of a certificate: granted to (BRIN + aanleverpunt), granted by, validity and fingerprint. */
export function describeCertificate(pemCertificate: string): Certificate {
  const certificate = new X509Certificate(pemCertificate);
  return {
    grantedTo: attribute(certificate.subject, 'CN'),
    grantedBy: attribute(certificate.issuer, 'CN'),
    validFrom: certificate.validFromDate.toISOString(),
    validTo: certificate.validToDate.toISOString(),
    fingerprint: certificate.fingerprint256,
  };
}
