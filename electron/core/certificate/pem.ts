import { X509Certificate } from 'node:crypto';

const block = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** The certificates of a PEM text; what stands around them is passed over. Undefined when it has none, or one that cannot be read. */
export function certificatesOf(pem: string): X509Certificate[] | undefined {
  try {
    const found = (pem.match(block) ?? []).map((text) => new X509Certificate(text));
    return found.length > 0 ? found : undefined;
  } catch {
    return undefined;
  }
}
