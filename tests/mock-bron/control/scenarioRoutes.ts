import type { z } from 'zod';
import { ScenarioProblem } from '../scenarios.ts';
import type { MockControl } from '../mockControl.ts';
import { ControlProblem } from './control.ts';
import type { Route } from './openapi.ts';
import { nothing, scenarioIn, scenarioOut, scenariosOut } from './schemas.ts';

/** The routes with which a tester has signalen come back although nothing is wrong. */
export const scenarioRoutes = (scenarios: MockControl['scenarios']): Route[] => [
  {
    method: 'get',
    path: '/scenarios',
    summary: 'The signalen that are still to come back',
    response: scenariosOut,
    handle: () => ({ scenarios: scenarios.list() }),
  },
  {
    method: 'post',
    path: '/scenarios',
    summary: 'Has a signaal come back to the next message of a pupil, a school or a kind, although nothing is wrong',
    body: scenarioIn,
    response: scenarioOut,
    handle: ({ body }) => {
      try {
        return scenarios.set(body as z.output<typeof scenarioIn>);
      } catch (error) {
        if (error instanceof ScenarioProblem) throw new ControlProblem(400, error.message);
        throw error;
      }
    },
  },
  {
    method: 'delete',
    path: '/scenarios',
    summary: 'Clears every scenario',
    response: nothing,
    handle: () => {
      scenarios.clear();
      return {};
    },
  },
];
