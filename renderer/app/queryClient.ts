import { QueryCache, QueryClient } from '@tanstack/react-query';
import { askSessionAgain, failureOf } from './api.ts';

/** Seconds that an answer nobody looks at any more is kept: no long-lived copies of pupils. */
const KEPT_MS = 10_000;

/** The answers of the core, for as long as a screen shows them. */
export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        gcTime: KEPT_MS,
        staleTime: 0,
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        // The core is on this computer: being offline is no reason to wait.
        networkMode: 'always',
      },
      mutations: { gcTime: 0, retry: false, networkMode: 'always' },
    },
    queryCache: new QueryCache({
      onError: (error, query) => {
        const { code } = failureOf(error);
        if ((code === 'locked' || code === 'core-stopped') && query.queryKey[0] !== 'session.status')
          void askSessionAgain(client);
      },
    }),
  });
  return client;
}

/** Forgets everything but the state of the session. */
export function forgetData(client: QueryClient): void {
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session.status' });
  client.getMutationCache().clear();
}
