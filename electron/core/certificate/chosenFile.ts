import { readFileSync } from 'node:fs';
import { LasError } from '../../../shared/api/errors.ts';
import { reading, sizeOf } from '../files/chosenFile.ts';
import { readDer } from './identity.ts';
import { isPkcs12, isPkcs7 } from './pkcs12/read.ts';

/** A certificate is a few kilobytes. */
const LARGEST_BYTES = 1024 * 1024;

const isPem = (bytes: Buffer): boolean => /^\s*-----BEGIN |\n-----BEGIN /.test(bytes.toString('latin1'));

/**
 * The bytes of a PKCS#12 file that a person chose; what is plainly something else is refused before a password is asked.
 * Whoever holds them overwrites them.
 * @throws LasError certificate-too-large, certificate-bare, certificate-not-pkcs12, file-unreadable
 */
export function readChosenCertificate(path: string): Buffer {
  if (sizeOf(path) > LARGEST_BYTES) throw new LasError('certificate-too-large');
  const bytes = reading(() => readFileSync(path));
  if (isPkcs12(bytes)) return bytes;
  const bare = isPem(bytes) || isPkcs7(bytes) || readDer(bytes) !== undefined;
  bytes.fill(0);
  throw new LasError(bare ? 'certificate-bare' : 'certificate-not-pkcs12');
}
