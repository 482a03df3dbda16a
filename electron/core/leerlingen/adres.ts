import { LasError } from '../../../shared/api/errors.ts';
import type { ContactGegevens } from '../../../shared/api/contact.ts';
import {
  adresOf,
  adresSince,
  moveProblem,
  sameAdres,
  withFormerAdres,
  type Adres,
} from '../../../shared/domain/adres.ts';
import { adresKeys } from '../../../shared/domain/ownGegevens.ts';
import { today } from '../../../shared/domain/clock.ts';
import { formatDutchDate } from '../../../shared/domain/dates.ts';
import type { Administration } from '../context.ts';
import { refreshLeerling } from '../exchange/state.ts';
import { readContact, readLeerling, writeLeerling } from './repository.ts';

/**
 * The contact data after a move on `from`: the address `before` joins the former ones.
 * @throws LasError adres-ahead, adres-before
 */
export function afterMove(
  { clock }: Administration,
  contact: ContactGegevens,
  before: Adres,
  from: string,
): ContactGegevens {
  const problem = moveProblem(contact.formerAdres, from, today(clock));
  const since = formatDutchDate(adresSince(contact.formerAdres) ?? '');
  if (problem) throw new LasError(`adres-${problem}`, { date: since }, 'leerling.movedOn');
  return {
    ...contact,
    formerAdres: withFormerAdres(contact.formerAdres, before, from),
  };
}

/**
 * Saves another address of one pupil. With `movedOn` (`yyyy-mm-dd`, at most today) the former one is kept with its period; without,
 * it was a mistake and only the log of changes has it. The same address changes nothing. Call it inside a transaction.
 * @throws LasError not-found, adres-ahead, adres-before
 */
export function saveAdres(administration: Administration, leerlingId: number, adres: Adres, movedOn?: string): void {
  const { db, clock } = administration;
  const { gegevens, version } = readLeerling(db, leerlingId);
  if (sameAdres(gegevens, adres)) return;
  const rest = Object.fromEntries(
    Object.entries(gegevens).filter(([key]) => !(adresKeys as readonly string[]).includes(key)),
  );
  const contact = movedOn ? afterMove(administration, readContact(db, leerlingId), gegevens, movedOn) : undefined;
  writeLeerling(administration, { ...rest, ...adresOf(adres) }, leerlingId, version, contact);
  refreshLeerling(db, clock, leerlingId);
}
