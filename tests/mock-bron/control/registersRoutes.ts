import type { z } from 'zod';
import type { MockControl } from '../mockControl.ts';
import { RegisterFileError } from '../registers/read.ts';
import { ControlProblem } from './control.ts';
import type { Route } from './openapi.ts';
import { nothing } from './schemas.ts';
import { registersIn, registersOut } from './registerSchemas.ts';

type Mock = Pick<MockControl, 'registers' | 'replaceRegisters' | 'reloadRegisters'>;

/** The routes of what BRON looks in. */
export const registersRoutes = (mock: Mock): Route[] => [
  {
    method: 'get',
    path: '/registers',
    summary: 'BRIN, BRP, postcodes and elementcodes as they are now, in the form in which they are replaced',
    response: registersOut,
    handle: () => mock.registers(),
  },
  {
    method: 'put',
    path: '/registers',
    summary: 'Replaces BRIN, BRP, postcodes or elementcodes until the next start; what is left out stays',
    body: registersIn,
    response: nothing,
    handle: ({ body }) => {
      mock.replaceRegisters(body as z.output<typeof registersIn>);
      return {};
    },
  },
  {
    method: 'post',
    path: '/registers/reload',
    summary: 'Reads the files of the registers again; when one is not right nothing changes',
    response: nothing,
    handle: () => {
      try {
        mock.reloadRegisters();
      } catch (error) {
        if (error instanceof RegisterFileError) throw new ControlProblem(400, error.message);
        throw error;
      }
      return {};
    },
  },
];
