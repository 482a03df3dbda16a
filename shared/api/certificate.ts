import { z } from 'zod';
import { certificateStages } from '../domain/certificates.ts';
import { operation } from './operation.ts';
import { instant, nothing, password } from './session.ts';

/** SHA-256, hexadecimal with colons. */
const fingerprint = z.string().min(1).max(100);

/** What is shown of a certificate. */
export const certificate = z.strictObject({
  /** Verleend aan: BRIN + aanleverpunt, for example 99ZZ00. */
  grantedTo: z.string(),
  /** Verleend door. */
  grantedBy: z.string(),
  validFrom: instant,
  validTo: instant,
  fingerprint,
});
export type Certificate = z.infer<typeof certificate>;

const installed = certificate.extend({ installedAt: instant });

const earlierCertificate = installed.extend({
  /** Why it is not used any more: another took its place, a person removed it, or it has ended. */
  reason: z.enum(['replaced', 'removed', 'expired']),
  removedAt: instant.optional(),
  /** The key is still there: it can be backed up and removed. */
  hasKey: z.boolean(),
});
export type EarlierCertificate = z.infer<typeof earlierCertificate>;

/** The certificates of this administration as they are now. */
export const certificateState = z.strictObject({
  /** In use; when none is valid any more, the one that ended last. */
  certificate: installed.extend({ daysLeft: z.number() }).optional(),
  /** Those that come into use by themselves, the first to come first. */
  waiting: z.array(installed.extend({ usedFrom: instant })),
  /** Those no longer used, the last installed first. */
  earlier: z.array(earlierCertificate),
  /** How urgent a new certificate is. */
  stage: z.enum(certificateStages),
  /** Until when there is a valid certificate without a gap; absent when there is none now. */
  coveredUntil: instant.optional(),
  /** Days of the calendar until then; 0 on its day. */
  daysLeft: z.number(),
  /** When a file was downloaded that is not installed yet; absent: there is none. */
  downloadedAt: instant.optional(),
});
export type CertificateState = z.infer<typeof certificateState>;

const draft = z.string().max(100);
const token = z.string().min(1).max(100);

export const certificateOperations = {
  'certificate.get': operation({
    summary: 'The certificate in use, those that wait for their moment, the earlier ones, and how urgent a new one is.',
    access: 'read',
    input: nothing,
    output: certificateState,
  }),
  'certificate.choose': operation({
    summary: 'Takes in a PKCS#12 file that a person chose. It stays in the core and is forgotten after five minutes.',
    access: 'manage',
    input: z.strictObject({ token }),
    output: z.strictObject({ draft }),
  }),
  'certificate.inspect': operation({
    summary:
      'Opens the chosen file with its password and shows the certificates of this aanleverpunt in it, valid longest first. Nothing is installed yet.',
    access: 'manage',
    input: z.strictObject({ draft, password: z.string().max(1024) }),
    output: z.strictObject({ certificates: z.array(certificate).min(1) }),
  }),
  'certificate.install': operation({
    summary:
      'Installs a certificate of the opened file. One that is not valid yet waits; the one in use stays so until then.',
    access: 'manage',
    input: z.strictObject({ draft, fingerprint }),
    output: z.strictObject({ certificate, usedFrom: instant.optional() }),
  }),
  'certificate.download': operation({
    summary:
      'Downloads the certificate from the site of BRON with what the wachtwoordbrief says, and installs it (Stappenplan step 9). It can be downloaded once: a file that cannot be installed is kept. The password is not.',
    access: 'manage',
    input: z.strictObject({
      gebruikersnaam: z.string().trim().min(1).max(100),
      /** Of the letter. */
      password: z.string().trim().min(1).max(100),
    }),
    output: z.strictObject({ certificate, usedFrom: instant.optional() }),
  }),
  'certificate.openKept': operation({
    summary: 'Takes the downloaded file that is not installed yet as the chosen one, for its password to be tried.',
    access: 'manage',
    input: nothing,
    output: z.strictObject({ draft }),
  }),
  'certificate.saveKept': operation({
    summary: 'Writes the downloaded file that is not installed yet to the file that was chosen, as it came.',
    access: 'manage',
    input: z.strictObject({ target: token }),
    output: nothing,
  }),
  'certificate.discardKept': operation({
    summary: 'Destroys the downloaded file that is not installed yet. It cannot be downloaded again.',
    access: 'manage',
    input: nothing,
    output: nothing,
  }),
  'certificate.discard': operation({
    summary: 'Forgets the chosen file.',
    access: 'manage',
    input: z.strictObject({ draft }),
    output: nothing,
  }),
  'certificate.remove': operation({
    summary:
      'Destroys the key of a certificate, which can then no longer be used. Refused during a run, export or import.',
    access: 'manage',
    input: z.strictObject({ fingerprint }),
    output: certificateState,
  }),
  'certificate.export': operation({
    summary:
      'Writes a certificate with its key and chain to the file that was chosen: PKCS#12, AES-256, with a password of its own.',
    access: 'manage',
    input: z.strictObject({ fingerprint, target: token, password }),
    output: nothing,
  }),
} as const;
