import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect } from 'vitest';
import { dateInNetherlands } from '../../../shared/domain/clock.ts';
import { PASSWORD } from '../administration.ts';
import { BEHEERDER } from './users.ts';
import { LongRun } from './world.ts';

const WAIT_MS = 100;
const LONGEST_WAIT_MS = 20_000;

/** Who was at school on the day of a backup: names by id. */
type Roll = Map<number, string>;

const secret = { password: PASSWORD, login: BEHEERDER };

async function rollOf(run: LongRun): Promise<Roll> {
  const roll: Roll = new Map();
  for (;;) {
    const page = await run.call('leerlingen.list', { show: 'alle', limit: 500, offset: roll.size });
    for (const { id, naam } of page.rows) roll.set(id, naam);
    if (roll.size >= page.total || page.rows.length === 0) return roll;
  }
}

const isOfToday = (run: LongRun, madeAt: string) => dateInNetherlands(new Date(madeAt)) === run.ownToday;

/** The backups of a run by name: made by the program itself, and what is to be found in each. */
export class Backups {
  readonly #run: LongRun;
  readonly #second: string;
  readonly #rolls = new Map<string, Roll>();

  constructor(run: LongRun) {
    this.#run = run;
    this.#second = join(run.dataDir, '..', 'usb');
  }

  /** A stick that gets a copy of every backup. For the beheerder. */
  async setSecondPlace(): Promise<void> {
    mkdirSync(this.#second);
    await this.#run.call('backup.setSecondPlace', { folder: this.#run.grant(this.#second, 'folder') });
  }

  get stickThere(): boolean {
    return existsSync(this.#second);
  }

  /** The stick is taken along, or is back. */
  moveStick(there: boolean): void {
    if (there === this.stickThere) return;
    const away = `${this.#second}-away`;
    if (there) renameSync(away, this.#second);
    else renameSync(this.#second, away);
  }

  /** Waits for the backup of today and remembers who is in it. For the beheerder, before the work of the day. */
  async ofDay(): Promise<void> {
    const run = this.#run;
    for (let waited = 0; waited < LONGEST_WAIT_MS; waited += WAIT_MS) {
      const { making } = await run.call('backup.state', {});
      const { backups } = await run.call('backup.list', {});
      const made = backups.find(({ madeAt, reason }) => reason === 'scheduled' && isOfToday(run, madeAt));
      if (made && !making) {
        if (!this.#rolls.has(made.name)) this.#rolls.set(made.name, await rollOf(run));
        return;
      }
      await delay(WAIT_MS);
    }
  }

  /** Puts back one of the last backups, some days old; gives false when there is none. */
  async restore(): Promise<boolean> {
    const run = this.#run;
    const { backups } = await run.call('restore.known', {});
    const whole = backups.filter(({ name }) => this.#rolls.has(name));
    const backup = whole[2 + run.random.below(3)];
    if (!backup) return false;
    const { draft } = await run.call('restore.inspect', { name: backup.name, place: backup.place });
    await run.call('restore.preview', { draft, secret });
    await run.call('restore.commit', { draft, secret });
    run.tally.count('backups put back');
    return true;
  }

  /**
   * Every backup that is kept, in either place, can be put back into an empty folder, where its log and its pupils are whole.
   * @param most looks into no more than the newest so many
   */
  async expectRestorable(most = Infinity): Promise<void> {
    const run = this.#run;
    const { backups, useless, first } = await run.call('backup.list', {});
    expect(useless).toEqual([]);
    // What goes on rotating them would take some away meanwhile.
    await run.stopCore();
    const folders = { first, second: this.#second };
    for (const { name, place } of backups.slice(0, most)) {
      const found = await this.#lookInto(join(folders[place], name));
      const roll = this.#rolls.get(name);
      const kept = (whom: Roll) => new Map([...whom].filter(([id]) => !run.destroyed.has(id)));
      if (roll) expect.soft(kept(found), `the pupils in ${name} in the ${place} place`).toEqual(kept(roll));
      run.tally.count(`backups verified, ${place} place`);
    }
  }

  async #lookInto(file: string): Promise<Roll> {
    const dataDir = mkdtempSync(join(this.#run.dataDir, '../restored-'));
    const { bron, random, children, now } = this.#run;
    const restored = new LongRun({ dataDir, bron, random, children, now });
    restored.startCore();
    try {
      const { draft } = await restored.call('restore.inspect', { file: restored.grant(file, 'read') });
      await restored.call('restore.preview', { draft, secret });
      await restored.call('restore.commit', { draft, secret });
      expect(await restored.call('changes.verify', {})).toMatchObject({ intact: true });
      return await rollOf(restored);
    } finally {
      await restored.stopCore();
      rmSync(dataDir, { recursive: true, force: true });
    }
  }
}
