import type { Input, Output } from '../../../shared/api/contract.ts';
import type { LongRun } from './world.ts';

type Group = Input<'registratieoverzicht.keys'>['group'];

const AT_ONCE = 50;
/** What BRON has of pupils who are not here, and what it has otherwise: after a backup was put back its stand is the later one. */
const TAKEN: readonly Group[] = ['onlyBron', 'double', 'uitgeschreven', 'bekostiging', 'gegevens'];

/** Asks BRON for the registratieoverzicht of today. */
export const askOverzicht = (run: LongRun): Promise<Output<'exchange.requestRegistratieoverzicht'> | undefined> =>
  run.attempt('exchange.requestRegistratieoverzicht', {});

/** Compares the last registratieoverzicht with what is here; takes over what was lost when a backup was put back. */
export async function compareOverzicht(run: LongRun, { takeOver }: { takeOver: boolean }): Promise<void> {
  const compared = await run.attempt('registratieoverzicht.compared', { limit: 200 });
  if (!compared?.overview || !takeOver) return;
  for (const group of TAKEN) {
    const { keys = [] } = (await run.attempt('registratieoverzicht.keys', { group })) ?? {};
    for (let from = 0; from < keys.length; from += AT_ONCE) {
      const taken = await run.attempt('registratieoverzicht.takeOver', { keys: keys.slice(from, from + AT_ONCE) });
      run.tally.count('inschrijvingen taken over', taken?.taken ?? 0);
    }
  }
}
