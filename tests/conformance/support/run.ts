import type { Edition } from '../../../shared/pve/controles/types.ts';
import { createMockWorld } from '../../mock-bron/testing/world.ts';
import { berichtCases, type BerichtCase } from './berichtCases.ts';
import { base, controleCases, type ControleCase } from './controleCases.ts';
import { runBerichten } from './wire/berichten.ts';
import { createExchange } from './wire/exchange.ts';
import { runMeldingen } from './wire/meldingen.ts';
import type { Outcome } from './wire/outcome.ts';
import type { Traffic } from './wire/traffic.ts';

/** What came of the cases of an edition. */
export interface Run {
  edition: Edition;
  outcomes: Outcome[];
  traffic: Pick<Traffic, 'numbers' | 'problems' | 'missing'>;
  /** Faults of the mock itself. */
  errors: unknown[];
}

/** Which cases are sent: all when left out. */
export interface CaseSelection {
  meldingen: readonly ControleCase[];
  berichten: readonly BerichtCase[];
}

/** Starts a mock BRON that judges by an edition, and sends it the cases that hold in it over mutual TLS. */
export async function runConformance(
  edition: Edition,
  { meldingen, berichten }: CaseSelection = { meldingen: controleCases, berichten: berichtCases },
): Promise<Run> {
  const world = await createMockWorld({ edition });
  try {
    const exchange = await createExchange(world.mock, base().school.brinnummer, edition);
    try {
      const outcomes = [
        ...(await runMeldingen(world.mock, exchange, edition, meldingen)),
        ...(await runBerichten(world.mock, exchange, edition, berichten)),
      ];
      return { edition, outcomes, traffic: exchange.traffic, errors: world.errors };
    } finally {
      exchange.close();
    }
  } finally {
    await world.close();
  }
}
