// The part of the fake bridge that is about exports.
import type { ColumnSet } from '../../shared/api/export.ts';
import type { OperationName } from '../../shared/api/contract.ts';
import type { HandlersOf } from './bridgeLeerlingen.ts';

/** The operations on exports: every file holds the three pupils of the fake. */
export function exportHandlers(): HandlersOf<Extract<OperationName, `export.${string}` | `everything.${string}`>> {
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
    'export.edexml': () => ({ ...outcome, withoutName: 0 }),
    'export.stop': () => ({}),
    'everything.export': () => ({ count: 120, bytes: 65_536 }),
    'everything.inspect': () => ({
      draft: 'draft-2',
      header: {
        version: 1,
        schema: 2,
        program: '0.1.0',
        exportedAt: '2009-11-02T07:00:00.000Z',
        administration: { kind: 'oefen', brinnummer: '99ZZ', aanleverpunt: '00', naam: 'Basisschool De Proef' },
      },
      counts: { leerling: 3, inschrijving: 3, bericht: 4 },
    }),
    'everything.import': () => ({ counts: { leerling: 3, inschrijving: 3, bericht: 4 } }),
    'everything.discard': () => ({}),
  };
}
