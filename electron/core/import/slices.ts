import { LasError } from '../../../shared/api/errors.ts';
import { giveWay } from '../giveWay.ts';

/** No slice of long work takes much longer, so that everything else goes on meanwhile. */
const SLICE_MS = 20;

/** Cuts long work into slices: call it after every item; it waits as soon as the slice is over, and then runs `between`. */
export function slices(stopped: () => boolean, between: () => void = () => undefined): () => Promise<void> | undefined {
  let began = performance.now();
  return () => {
    if (performance.now() - began < SLICE_MS) return undefined;
    between();
    return giveWay().then(() => {
      if (stopped()) throw new LasError('import-stopped');
      began = performance.now();
    });
  };
}
