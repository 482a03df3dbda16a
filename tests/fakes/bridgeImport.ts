import { LasError } from '../../shared/api/errors.ts';
import type { HandlersOf } from './bridgeLeerlingen.ts';
import type { OperationName } from '../../shared/api/contract.ts';

type Imports = Extract<OperationName, `${'import' | 'onvolledig' | 'aangenomen'}.${string}`>;

const none = (): never => {
  throw new LasError('import-none');
};

/** The fake administration has no import, and no pupil of whom something is lacking. */
export const importHandlers = (): HandlersOf<Imports> => ({
  'import.openEdexml': none,
  'import.open': () => ({}),
  'import.rows': none,
  'import.candidate': none,
  'import.choose': none,
  'import.answer': none,
  'import.fillOefenpersonen': none,
  'import.apply': none,
  'import.cancel': () => ({}),
  'import.list': () => ({ rows: [] }),
  'import.undo': none,
  'onvolledig.list': () => ({ total: 0, aantal: 0, velden: {}, rows: [] }),
  'aangenomen.list': () => ({ total: 0, fields: [], rows: [] }),
  'aangenomen.ofLeerling': () => ({ marks: [] }),
  'aangenomen.confirm': () => ({ confirmed: 0 }),
});
