import { LasError } from '../../shared/api/errors.ts';
import { mijnBronOperations } from '../../shared/api/mijnBron.ts';
import type { HandlersOf } from './bridgeLeerlingen.ts';

type MijnBronName = keyof typeof mijnBronOperations;

/** The pages of the fake have no Mijn BRON behind them. */
export const mijnBronHandlers = (): HandlersOf<MijnBronName> => {
  const absent = () => {
    throw new LasError('mijn-bron-absent');
  };
  return Object.fromEntries(Object.keys(mijnBronOperations).map((name) => [name, absent])) as never;
};
