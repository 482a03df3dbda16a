import { existsSync } from 'node:fs';
import { LasError } from '../../../shared/api/errors.ts';
import type { Keys } from './keys.ts';
import { readKeys, writeKeys } from './keysFile.ts';
import type { KdfCost } from './wrapping.ts';

/** The keys.json of one administration, and the way to change it while the administration is open. */
export class Keyring {
  readonly #file: string;
  readonly #cost: KdfCost | undefined;
  readonly #key: () => Buffer | undefined;
  /** The last change: these go one at a time, as each starts from what the last one left. */
  #turn: Promise<unknown> = Promise.resolve();

  /** @param key gives the key of the open administration; undefined while it is locked */
  constructor(file: string, cost: KdfCost | undefined, key: () => Buffer | undefined) {
    this.#file = file;
    this.#cost = cost;
    this.#key = key;
  }

  /** @throws LasError keys-damaged, also when the file is not there; administration-newer */
  read(): Keys {
    if (!existsSync(this.#file)) throw new LasError('keys-damaged');
    return readKeys(this.#file);
  }

  write(keys: Keys): void {
    writeKeys(this.#file, keys);
  }

  /**
   * Writes what `work` makes of the keys. It gets a copy of the key, which locking meanwhile does not wipe. `written` runs as soon as
   * the keys are on disk, while the administration is surely still open.
   * @throws LasError locked, when the administration was locked before or meanwhile
   */
  change(
    work: (keys: Keys, key: Buffer, cost: KdfCost | undefined) => Keys | Promise<Keys>,
    written: () => void = () => undefined,
  ): Promise<void> {
    const turn = this.#turn.then(async () => {
      const open = this.#key();
      if (!open) throw new LasError('locked');
      const key = Buffer.from(open);
      try {
        const changed = await work(this.read(), key, this.#cost);
        if (this.#key() !== open) throw new LasError('locked');
        this.write(changed);
        written();
      } finally {
        key.fill(0);
      }
    });
    this.#turn = turn.catch(() => undefined);
    return turn;
  }
}
