import type { Edition } from '../../../../shared/pve/controles/types.ts';
import type { MockBron } from '../../../mock-bron/server.ts';
import { has, type Answer, type BerichtCase, type ControlCall, type Step } from '../berichtCases.ts';
import type { Exchange, Returned } from './exchange.ts';
import { findingsIn } from './findings.ts';
import { agree, type Outcome } from './outcome.ts';
import { envelopeOf } from './play.ts';
import { SOURCE } from './registers.ts';
import { setUp, setupOfBericht } from './setup.ts';

/** The messages that stand on the connection itself; the others come as terugkoppelingen. */
const SYNCHRONOUS = new Set([7, 17]);

/** What came back, in its order. An answer that is no message has its HTTP status only. */
type Came = Returned | { status: number };

async function control(mock: MockBron, { method, path, body }: ControlCall): Promise<void> {
  const { status } = await fetch(new URL(path, mock.addresses.control), {
    method,
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json' },
  });
  if (status !== 200) throw new Error(`${method} ${path} was answered with HTTP ${status}`);
}

async function take(mock: MockBron, exchange: Exchange, step: Step): Promise<Came[]> {
  if ('method' in step) await control(mock, step);
  else if ('advanceSeconds' in step) mock.advanceClock(step.advanceSeconds);
  else if ('brp' in step) mock.replaceRegisters({ brp: { source: SOURCE, persons: step.brp } });
  else {
    const { returned, status } = await exchange.sendXml(
      'send' in step ? envelopeOf(step, exchange.nextId(), exchange.header()) : step.sendText,
    );
    return [returned ?? { status }];
  }
  return [];
}

const isAccepted = (came: Came) => 'nr' in came && came.content.statusMelding === 'B';

/** Whether something can lie in the voorraad: a message was taken, or BRON may have something to tell of its own accord. */
const mayBeAnswered = ({ steps, onlyAnswer }: BerichtCase, came: readonly Came[]) =>
  !onlyAnswer && (came.some(isAccepted) || steps.some((step) => 'method' in step));

/** The answers that are not there. Of terugkoppelingen of a number there are no more than are named. */
function lacking(came: readonly Came[], answers: readonly Answer[]): string[] {
  const left = came.filter((item) => 'nr' in item);
  const missing = answers.flatMap(({ nr, content }) => {
    if (content === null) return [];
    const index = left.findIndex((item) => item.nr === nr && has(item.content, content));
    if (index < 0) return [`bericht ${nr} is not as expected`];
    left.splice(index, 1);
    return [];
  });
  const named = new Set(answers.map(({ nr }) => nr).filter((nr) => !SYNCHRONOUS.has(nr)));
  return [...missing, ...left.flatMap(({ nr }) => (named.has(nr) ? [`bericht ${nr} more often than expected`] : []))];
}

async function runCase(mock: MockBron, exchange: Exchange, edition: Edition, item: BerichtCase): Promise<Outcome> {
  setUp(mock, setupOfBericht(item));
  await exchange.use(item.school.brinnummer);
  const came: Came[] = [];
  for (const step of item.steps) came.push(...(await take(mock, exchange, step)));
  if (mayBeAnswered(item, came)) came.push(...(await exchange.collect()));
  const signalen = came.flatMap((entry) => ('nr' in entry ? findingsIn(entry) : [`HTTP ${entry.status}`]));
  const got = [...signalen, ...lacking(came, item.answers ?? [])].sort();
  const { file, section, name, rows, bericht, expected } = item;
  return { head: { file, section, name, rows, bericht }, edition, expected, got, passed: agree(expected, got) };
}

/** Plays the cases about messages that hold in an edition. */
export async function runBerichten(
  mock: MockBron,
  exchange: Exchange,
  edition: Edition,
  cases: readonly BerichtCase[],
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const item of cases.filter(({ editions }) => editions.includes(edition))) {
    outcomes.push(await runCase(mock, exchange, edition, item));
  }
  return outcomes;
}
