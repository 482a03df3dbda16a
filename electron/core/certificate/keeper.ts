import { LasError } from '../../../shared/api/errors.ts';
import type { Administration } from '../context.ts';
import { appendChange } from '../database/changeLog.ts';
import type { Logger } from '../log/logger.ts';
import { certificateState, destroyKey, endedAndReplaced, forgetKeys } from './store.ts';

const INTERVAL_MS = 15_000;

/**
 * What time does to the certificates while the administration is open: one comes into use, a warning becomes more urgent, and the
 * key of one that was replaced and has ended is destroyed. Which is in use is derived at every reading; this tells the windows.
 */
export class CertificateKeeper {
  readonly #administration: Administration;
  readonly #log: Logger;
  readonly #timer: NodeJS.Timeout;
  /** What the windows know; nothing before the first look. */
  #shown: string | undefined;
  /** Keys were destroyed that the log of the database still has. */
  #toForget = false;

  constructor(administration: Administration, log: Logger) {
    this.#administration = administration;
    this.#log = log;
    this.#look();
    this.#timer = setInterval(() => this.#look(), INTERVAL_MS).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** To be called after a key was destroyed: nothing is left of it from then on, or as soon as nobody reads what was there before. */
  forgetKeys(): void {
    this.#toForget = true;
    this.#look();
  }

  #look(): void {
    try {
      this.#keep();
    } catch (error) {
      this.#log.warn('certificate-not-kept', { code: error instanceof LasError ? error.failure.code : 'internal' });
    }
  }

  #keep(): void {
    const { db, clock, emit } = this.#administration;
    if (!db.readonly) this.#destroy(endedAndReplaced(db, clock));
    const state = JSON.stringify(certificateState(db, clock));
    const changed = this.#shown !== undefined && this.#shown !== state;
    this.#shown = state;
    if (changed) emit('data.changed', { topics: ['certificate', 'exchange'] });
    if (this.#toForget) this.#toForget = !forgetKeys(db);
  }

  #destroy(fingerprints: readonly string[]): void {
    if (fingerprints.length === 0) return;
    const { db, clock } = this.#administration;
    db.transaction(() => {
      for (const fingerprint of fingerprints) {
        destroyKey(db, fingerprint);
        appendChange(db, {
          at: clock.now().toISOString(),
          userId: null,
          entity: 'certificate',
          entityId: null,
          changes: [{ field: 'keyDestroyed', old: null, new: fingerprint }],
        });
      }
    }).immediate();
    this.#toForget = true;
  }
}
