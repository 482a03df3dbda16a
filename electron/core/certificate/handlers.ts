import type { CertificateState } from '../../../shared/api/certificate.ts';
import { LasError } from '../../../shared/api/errors.ts';
import { noteEvent, noteExport } from '../changes/note.ts';
import type { HandlersOf, WithFiles } from '../context.ts';
import { readSchool } from '../school/settings.ts';
import { checkNewPassword } from '../users/password.ts';
import type { LineOptions } from '../exchange/line.ts';
import { readChosenCertificate } from './chosenFile.ts';
import { writeCertificateCopy } from './copy.ts';
import { downloadHandlers } from './downloadHandlers.ts';
import type { CertificateDrafts } from './drafts.ts';
import { describeCertificate } from './identity.ts';
import type { CertificateKeeper } from './keeper.ts';
import { KeptDownload } from './kept.ts';
import { certificateState, installCertificate, readMaterial, removeCertificate } from './store.ts';

/** What keeps a certificate from being removed. */
interface UnderWay {
  /** Whether a run is under way. */
  exchanging: () => boolean;
  /** Whether a run, an export or an import is. */
  busy: () => boolean;
}

/** What the certificates are worked on with. */
interface Tools {
  drafts: CertificateDrafts;
  keeper: CertificateKeeper;
  line: LineOptions;
}

/** The operations on the beveiligingscertificaat. */
export function certificateHandlers(
  administration: WithFiles,
  { drafts, keeper, line }: Tools,
  { exchanging, busy }: UnderWay,
): HandlersOf<'certificate'> {
  const { db, clock, emit, files } = administration;
  const note = (field: string, fingerprint: string) =>
    noteEvent(administration, { entity: 'certificate' }, field, fingerprint);
  const tell = () => emit('data.changed', { topics: ['certificate', 'exchange'] });
  const kept = new KeptDownload(administration);
  const forgetKeys = () => keeper.forgetKeys();
  const state = (): CertificateState => {
    const { receivedAt } = kept;
    return { ...certificateState(db, clock), ...(receivedAt === undefined ? {} : { downloadedAt: receivedAt }) };
  };
  /** The draft that was made of the kept file. */
  let keptDraft: string | undefined;
  const downloading = downloadHandlers(administration, { drafts, kept, line, tell, forgetKeys });
  return {
    ...downloading,
    'certificate.openKept': async (input) => {
      const opened = await downloading['certificate.openKept'](input);
      keptDraft = opened.draft;
      return opened;
    },
    'certificate.get': state,
    'certificate.choose': ({ token }) => ({ draft: drafts.add(readChosenCertificate(files.take(token, 'read'))) }),
    'certificate.inspect': async ({ draft, password }) => {
      const opened = await drafts.open(draft, password);
      return { certificates: opened.map(({ certificate }) => describeCertificate(certificate)) };
    },
    'certificate.install': ({ draft, fingerprint }) => {
      const installed = drafts.take(draft, fingerprint, (identity) =>
        db
          .transaction(() => {
            note('fingerprint', fingerprint);
            return installCertificate(db, clock, identity);
          })
          .immediate(),
      );
      if (draft === keptDraft) {
        kept.forget();
        forgetKeys();
      }
      tell();
      return installed;
    },
    'certificate.discard': ({ draft }) => {
      drafts.discard(draft);
      return {};
    },
    'certificate.remove': ({ fingerprint }) => {
      if (exchanging()) throw new LasError('run-active');
      if (busy()) throw new LasError('export-active');
      db.transaction(() => {
        removeCertificate(db, clock, fingerprint);
        note('removed', fingerprint);
      }).immediate();
      forgetKeys();
      tell();
      return state();
    },
    'certificate.export': async ({ fingerprint, target, password }) => {
      const path = files.take(target, 'write');
      checkNewPassword(password, [readSchool(db).naam]);
      await writeCertificateCopy(path, readMaterial(db, fingerprint), password);
      noteExport(administration, 'certificaat', fingerprint);
      return {};
    },
  };
}
