import type { AangenomenRow, GegevenMark, OnvolledigRow } from '../../../shared/api/completeness.ts';
import type { Parsed, Output } from '../../../shared/api/contract.ts';
import type { Persoonsgegevens } from '../../../shared/api/leerlingen.ts';
import { today } from '../../../shared/domain/clock.ts';
import { lackingOf, type LackingFact } from '../../../shared/domain/import/lacking.ts';
import type { Administration, HandlersOf } from '../context.ts';
import { appendChange } from '../database/changeLog.ts';
import type { Connection } from '../database/database.ts';
import { withoutNulls } from '../database/withoutNulls.ts';
import { groepSql } from './list.ts';
import { displayName } from './search.ts';

interface Person {
  id: number;
  achternaam: string | null;
  voorvoegsel: string | null;
  voornamen: string | null;
  roepnaam: string | null;
  geboortedatum: string | null;
  geslacht: string | null;
  burgerservicenummer: string | null;
  onderwijsnummer: string | null;
  postcode: string | null;
  land: string | null;
}

const persons = (db: Connection) =>
  db
    .prepare<[], Person>(
      `SELECT id, achternaam, voorvoegsel, voornamen, roepnaam, geboortedatum, geslacht, burgerservicenummer, onderwijsnummer, postcode, land
       FROM leerling ORDER BY achternaam COLLATE NOCASE, roepnaam COLLATE NOCASE, id`,
    )
    .iterate();

const groepOf = (db: Connection, leerlingId: number, day: string) =>
  db
    .prepare<[{ day: string; id: number }], { groep: string | null }>(
      `SELECT ${groepSql} AS groep FROM leerling l WHERE l.id = :id`,
    )
    .get({ day, id: leerlingId })?.groep ?? undefined;

function listOnvolledig(
  { db, clock }: Administration,
  { fact, offset, limit }: Parsed<'onvolledig.list'>,
): Output<'onvolledig.list'> {
  const velden: Partial<Record<LackingFact, number>> = {};
  const rows: OnvolledigRow[] = [];
  let [aantal, total] = [0, 0];
  for (const person of persons(db)) {
    const { id, ...row } = person;
    const persoon: Persoonsgegevens = withoutNulls(row);
    const lacking = lackingOf(persoon);
    if (lacking.length === 0) continue;
    aantal += 1;
    for (const name of lacking) velden[name] = (velden[name] ?? 0) + 1;
    if (fact !== undefined && !lacking.includes(fact)) continue;
    if (total >= offset && rows.length < limit) rows.push({ leerlingId: id, naam: displayName(persoon), lacking });
    total += 1;
  }
  const day = today(clock);
  return {
    total,
    aantal,
    velden,
    rows: rows.map((row) => {
      const groep = groepOf(db, row.leerlingId, day);
      return groep === undefined ? row : { ...row, groep };
    }),
  };
}

interface MarkRow {
  id: number;
  kind: GegevenMark['kind'];
  leerling_id: number;
  inschrijving_id: number | null;
  gegevensgroep: string;
  element: string;
  value: string;
}

const toMark = ({ id, kind, leerling_id, inschrijving_id, gegevensgroep, element, value }: MarkRow): GegevenMark => ({
  id,
  kind,
  leerlingId: leerling_id,
  gegevensgroep,
  element,
  value,
  ...(inschrijving_id === null ? {} : { inschrijvingId: inschrijving_id }),
});

function listAangenomen(
  { db, clock }: Administration,
  { field, offset, limit }: Parsed<'aangenomen.list'>,
): Output<'aangenomen.list'> {
  const fields = db
    .prepare<[], { gegevensgroep: string; element: string; count: number }>(
      "SELECT gegevensgroep, element, count(*) AS count FROM gegeven_mark WHERE kind = 'aangenomen' GROUP BY gegevensgroep, element",
    )
    .all();
  const { gegevensgroep = null, element = null } = field ?? {};
  const rows = db
    .prepare<[object], MarkRow & Person & { groep: string | null }>(
      `SELECT m.*, l.achternaam, l.voorvoegsel, l.voornamen, l.roepnaam, ${groepSql} AS groep
       FROM gegeven_mark m JOIN leerling l ON l.id = m.leerling_id
       WHERE m.kind = 'aangenomen' AND (:gegevensgroep IS NULL OR (m.gegevensgroep = :gegevensgroep AND m.element = :element))
       ORDER BY l.achternaam COLLATE NOCASE, l.roepnaam COLLATE NOCASE, m.leerling_id, m.id LIMIT :limit OFFSET :offset`,
    )
    .all({ gegevensgroep, element, limit, offset, day: today(clock) });
  const asked = fields.filter(
    (item) => field === undefined || (item.gegevensgroep === gegevensgroep && item.element === element),
  );
  return {
    total: asked.reduce((sum, { count }) => sum + count, 0),
    fields,
    rows: rows.map((row): AangenomenRow => ({
      ...toMark(row),
      naam: displayName(withoutNulls(row)),
      ...(row.groep === null ? {} : { groep: row.groep }),
    })),
  };
}

/** Confirms the marks that a condition finds; each confirmation stands in the log. */
function confirm(
  { db, clock, caller }: Administration,
  condition: string,
  values: readonly (string | number)[],
): number {
  return db
    .transaction(() => {
      const rows = db
        .prepare<(string | number)[], MarkRow>(`SELECT * FROM gegeven_mark WHERE kind = 'aangenomen' AND ${condition}`)
        .all(...values);
      for (const { id, leerling_id, inschrijving_id, element } of rows) {
        db.prepare('DELETE FROM gegeven_mark WHERE id = ?').run(id);
        appendChange(db, {
          at: clock.now().toISOString(),
          userId: caller.userId,
          entity: inschrijving_id === null ? 'leerling' : 'inschrijving',
          entityId: inschrijving_id ?? leerling_id,
          changes: [{ field: `${element} (aangenomen)`, old: 'aangenomen', new: 'bevestigd' }],
        });
      }
      return rows.length;
    })
    .immediate();
}

/** The operations on what is lacking of pupils, and on what was filled in and not confirmed. */
export function completenessHandlers(
  administration: Administration,
): HandlersOf<'onvolledig'> & HandlersOf<'aangenomen'> {
  const { db, emit } = administration;
  return {
    'onvolledig.list': (query) => listOnvolledig(administration, query),
    'aangenomen.list': (query) => listAangenomen(administration, query),
    'aangenomen.ofLeerling': ({ leerlingId }) => ({
      marks: db
        .prepare<[number], MarkRow>('SELECT * FROM gegeven_mark WHERE leerling_id = ? ORDER BY id')
        .all(leerlingId)
        .map(toMark),
    }),
    'aangenomen.confirm': (what) => {
      const confirmed =
        'id' in what
          ? confirm(administration, 'id = ?', [what.id])
          : 'leerlingId' in what
            ? confirm(administration, 'leerling_id = ?', [what.leerlingId])
            : what.value === undefined
              ? confirm(administration, 'gegevensgroep = ? AND element = ?', [
                  what.field.gegevensgroep,
                  what.field.element,
                ])
              : confirm(administration, 'gegevensgroep = ? AND element = ? AND value = ?', [
                  what.field.gegevensgroep,
                  what.field.element,
                  what.value,
                ]);
      emit('data.changed', { topics: ['leerlingen'] });
      return { confirmed };
    },
  };
}
