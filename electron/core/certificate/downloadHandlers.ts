import type { Output, Parsed } from '../../../shared/api/contract.ts';
import { LasError } from '../../../shared/api/errors.ts';
import { noteEvent, noteExport } from '../changes/note.ts';
import type { HandlersOf, WithFiles } from '../context.ts';
import type { LineOptions } from '../exchange/line.ts';
import { downloadCertificate } from './download.ts';
import type { CertificateDrafts } from './drafts.ts';
import { describeCertificate, wipe } from './identity.ts';
import type { KeptDownload } from './kept.ts';
import { openCertificates } from './open.ts';
import { installCertificate, soughtBy } from './store.ts';

interface Parts {
  drafts: CertificateDrafts;
  kept: KeptDownload;
  line: LineOptions;
  /** Tells the windows. */
  tell: () => void;
  /** To be called after a key was destroyed. */
  forgetKeys: () => void;
}

type DownloadName = `certificate.${'download' | 'openKept' | 'saveKept' | 'discardKept'}`;

/** The operations on a certificate that is downloaded by the program (Stappenplan step 9). */
export function downloadHandlers(
  administration: WithFiles,
  { drafts, kept, line, tell, forgetKeys }: Parts,
): Pick<HandlersOf<'certificate'>, DownloadName> {
  const { db, clock, files } = administration;
  const note = (field: string, value: string) => noteEvent(administration, { entity: 'certificate' }, field, value);

  /** Installs from the kept file the certificate that is valid longest. */
  async function install(password: string): Promise<Output<'certificate.download'>> {
    const file = kept.read();
    const opened = await openCertificates(file, password, soughtBy(db, clock)).finally(() => file.fill(0));
    try {
      const [identity] = opened;
      if (!identity) throw new LasError('certificate-no-key');
      const installed = db
        .transaction(() => {
          note('fingerprint', describeCertificate(identity.certificate).fingerprint);
          return installCertificate(db, clock, identity);
        })
        .immediate();
      kept.forget();
      return installed;
    } finally {
      wipe(opened);
    }
  }

  async function download({ gebruikersnaam, password }: Parsed<'certificate.download'>) {
    if (kept.receivedAt !== undefined) throw new LasError('certificate-kept-first');
    const file = await downloadCertificate(administration, line, { gebruikersnaam, password });
    try {
      kept.keep(file);
      note('downloaded', gebruikersnaam);
      return await install(password);
    } finally {
      forgetKeys();
      tell();
    }
  }

  return {
    'certificate.download': download,
    'certificate.openKept': () => ({ draft: drafts.add(kept.read()) }),
    'certificate.saveKept': async ({ target }) => {
      await kept.save(files.take(target, 'write'));
      noteExport(administration, 'certificaatbestand', kept.receivedAt ?? '');
      return {};
    },
    'certificate.discardKept': () => {
      note('downloadDiscarded', kept.receivedAt ?? '');
      kept.forget();
      forgetKeys();
      tell();
      return {};
    },
  };
}
