import { randomUUID } from 'node:crypto';
import { LasError } from '../../../shared/api/errors.ts';
import type { Clock } from '../../../shared/domain/clock.ts';
import type { CertificateMaterial } from './pkcs12.ts';

const LIFETIME_MS = 5 * 60_000;

/** Certificates that were read and shown but not yet installed. They live five minutes, in this process only. */
export class CertificateDrafts {
  #draft: { id: string; material: CertificateMaterial; expires: number } | undefined;
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Keeps the material; an earlier draft is forgotten. Gives the id to install it by. */
  add(material: CertificateMaterial): string {
    const id = randomUUID();
    this.#draft = { id, material, expires: this.#clock.now().getTime() + LIFETIME_MS };
    return id;
  }

  /** Gives the draft and forgets it. @throws LasError certificate-draft-gone */
  take(id: string): CertificateMaterial {
    const draft = this.#draft;
    this.#draft = undefined;
    if (!draft || draft.id !== id || draft.expires < this.#clock.now().getTime()) {
      throw new LasError('certificate-draft-gone');
    }
    return draft.material;
  }

  clear(): void {
    this.#draft = undefined;
  }
}
