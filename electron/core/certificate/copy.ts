import { createPrivateKey, type X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { notAsWritten, writeVerified } from '../export/verifiedFile.ts';
import { identitiesOf, wipe, type CertificateMaterial } from './identity.ts';
import { certificatesOf } from './pem.ts';
import { readPkcs12 } from './pkcs12/read.ts';
import { writePkcs12 } from './pkcs12/write.ts';

/** Opens a written file as the import would. @throws LasError export-not-verified */
async function verify(path: string, password: string, certificates: readonly X509Certificate[]): Promise<void> {
  const identities = identitiesOf(await readPkcs12(await readFile(path), password));
  wipe(identities);
  const [own] = identities;
  const read = own ? [own.certificate, ...own.chain] : [];
  const same = read.length === certificates.length && read.every(({ raw }, at) => certificates[at]?.raw.equals(raw));
  if (!same) throw notAsWritten();
}

/**
 * Writes a certificate with its key and chain to `path`, as PKCS#12 with AES-256, and opens it again to see that it is good.
 * @throws LasError export-disk-full, target-not-writable, export-not-verified
 */
export async function writeCertificateCopy(
  path: string,
  { pemCertificate, pemKey, pemChain }: CertificateMaterial,
  password: string,
): Promise<void> {
  const certificates = certificatesOf(`${pemCertificate}${pemChain}`) ?? [];
  const key = createPrivateKey(pemKey).export({ type: 'pkcs8', format: 'der' });
  try {
    const bytes = await writePkcs12(
      key,
      certificates.map(({ raw }) => raw),
      password,
    );
    await writeVerified(path, {
      write: (file) => file.writeFile(bytes),
      verify: (written) => verify(written, password, certificates),
    });
  } finally {
    key.fill(0);
  }
}
