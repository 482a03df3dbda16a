import { expect } from 'vitest';
import type { Day } from './calendar.ts';
import { askOverzicht, compareOverzicht } from './overzicht.ts';
import type { LongRun } from './world.ts';

const TELDATUM = '2015-10-01';
const [MONDAY, WEDNESDAY, FRIDAY] = [1, 3, 5];
const MONTH_WEEKS = 4;

/** What a beheerder does once a week or a month. */
export class Paperwork {
  readonly #run: LongRun;

  constructor(run: LongRun) {
    this.#run = run;
  }

  /** For the beheerder, in the morning. */
  async ofDay({ date, week, weekday }: Day): Promise<void> {
    if (weekday === MONDAY) await this.#diagnostics();
    if (weekday === WEDNESDAY) await this.#destroyDue();
    if (weekday === FRIDAY || date === '2015-10-02') await this.#count();
    if (weekday === MONDAY && week % MONTH_WEEKS === 0) await askOverzicht(this.#run);
    if (weekday === WEDNESDAY && week % MONTH_WEEKS === 0) await compareOverzicht(this.#run, { takeOver: false });
  }

  async #diagnostics(): Promise<void> {
    const { text } = await this.#run.call('diagnostics.get', {});
    for (const bsn of this.#run.known.keys()) expect(text.includes(bsn)).toBe(false);
    this.#run.tally.count('diagnostics files');
  }

  async #destroyDue(): Promise<void> {
    const run = this.#run;
    const { rows } = await run.call('retention.list', {});
    const leerlingIds = rows.filter(({ underWay }) => !underWay).map(({ leerlingId }) => leerlingId);
    if (leerlingIds.length === 0) return;
    for (const id of leerlingIds) {
      const { persoon } = await run.call('leerlingen.get', { id });
      run.gone.add(persoon.burgerservicenummer ?? '');
      run.destroyed.add(id);
    }
    await run.call('retention.destroy', { leerlingIds, confirmed: true });
    run.tally.count('pupils destroyed after five years', leerlingIds.length);
  }

  async #count(): Promise<void> {
    const run = this.#run;
    await run.call('tellingen.count', { peildatum: TELDATUM });
    await run.call('tellingen.different', { peildatum: TELDATUM });
    run.tally.count('proeftellingen');
  }
}
