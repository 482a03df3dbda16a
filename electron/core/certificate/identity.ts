import { createPrivateKey, X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import type { Certificate } from '../../../shared/api/certificate.ts';
import type { Pkcs12 } from './pkcs12/read.ts';

/** The certificate of an aanleverpunt with its key, as PEM texts for the https agent. */
export interface CertificateMaterial {
  pemCertificate: string;
  pemKey: string;
  /** The certificates from the issuer of ours up to the root, in that order; may be empty. */
  pemChain: string;
}

/** A certificate with its own key. */
export interface Identity {
  certificate: X509Certificate;
  /** PKCS#8 in DER, so that it can be overwritten. */
  key: Buffer;
  /** From the issuer of the certificate up to the root, as far as they are known. */
  chain: X509Certificate[];
}

/** The certificate in DER; undefined when it is none that can be read. */
export function readDer(der: Buffer): X509Certificate | undefined {
  try {
    return new X509Certificate(der);
  } catch {
    return undefined;
  }
}

export const privateKeyOf = (der: Buffer) => createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });

function issued(certificate: X509Certificate, issuer: X509Certificate): boolean {
  try {
    // An authority that took a new key under its old name has two certificates that seem to fit.
    return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
  } catch {
    return false;
  }
}

/** The issuers of a certificate, found among others in whatever order these stand. */
function chainOf(certificate: X509Certificate, others: readonly X509Certificate[]): X509Certificate[] {
  const chain: X509Certificate[] = [];
  let rest = others.filter((other) => other.fingerprint256 !== certificate.fingerprint256);
  for (let last = certificate; ;) {
    const issuer = rest.find((other) => issued(last, other));
    if (!issuer) return chain;
    chain.push(issuer);
    rest = rest.filter((other) => other !== issuer);
    last = issuer;
  }
}

/** The certificates of a file that have their key in it, each once. Keys that belong to none are overwritten. */
export function identitiesOf({ keys, certificates }: Pkcs12): Identity[] {
  const known = certificates.flatMap((der) => readDer(der) ?? []);
  const found = new Map<string, Identity>();
  try {
    for (const key of keys) {
      const privateKey = privateKeyOf(key);
      const own = known.filter((certificate) => certificate.checkPrivateKey(privateKey));
      for (const certificate of own) {
        const { fingerprint256 } = certificate;
        if (!found.has(fingerprint256))
          found.set(fingerprint256, { certificate, key: Buffer.from(key), chain: chainOf(certificate, known) });
      }
    }
  } finally {
    for (const key of keys) key.fill(0);
  }
  return [...found.values()];
}

/** Overwrites the keys. */
export function wipe(identities: readonly Identity[]): void {
  for (const { key } of identities) key.fill(0);
}

/** As the https agent and the encrypted database take it. */
export function materialOf({ certificate, key, chain }: Identity): CertificateMaterial {
  return {
    pemCertificate: certificate.toString(),
    pemKey: privateKeyOf(key).export({ type: 'pkcs8', format: 'pem' }).toString(),
    pemChain: chain.map(String).join(''),
  };
}

/** Whether TLS takes it: an agent would only fail at the first exchange, and without a code that tells why. */
export function isUsable(identity: Identity): boolean {
  const { pemCertificate, pemKey, pemChain } = materialOf(identity);
  try {
    createSecureContext({ key: pemKey, cert: pemCertificate + pemChain });
    return true;
  } catch {
    return false;
  }
}

/** The value of one attribute of an X.509 name as Node prints it, one attribute a line. */
const attribute = (name: string, key: string) =>
  name
    .split('\n')
    .find((line) => line.startsWith(`${key}=`))
    ?.slice(key.length + 1) ?? '';

/** What is shown of a certificate: granted to (BRIN + aanleverpunt), granted by, validity and fingerprint. */
export function describeCertificate(certificate: X509Certificate): Certificate {
  return {
    grantedTo: attribute(certificate.subject, 'CN'),
    grantedBy: attribute(certificate.issuer, 'CN'),
    validFrom: certificate.validFromDate.toISOString(),
    validTo: certificate.validToDate.toISOString(),
    fingerprint: certificate.fingerprint256,
  };
}
