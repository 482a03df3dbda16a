import { LasError } from '../../../shared/api/errors.ts';
import type { Reactie, receivedReactie } from '../../../shared/mijnBron/reactie.ts';
import type { z } from 'zod';
import { noteEvent } from '../changes/note.ts';
import type { Administration } from '../context.ts';
import { pickedGtbs } from '../counts/gtbs.ts';
import { newestOverview } from '../counts/overviews.ts';
import { readSchool } from '../school/settings.ts';

type Received = z.infer<typeof receivedReactie>;
export type GivenReactie = Omit<Reactie, 'by'>;

/** What a reactie is about has to be what is newest here. @throws LasError reactie-without-gtb, reactie-outdated */
function checkNewest(administration: Administration, { gtbs, vergelijkingsoverzicht }: GivenReactie): void {
  const newest = pickedGtbs(administration).map(({ gtb }) => gtb.kenmerk);
  if (newest.length === 0) throw new LasError('reactie-without-gtb');
  const same = newest.length === new Set(gtbs).size && newest.every((kenmerk) => gtbs.includes(kenmerk));
  if (!same || newestOverview(administration)?.kenmerk !== vergelijkingsoverzicht)
    throw new LasError('reactie-outdated');
}

/**
 * Gives the reactie of the gemachtigde and keeps it; who gave it is logged.
 * @throws LasError reactie-without-gtb, reactie-outdated, and what `send` throws: then nothing is kept
 */
export async function giveReactie(
  administration: Administration,
  given: GivenReactie,
  send: (reactie: Reactie) => Promise<Received>,
): Promise<Received> {
  const { db, clock, caller } = administration;
  checkNewest(administration, given);
  const received = await send({ ...given, by: readSchool(db).gemachtigde.naam });
  db.transaction(() => {
    db.prepare(
      'INSERT INTO reactie (choice, by_name, gtbs, vergelijkingsoverzicht, received_on, user_id, given_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ).run(
      ...[received.choice, received.by, JSON.stringify(received.gtbs), received.vergelijkingsoverzicht ?? null],
      ...[received.receivedOn, caller.userId, clock.now().toISOString()],
    );
    noteEvent(administration, { entity: 'reactie' }, 'given', received.choice);
  }).immediate();
  return received;
}
