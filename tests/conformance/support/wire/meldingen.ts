import type { Edition } from '../../../../shared/pve/controles/types.ts';
import type { MockBron } from '../../../mock-bron/server.ts';
import type { ControleCase } from '../controleCases.ts';
import { batchesOf, type Placed } from './batches.ts';
import { textOf, type Exchange } from './exchange.ts';
import { findingsIn } from './findings.ts';
import { agree, type Outcome } from './outcome.ts';
import { HELD_UP_SECONDS } from './play.ts';
import { setUp, setupOfBatch } from './setup.ts';

/** Sends one case; gives its berichtidentificatie and, when it was refused at once, the signaal. */
async function sendCase(mock: MockBron, exchange: Exchange, { item, pupil }: Placed) {
  const id = exchange.nextId();
  const later = item.context.register?.laterBericht;
  if (later) mock.setFault({ kind: 'late', nr: 3, times: 1, seconds: HELD_UP_SECONDS });
  const answer = await exchange.send(3, { berichtidentificatie: id, ...pupil.content });
  // 312: a message delivered later about the same inschrijving is processed before this one.
  if (later) await exchange.send(3, { berichtidentificatie: later, ...pupil.content });
  return { id, refused: answer.content.statusMelding === 'A' ? answer : undefined };
}

/** Sends the cases of an edition as bericht 3 to the mock, and compares what comes back. */
export async function runMeldingen(
  mock: MockBron,
  exchange: Exchange,
  edition: Edition,
  cases: readonly ControleCase[],
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const own = cases.filter(({ editions, wire }) => wire !== undefined && editions.includes(edition));
  for (const batch of batchesOf(own)) {
    setUp(mock, setupOfBatch(batch));
    await exchange.use(batch.first.context.school.brinnummer);
    const sent: (Placed & Awaited<ReturnType<typeof sendCase>>)[] = [];
    for (const placed of batch.placed) sent.push({ ...placed, ...(await sendCase(mock, exchange, placed)) });
    mock.advanceClock(HELD_UP_SECONDS);
    const waiting = new Set(sent.filter(({ refused }) => !refused).map(({ id }) => id));
    const returned = Map.groupBy(waiting.size > 0 ? await exchange.collect(waiting) : [], ({ content }) =>
      textOf(content.berichtidentificatie),
    );
    for (const { item, pupil, id, refused } of sent) {
      const { file, section, name, rows, wire: expected = [] } = item;
      const answers = refused ? [refused] : returned.get(id);
      const got = answers?.flatMap((answer) => findingsIn(answer, pupil.content)) ?? ['no answer'];
      outcomes.push({
        head: { file, section, name, rows, bericht: 3 },
        edition,
        expected,
        got: got.sort(),
        passed: agree(expected, got),
      });
    }
  }
  return outcomes;
}
