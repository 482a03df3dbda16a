import { z } from 'zod';
import { operation } from './operation.ts';
import { instant, nothing } from './session.ts';

/** What is shown of a certificate. */
export const certificate = z.strictObject({
  /** Verleend aan: BRIN + aanleverpunt, for example 99ZZ00. */
  grantedTo: z.string(),
  /** Verleend door. */
  grantedBy: z.string(),
  validFrom: instant,
  validTo: instant,
  /** SHA-256, hexadecimal with colons. */
  fingerprint: z.string(),
});
export type Certificate = z.infer<typeof certificate>;

/** Base64; at most 1 MiB decoded. */
const certificateBytes = z.base64().max(1_400_000);

export const certificateOperations = {
  'certificate.get': operation({
    summary: 'The certificate in use, if there is one.',
    access: 'read',
    input: nothing,
    output: z.strictObject({
      certificate: certificate.extend({ installedAt: instant, daysLeft: z.number() }).optional(),
    }),
  }),
  'certificate.inspect': operation({
    summary:
      'Reads a PKCS#12 file with its password and shows what is in it. Nothing is installed yet; the draft lives five minutes.',
    access: 'manage',
    input: z.strictObject({ file: certificateBytes, password: z.string().max(1024) }),
    output: z.strictObject({ draft: z.string(), certificate }),
  }),
  'certificate.install': operation({
    summary: 'Installs the certificate of a draft in the store of this administration.',
    access: 'manage',
    input: z.strictObject({ draft: z.string().max(100) }),
    output: z.strictObject({ certificate }),
  }),
} as const;
