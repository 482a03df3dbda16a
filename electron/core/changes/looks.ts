import type { ErrorCode } from '../../../shared/api/errors.ts';
import type { Persoonsgegevens } from '../../../shared/api/leerlingen.ts';
import type { Administration } from '../context.ts';
import { translateDatabaseError } from '../database/errors.ts';
import { noteNumberShown, type Noting } from './note.ts';

/** The log of changes can be written again later. */
const passing: readonly ErrorCode[] = ['import-running', 'disk-full', 'disk-failed'];
const RETRY_MS = 15_000;

const numbers = ['burgerservicenummer', 'onderwijsnummer'] as const;
type PersonalNumber = (typeof numbers)[number];

/** Which personal number stands in these persoonsgegevens; undefined when none does. */
export const numberIn = (persoon: Persoonsgegevens): PersonalNumber | undefined => numbers.find((key) => persoon[key]);

/** Which personal number is one of these gegevens. */
export const numberAmong = (keys: readonly string[]): PersonalNumber | undefined =>
  numbers.find((key) => keys.includes(key));

const codeOfFailure = (error: unknown): ErrorCode => translateDatabaseError(error)?.failure.code ?? 'internal';

interface Look {
  leerlingId: number;
  which: PersonalNumber;
  at: Date;
}

/**
 * Notes in the log of changes whose number the user at work was shown. Looking must be possible while nothing can be written, during
 * an import or on a full disk: such a look is kept, with its moment, and noted as soon as that can be.
 */
export class Looks {
  readonly #administration: Noting;
  readonly #onFailure: (code: ErrorCode) => void;
  readonly #waiting: Look[] = [];
  #timer: NodeJS.Timeout | undefined;

  /** @param onFailure hears why looks could not be noted at once */
  constructor(
    { db, clock, caller }: Pick<Administration, 'db' | 'clock' | 'caller'>,
    onFailure: (code: ErrorCode) => void = () => undefined,
  ) {
    this.#administration = { db, clock, caller };
    this.#onFailure = onFailure;
  }

  /** Notes that a number of a pupil is shown; nothing when `which` is undefined. @throws LasError administration-damaged */
  note(leerlingId: number, which: PersonalNumber | undefined): void {
    if (which === undefined) return;
    const known = this.#waiting.some((look) => look.leerlingId === leerlingId);
    if (!known) this.#waiting.push({ leerlingId, which, at: this.#administration.clock.now() });
    try {
      this.#write();
    } catch (error) {
      const code = codeOfFailure(error);
      if (!passing.includes(code)) throw error;
      this.#onFailure(code);
      this.#timer ??= setInterval(() => this.#tryAgain(), RETRY_MS).unref();
    }
  }

  /** Tries for the last time. */
  stop(): void {
    this.#tryAgain();
    clearInterval(this.#timer);
  }

  #tryAgain(): void {
    try {
      this.#write();
    } catch (error) {
      this.#onFailure(codeOfFailure(error));
    }
  }

  #write(): void {
    for (let look = this.#waiting[0]; look; look = this.#waiting[0]) {
      const { leerlingId, which, at } = look;
      noteNumberShown({ ...this.#administration, clock: { now: () => at } }, leerlingId, which);
      this.#waiting.shift();
    }
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
