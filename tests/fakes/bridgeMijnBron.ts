import { LasError } from '../../shared/api/errors.ts';
import { mijnBronOperations } from '../../shared/api/mijnBron.ts';
import { tellingenOperations } from '../../shared/api/tellingen.ts';
import type { HandlersOf } from './bridgeLeerlingen.ts';

type MijnBronName = keyof typeof mijnBronOperations | keyof typeof tellingenOperations;

/** The pages of the fake have no Mijn BRON behind them, and count nothing. */
export const mijnBronHandlers = (): HandlersOf<MijnBronName> => {
  const absent = () => {
    throw new LasError('mijn-bron-absent');
  };
  return Object.fromEntries(
    Object.keys({ ...mijnBronOperations, ...tellingenOperations }).map((name) => [name, absent]),
  ) as never;
};
