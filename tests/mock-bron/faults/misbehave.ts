import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Hit } from '../faults.ts';
import type { Answer, Answers } from '../soap/answer.ts';
import type { Treatment } from '../soap/chain.ts';
import type { BronRequest } from '../soap/request.ts';
import { sendAnswer } from '../soap/send.ts';
import { falseAnswers } from './falseAnswers.ts';
import { lineFaults, lossFaults } from './lineFaults.ts';

/** Seconds of a `slow` answer and in Retry-After, when the fault does not say. */
const DEFAULT_SECONDS = 5;

const secondsOf = ({ fault }: Hit) => fault.seconds ?? DEFAULT_SECONDS;

/** How the chain handles a message under the fault that hits it, when its processing takes `processingSeconds` without it. */
export function treatmentUnder(hit: Hit | undefined, processingSeconds: number): Treatment {
  if (!hit) return { processingSeconds };
  const { effect, fault, random } = hit;
  return {
    processingSeconds: processingSeconds + (effect.late ? (fault.seconds ?? 0) : 0),
    ...(effect.bundle ? { bundle: { random, ...effect.bundle, ...(fault.items ? { items: fault.items } : {}) } } : {}),
  };
}

/**
 * The answer to a message under the fault that hits it; `handle` handles the message and gives the true answer. Undefined: it
 * was not handled, and nothing goes back.
 */
export function answerUnder(
  hit: Hit | undefined,
  request: BronRequest | undefined,
  handle: () => Answer,
  answers: Answers,
): Answer | undefined {
  if (!hit) return handle();
  const { effect } = hit;
  const { nr, berichtidentificatie = '' } = request ?? {};
  if (effect.signaal) {
    return nr === 6
      ? answers.refusal(berichtidentificatie, effect.signaal)
      : answers.ontvangstbevestiging(effect.signaal);
  }
  if (effect.loss && !effect.handled) return undefined;
  const received = () => (nr === 6 ? answers.bundle(berichtidentificatie, []) : answers.ontvangstbevestiging());
  const truth = effect.handled ? handle() : received();
  if (!effect.answer) return truth;
  return falseAnswers[effect.answer]({ nr, berichtidentificatie, truth, answers, seconds: secondsOf(hit) });
}

/** Sends an answer, or lets happen to it what the fault says. `connection`: the TCP connection under the TLS of the response. */
export function deliver(
  hit: Hit | undefined,
  response: ServerResponse,
  answer: Answer | undefined,
  connection: Socket | undefined,
): void {
  const { loss, line } = hit?.effect ?? {};
  if (loss) lossFaults[loss](response, connection);
  else if (hit && answer && line) lineFaults[line]({ response, answer, seconds: secondsOf(hit) });
  else if (answer) sendAnswer(response, answer);
}
