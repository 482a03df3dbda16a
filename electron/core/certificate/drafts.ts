import { randomUUID } from 'node:crypto';
import { LasError } from '../../../shared/api/errors.ts';
import { waitAfter } from '../users/attempts.ts';
import { wipe, type Identity } from './identity.ts';
import { openCertificates, type Sought } from './open.ts';

const LIFETIME_MS = 5 * 60_000;

interface Draft {
  id: string;
  /** By the Clock, in ms. */
  expires: number;
  /** Overwrites it when nobody comes back for it, whatever the Clock does. */
  timer: NodeJS.Timeout;
  /** The file, until the right password has opened it. */
  bytes: Buffer;
  opened: Identity[];
  /** Wrong passwords in a row, and when the last was tried. */
  failures: number;
  failedAt: number;
}

const isWrongPassword = (error: unknown) =>
  error instanceof LasError && error.failure.code === 'certificate-wrong-password';

function overwrite({ bytes, opened, timer }: Draft): void {
  clearTimeout(timer);
  bytes.fill(0);
  wipe(opened);
}

/**
 * The certificate file that was chosen last, in this process only: first its bytes, then what a password has opened. It lives five
 * minutes from choosing and again from opening, and is overwritten at the end of that, at another choice, when it is installed and
 * when the administration closes.
 */
export class CertificateDrafts {
  #draft: Draft | undefined;
  readonly #sought: () => Sought;

  /** @param sought whose certificate it has to be, and the clock */
  constructor(sought: () => Sought) {
    this.#sought = sought;
  }

  #now = (): number => this.#sought().clock.now().getTime();

  #forgetLater = (): NodeJS.Timeout => setTimeout(() => this.clear(), LIFETIME_MS).unref();

  /** Keeps a file in the place of a former one; gives the id to open it by. */
  add(bytes: Buffer): string {
    this.clear();
    const id = randomUUID();
    const expires = this.#now() + LIFETIME_MS;
    this.#draft = { id, expires, timer: this.#forgetLater(), bytes, opened: [], failures: 0, failedAt: 0 };
    return id;
  }

  /**
   * Opens the file; with another password than the right one it can be tried again.
   * @throws LasError certificate-draft-gone, certificate-wait, and what `openCertificates` throws
   */
  async open(id: string, password: string): Promise<readonly Identity[]> {
    const draft = this.#demand(id);
    const seconds = Math.ceil(waitAfter(draft.failures) - Math.max(0, this.#now() - draft.failedAt) / 1000);
    if (seconds > 0) throw new LasError('certificate-wait', { seconds });
    // Counted from before it starts: two at a time gain nothing.
    draft.failures += 1;
    draft.failedAt = this.#now();
    const opened = await openCertificates(draft.bytes, password, this.#sought()).catch((error: unknown) => {
      // What was overwritten in the meantime reads as anything.
      if (this.#draft !== draft) throw new LasError('certificate-draft-gone');
      if (!isWrongPassword(error)) draft.failures = 0;
      throw error;
    });
    if (this.#draft !== draft) {
      wipe(opened);
      throw new LasError('certificate-draft-gone');
    }
    overwrite(draft);
    this.#draft = { ...draft, opened, failures: 0, expires: this.#now() + LIFETIME_MS, timer: this.#forgetLater() };
    return opened;
  }

  /** Gives one of the opened certificates to `use` and then forgets them all. @throws LasError certificate-draft-gone, and what `use` throws */
  take<T>(id: string, fingerprint: string, use: (identity: Identity) => T): T {
    const identity = this.#demand(id).opened.find(({ certificate }) => certificate.fingerprint256 === fingerprint);
    if (!identity) throw new LasError('certificate-draft-gone');
    const result = use(identity);
    this.clear();
    return result;
  }

  /** Forgets a draft, if it is still there. */
  discard(id: string): void {
    if (this.#draft?.id === id) this.clear();
  }

  clear(): void {
    if (this.#draft) overwrite(this.#draft);
    this.#draft = undefined;
  }

  #demand(id: string): Draft {
    const draft = this.#draft;
    if (draft && draft.expires < this.#now()) this.clear();
    if (!this.#draft || this.#draft.id !== id) throw new LasError('certificate-draft-gone');
    return this.#draft;
  }
}
