// The entry of the thread that does the long work on files, as making and checking backups, so that searches are answered meanwhile.
import { parentPort, workerData } from 'node:worker_threads';
import { failure, LasError, type Result } from '../../../shared/api/errors.ts';
import { doJob } from './jobs.ts';
import type { Order } from './thread.ts';

function answer({ job, stop }: Order): Result<unknown> {
  const goOn = () => {
    if (Atomics.load(stop, 0) !== 0) throw new LasError('locked');
  };
  try {
    return { ok: true, value: doJob(job, goOn) };
  } catch (error) {
    return { ok: false, error: error instanceof LasError ? error.failure : failure('internal') };
  } finally {
    if ('key' in job) job.key.fill(0);
  }
}

parentPort?.postMessage(answer(workerData as Order));
