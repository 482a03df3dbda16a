import { LasError } from '../../shared/api/errors.ts';
import { countingOperations } from '../../shared/api/counting.ts';
import { fundingOperations } from '../../shared/api/funding.ts';
import { mijnBronOperations } from '../../shared/api/mijnBron.ts';
import { reportsOperations } from '../../shared/api/reports.ts';
import { tellingenOperations } from '../../shared/api/tellingen.ts';
import type { HandlersOf } from './bridgeLeerlingen.ts';

const operations = {
  ...mijnBronOperations,
  ...tellingenOperations,
  ...countingOperations,
  ...reportsOperations,
  ...fundingOperations,
};
type MijnBronName = keyof typeof operations;

/** The pages of the fake have no Mijn BRON behind them, and count nothing. */
export const mijnBronHandlers = (): HandlersOf<MijnBronName> => {
  const absent = () => {
    throw new LasError('mijn-bron-absent');
  };
  return Object.fromEntries(Object.keys(operations).map((name) => [name, absent])) as never;
};
