// The entry of the thread in which backups are made and checked, so that searches are answered meanwhile.
import { parentPort, workerData } from 'node:worker_threads';
import { failure, LasError, type Result } from '../../../shared/api/errors.ts';
import { doJob, type Job } from './jobs.ts';

function answer(job: Job): Result<unknown> {
  try {
    return { ok: true, value: doJob(job) };
  } catch (error) {
    return { ok: false, error: error instanceof LasError ? error.failure : failure('internal') };
  } finally {
    if ('key' in job) job.key.fill(0);
  }
}

parentPort?.postMessage(answer(workerData as Job));
