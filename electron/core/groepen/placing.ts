import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Parsed } from '../../../shared/api/contract.ts';
import { LasError } from '../../../shared/api/errors.ts';
import type { PlacingRow } from '../../../shared/api/groepen.ts';
import type { InschrijvingGegevens } from '../../../shared/api/inschrijving.ts';
import { inForce, placed } from '../../../shared/domain/placing.ts';
import { schooljaarBounds } from '../../../shared/domain/schoolYear.ts';
import type { Administration } from '../context.ts';
import { findingsOfGegevens } from '../exchange/voorcontrole.ts';
import { readInschrijving, readLeerling } from '../leerlingen/repository.ts';
import { displayName } from '../leerlingen/search.ts';
import { writeBatch, type BatchItem } from './batch.ts';
import { readGroep, type Groep } from './repository.ts';

/** So many pupils are looked at between two turns of others. */
const SLICE = 20;

/** Where a pupil is on a date. */
const whereaboutsOn = ({ leerjaarGroep, vestiging }: InschrijvingGegevens, date: string): PlacingRow['before'] => {
  const period = inForce(leerjaarGroep, date);
  const site = inForce(vestiging, date);
  return {
    ...(period?.leerjaar ? { leerjaar: period.leerjaar } : {}),
    ...(period?.groep ? { groep: period.groep } : {}),
    ...(site?.vestigingsvolgnummer ? { vestigingsvolgnummer: site.vestigingsvolgnummer } : {}),
  };
};

/** Refuses a date outside the school year of the groep. @throws LasError groep-date */
function checkDate({ schooljaar }: Groep, begindatum: string): void {
  const { first, last } = schooljaarBounds(schooljaar);
  if (begindatum < first || begindatum > last) throw new LasError('groep-date', { schooljaar }, 'begindatum');
}

/** The leerjaar that a pupil gets in a groep. @throws LasError groep-leerjaar when the groep does not have the one asked for */
function leerjaarIn(groep: Groep, current: string | undefined, asked: string | undefined): string {
  if (asked !== undefined && !groep.leerjaren.includes(asked))
    throw new LasError('groep-leerjaar', { naam: groep.naam, leerjaar: asked }, 'leerjaar');
  const [first = ''] = groep.leerjaren;
  return asked ?? (current !== undefined && groep.leerjaren.includes(current) ? current : first);
}

interface PlacingAsked {
  begindatum: string;
  leerjaar?: string | undefined;
  always?: boolean;
}

/** The inschrijving with the pupil in a groep. @throws LasError groep-leerjaar */
export function placedIn(groep: Groep, gegevens: InschrijvingGegevens, asked: PlacingAsked): InschrijvingGegevens {
  const { begindatum, always = false } = asked;
  const { naam, vestigingsvolgnummer } = groep;
  const leerjaar = leerjaarIn(groep, whereaboutsOn(gegevens, begindatum).leerjaar, asked.leerjaar);
  return placed(gegevens, { begindatum, leerjaar, groep: naam, vestigingsvolgnummer, always });
}

/** What putting pupils into a groep would change; writes nothing. @throws LasError groep-date, groep-leerjaar, not-found */
export async function previewPlacing(
  { db, clock }: Administration,
  { groepId, begindatum: asked, items }: Parsed<'groepen.previewPlacing'>,
): Promise<{ rows: PlacingRow[] }> {
  const groep = readGroep(db, groepId);
  checkDate(groep, asked);
  const rows: PlacingRow[] = [];
  for (const [index, { inschrijvingId, leerjaar }] of items.entries()) {
    if (index % SLICE === SLICE - 1) await nextTurn();
    const { version, leerlingId, gegevens } = readInschrijving(db, inschrijvingId);
    const persoon = readLeerling(db, leerlingId).gegevens;
    const start = gegevens.datumInschrijving ?? asked;
    const begindatum = asked < start ? start : asked;
    const next = placedIn(groep, gegevens, { begindatum, leerjaar });
    const later = gegevens.leerjaarGroep.find((period) => (period.begindatum ?? '') > begindatum)?.begindatum;
    rows.push({
      inschrijvingId,
      version,
      leerlingId,
      naam: displayName(persoon),
      before: whereaboutsOn(gegevens, begindatum),
      after: whereaboutsOn(next, begindatum),
      begindatum,
      changes: next !== gegevens,
      ...(later ? { laterPeriod: later } : {}),
      findings: findingsOfGegevens(db, clock, persoon, next).filter(({ ernst }) => ernst === 'A'),
    });
  }
  return { rows };
}

