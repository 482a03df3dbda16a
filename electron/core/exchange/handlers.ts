import { LasError } from '../../../shared/api/errors.ts';
import type { MeldingContent } from '../../../shared/pve/berichten/content.ts';
import { noteEvent } from '../changes/note.ts';
import type { Administration, HandlersOf } from '../context.ts';
import { readSchool } from '../school/settings.ts';
import { offerAgain } from './offerAgain.ts';
import { aboutLeerling } from './aboutLeerling.ts';
import { envelopeOf } from './outbox.ts';
import { listRegistratieoverzichten, listUnmatched } from './registratieoverzicht.ts';
import { requestRemoval, withdrawRemoval } from './removal.ts';
import { exchangeOverview, listBerichten } from './overview.ts';
import type { ExchangeRunner } from './runner.ts';
import type { Schedule } from './schedule.ts';
import { refreshInschrijving } from './state.ts';

interface Held {
  inschrijving_id: number;
  berichtidentificatie: string;
  content: string;
}

/** Lets a melding go out although a controle holds it back: BRON is the authority. Who and why stays with the message and in the log. */
function sendAnyway(administration: Administration, berichtId: number, reason: string): void {
  const { db, clock, caller } = administration;
  db.transaction(() => {
    const held = db
      .prepare<[number], Held>(
        "SELECT inschrijving_id, berichtidentificatie, content FROM bericht WHERE id = ? AND state = 'tegengehouden'",
      )
      .get(berichtId);
    if (!held) throw new LasError('message-not-held');
    const body = envelopeOf(3, held.berichtidentificatie, JSON.parse(held.content) as MeldingContent, readSchool(db));
    const override = JSON.stringify({ userId: caller.userId, at: clock.now().toISOString(), reason });
    db.prepare("UPDATE bericht SET state = 'opgesteld', body = ?, override_reason = ? WHERE id = ?").run(
      body,
      override,
      berichtId,
    );
    noteEvent(administration, { entity: 'bericht', entityId: berichtId }, 'sentAnyway', reason);
    refreshInschrijving(db, clock, held.inschrijving_id);
  }).immediate();
}

/** The operations on the exchange. */
export function exchangeHandlers(
  administration: Administration,
  runner: ExchangeRunner,
  schedule: Schedule,
): HandlersOf<'exchange'> {
  const { db, emit } = administration;
  const changed = () => emit('data.changed', { topics: ['leerlingen', 'exchange'] });
  return {
    'exchange.overview': () => exchangeOverview(administration, runner, schedule),
    'exchange.send': () => runner.send(),
    'exchange.requestTerugkoppelingen': () => runner.requestTerugkoppelingen(),
    'exchange.requestRegistratieoverzicht': (asked) => runner.requestRegistratieoverzicht(asked),
    'exchange.identify': ({ leerlingIds }) => runner.identify(leerlingIds),
    'exchange.aboutLeerling': ({ leerlingId }) => aboutLeerling(db, leerlingId),
    'exchange.registratieoverzichten': (query) => listRegistratieoverzichten(db, query),
    'exchange.unmatched': (query) => listUnmatched(db, query),
    'exchange.testCertificate': () => runner.testCertificate(),
    'exchange.stop': () => {
      runner.stop();
      return {};
    },
    'exchange.berichten': (query) => listBerichten(administration, query),
    'exchange.sendAnyway': ({ berichtId, reason }) => {
      sendAnyway(administration, berichtId, reason);
      changed();
      return {};
    },
    'exchange.remove': ({ inschrijvingId, version, reason }) => {
      requestRemoval(administration, inschrijvingId, version, { reason });
      changed();
      return {};
    },
    'exchange.withdrawRemoval': ({ inschrijvingId }) => {
      withdrawRemoval(administration, inschrijvingId);
      changed();
      return {};
    },
    'exchange.offerAgain': ({ berichtId, reason }) => {
      offerAgain(administration, berichtId, reason);
      changed();
      return {};
    },
  };
}
