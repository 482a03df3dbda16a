import type { Output, Parsed } from '../../../shared/api/contract.ts';
import { LasError } from '../../../shared/api/errors.ts';
import type { ComparedRow } from '../../../shared/domain/registratieoverzicht/compare.ts';
import type { Administration, HandlersOf } from '../context.ts';
import { endCompared } from '../exchange/compareFirst.ts';
import { giveWay } from '../giveWay.ts';
import { displayName } from '../leerlingen/search.ts';
import { Comparison } from './comparison.ts';
import { letStand } from './decisions.ts';
import { deliverRowAgain } from './deliverAgain.ts';
import { keyOfRow } from './differencesIn.ts';
import { comparedPage, keysOfGroup } from './rows.ts';
import { takeOverRow } from './takeOver.ts';

/** The operations on what is not the same here and in BRON. */
export function registratieoverzichtHandlers(administration: Administration): HandlersOf<'registratieoverzicht'> {
  const { db, emit } = administration;
  const comparison = new Comparison(db);
  const changed = () => emit('data.changed', { topics: ['leerlingen', 'exchange'] });
  /** @throws LasError not-found */
  const rowWith = async (key: string): Promise<ComparedRow> => {
    const row = (await comparison.current()).rows.find((one) => keyOfRow(one) === key);
    if (!row) throw new LasError('not-found');
    return row;
  };

  async function takeOver({
    keys,
    only,
  }: Parsed<'registratieoverzicht.takeOver'>): Promise<Output<'registratieoverzicht.takeOver'>> {
    const wanted = new Set(keys);
    const rows = (await comparison.current()).rows.filter((row) => wanted.has(keyOfRow(row)));
    const failures: Output<'registratieoverzicht.takeOver'>['failures'] = [];
    for (const row of rows) {
      try {
        takeOverRow(administration, row, only);
      } catch (error) {
        if (!(error instanceof LasError)) throw error;
        const persoon = (row.here ?? row.bron)?.persoon ?? {};
        failures.push({ key: keyOfRow(row), naam: displayName(persoon), failure: error.failure });
      }
      await giveWay();
    }
    endCompared(db);
    changed();
    return { taken: rows.length - failures.length, failures };
  }

  return {
    'registratieoverzicht.compared': async (query) => comparedPage(db, await comparison.current(), query),
    'registratieoverzicht.keys': async ({ group }) => ({ keys: keysOfGroup(db, await comparison.current(), group) }),
    'registratieoverzicht.takeOver': takeOver,
    'registratieoverzicht.deliverAgain': async ({ key }) => {
      deliverRowAgain(administration, await rowWith(key));
      endCompared(db, key);
      changed();
      return {};
    },
    'registratieoverzicht.letStand': async ({ key, reason }) => {
      letStand(administration, await rowWith(key), reason);
      endCompared(db);
      changed();
      return {};
    },
  };
}
