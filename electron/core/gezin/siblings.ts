import { LasError } from '../../../shared/api/errors.ts';
import type { Sibling } from '../../../shared/api/gezin.ts';
import type { Persoonsgegevens } from '../../../shared/api/leerlingen.ts';
import { sameHome } from '../../../shared/domain/adres.ts';
import { today } from '../../../shared/domain/clock.ts';
import type { Administration } from '../context.ts';
import { appendChange } from '../database/changeLog.ts';
import type { Connection } from '../database/database.ts';
import { readLeerling } from '../leerlingen/repository.ts';
import { displayName, fold } from '../leerlingen/search.ts';

const idsWithVerzorgerOf = (db: Connection, leerlingId: number): number[] =>
  db
    .prepare<[number, number], { id: number }>(
      `SELECT DISTINCT other.leerling_id AS id FROM leerling_verzorger own
       JOIN leerling_verzorger other ON other.verzorger_id = own.verzorger_id
       WHERE own.leerling_id = ? AND other.leerling_id <> ?`,
    )
    .all(leerlingId, leerlingId)
    .map(({ id }) => id);

/** Pupils with the same surname at the same address. */
function idsAtAddressOf(db: Connection, leerlingId: number, persoon: Persoonsgegevens): number[] {
  const { achternaam } = persoon;
  if (!achternaam) return [];
  return db
    .prepare<[string, number], { id: number }>(
      'SELECT id FROM leerling WHERE achternaam = ? COLLATE NOCASE AND id <> ?',
    )
    .all(achternaam, leerlingId)
    .map(({ id }) => id)
    .filter((id) => {
      const other = readLeerling(db, id).gegevens;
      return sameHome(persoon, other) && fold(other.achternaam ?? '') === fold(achternaam);
    });
}

const decisionsOn = (db: Connection, leerlingId: number): Map<number, boolean> =>
  new Map(
    db
      .prepare<[number, number, number], { id: number; siblings: number }>(
        `SELECT CASE leerling_id WHEN ? THEN other_id ELSE leerling_id END AS id, siblings FROM sibling_decision
         WHERE leerling_id = ? OR other_id = ?`,
      )
      .all(leerlingId, leerlingId, leerlingId)
      .map(({ id, siblings }) => [id, siblings === 1]),
  );

function stateOf(decided: boolean | undefined, because: Sibling['because']): Sibling['state'] {
  if (decided !== undefined) return decided ? 'sibling' : 'not';
  return because.includes('verzorger') ? 'sibling' : 'maybe';
}

/**
 * Who are brothers and sisters of a pupil, or may be: who has a verzorger in common is one, who lives at the same address under
 * the same surname may be one. What a person said goes before both. The oldest first, those who are not last.
 */
export function siblingsOf({ db, clock }: Administration, leerlingId: number): Sibling[] {
  const persoon = readLeerling(db, leerlingId).gegevens;
  const verzorger = new Set(idsWithVerzorgerOf(db, leerlingId));
  const address = new Set(idsAtAddressOf(db, leerlingId, persoon));
  const decided = decisionsOn(db, leerlingId);
  const isThere = db.prepare<[number], { id: number }>('SELECT id FROM leerling WHERE id = ?');
  const groepOf = db.prepare<[number, string], { groep: string | null }>(
    `SELECT g.groep FROM inschrijving_leerjaar_groep g JOIN inschrijving i ON i.id = g.inschrijving_id
     WHERE i.leerling_id = ? AND g.begindatum <= ? ORDER BY g.begindatum DESC LIMIT 1`,
  );
  const order: readonly Sibling['state'][] = ['sibling', 'maybe', 'not'];
  return [...new Set([...verzorger, ...address, ...decided.keys()])]
    .filter((id) => isThere.get(id) !== undefined)
    .map((id): Sibling => {
      const because: Sibling['because'] = [
        ...(verzorger.has(id) ? (['verzorger'] as const) : []),
        ...(address.has(id) ? (['address'] as const) : []),
      ];
      const { gegevens } = readLeerling(db, id);
      const groep = groepOf.get(id, today(clock))?.groep;
      return {
        leerlingId: id,
        naam: displayName(gegevens),
        ...(gegevens.geboortedatum ? { geboortedatum: gegevens.geboortedatum } : {}),
        ...(groep ? { groep } : {}),
        state: stateOf(decided.get(id), because),
        because,
      };
    })
    .sort(
      (a, b) =>
        order.indexOf(a.state) - order.indexOf(b.state) ||
        (a.geboortedatum ?? '').localeCompare(b.geboortedatum ?? '') ||
        a.leerlingId - b.leerlingId,
    );
}

/** Remembers whether two pupils are brothers or sisters. Call it inside a transaction. @throws LasError not-found */
export function decideSiblings(administration: Administration, one: number, other: number, siblings: boolean): void {
  const { db, clock, caller } = administration;
  if (one === other) throw new LasError('not-found');
  readLeerling(db, one);
  readLeerling(db, other);
  const [first, second] = [Math.min(one, other), Math.max(one, other)];
  const before = decisionsOn(db, first).get(second);
  const at = clock.now().toISOString();
  db.prepare(
    `INSERT INTO sibling_decision (leerling_id, other_id, siblings, decided_by, decided_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (leerling_id, other_id) DO UPDATE
     SET siblings = excluded.siblings, decided_by = excluded.decided_by, decided_at = excluded.decided_at`,
  ).run(first, second, siblings ? 1 : 0, caller.userId, at);
  appendChange(db, {
    at,
    userId: caller.userId,
    entity: 'leerling',
    entityId: first,
    changes: [{ field: `sibling ${second}`, old: before === undefined ? null : String(before), new: String(siblings) }],
  });
}
