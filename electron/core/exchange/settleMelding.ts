import type { MeldingContent } from '../../../shared/pve/berichten/content.ts';
import { inschrijvingIn } from '../../../shared/pve/berichten/kinds.ts';
import type { Message } from '../../../shared/pve/berichten/messages.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { keepSecret, saysSecret } from '../leerlingen/keepSecret.ts';
import { closeEarlierSignalen, receiveSignaal, type SignaalSource } from './receiveSignaal.ts';
import { isSamePupil } from './samePupil.ts';
import { writeStand } from './stand.ts';
import { keptHash, refreshBronState } from './state.ts';
import { writeOutcome, type AnsweredMelding, type ProcessReport } from './terugkoppeling.ts';

/** Whether a bericht 10 really is about the inschrijving of this message: same kind, datum inschrijving and pupil. */
export function concerns(db: Connection, answered: AnsweredMelding, message: Message<10>): boolean {
  const content = JSON.parse(answered.content) as MeldingContent;
  const sent = content.persoonMetPgn?.[0];
  const persoon = message.persoon?.[0];
  const [delivered, registered] = [inschrijvingIn(content), inschrijvingIn(message)];
  if (registered?.kind !== delivered?.kind) return false;
  if (registered?.inschrijving.datumInschrijving !== delivered?.inschrijving.datumInschrijving) return false;
  if (!sent || !persoon) return !sent;
  return isSamePupil(db, answered, sent, persoon);
}

/** Settles a melding, or a verwijdering that BRON refused. Call it in the transaction that keeps the terugkoppeling. */
export function settleMelding(
  administration: Administration,
  item: SignaalSource['item'],
  bericht: AnsweredMelding,
  terugkoppelingId: number,
  report: ProcessReport,
): void {
  const { db, clock } = administration;
  const content = JSON.parse(bericht.content) as MeldingContent;
  const signalen = item.message.signaal ?? [];
  const state = item.nr === 13 ? 'afgekeurd' : signalen.length > 0 ? 'geregistreerd met signaal' : 'geregistreerd';
  writeOutcome(db, bericht.id, state, clock.now().toISOString());
  closeEarlierSignalen(db, bericht.inschrijving_id, item.nr);
  const hash = keptHash(db, bericht.inschrijving_id);
  if (item.nr === 10) {
    const accepted = { delivered: bericht.content, hash: bericht.content_hash };
    writeStand(db, clock, bericht.inschrijving_id, item.message, accepted);
  }
  const source: SignaalSource = { terugkoppelingId, bericht, content, item };
  if (item.nr === 10 && saysSecret(signalen)) keepSecret(administration, bericht.leerling_id);
  const open = signalen.filter((signaal) => receiveSignaal(administration, source, signaal));
  refreshBronState(db, clock, bericht.inschrijving_id, hash);
  if (state === 'afgekeurd') report.afgekeurd += 1;
  // What was decided before asks nothing of anybody.
  else if (open.length === 0) report.geregistreerd += 1;
  else report.metSignaal += 1;
}
