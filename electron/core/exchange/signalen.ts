import type { Signaal } from '../../../shared/api/leerlingen.ts';
import { LasError } from '../../../shared/api/errors.ts';
import type { MeldingContent } from '../../../shared/pve/berichten/content.ts';
import { inschrijvingIn, isInschrijving } from '../../../shared/pve/berichten/kinds.ts';
import type { Voorkomen } from '../../../shared/pve/gegevensset/types.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { asOneChange } from '../leerlingen/undo.ts';
import { readInschrijving, readLeerling, writeInschrijving, writeLeerling } from '../leerlingen/repository.ts';
import { openSignaal } from './decisions.ts';
import { earlierDecisions } from './earlierDecisions.ts';
import { sameVoorkomens } from './place.ts';
import { canTakeOver, signaalColumns, toSignaal, type SignaalRow } from './signaalRow.ts';
import { refreshLeerling, signaalHoldsSql } from './state.ts';

/** The signalen of an inschrijving that still hold: open ones first. */
export function signalenOf(db: Connection, inschrijvingId: number): Signaal[] {
  const rows = db
    .prepare<[number], SignaalRow>(
      `SELECT ${signaalColumns} FROM signaal s WHERE s.inschrijving_id = ? AND ${signaalHoldsSql} ORDER BY s.state DESC, s.ernst, s.id`,
    )
    .all(inschrijvingId);
  const earlier = earlierDecisions(db, rows);
  return rows.map((row) => toSignaal(row, earlier.get(row.id) ?? []));
}

/**
 * The voorkomen kept here that a signaal about a delivered one concerns: that of the same period. The periods may have been
 * edited since. @throws LasError changed-elsewhere
 */
function sameVoorkomen(db: Connection, row: SignaalRow, gegevens: Voorkomen): Voorkomen {
  // Of a melding that is not known here, what BRON accepted is what was delivered.
  const stored = db
    .prepare<[number | null, number | null], { content: string | null }>(
      `SELECT coalesce((SELECT content FROM bericht WHERE id = ?),
         (SELECT delivered FROM bron_stand WHERE inschrijving_id = ?)) AS content`,
    )
    .get(row.bericht_id, row.inschrijving_id);
  const content = JSON.parse(stored?.content ?? '{}') as MeldingContent;
  const delivered = inschrijvingIn(content);
  const place = {
    gegevensgroep: row.gegevensgroep ?? '',
    ...(row.parent === null ? {} : { parent: row.parent }),
    ...(row.voorkomen === null ? {} : { voorkomen: row.voorkomen }),
  };
  const found = delivered ? sameVoorkomens(gegevens, delivered, place) : [];
  const [voorkomen] = found;
  if (!voorkomen || found.length > 1) throw new LasError('changed-elsewhere');
  return voorkomen;
}

/** Takes BRON's value over into the gegeven that the signaal concerns; what was there stays in the log of changes. */
export function takeOver(administration: Administration, id: number): void {
  const { db, clock } = administration;
  db.transaction(() => {
    const row = openSignaal(db, id);
    const { element, bron_value: value, leerling_id: leerlingId, inschrijving_id: inschrijvingId } = row;
    if (!canTakeOver(row) || !element || !value || leerlingId === null || inschrijvingId === null)
      throw new LasError('not-found');
    asOneChange(administration, leerlingId, () => {
      if (row.gegevensgroep?.startsWith('persoon')) {
        const { gegevens, version } = readLeerling(db, leerlingId);
        writeLeerling(administration, { ...gegevens, [element]: value }, leerlingId, version);
      } else {
        const { gegevens, version } = readInschrijving(db, inschrijvingId);
        if (isInschrijving(row.gegevensgroep)) Object.assign(gegevens, { [element]: value });
        else sameVoorkomen(db, row, gegevens)[element] = value;
        writeInschrijving(administration, leerlingId, gegevens, inschrijvingId, version);
      }
      return { leerlingId };
    });
    refreshLeerling(db, clock, leerlingId);
  }).immediate();
}
