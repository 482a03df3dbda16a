import { encodeEnvelope, type Header } from '../../../../shared/pve/berichten/soap.ts';
import type { Message, RequestNumber } from '../../../../shared/pve/berichten/messages.ts';
import { contentOf, type BerichtCase, type ControlCall, type Step } from '../berichtCases.ts';
import type { ControleCase } from '../controleCases.ts';
import { pupilOf } from './pupil.ts';
import { SOURCE } from './registers.ts';
import { setupOfBatch, setupOfBericht, type Setup } from './setup.ts';

/** What is done in a case by itself, without our programs: what a mock is given, and what is posted to it. */
export interface Play {
  setup: Setup;
  steps: ({ post: string } | ControlCall)[];
  /** What comes back, see `expected` and `wire` of the cases. */
  expected: readonly string[];
}

/** Longer than a message is held up for 312. */
export const HELD_UP_SECONDS = 60;

const advance = (advanceSeconds: number): ControlCall => ({ method: 'POST', path: '/clock', body: { advanceSeconds } });

/** The envelope that a step sends. Without a berichtidentificatie of its own it gets this one. */
export function envelopeOf(
  { send, content, header, replace = [] }: Extract<Step, { send: number }>,
  id: string,
  own: Header,
): string {
  const message = { berichtidentificatie: id, ...contentOf(send, content) };
  const xml = encodeEnvelope(send, message as Message<RequestNumber>, header ?? own);
  return replace.reduce((text, [from, to]) => text.replaceAll(from, to), xml);
}

const idOf = (number: number) => String(number).padStart(16, '0');

/** A case of the controles by itself; undefined when only a LAS is in its position. */
export function playOfMelding(item: ControleCase): Play | undefined {
  const { wire: expected, context } = item;
  if (!expected) return undefined;
  const pupil = pupilOf(item, 0);
  const own = { brinnummer: context.school.brinnummer, aanleverpuntnummer: '00' };
  const post = (berichtidentificatie: string) => ({
    post: encodeEnvelope(3, { berichtidentificatie, ...pupil.content }, own),
  });
  const later = context.register?.laterBericht;
  const late = { kind: 'late', nr: 3, times: 1, seconds: HELD_UP_SECONDS };
  return {
    setup: setupOfBatch({ first: item, placed: [{ item, pupil }] }),
    steps: later
      ? [{ method: 'POST', path: '/faults', body: late }, post(idOf(1)), post(later), advance(HELD_UP_SECONDS)]
      : [post(idOf(1))],
    expected,
  };
}

/** A case about a message by itself. */
export function playOfBericht(item: BerichtCase): Play {
  const own = { brinnummer: item.school.brinnummer, aanleverpuntnummer: '00' };
  const steps = item.steps.map((step, index): Play['steps'][number] => {
    if ('method' in step) return step;
    if ('advanceSeconds' in step) return advance(step.advanceSeconds);
    if ('brp' in step) {
      return { method: 'PUT', path: '/registers', body: { brp: { source: SOURCE, persons: step.brp } } };
    }
    return { post: 'send' in step ? envelopeOf(step, idOf(index + 1), own) : step.sendText };
  });
  return { setup: setupOfBericht(item), steps, expected: item.expected };
}
