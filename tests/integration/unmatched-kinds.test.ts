import { expect, it } from 'vitest';
import { processRegistratieoverzicht } from '../../electron/core/exchange/processRegistratieoverzicht.ts';
import { listUnmatched } from '../../electron/core/exchange/registratieoverzicht.ts';
import type { Message } from '../../shared/pve/berichten/messages.ts';
import { directAdministration } from '../support/direct.ts';

it('keeps what is not known here of either kind, also of one pupil on one day, each once', async () => {
  const administration = directAdministration();
  const { db } = administration;
  const persoon = { burgerservicenummer: '999992533', achternaam: 'Jager' };
  const inschrijving = [{ datumInschrijving: '2009-08-01' }];
  const message: Message<12> = {
    persoon: [
      { ...persoon, inschrijvingWpo: inschrijving },
      { ...persoon, inschrijvingWec: inschrijving },
    ],
  };
  for (const id of [1, 2]) {
    db.prepare(
      `INSERT INTO bericht (id, nr, berichtidentificatie, state, created_at, sent_at)
       VALUES (?, 5, ?, 'in behandeling', '2009-11-02', '2009-11-02')`,
    ).run(id, `verzoek ${id}`);
    db.prepare("INSERT INTO registratieoverzicht (bericht_id, peildatum) VALUES (?, '2009-11-02')").run(id);
    const content = JSON.stringify({ selectiegegevens: [{ peildatum: '2009-11-02' }] });
    const verzoek = { id, state: 'in behandeling', sent_at: '2009-11-02', content, leerlingen: null };
    await processRegistratieoverzicht(administration, message, verzoek, () => undefined);
    expect(listUnmatched(db, { offset: 0, limit: 10 }).total).toBe(2);
    expect(db.prepare('SELECT DISTINCT kind FROM unmatched_stand ORDER BY kind').pluck().all()).toEqual(['WEC', 'WPO']);
  }
});
