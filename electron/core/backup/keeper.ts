import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { BackupInfo } from '../../../shared/api/backup.ts';
import { failure, LasError, type LasFailure } from '../../../shared/api/errors.ts';
import { today } from '../../../shared/domain/clock.ts';
import { noteChanges } from '../changes/note.ts';
import type { Administration } from '../context.ts';
import { translateDatabaseError } from '../database/errors.ts';
import type { Logger } from '../log/logger.ts';
import { sweep } from '../retention/sweep.ts';
import { readSchool, readSetting, writeSetting } from '../school/settings.ts';
import { readAdministrationId } from './administrationId.ts';
import { makeBackup, type BackupMaker } from './make.ts';
import { dayOf, freeTarget, infoOf, prune, readPlace, readPlaces, scheduledOf, type PlacePaths } from './places.ts';

const SECOND_PLACE = 'backup.secondPlace';

export interface KeeperOptions extends BackupMaker {
  administration: Administration & { key: Buffer };
  log: Logger;
  /** True while something goes on that a backup must not fall into. */
  busy(): boolean;
  /** Hears of a backup that showed the administration to be damaged. */
  onDamaged(): void;
}

type Problem = 'first' | 'second' | 'destroyed';

/** Makes the backups of an open administration: by hand, and by rotation to a first and a second place. */
export class BackupKeeper {
  readonly #options: KeeperOptions;
  readonly #problems = new Map<Problem, LasFailure>();
  #making = 0;
  #rotating: Promise<void> | undefined;

  constructor(options: KeeperOptions) {
    this.#options = options;
  }

  get making(): boolean {
    return this.#making > 0;
  }

  /** What went wrong with rotation and has not come right since. */
  get problems(): LasFailure[] {
    return [...this.#problems.values()];
  }

  get firstPlace(): string {
    return this.#options.folder.backups;
  }

  get secondPlace(): string | undefined {
    return readSetting<string>(this.#options.administration.db, SECOND_PLACE);
  }

  get places(): PlacePaths {
    const second = this.secondPlace;
    return { first: this.firstPlace, ...(second === undefined ? {} : { second }) };
  }

  /** @param path an existing folder; undefined for none */
  setSecondPlace(path: string | undefined): void {
    const { administration } = this.#options;
    const { db } = administration;
    db.transaction(() => {
      const change = { field: SECOND_PLACE, old: this.secondPlace ?? null, new: path ?? null };
      noteChanges(administration, { entity: 'setting' }, [change]);
      writeSetting(db, SECOND_PLACE, path);
    }).immediate();
    this.#problems.delete('second');
    this.#changed();
    // A rotation under way does not know of it.
    void (this.#rotating ?? Promise.resolve()).then(() => this.rotate());
  }

  /** When the newest backup of this administration was made, wherever it stands. */
  lastAt(): string | undefined {
    const id = readAdministrationId(this.#options.administration.db);
    return readPlaces(this.places, id).backups.find(({ other }) => !other)?.madeAt;
  }

  /** Makes a backup now. @param target a file; the first place when left out */
  async make(reason: 'manual' | 'restore' | 'scheduled', target?: string): Promise<BackupInfo> {
    const { administration, clock, log } = this.#options;
    const file = target ?? freeTarget(this.firstPlace, readSchool(administration.db), clock.now());
    this.#making += 1;
    this.#changed();
    try {
      const manifest = await makeBackup(this.#options, { key: administration.key, target: file, reason });
      log.info('backup-made');
      return infoOf(manifest);
    } catch (error) {
      log.warn('backup-failed');
      if (error instanceof LasError && error.failure.code === 'administration-damaged') this.#options.onDamaged();
      throw error;
    } finally {
      this.#making -= 1;
      this.#changed();
    }
  }

  /** Makes the backup of today when there is none yet, and catches up in the second place. Never throws: problems are kept to be told. */
  rotate(): Promise<void> {
    const { administration, busy } = this.#options;
    if (!administration.db.open || busy()) return Promise.resolve();
    return (this.#rotating ??= this.#rotate().finally(() => {
      this.#rotating = undefined;
    }));
  }

  async #rotate(): Promise<void> {
    const { administration, clock } = this.#options;
    const id = readAdministrationId(administration.db);
    const day = today(clock);
    // Read before the first pause: the administration may be locked meanwhile.
    const second = this.secondPlace;
    await this.#sweep();
    await this.#watch('first', async () => {
      const made = scheduledOf(readPlace(this.firstPlace), id);
      if (!made.some(({ manifest }) => dayOf(manifest) === day)) await this.make('scheduled');
      prune(scheduledOf(readPlace(this.firstPlace), id), day);
    });
    if (second !== undefined) await this.#watch('second', () => this.#catchUp(second, id, day), second);
  }

  /** Clears what is left of destroyed pupils out of the database file and the backups that can be reached. Never throws. */
  async sweep(): Promise<void> {
    await this.#rotating;
    await (this.#rotating ??= this.#sweep().finally(() => {
      this.#rotating = undefined;
    }));
  }

  async #sweep(): Promise<void> {
    await this.#watch('destroyed', async () => {
      if (await sweep(this.#options)) this.#changed();
    });
  }

  /** Copies the newest backup of the first place to the second when it is not there. */
  async #catchUp(second: string, id: string, day: string): Promise<void> {
    if (!existsSync(second)) throw new LasError('backup-place-missing', { place: second });
    const newest = scheduledOf(readPlace(this.firstPlace), id)[0];
    if (!newest) return;
    const target = join(second, basename(newest.path));
    const there = readPlace(second);
    if (!there.backups.some(({ path }) => path === target)) {
      await this.#options.thread.run({ kind: 'copy', source: newest.path, target });
    }
    prune(scheduledOf(readPlace(second), id), day);
  }

  async #watch(place: Problem, work: () => Promise<void>, second?: string): Promise<void> {
    const before = this.#problems.get(place);
    try {
      await work();
      this.#problems.delete(place);
    } catch (error) {
      const known = this.#meaningOf(error, second);
      // Locking the administration ends what was under way; that is no problem.
      if (known.code !== 'locked') this.#problems.set(place, known);
    }
    if (before?.message !== this.#problems.get(place)?.message) this.#changed();
  }

  /** In the second place whatever keeps files from being read or written means that it is not there. */
  #meaningOf(error: unknown, second?: string): LasFailure {
    const known = translateDatabaseError(error)?.failure ?? failure('internal');
    const gone = ['folder-not-writable', 'backup-target-refused'].includes(known.code);
    return second !== undefined && gone ? failure('backup-place-missing', { place: second }) : known;
  }

  #changed(): void {
    this.#options.administration.emit('data.changed', { topics: ['backup'] });
  }
}
