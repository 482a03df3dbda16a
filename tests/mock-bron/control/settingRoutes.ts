import type { z } from 'zod';
import type { MockControl } from '../mockControl.ts';
import type { Route } from './openapi.ts';
import { editionsBoth, pollingIn, pollingOut } from './schemas.ts';

/** The routes of how strict BRON is. */
export const settingRoutes = (mock: Pick<MockControl, 'editions' | 'polling' | 'setPolling'>): Route[] => [
  {
    method: 'get',
    path: '/editions',
    summary: 'The edition of the PvE that judges, where it is not the one of the day',
    response: editionsBoth,
    handle: () => mock.editions.get(),
  },
  {
    method: 'put',
    path: '/editions',
    summary: 'Has an edition of the PvE judge, for all or for a school or aanleverpunt',
    body: editionsBoth,
    response: editionsBoth,
    handle: ({ body }) => {
      mock.editions.set(body as z.output<typeof editionsBoth>);
      return mock.editions.get();
    },
  },
  {
    method: 'get',
    path: '/polling',
    summary: 'The pause after an empty bericht 7, and what is done about asking within it',
    response: pollingOut,
    handle: () => mock.polling(),
  },
  {
    method: 'put',
    path: '/polling',
    summary: 'Sets that pause and measure; what is left out is as in PvE 6.2',
    body: pollingIn,
    response: pollingOut,
    handle: ({ body }) => {
      mock.setPolling(body as z.output<typeof pollingIn>);
      return mock.polling();
    },
  },
];
