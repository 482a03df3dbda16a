import { useState } from 'react';
import type { RunProgress, RunResult } from '../../../shared/api/exchange.ts';
import type { LasFailure } from '../../../shared/api/errors.ts';
import { useAction, useEvent, useOperation } from '../../app/api.ts';

/** While the core is at work its overview is asked again, in case an event was missed. */
const WHILE_RUNNING_MS = 2000;

/** The exchange: what is where, the run going on, what came of the last one, and starting and stopping. */
export function useExchange() {
  const [heard, setHeard] = useState<RunProgress>();
  const [own, setOwn] = useState<RunResult>();
  const [watching, setWatching] = useState(false);
  const overview = useOperation('exchange.overview', {}, watching ? { refetchInterval: WHILE_RUNNING_MS } : {});
  const over = {
    onSettled: () => {
      setHeard(undefined);
      setWatching(false);
      void overview.refetch();
    },
    onSuccess: (result: RunResult) => setOwn(result),
  };
  const send = useAction('exchange.send', over);
  const request = useAction('exchange.requestTerugkoppelingen', over);
  const ask = useAction('exchange.requestRegistratieoverzicht', over);
  const identify = useAction('exchange.identify', over);
  const stop = useAction('exchange.stop');
  const busy = send.isPending || request.isPending || ask.isPending || identify.isPending;
  useEvent('exchange.progress', (progress) => {
    setHeard(progress);
    setWatching(true);
    // A run of the schedule, or of another window: what came of ours is no longer the last.
    if (!busy) setOwn(undefined);
  });
  useEvent('data.changed', ({ topics }) => {
    if (!busy && topics.includes('exchange')) setWatching(false);
  });

  const { data } = overview;
  // A run of another window ends without a word to this one: then the overview says so.
  const running = busy ? (heard ?? data?.running) : data?.running;
  const starting: RunProgress | undefined =
    busy && !running
      ? {
          kind: send.isPending
            ? 'versturen'
            : ask.isPending
              ? 'registratieoverzicht'
              : identify.isPending
                ? 'identificatie'
                : 'terugkoppelingen',
          done: 0,
          total: 0,
          activity: 'Wordt gestart…',
        }
      : undefined;
  const failure: LasFailure | undefined = (send.error ?? request.error ?? ask.error ?? identify.error ?? stop.error)
    ?.failure;
  return {
    overview,
    running: running && heard && busy ? heard : (running ?? starting),
    // Beside why a run failed, what an earlier one brought would be taken for its outcome.
    result: busy || failure ? undefined : (own ?? data?.lastResult),
    failure: busy ? undefined : failure,
    stopping: stop.isPending || (stop.isSuccess && busy),
    send: () => {
      for (const other of [request, ask, identify, stop]) other.reset();
      send.mutate({});
    },
    request: () => {
      for (const other of [send, ask, identify, stop]) other.reset();
      request.mutate({});
    },
    /** Asks what BRON has of all pupils. */
    ask: () => {
      for (const other of [send, request, identify, stop]) other.reset();
      ask.mutate({});
    },
    /** Asks BRON for the number of every pupil of whom it has not confirmed one. */
    identify: () => {
      for (const other of [send, request, ask, stop]) other.reset();
      identify.mutate({});
    },
    stop: () => stop.mutate({}),
  };
}
