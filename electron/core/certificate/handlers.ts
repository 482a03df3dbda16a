import { noteEvent } from '../changes/note.ts';
import type { Administration, HandlersOf } from '../context.ts';
import type { CertificateDrafts } from './drafts.ts';
import { describeCertificate, readPkcs12 } from './pkcs12.ts';
import { checkCertificate, installCertificate, shownCertificate } from './store.ts';

/** The operations on the beveiligingscertificaat. */
export function certificateHandlers(
  administration: Administration,
  drafts: CertificateDrafts,
): HandlersOf<'certificate'> {
  const { db, clock, emit } = administration;
  return {
    'certificate.get': () => {
      const certificate = shownCertificate(db, clock);
      return certificate ? { certificate } : {};
    },
    'certificate.inspect': ({ file, password }) => {
      const bytes = Buffer.from(file, 'base64');
      try {
        const material = readPkcs12(bytes, password);
        const certificate = describeCertificate(material.pemCertificate);
        checkCertificate(db, clock, certificate);
        return { draft: drafts.add(material), certificate };
      } finally {
        bytes.fill(0);
      }
    },
    'certificate.install': ({ draft }) => {
      const certificate = db
        .transaction(() => {
          const installed = installCertificate(db, clock, drafts.take(draft));
          noteEvent(administration, { entity: 'certificate' }, 'fingerprint', installed.fingerprint);
          return installed;
        })
        .immediate();
      emit('data.changed', { topics: ['certificate', 'exchange'] });
      return { certificate };
    },
  };
}
