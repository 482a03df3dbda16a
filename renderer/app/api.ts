import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
  type QueryKey,
  type UseMutationOptions,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import type { LasBridge } from '../../shared/api/bridge.ts';
import type { EventName, EventPayload, Input, OperationName, Output } from '../../shared/api/contract.ts';
import { failure, type LasFailure } from '../../shared/api/errors.ts';
import { plainFailure } from './plainFailure.ts';

declare global {
  interface Window {
    /** Given by the preload before any script of the page runs. */
    las: LasBridge;
  }
}

/** What `data.changed` can be about. */
export type Topic = EventPayload<'data.changed'>['topics'][number];

/** Thrown by `call`: carries the sentence and the remedy to show. */
export class OperationError extends Error {
  readonly failure: LasFailure;
  constructor(cause: LasFailure) {
    super(cause.message);
    this.name = 'OperationError';
    this.failure = cause;
  }
}

/** The failure to show for whatever was thrown. */
export const failureOf = (error: unknown): LasFailure =>
  error instanceof OperationError ? error.failure : failure('internal');

/** Calls an operation of the core. Error: `OperationError`, never anything else. */
export async function call<N extends OperationName>(name: N, input: Input<N>): Promise<Output<N>> {
  const result = await window.las.invoke(name, input).catch(() => ({ ok: false as const, error: failure('internal') }));
  if (!result.ok) throw new OperationError(plainFailure(result.error));
  return result.value as Output<N>;
}

/** The key under which the answer of an operation is kept. */
export const keyOf = <N extends OperationName>(name: N, input: Input<N>): QueryKey => [name, input];

const topicsOfPrefix: Record<string, Topic[]> = {
  ageing: ['exchange', 'leerlingen', 'aansluiting'],
  leerlingen: ['leerlingen', 'exchange'],
  notes: ['leerlingen'],
  drafts: ['drafts'],
  enrolment: ['leerlingen', 'groepen', 'settings'],
  bin: ['leerlingen'],
  retention: ['leerlingen', 'backup'],
  exchange: ['exchange', 'certificate', 'settings', 'leerlingen'],
  schedule: ['exchange', 'certificate', 'settings'],
  registratieoverzicht: ['leerlingen', 'exchange'],
  proposals: ['leerlingen', 'exchange'],
  terugkoppelingen: ['leerlingen', 'exchange'],
  ports: ['exchange', 'settings', 'certificate'],
  certificate: ['certificate'],
  settings: ['settings'],
  gezin: ['leerlingen'],
  schoolYears: ['groepen'],
  groepen: ['groepen', 'leerlingen'],
  demo: ['demo'],
  users: ['users'],
  changes: ['changes'],
  backup: ['backup'],
  diagnostics: [],
  // Each answer is a line in the log: it is not asked for anew because something changed.
  disclosure: [],
  restore: ['backup'],
  aansluiting: ['aansluiting', 'leerlingen', 'exchange', 'certificate', 'settings', 'groepen'],
  import: ['import'],
  onvolledig: ['leerlingen'],
  aangenomen: ['leerlingen'],
  funding: ['tellingen', 'leerlingen', 'exchange', 'settings', 'groepen'],
  reports: ['tellingen', 'leerlingen', 'exchange', 'settings', 'groepen'],
  tellingen: ['tellingen', 'leerlingen', 'exchange', 'settings', 'groepen'],
};

/** The topics on which an operation's answer is asked again, when the caller names none. */
export const defaultTopics = (name: string): Topic[] => topicsOfPrefix[name.split('.')[0] ?? ''] ?? [];

export interface OperationOptions {
  /** Topics of `data.changed` on which it is asked again; by default those that fit the operation's name. */
  topics?: Topic[];
  enabled?: boolean;
  /** Milliseconds between two times; absent: only when something changed. */
  refetchInterval?: number;
  /** Keeps showing the former answer while a new input (page, filter) is being fetched. */
  keepPrevious?: boolean;
}

/** The answer of an operation, asked again when its data changed. */
export function useOperation<N extends OperationName>(
  name: N,
  input: Input<N>,
  options: OperationOptions = {},
): UseQueryResult<Output<N>, OperationError> {
  const { topics = defaultTopics(name), enabled = true, refetchInterval, keepPrevious = false } = options;
  const query = useQuery<unknown, OperationError>({
    queryKey: keyOf(name, input),
    queryFn: () => call(name, input),
    meta: { topics },
    enabled,
    ...(refetchInterval === undefined ? {} : { refetchInterval }),
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
  return query as UseQueryResult<Output<N>, OperationError>;
}

export type ActionOptions<N extends OperationName> = Pick<
  UseMutationOptions<Output<N>, OperationError, Input<N>>,
  'onSuccess' | 'onError' | 'onSettled'
>;

/** An operation that changes something, as a mutation: `isPending`, `error.failure`, `mutate`, `mutateAsync`. */
export function useAction<N extends OperationName>(
  name: N,
  options: ActionOptions<N> = {},
): UseMutationResult<Output<N>, OperationError, Input<N>> {
  const client = useQueryClient();
  return useMutation<Output<N>, OperationError, Input<N>>({
    mutationFn: (input) => call(name, input),
    ...options,
    onError: (error, ...rest) => {
      if (error.failure.code === 'locked' || error.failure.code === 'core-stopped') void askSessionAgain(client);
      return options.onError?.(error, ...rest);
    },
  });
}

/** Listens to an event of the core for as long as the component is there. */
export function useEvent<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): void {
  const heard = useEffectEvent(listener);
  useEffect(
    () =>
      window.las.on(name, (payload) => {
        heard(payload as EventPayload<N>);
      }),
    [name],
  );
}

/** Has the state of the session asked again, after which the right screen shows. */
export const askSessionAgain = (client: QueryClient): Promise<void> =>
  client.invalidateQueries({ queryKey: ['session.status'] });

/** Keeps what is shown true to what the core says of its own accord. Gives the function that stops it. */
export function followEvents(client: QueryClient): () => void {
  const stopData = window.las.on('data.changed', (payload) => {
    const { topics } = payload as EventPayload<'data.changed'>;
    void client.invalidateQueries({
      predicate: ({ meta }) =>
        (meta?.['topics'] as Topic[] | undefined)?.some((topic) => topics.includes(topic)) ?? false,
    });
  });
  const stopSession = window.las.on('session.changed', () => void askSessionAgain(client));
  return () => {
    stopData();
    stopSession();
  };
}
