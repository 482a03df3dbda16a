import type { Persoonsgegevens } from '../../../shared/api/leerlingen.ts';
import { meldingInschrijvingAntwoord } from '../../../shared/pve/berichten/answers.ts';
import { canonical, type MeldingContent } from '../../../shared/pve/berichten/content.ts';
import type { Message } from '../../../shared/pve/berichten/messages.ts';
import { meldingInschrijving } from '../../../shared/pve/berichten/requests.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { hashOf } from '../exchange/content.ts';

/** The sleutelgegevens by which BRON knows a person now; what is not named stays as it was. */
export type Situation = Partial<
  Pick<Persoonsgegevens, 'burgerservicenummer' | 'onderwijsnummer' | 'geboortedatum' | 'geslacht' | 'postcode' | 'land'>
>;

type Registered = NonNullable<Message<10>['persoon']>[number];

/** One PGN goes out (PvE 5.6.3): a number that came takes the place of the other. */
function withSituation<P extends Situation>(persoon: P, situation: Situation): P {
  const { burgerservicenummer, onderwijsnummer } = situation;
  const both = (burgerservicenummer ?? onderwijsnummer) ? { burgerservicenummer, onderwijsnummer } : {};
  return { ...persoon, ...situation, ...both };
}

const standsOf = (db: Connection, leerlingId: number) =>
  db
    .prepare<[number], { inschrijving_id: number; content: string; delivered: string }>(
      `SELECT s.inschrijving_id, s.content, s.delivered FROM bron_stand s JOIN main.inschrijving i ON i.id = s.inschrijving_id
       WHERE i.leerling_id = ?`,
    )
    .all(leerlingId);

/** Makes of how BRON has registered a pupil, with every inschrijving, what `change` gives; what counts as delivered by us stays as it is. */
export function renewRegistered(
  { db }: Pick<Administration, 'db'>,
  leerlingId: number,
  change: (persoon: Registered) => Registered,
): void {
  const update = db.prepare('UPDATE bron_stand SET content = ? WHERE inschrijving_id = ?');
  for (const { inschrijving_id: id, content } of standsOf(db, leerlingId)) {
    const { persoon = [], ...stand } = JSON.parse(content) as Message<10>;
    update.run(JSON.stringify(canonical(meldingInschrijvingAntwoord, { ...stand, persoon: persoon.map(change) })), id);
  }
}

/**
 * Makes of what BRON has registered of every inschrijving of a pupil what it is since the sleutelgegevens changed there (PvE 5.6.9,
 * 5.6.14), so that nothing is delivered anew for it. `accepted`: what of it counts as delivered by us. Refresh the pupil afterwards, in the same transaction.
 */
export function renewStands(
  administration: Administration,
  leerlingId: number,
  situation: Situation,
  accepted: Situation = situation,
): void {
  const { db } = administration;
  renewRegistered(administration, leerlingId, (persoon) => withSituation(persoon, situation));
  const update = db.prepare('UPDATE bron_stand SET delivered = ?, content_hash = ? WHERE inschrijving_id = ?');
  for (const { inschrijving_id: id, delivered } of standsOf(db, leerlingId)) {
    const { persoonMetPgn, persoonZonderPgn, ...rest } = JSON.parse(delivered) as MeldingContent;
    const { geboortedatum, geslacht, postcode, land } = persoonMetPgn?.[0] ?? persoonZonderPgn?.[0] ?? {};
    const { burgerservicenummer, onderwijsnummer } = persoonMetPgn?.[0] ?? {};
    const known = { burgerservicenummer, onderwijsnummer, geboortedatum, geslacht, postcode, land };
    const content = canonical(meldingInschrijving, { ...rest, persoonMetPgn: [withSituation(known, accepted)] });
    update.run(JSON.stringify(content), hashOf(content), id);
  }
}
