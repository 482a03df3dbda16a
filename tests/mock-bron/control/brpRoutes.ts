import type { z } from 'zod';
import { BrpProblem } from '../jobs/brpEditor.ts';
import { UnknownPgn } from '../jobs/rehang.ts';
import type { Owner } from '../register/terugkoppelvoorraad.ts';
import { brpPerson } from '../registers/brp.ts';
import type { MockControl } from '../mockControl.ts';
import { ControlProblem } from './control.ts';
import type { Route } from './openapi.ts';
import { brpChanges, brpParams, rehangIn, toldOut } from './registerSchemas.ts';

const statuses = { unknown: 404, taken: 409, invalid: 400 } as const;

function told(edit: () => Owner[]) {
  try {
    return { told: edit() };
  } catch (error) {
    if (error instanceof BrpProblem) throw new ControlProblem(statuses[error.reason], error.message);
    if (error instanceof UnknownPgn) throw new ControlProblem(404, error.message);
    throw error;
  }
}

const bsnOf = (params: unknown) => (params as z.infer<typeof brpParams>).bsn;

/** The routes with which a tester edits persons, so that the schools get a bericht 15. */
export function brpRoutes(mock: Pick<MockControl, 'brp' | 'rehang'>): Route[] {
  return [
    {
      method: 'get',
      path: '/brp/{bsn}',
      summary: 'A person as the BRP has him',
      params: brpParams,
      response: brpPerson,
      handle: ({ params }) => {
        const person = mock.brp.person(bsnOf(params));
        if (!person) throw new ControlProblem(404, `the BRP has nobody under ${bsnOf(params)}`);
        return person;
      },
    },
    {
      method: 'put',
      path: '/brp/{bsn}',
      summary:
        'The BRP has somebody new, or this person instead; schools that see a change get bericht 15 (PvE 5.6.14)',
      params: brpParams,
      body: brpPerson,
      response: toldOut,
      handle: ({ params, body }) => told(() => mock.brp.put(bsnOf(params), body as z.infer<typeof brpPerson>)),
    },
    {
      method: 'patch',
      path: '/brp/{bsn}',
      summary: 'Changes some gegevens of a person of the BRP, null takes one away; schools that see it get bericht 15',
      params: brpParams,
      body: brpChanges,
      response: toldOut,
      handle: ({ params, body }) => told(() => mock.brp.change(bsnOf(params), body as Record<string, unknown>)),
    },
    {
      method: 'post',
      path: '/register/rehang',
      summary: 'Hangs a pupil under another PGN ("omhangen"); his schools get bericht 15',
      body: rehangIn,
      response: toldOut,
      handle: ({ body }) => {
        const { from, to } = body as z.infer<typeof rehangIn>;
        return told(() => mock.rehang(from, to));
      },
    },
  ];
}
