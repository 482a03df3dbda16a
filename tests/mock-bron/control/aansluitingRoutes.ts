import type { z } from 'zod';
import { UnknownSchool } from '../helpdesk.ts';
import { PlanningError } from '../mijnBron/organisation.ts';
import { MijnBronRefusal } from '../mijnBron/refusals.ts';
import type { MockControl } from '../mockControl.ts';
import { ControlProblem } from './control.ts';
import type { Route } from './openapi.ts';
import {
  aansluitingOut,
  aansluitingenOut,
  akkoordverklaringIn,
  answerIn,
  cfiIn,
  closingIn,
  delayBoth,
  planningIn,
  postFileOut,
  postFileParams,
  postOut,
  schoolParams,
} from './aansluitingSchemas.ts';
import { nothing } from './schemas.ts';

/** What is thrown when a school cannot be helped, as the answer of the control interface. */
function problemOf(error: unknown): unknown {
  if (error instanceof UnknownSchool) return new ControlProblem(404, error.message);
  if (error instanceof PlanningError) return new ControlProblem(409, error.message);
  if (error instanceof MijnBronRefusal) return new ControlProblem(error.status, `${error.code}: ${error.message}`);
  return error;
}

type Input = Parameters<Route['handle']>[0];

/** A handler whose refusals become answers. */
const answering = (handle: (input: Input) => unknown) => async (input: Input) => {
  try {
    return await handle(input);
  } catch (error) {
    throw problemOf(error);
  }
};

const schoolIn = ({ params }: Input) => (params as z.output<typeof schoolParams>).brinnummer;

/** The routes of the organisatie BRON: the way of schools to BRON, and what Mijn BRON has of them. */
export function aansluitingRoutes({ organisation }: Pick<MockControl, 'organisation'>): Route[] {
  const routes: Route[] = [
    {
      method: 'get',
      path: '/aansluitingen',
      summary: 'The schools that are on their way to BRON, or were',
      response: aansluitingenOut,
      handle: () => ({ schools: organisation.schools() }),
    },
    {
      method: 'post',
      path: '/aansluitingen',
      summary: 'Plans the aansluiting of a school and sends vooraankondiging 1 (Stappenplan step 1)',
      body: planningIn,
      response: aansluitingOut,
      handle: ({ body }) => organisation.plan(body as z.output<typeof planningIn>),
    },
    {
      method: 'get',
      path: '/aansluitingen/{brinnummer}',
      summary: 'Where a school is, its log-ins, and whom the Helpdesk BRON has to call',
      params: schoolParams,
      response: aansluitingOut,
      handle: (input) => organisation.state(schoolIn(input)),
    },
    {
      method: 'post',
      path: '/aansluitingen/{brinnummer}/akkoordverklaring',
      summary: 'The bevoegd gezag has signed: without that no wachtwoordbrief goes out (Stappenplan step 2)',
      params: schoolParams,
      body: akkoordverklaringIn,
      response: aansluitingOut,
      handle: (input) => {
        const { signedOn } = input.body as z.output<typeof akkoordverklaringIn>;
        organisation.receiveAkkoordverklaring(schoolIn(input), signedOn);
        return organisation.state(schoolIn(input));
      },
    },
    {
      method: 'post',
      path: '/aansluitingen/{brinnummer}/closing',
      summary: 'The school closes, or merges into another one, from a day on',
      params: schoolParams,
      body: closingIn,
      response: aansluitingOut,
      handle: (input) => {
        const { on, into } = input.body as z.output<typeof closingIn>;
        return organisation.closeSchool(schoolIn(input), on, into);
      },
    },
    {
      method: 'get',
      path: '/aansluitingen/{brinnummer}/post',
      summary: 'Letters and mails that were sent, newest first; they lie in the folder post of the data folder too',
      params: schoolParams,
      response: postOut,
      handle: (input) => ({ post: organisation.post(schoolIn(input)) }),
    },
    {
      method: 'get',
      path: '/aansluitingen/{brinnummer}/post/{id}/{form}',
      summary: 'A letter as html or pdf, a mail as eml too; also a wachtwoordbrief',
      params: postFileParams,
      response: postFileOut,
      handle: async ({ params }) => {
        const { brinnummer, id, form } = params as z.output<typeof postFileParams>;
        const { fileName, type, content } = await organisation.postFile(brinnummer, id, form);
        return { fileName, type, base64: content.toString('base64') };
      },
    },
    {
      method: 'put',
      path: '/aansluitingen/{brinnummer}/cfi',
      summary:
        'What DUO-CFI has of the ambulant begeleide pupils of a school: BRON is compared with it (Stappenplan step 12)',
      params: schoolParams,
      body: cfiIn,
      response: nothing,
      handle: (input) => {
        organisation.giveCfi(schoolIn(input), (input.body as z.output<typeof cfiIn>).leerlingen);
        return {};
      },
    },
    {
      method: 'post',
      path: '/helpdesk/answers',
      summary: 'Answers a question that a school asked the Helpdesk BRON',
      body: answerIn,
      response: nothing,
      handle: ({ body }) => {
        const { nummer, antwoord } = body as z.output<typeof answerIn>;
        if (!organisation.answerQuestion(nummer, antwoord)) throw new ControlProblem(404, `no question ${nummer}`);
        return {};
      },
    },
    {
      method: 'get',
      path: '/gtb-delay',
      summary: 'Werkdagen between an exchange and the GTB and vergelijkingsoverzicht of it',
      response: delayBoth,
      handle: () => ({ werkdagen: organisation.delay() }),
    },
    {
      method: 'put',
      path: '/gtb-delay',
      summary: 'Sets that: at most seven (Stappenplan step 12); it survives a restart',
      body: delayBoth,
      response: delayBoth,
      handle: ({ body }) => {
        organisation.setDelay((body as z.output<typeof delayBoth>).werkdagen);
        return { werkdagen: organisation.delay() };
      },
    },
  ];
  return routes.map((route) => ({ ...route, handle: answering(route.handle) }));
}
