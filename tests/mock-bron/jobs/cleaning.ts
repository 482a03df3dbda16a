import { today } from '../../../shared/domain/clock.ts';
import { addYears, reckonedDate } from '../../../shared/domain/dates.ts';
import type { ProcessorParts } from '../processing/parts.ts';

/** How much was removed. */
export interface Cleaned {
  messages: number;
  terugkoppelingen: number;
  persons: number;
  inschrijvingen: number;
}

/**
 * Cleans BRON (PvE 3.8): removes messages and terugkoppelingen of longer ago than the bewaartermijn, and pupils with all they have who
 * had no active inschrijving for so long, unless they follow vervolgonderwijs, or have been dead for so long. Reading R51 (assumed): the
 * terms are one number of years, as the PvE leaves them to the law; who was only identified stays.
 */
export function createCleaning({ register, brp, clock }: Pick<ProcessorParts, 'register' | 'brp' | 'clock'>) {
  const inactive = register.prepare<[{ before: string }], { id: number }>(
    `SELECT id FROM persons WHERE follows_on = 0 AND EXISTS (SELECT 1 FROM inschrijvingen WHERE person = persons.id)
       AND NOT EXISTS (
         SELECT 1 FROM inschrijvingen JOIN messages ON messages.seq = message WHERE person = persons.id AND
           CASE deleted WHEN 1 THEN delivered_at ELSE coalesce(json_extract(inschrijvingen.content, '$.datumUitschrijving'), '9999') END
           >= @before)`,
  );
  const withBsn = register.prepare<[], { id: number; burgerservicenummer: string }>(
    'SELECT id, burgerservicenummer FROM persons WHERE burgerservicenummer IS NOT NULL',
  );
  const ofPerson = [
    'DELETE FROM versions WHERE inschrijving IN (SELECT id FROM inschrijvingen WHERE person = ?)',
    'DELETE FROM addresses WHERE person = ?',
    'DELETE FROM reported_doubles WHERE person = ?',
  ].map((sql) => register.prepare<[number]>(sql));
  const inschrijvingen = register.prepare<[number]>('DELETE FROM inschrijvingen WHERE person = ?');
  const person = register.prepare<[number]>('DELETE FROM persons WHERE id = ?');
  // The present version of an inschrijving stays, with the message that brought it.
  const versions = register.prepare<[string]>(
    `DELETE FROM versions WHERE registered_at < ?
       AND version < (SELECT version FROM inschrijvingen WHERE id = versions.inschrijving)`,
  );
  const messages = register.prepare<[string]>(
    `DELETE FROM messages WHERE delivered_at < ? AND status <> 'aangenomen'
       AND seq NOT IN (SELECT message FROM inschrijvingen) AND seq NOT IN (SELECT message FROM versions)`,
  );
  const terugkoppelingen = register.prepare<[string]>('DELETE FROM terugkoppelingen WHERE made_at < ?');

  function dead(before: string): number[] {
    return withBsn.all().flatMap(({ id, burgerservicenummer }) => {
      const died = brp.byBsn(burgerservicenummer)?.datumOverlijden;
      return died !== undefined && reckonedDate(died) < before ? [id] : [];
    });
  }

  /** Cleans what is older than so many years on the mock's clock. */
  return register.transaction((years: number): Cleaned => {
    const before = addYears(today(clock), -years);
    const gone = new Set([...inactive.all({ before }).map(({ id }) => id), ...dead(before)]);
    let removed = 0;
    for (const id of gone) {
      for (const statement of ofPerson) statement.run(id);
      removed += inschrijvingen.run(id).changes;
      person.run(id);
    }
    versions.run(before);
    return {
      messages: messages.run(before).changes,
      terugkoppelingen: terugkoppelingen.run(before).changes,
      persons: gone.size,
      inschrijvingen: removed,
    };
  });
}
