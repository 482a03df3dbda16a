import { describe, it } from 'vitest';
import type { Death } from '../support/exchangeKills/death.ts';
import { describeKills, isOfMessage, killAt, listed, rehearse } from '../support/exchangeKills/kills.ts';
import type { ScenarioName } from '../support/exchangeKills/scenarios.ts';

/** The core dies at a change of what is kept besides the states of messages. */
describeKills(listed.filter((at) => !isOfMessage(at)));

/** What a person saves and what goes to BRON hang together here, so that each of its changes has its turn in every run. */
describe('the core that is killed while an uitschrijving and a new inschrijving are made in one step, at', () => {
  const name: ScenarioName = 'an inschrijving is split';
  const deaths = listed
    .filter(({ names }) => names.includes(name))
    .map(({ change }, index) => ({ change, first: index % 2 === 0 }));
  it.each(deaths)('$change (the first time: $first)', async ({ change, first }) => {
    const happens = (await rehearse(name)).get(change) ?? 0;
    // The last melding that leaves is of a new inschrijving.
    const death: Death = first
      ? { change, moment: 'inside', occurrence: 1 }
      : { change, moment: 'committed', occurrence: happens };
    await killAt(name, death, false);
  });
});
