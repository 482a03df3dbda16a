import { LasError } from '../../../shared/api/errors.ts';

/** No slice of long work takes much longer, so that everything else goes on meanwhile. */
const SLICE_MS = 20;

/** Gives way to other work. */
const breathe = () => new Promise<void>((resolve) => void setImmediate(resolve));

/** Cuts long work into slices: call it after every item; it waits as soon as the slice is over, and then runs `between`. */
export function slices(stopped: () => boolean, between: () => void = () => undefined): () => Promise<void> | undefined {
  let began = performance.now();
  return () => {
    if (performance.now() - began < SLICE_MS) return undefined;
    between();
    return breathe().then(() => {
      if (stopped()) throw new LasError('import-stopped');
      began = performance.now();
    });
  };
}
