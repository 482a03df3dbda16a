import type { Output, Parsed } from '../../../shared/api/contract.ts';
import { LasError } from '../../../shared/api/errors.ts';
import { proposeNextYear } from '../../../shared/domain/nextYear.ts';
import { soortOf } from '../../../shared/domain/schoolSoort.ts';
import { schooljaarBounds, shiftSchooljaar } from '../../../shared/domain/schoolYear.ts';
import type { Administration } from '../context.ts';
import { readInschrijving } from '../leerlingen/repository.ts';
import { readSchool } from '../school/settings.ts';
import { writeBatch, type BatchItem } from './batch.ts';
import { countMembers, stayingMembers, whenOf } from './members.ts';
import { placedIn } from './placing.ts';
import { readGroep, readGroepen, withCounts } from './repository.ts';

/** What each pupil who is there at the end of a school year would do in the next; writes nothing. */
export function previewNextYear({ db }: Administration, schooljaar: string): Output<'groepen.previewNextYear'> {
  const next = shiftSchooljaar(schooljaar, 1);
  const { first } = schooljaarBounds(next);
  const { kind } = soortOf(readSchool(db).soort);
  const groepen = withCounts(readGroepen(db, next), countMembers(db, whenOf(next, first)));
  const begun = new Set(
    db
      .prepare<[string], { id: number }>(
        'SELECT inschrijving_id AS id FROM inschrijving_leerjaar_groep WHERE begindatum >= ?',
      )
      .all(first)
      .map(({ id }) => id),
  );
  const members = stayingMembers(db, schooljaar);
  const rows = members
    .filter(({ inschrijvingId }) => !begun.has(inschrijvingId))
    .map((pupil) => ({ ...pupil, proposal: proposeNextYear(pupil, schooljaar, groepen, kind) }));
  return { groepen, rows, done: members.length - rows.length };
}

type Item = Parsed<'groepen.nextYear'>['items'][number];

function becomes({ db }: Administration, schooljaar: string, item: Item): BatchItem[] {
  const { inschrijvingId, version, outcome, leerjaar, groepId } = item;
  if (outcome === 'none') return [];
  const { gegevens } = readInschrijving(db, inschrijvingId);
  const { last } = schooljaarBounds(schooljaar);
  if (outcome === 'leaves') return [{ inschrijvingId, version, gegevens: { ...gegevens, datumUitschrijving: last } }];
  if (groepId === undefined) throw new LasError('groep-missing');
  const next = shiftSchooljaar(schooljaar, 1);
  const groep = readGroep(db, groepId);
  if (groep.schooljaar !== next) throw new LasError('groep-date', { schooljaar: groep.schooljaar });
  const begindatum = schooljaarBounds(next).first;
  return [{ inschrijvingId, version, gegevens: placedIn(groep, gegevens, { begindatum, leerjaar, always: true }) }];
}

/**
 * Takes pupils to the next school year: into a groep from 1 August, or out of the school on 31 July. Gives how many changed.
 * Call it inside a transaction. @throws LasError changed-elsewhere, groep-missing, groep-leerjaar, groep-date
 */
export function goToNextYear(
  administration: Administration,
  { schooljaar, items }: Parsed<'groepen.nextYear'>,
): number {
  const changes = items.flatMap((item) => becomes(administration, schooljaar, item));
  if (changes.length > 0) writeBatch(administration, 'next year', changes);
  return changes.length;
}
