import type { X509Certificate } from 'node:crypto';
import { certificatesOf } from '../certificate/pem.ts';

/** Products that open TLS of others and sign it with an authority of their own; as they name that authority. Short names are whole words. */
const products =
  /\b((avg|eset)\b|avast|barracuda|bitdefender|blue ?coat|checkpoint|check point|cisco umbrella|fortinet|fortigate|forcepoint|kaspersky|lightspeed|mcafee|mitmproxy|netskope|palo alto|smoothwall|sonicwall|sophos|squid|symantec web|trend micro|untangle|watchguard|zscaler)/i;

/** The certificates that a server showed, its own first; by whom each was issued. */
export type Chain = readonly Pick<X509Certificate, 'issuer'>[];

/** A name that a person recognises in the issuer of a certificate: the organisation, or else its common name. */
export function issuerName([own]: Chain): string {
  const part = (name: string) => new RegExp(`^${name}=(.+)$`, 'm').exec(own?.issuer ?? '')?.[1];
  return part('O') ?? part('CN') ?? 'onbekend';
}

/** Whether certificates are those of a product that is known to open connections. */
export const isKnownProduct = (chain: Chain): boolean => chain.some(({ issuer }) => products.test(issuer));

/**
 * Whether certificates that are not trusted point to interception rather than to an unknown server: a known product issued it, or
 * the school named the authority of its server (`caPem`) and this is another.
 */
export function isIntercepted(chain: Chain, caPem: string): boolean {
  const expected = (certificatesOf(caPem) ?? []).map(({ subject }) => subject);
  return isKnownProduct(chain) || (expected.length > 0 && !chain.some(({ issuer }) => expected.includes(issuer)));
}
