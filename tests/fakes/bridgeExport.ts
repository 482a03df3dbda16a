// The part of the fake bridge that is about exports.
import type { ColumnSet } from '../../shared/api/export.ts';
import type { OperationName } from '../../shared/api/contract.ts';
import type { HandlersOf } from './bridgeLeerlingen.ts';

/** The operations on exports: every file holds the three pupils of the fake. */
export function exportHandlers(): HandlersOf<Extract<OperationName, `export.${string}`>> {
  let columnSets: ColumnSet[] = [];
  const outcome = { count: 3, bytes: 2048, secretAddressesLeftOut: 1 };
  return {
    'export.options': () => ({ groepen: [{ groep: '3a', vestigingsvolgnummer: '00' }], columnSets }),
    'export.saveColumnSet': (set) => {
      columnSets = [...columnSets, set];
      return {};
    },
    'export.removeColumnSet': ({ name }) => {
      columnSets = columnSets.filter((set) => set.name !== name);
      return {};
    },
    'export.list': () => outcome,
    'export.stop': () => ({}),
  };
}
