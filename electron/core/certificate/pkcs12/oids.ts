/** All contents of PKCS#7 begin so. */
export const PKCS7 = '1.2.840.113549.1.7';
const PKCS12_BAG = '1.2.840.113549.1.12.10.1';

/** Kinds of content (RFC 2315) and of bags (RFC 7292, section 4.2). */
export const contents = {
  data: `${PKCS7}.1`,
  encrypted: `${PKCS7}.6`,
  keyBag: `${PKCS12_BAG}.1`,
  shroudedKeyBag: `${PKCS12_BAG}.2`,
  certBag: `${PKCS12_BAG}.3`,
  safeContentsBag: `${PKCS12_BAG}.6`,
  x509Certificate: '1.2.840.113549.1.9.22.1',
  localKeyId: '1.2.840.113549.1.9.21',
} as const;

/** Password-based encryption by PKCS#5 (RFC 8018). */
export const pkcs5 = { pbes2: '1.2.840.113549.1.5.13', pbkdf2: '1.2.840.113549.1.5.12' } as const;

/** Hashes of a MAC, with the length of their block in bytes. */
export const hashes: Readonly<Record<string, { name: string; block: number }>> = {
  '1.3.14.3.2.26': { name: 'sha1', block: 64 },
  '2.16.840.1.101.3.4.2.4': { name: 'sha224', block: 64 },
  '2.16.840.1.101.3.4.2.1': { name: 'sha256', block: 64 },
  '2.16.840.1.101.3.4.2.2': { name: 'sha384', block: 128 },
  '2.16.840.1.101.3.4.2.3': { name: 'sha512', block: 128 },
};
export const SHA256 = '2.16.840.1.101.3.4.2.1';

/** The hash by which PBKDF2 makes a key. */
export const keyHashes: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.8': 'sha224',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
};
export const HMAC_SHA1 = '1.2.840.113549.2.7';
export const HMAC_SHA256 = '1.2.840.113549.2.9';

/** Ciphers of PBES2, as Node names them, with the length of their key in bytes. */
export const ciphers: Readonly<Record<string, { name: string; keyLength: number }>> = {
  '2.16.840.1.101.3.4.1.2': { name: 'aes-128-cbc', keyLength: 16 },
  '2.16.840.1.101.3.4.1.22': { name: 'aes-192-cbc', keyLength: 24 },
  '2.16.840.1.101.3.4.1.42': { name: 'aes-256-cbc', keyLength: 32 },
  '1.2.840.113549.3.7': { name: 'des-ede3-cbc', keyLength: 24 },
};
export const AES_256 = '2.16.840.1.101.3.4.1.42';

/** Ciphers of PKCS#12 itself (RFC 7292, appendix C), of old files. Node has no RC2. */
export const oldCiphers: Readonly<Record<string, { name: 'des-ede3-cbc' | 'rc2'; keyLength: number }>> = {
  '1.2.840.113549.1.12.1.3': { name: 'des-ede3-cbc', keyLength: 24 },
  '1.2.840.113549.1.12.1.4': { name: 'des-ede3-cbc', keyLength: 16 },
  '1.2.840.113549.1.12.1.5': { name: 'rc2', keyLength: 16 },
  '1.2.840.113549.1.12.1.6': { name: 'rc2', keyLength: 5 },
};
