import { useEffect, useRef, useState } from 'react';
import type { Output } from '../../../shared/api/contract.ts';
import type { LasFailure } from '../../../shared/api/errors.ts';
import { TAKEN_AT_ONCE, type OverzichtRow } from '../../../shared/api/registratieoverzicht.ts';
import { call, failureOf } from '../../app/api.ts';

type Failures = Output<'registratieoverzicht.takeOver'>['failures'];

/** Takes a group over, some rows at a time, so that it shows how far it is and can be stopped. What was taken over stays so. */
export function useTakeAll(group: OverzichtRow['group']) {
  const [progress, setProgress] = useState<{ taken: number; total: number }>();
  const [failures, setFailures] = useState<Failures>([]);
  const [failure, setFailure] = useState<LasFailure>();
  const [state, setState] = useState<'asking' | 'running' | 'done'>('asking');
  const stopping = useRef(new AbortController());
  useEffect(() => {
    const controller = stopping.current;
    return () => controller.abort();
  }, []);

  async function run() {
    setState('running');
    const { signal } = stopping.current;
    try {
      const { keys } = await call('registratieoverzicht.keys', { group });
      let taken = 0;
      setProgress({ taken, total: keys.length });
      for (let from = 0; from < keys.length && !signal.aborted; from += TAKEN_AT_ONCE) {
        const result = await call('registratieoverzicht.takeOver', { keys: keys.slice(from, from + TAKEN_AT_ONCE) });
        taken += result.taken;
        setProgress({ taken, total: keys.length });
        setFailures((before) => [...before, ...result.failures]);
      }
    } catch (error) {
      setFailure(failureOf(error));
    }
    setState('done');
  }

  return {
    progress,
    failures,
    failure,
    running: state === 'running',
    done: state === 'done',
    start: () => void run(),
    stop: () => stopping.current.abort(),
  };
}
