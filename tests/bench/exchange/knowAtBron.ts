import type { Administration } from '../../../electron/core/context.ts';
import { contentOfInschrijving } from '../../../electron/core/exchange/content.ts';
import { writeStand } from '../../../electron/core/exchange/stand.ts';
import { inschrijvingIn } from '../../../shared/pve/berichten/kinds.ts';

const isNth = (index: number, nth: number) => Number.isFinite(nth) && index % nth === 0;

/** Has BRON know the pupils as they are here, but for one in `missing` that it lacks and one in `differing` that differs there. */
export function knowAtBron(
  { db, clock }: Administration,
  ids: readonly number[],
  { missing = Infinity, differing = Infinity } = {},
): void {
  db.transaction(() => {
    db.exec(
      `INSERT INTO bericht (id, nr, berichtidentificatie, state, created_at, sent_at)
         VALUES (1, 5, '0000000000000001', 'beantwoord', '2016-06-01', '2016-06-01');
       INSERT INTO registratieoverzicht (bericht_id, peildatum, received_at) VALUES (1, '2016-06-01', '2016-06-01T08:00:00Z');`,
    );
    ids.forEach((id, index) => {
      if (isNth(index, missing)) return;
      const { persoonMetPgn, persoonZonderPgn, ...content } = contentOfInschrijving(db, id);
      const found = inschrijvingIn(content);
      const stand = {
        ...content,
        persoon: persoonMetPgn ?? persoonZonderPgn ?? [],
        ...(found && isNth(index, differing)
          ? { [found.group.key]: [{ ...found.inschrijving, datumUitschrijving: '2016-05-31' }] }
          : {}),
      };
      writeStand(db, clock, id, stand, { delivered: '{}', hash: 'bench' });
    });
  })();
}
