import { adresSince } from '../../../shared/domain/adres.ts';
import { canonical } from '../../../shared/pve/berichten/content.ts';
import type { Message } from '../../../shared/pve/berichten/messages.ts';
import { wijzigingSleutelgegevens } from '../../../shared/pve/berichten/requests.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { readContact, readLeerling } from '../leerlingen/repository.ts';
import { draftAboutLeerling } from './aboutLeerling.ts';
import { hashOf } from './content.ts';
import { REFUSED_FOR_CONTENT } from './outbox.ts';

type KeyData = Omit<Message<2>, 'berichtidentificatie'>;
type Registered = NonNullable<Message<10>['persoon']>[number];

/** What only the BRP tells: who has it has a BRP relation (assumed: bericht 10 does not say so itself). */
const ofBrp = [
  'burgerservicenummer',
  'achternaam',
  'voornamen',
  'geboorteland',
  'adres',
  'nationaliteitgegevens',
] as const;

/** How BRON has a pupil with an onderwijsnummer and without BRP relation; undefined for any other (PvE 5.6.2). */
function registeredWithoutBrp(db: Connection, leerlingId: number): Registered | undefined {
  const content = db
    .prepare<[number], string>(
      `SELECT s.content FROM bron_stand s JOIN inschrijving i ON i.id = s.inschrijving_id WHERE i.leerling_id = ?
       ORDER BY s.registered_at DESC, s.inschrijving_id DESC LIMIT 1`,
    )
    .pluck()
    .get(leerlingId);
  const [persoon] = (JSON.parse(content ?? '{}') as Message<10>).persoon ?? [];
  return persoon?.onderwijsnummer && !ofBrp.some((key) => persoon[key]?.length) ? persoon : undefined;
}

/**
 * What the wijziging sleutelgegevens of a pupil has to say: as it was, and the whole new situation (PvE 5.6.2). Undefined when BRON has
 * the sleutelgegevens as they are here, or the pupil is not one of whom the school may change them.
 */
export function keyDataDue(db: Connection, leerlingId: number): KeyData | undefined {
  const known = registeredWithoutBrp(db, leerlingId);
  if (!known) return undefined;
  const { gegevens } = readLeerling(db, leerlingId);
  const { burgerservicenummer, onderwijsnummer, geboortedatum, geslacht, postcode, land } = gegevens;
  // Another onderwijsnummer is another person, no change of this one.
  if (!geboortedatum || !geslacht || (!burgerservicenummer && onderwijsnummer !== known.onderwijsnummer))
    return undefined;
  const moved = !burgerservicenummer && (postcode ?? '') + (land ?? '') !== (known.postcode ?? '') + (known.land ?? '');
  if (!burgerservicenummer && !moved && geboortedatum === known.geboortedatum && geslacht === known.geslacht)
    return undefined;
  const since = moved ? adresSince(readContact(db, leerlingId).formerAdres) : undefined;
  const situation = burgerservicenummer
    ? { burgerservicenummer }
    : { ...(postcode ? { postcode } : { land }), datumIngangAdreswijziging: since };
  return canonical(wijzigingSleutelgegevens, {
    situatieOud: [
      { onderwijsnummer: known.onderwijsnummer, geboortedatum: known.geboortedatum, geslacht: known.geslacht },
    ],
    situatieNieuw: [{ ...situation, geboortedatum, geslacht }],
  });
}

/** Whether BRON refused this very change, for what it says: it would refuse it again (793 when there is a BRP relation). */
const isRefused = (db: Connection, leerlingId: number, hash: string): boolean =>
  db
    .prepare(
      `SELECT 1 FROM bericht WHERE leerling_id = ? AND nr = 2 AND content_hash = ?
         AND (state = 'afgekeurd' OR (state = 'geweigerd' AND last_error = '${REFUSED_FOR_CONTENT}'))`,
    )
    .get(leerlingId, hash) !== undefined;

/**
 * Drafts a wijziging sleutelgegevens (bericht 2) of every pupil of whom something is to be delivered and BRON has other sleutelgegevens:
 * a melding with the new ones would be refused (752, 753), or make a second pupil of this one.
 */
export function draftKeyData(administration: Administration): void {
  const { db } = administration;
  db.transaction(() => {
    const leerlingIds = db
      .prepare<[], number>(
        'SELECT DISTINCT i.leerling_id FROM to_deliver d JOIN inschrijving i ON i.id = d.inschrijving_id ORDER BY 1',
      )
      .pluck()
      .all();
    for (const id of leerlingIds) {
      const content = keyDataDue(db, id);
      if (content && !isRefused(db, id, hashOf(content))) draftAboutLeerling(administration, 2, id, content);
    }
  }).immediate();
}

/** Whether a melding of an inschrijving has to wait until BRON has settled the sleutelgegevens of its pupil. */
export const waitsForKeyData = (db: Connection, inschrijvingId: number): boolean =>
  db
    .prepare(
      `SELECT 1 FROM bericht b JOIN inschrijving i ON i.leerling_id = b.leerling_id
       WHERE i.id = ? AND b.nr = 2 AND b.state IN ('opgesteld', 'verzonden', 'onzeker', 'in behandeling')`,
    )
    .get(inschrijvingId) !== undefined;
