import type { Message } from '../../../shared/pve/berichten/messages.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { addProposal } from '../proposals/store.ts';
import { takeRemoved } from './removal.ts';
import type { RemovalContent } from './removalContent.ts';
import { isSamePupil } from './samePupil.ts';
import { writeOutcome, type AnsweredMelding, type ProcessReport } from './terugkoppeling.ts';

/** Whether a bericht 11 really is about the inschrijving that this verwijdering names: same date and pupil. */
export function concernsRemoval(
  db: Connection,
  answered: AnsweredMelding,
  { persoon: [told = {}] = [], identificatieInschrijving: [inschrijving] = [] }: Message<11>,
): boolean {
  const { persoon: [asked = {}] = [], identificatieInschrijving: [wanted] = [] } = JSON.parse(
    answered.content,
  ) as RemovalContent;
  return inschrijving?.datumInschrijving === wanted?.datumInschrijving && isSamePupil(db, answered, asked, told);
}

/**
 * Settles a verwijdering that BRON has carried out (PvE 5.6.11). What it says besides (476) is shown with the pupil, as the inschrijving
 * goes. Call it in the transaction that keeps the terugkoppeling.
 */
export function settleRemoval(
  administration: Administration,
  message: Message<11>,
  bericht: AnsweredMelding,
  terugkoppelingId: number,
  report: ProcessReport,
): void {
  const { db, clock } = administration;
  writeOutcome(db, bericht.id, 'verwijderd', clock.now().toISOString());
  const asked = takeRemoved(administration, bericht.inschrijving_id);
  if (message.signaal?.length) {
    const { id: berichtId, leerling_id: leerlingId } = bericht;
    addProposal(administration, { nr: 11, leerlingId, berichtId, terugkoppelingId, content: message });
    report.proposals += 1;
  }
  if (asked?.newStart === undefined) report.removed += 1;
  else report.corrected += 1;
}
