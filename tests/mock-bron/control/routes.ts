import type { z } from 'zod';
import { MomentError, parseMoment } from '../dutchTime.ts';
import { NothingToRevoke, UnknownSchool } from '../helpdesk.ts';
import { UsedBerichtidentificatie } from '../register/known.ts';
import type { MockControl } from '../mockControl.ts';
import { aansluitingRoutes } from './aansluitingRoutes.ts';
import { PlanningError } from '../mijnBron/organisation.ts';
import { brpRoutes } from './brpRoutes.ts';
import { ControlProblem } from './control.ts';
import type { Route } from './openapi.ts';
import { registersRoutes } from './registersRoutes.ts';
import { scenarioRoutes } from './scenarioRoutes.ts';
import { settingRoutes } from './settingRoutes.ts';
import {
  clockIn,
  clockOut,
  faultIn,
  faultOut,
  faultsOut,
  letterIn,
  letterOut,
  loadBoth,
  messagesOut,
  messagesQuery,
  nothing,
  revocationIn,
  revocationOut,
  stateOut,
} from './schemas.ts';
import { cleaningIn, cleaningOut, registerIn, registerOut, registerParams, toldOut } from './registerSchemas.ts';
import { clockState } from './state.ts';

function moment(text: string): Date {
  try {
    return parseMoment(text);
  } catch (error) {
    if (error instanceof MomentError) throw new ControlProblem(400, error.message);
    throw error;
  }
}

/** The routes of the control interface over what the mock can do. */
export function controlRoutes(mock: MockControl): Route[] {
  return [
    {
      method: 'get',
      path: '/clock',
      summary: 'The clock of the mock',
      response: clockOut,
      handle: () => clockState(mock.clock),
    },
    {
      method: 'post',
      path: '/clock',
      summary: 'Sets the clock or moves it forward; it runs on from there',
      body: clockIn,
      response: clockOut,
      handle: ({ body }) => {
        const wanted = body as z.infer<typeof clockIn>;
        if ('set' in wanted) mock.setClock(moment(wanted.set));
        else mock.advanceClock(wanted.advanceSeconds);
        return clockState(mock.clock);
      },
    },
    {
      method: 'post',
      path: '/wachtwoordbrief',
      summary: 'Writes a wachtwoordbrief for an aanleverpunt (Stappenplan step 8); an unused older one lapses',
      body: letterIn,
      response: letterOut,
      handle: ({ body }) => {
        const { brinnummer, aanleverpunt } = body as z.infer<typeof letterIn>;
        try {
          return mock.createWachtwoordbrief(brinnummer, aanleverpunt);
        } catch (error) {
          if (error instanceof UnknownSchool) throw new ControlProblem(404, error.message);
          if (error instanceof PlanningError) throw new ControlProblem(409, error.message);
          throw error;
        }
      },
    },
    {
      method: 'post',
      path: '/certificates/revoke',
      summary:
        'Revokes the certificates of an aanleverpunt and ends its connections; certificates/crl.pem has the list',
      body: revocationIn,
      response: revocationOut,
      handle: ({ body }) => {
        const { brinnummer, aanleverpunt, serial } = body as z.infer<typeof revocationIn>;
        try {
          return { serials: mock.revokeCertificate(brinnummer, aanleverpunt, serial) };
        } catch (error) {
          if (error instanceof NothingToRevoke) throw new ControlProblem(404, error.message);
          throw error;
        }
      },
    },
    {
      method: 'get',
      path: '/load',
      summary: 'How busy BRON is',
      response: loadBoth,
      handle: () => mock.load(),
    },
    {
      method: 'post',
      path: '/load',
      summary: 'Makes BRON as busy as this; what is left out no longer holds it up',
      body: loadBoth,
      response: loadBoth,
      handle: ({ body }) => {
        mock.setLoad(body as z.infer<typeof loadBoth>);
        return mock.load();
      },
    },
    {
      method: 'get',
      path: '/state',
      summary: 'Counts, terugkoppelvoorraad, polls and misuse, letters, certificates and active faults',
      response: stateOut,
      handle: () => mock.state(),
    },
    {
      method: 'get',
      path: '/register/{brinnummer}',
      summary: 'What is registered for a school',
      params: registerParams,
      response: registerOut,
      handle: ({ params }) => ({
        inschrijvingen: mock.register((params as z.infer<typeof registerParams>).brinnummer),
      }),
    },
    {
      method: 'post',
      path: '/register',
      summary: 'Has BRON know persons, with what schools delivered of them before',
      body: registerIn,
      response: nothing,
      handle: ({ body }) => {
        try {
          for (const person of (body as z.output<typeof registerIn>).persons) mock.knowPerson(person);
        } catch (error) {
          if (error instanceof UsedBerichtidentificatie) throw new ControlProblem(409, error.message);
          throw error;
        }
        return {};
      },
    },
    ...aansluitingRoutes(mock),
    ...brpRoutes(mock),
    {
      method: 'post',
      path: '/dubbele-inschrijvingen',
      summary: 'Controls dubbele inschrijvingen now and puts bericht 16 ready for the schools concerned (PvE 5.6.15)',
      response: toldOut,
      handle: () => ({ told: mock.controlDubbeleInschrijvingen() }),
    },
    {
      method: 'post',
      path: '/cleaning',
      summary: 'Cleans BRON of what is older than the bewaartermijn (PvE 3.8); the log of the mock stays',
      body: cleaningIn,
      response: cleaningOut,
      handle: ({ body }) => mock.clean((body as z.output<typeof cleaningIn>).years),
    },
    ...registersRoutes(mock),
    {
      method: 'get',
      path: '/messages',
      summary: 'Every message in and out with its XML, oldest first',
      query: messagesQuery,
      response: messagesOut,
      handle: ({ query }) => ({ messages: mock.messages(query as z.infer<typeof messagesQuery>) }),
    },
    {
      method: 'get',
      path: '/faults',
      summary: 'The active faults',
      response: faultsOut,
      handle: () => ({ faults: mock.faults() }),
    },
    {
      method: 'post',
      path: '/faults',
      summary: 'Asks for a fault',
      body: faultIn,
      response: faultOut,
      handle: ({ body }) => mock.setFault(body as z.infer<typeof faultIn>),
    },
    {
      method: 'delete',
      path: '/faults',
      summary: 'Clears every fault',
      response: nothing,
      handle: () => {
        mock.clearFaults();
        return {};
      },
    },
    ...scenarioRoutes(mock.scenarios),
    ...settingRoutes(mock),
    {
      method: 'post',
      path: '/reset',
      summary:
        'Empties the register, the log and the letters, undoes edits of the BRP, clears faults and scenarios; all else stays',
      response: nothing,
      handle: () => {
        mock.reset();
        return {};
      },
    },
  ];
}