/** Puts pupils into a groep. Gives how many changed. Call it inside a transaction. @throws LasError changed-elsewhere, groep-date, groep-leerjaar */
export function place(administration: Administration, input: Parsed<'groepen.place'>): number {
  const { db } = administration;
  const { groepId, begindatum, items } = input;
  const groep = readGroep(db, groepId);
  checkDate(groep, begindatum);
  const changes = items.flatMap(({ inschrijvingId, version, leerjaar }): BatchItem[] => {
    const { gegevens } = readInschrijving(db, inschrijvingId);
    const next = placedIn(groep, gegevens, { begindatum, leerjaar });
    return next === gegevens ? [] : [{ inschrijvingId, version, gegevens: next }];
  });
  if (changes.length > 0) writeBatch(administration, 'placing', changes);
  return changes.length;
}

/**
 * An inschrijving with another naam for its groep in one school year: in the periods that begin in it, and for who was in the groep
 * before, from its first day on. The same gegevens come back when the pupil is not in the groep.
 */
function renamedGroep(gegevens: InschrijvingGegevens, groep: Groep, naam: string): InschrijvingGegevens {
  const { first, last } = schooljaarBounds(groep.schooljaar);
  if (gegevens.datumUitschrijving !== undefined && gegevens.datumUitschrijving < first) return gegevens;
  const isGroep = (period: { begindatum?: string | undefined; groep?: string | undefined }, date: string) =>
    period.groep === groep.naam &&
    inForce(gegevens.vestiging, date)?.vestigingsvolgnummer === groep.vestigingsvolgnummer;
  const begun = inForce(gegevens.leerjaarGroep, first);
  const earlier = begun && (begun.begindatum ?? '') < first && isGroep(begun, first) ? [begun] : [];
  const inYear = ({ begindatum = '' }) => begindatum >= first && begindatum <= last;
  const leerjaarGroep = [
    ...gegevens.leerjaarGroep.map((period) =>
      inYear(period) && isGroep(period, period.begindatum ?? '') ? { ...period, groep: naam } : period,
    ),
    ...earlier.map((period) => ({ ...period, begindatum: first, groep: naam })),
  ].sort((a, b) => (a.begindatum ?? '').localeCompare(b.begindatum ?? ''));
  const same =
    leerjaarGroep.length === gegevens.leerjaarGroep.length &&
    leerjaarGroep.every((period) => gegevens.leerjaarGroep.includes(period));
  return same ? gegevens : { ...gegevens, leerjaarGroep };
}

/** The inschrijvingen that change when a groep gets another naam; those in the bin keep the former one. */
export function renamedMembers({ db }: Administration, groep: Groep, naam: string): BatchItem[] {
  const { last } = schooljaarBounds(groep.schooljaar);
  return db
    .prepare<[string, string], { id: number }>(
      `SELECT DISTINCT i.id FROM inschrijving_leerjaar_groep p JOIN inschrijving i ON i.id = p.inschrijving_id
       WHERE p.groep = ? AND p.begindatum <= ? ORDER BY i.id`,
    )
    .all(groep.naam, last)
    .flatMap(({ id }): BatchItem[] => {
      const { version, gegevens } = readInschrijving(db, id);
      const next = renamedGroep(gegevens, groep, naam);
      return next === gegevens ? [] : [{ inschrijvingId: id, version, gegevens: next }];
    });
}
