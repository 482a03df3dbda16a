import { LasError } from '../../../shared/api/errors.ts';
import type { GrantUse } from '../../../shared/api/bridge.ts';

interface Grant {
  path: string;
  use: GrantUse;
  expires: number;
}

/** How long a person may take between choosing a file and using it, in ms. */
const LIFE_MS = 10 * 60_000;

/**
 * The files and folders that a person chose through the host. A page never names a path: it gets a token, which can be used
 * once, for the use it was chosen for.
 */
export class FileGrants {
  readonly #grants = new Map<string, Grant>();
  readonly #elapsed: () => number;

  constructor(elapsed: () => number = () => performance.now()) {
    this.#elapsed = elapsed;
  }

  /** Keeps what the host says a person chose. */
  add(token: string, path: string, use: GrantUse): void {
    this.#grants.set(token, { path, use, expires: this.#elapsed() + LIFE_MS });
  }

  /** The absolute path behind a token, which is used up. @throws LasError file-gone */
  take(token: string, use: GrantUse): string {
    const grant = this.#grants.get(token);
    this.#grants.delete(token);
    if (!grant || grant.use !== use || grant.expires < this.#elapsed()) throw new LasError('file-gone');
    return grant.path;
  }
}
