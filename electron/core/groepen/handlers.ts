import type { Parsed } from '../../../shared/api/contract.ts';
import { LasError } from '../../../shared/api/errors.ts';
import { today } from '../../../shared/domain/clock.ts';
import { leerjarenOf } from '../../../shared/domain/leerjaren.ts';
import { soortOf } from '../../../shared/domain/schoolSoort.ts';
import { shiftSchooljaar } from '../../../shared/domain/schoolYear.ts';
import type { Administration, HandlersOf } from '../context.ts';
import { readSchool } from '../school/settings.ts';
import { lastBatch, undoBatch, writeBatch } from './batch.ts';
import { countMembers, listMembers, unknownGroepen, whenOf } from './members.ts';
import { goToNextYear, previewNextYear } from './nextYear.ts';
import { place, previewPlacing, renamedMembers } from './placing.ts';
import {
  deleteGroep,
  orderGroepen,
  readGroep,
  readGroepen,
  readUsers,
  withCounts,
  writeGroep,
  type Groep,
} from './repository.ts';

/** A new groep as it is adopted: of the year before, or from where pupils are. */
type Adopted = Pick<Groep, 'naam' | 'vestigingsvolgnummer' | 'leerjaren'> & { leerkrachten: string[] };

const key = ({ naam, vestigingsvolgnummer }: Pick<Groep, 'naam' | 'vestigingsvolgnummer'>) =>
  `${vestigingsvolgnummer} ${naam.toLowerCase()}`;

/** The groepen in which the pupils of a school year are and that it does not have, each with the leerjaren of its pupils or, of WEC, all. */
function groepenOfPupils({ db, clock }: Administration, schooljaar: string): Adopted[] {
  const found = new Map<string, Adopted>();
  const { kind } = soortOf(readSchool(db).soort);
  const all = leerjarenOf(kind);
  for (const { naam, vestigingsvolgnummer, leerjaar } of unknownGroepen(db, whenOf(schooljaar, today(clock)))) {
    if (naam.length > 30 || !all.includes(leerjaar ?? '')) continue;
    const groep = found.get(key({ naam, vestigingsvolgnummer }));
    if (groep) groep.leerjaren.push(...(kind === 'WEC' ? [] : [leerjaar ?? '']));
    else
      found.set(key({ naam, vestigingsvolgnummer }), {
        naam,
        vestigingsvolgnummer,
        leerjaren: kind === 'WEC' ? all : [leerjaar ?? ''],
        leerkrachten: [],
      });
  }
  return [...found.values()];
}

const groepenOfYearBefore = ({ db }: Administration, schooljaar: string): Adopted[] =>
  readGroepen(db, shiftSchooljaar(schooljaar, -1)).map((groep) => ({
    ...groep,
    leerkrachten: groep.leerkrachten.map(({ userId }) => userId),
  }));

function adopt(administration: Administration, { schooljaar, from }: Parsed<'groepen.adopt'>): number {
  const known = new Set(readGroepen(administration.db, schooljaar).map(key));
  const source = from === 'inschrijvingen' ? groepenOfPupils : groepenOfYearBefore;
  const missing = source(administration, schooljaar).filter((groep) => !known.has(key(groep)));
  for (const { naam, vestigingsvolgnummer, leerjaren, leerkrachten } of missing)
    writeGroep(administration, { schooljaar, naam, vestigingsvolgnummer, leerjaren, leerkrachten });
  return missing.length;
}

function save(administration: Administration, input: Parsed<'groepen.save'>) {
  const { db, clock } = administration;
  const before = input.id === undefined ? undefined : readGroep(db, input.id);
  if (!before) return { groep: writeGroep(administration, input), leerlingen: 0 };
  const members = countMembers(db, whenOf(before.schooljaar, today(clock))).get(before.id) ?? 0;
  if (before.vestigingsvolgnummer !== input.vestigingsvolgnummer && members > 0)
    throw new LasError('groep-in-use', { count: members }, 'vestigingsvolgnummer');
  if (before.naam === input.naam) return { groep: writeGroep(administration, input), leerlingen: 0 };
  const renamed = renamedMembers(administration, before, input.naam);
  const write = () => void writeGroep(administration, input);
  if (renamed.length > 0) writeBatch(administration, 'rename', renamed, write);
  else write();
  return { groep: readGroep(db, before.id), leerlingen: renamed.length };
}

/** The operations on groepen and on the pupils in them. */
export function groepenHandlers(administration: Administration): HandlersOf<'groepen'> {
  const { db, clock, emit } = administration;
  const when = (schooljaar: string) => whenOf(schooljaar, today(clock));
  /** Writes in one transaction, and tells the windows. */
  const write = <T>(work: () => T): T => {
    const made = db.transaction(work).immediate();
    emit('data.changed', { topics: ['groepen', 'leerlingen', 'exchange'] });
    return made;
  };

  return {
    'groepen.list': ({ schooljaar }) => {
      const counts = countMembers(db, when(schooljaar));
      return {
        day: when(schooljaar).day,
        rows: withCounts(readGroepen(db, schooljaar), counts),
        without: counts.get(null) ?? 0,
        users: readUsers(db),
      };
    },
    'groepen.save': (input) => {
      const { groep, leerlingen } = write(() => save(administration, input));
      return { id: groep.id, version: groep.version, leerlingen };
    },
    'groepen.remove': ({ id, version }) => {
      write(() => {
        const { schooljaar } = readGroep(db, id);
        const members = countMembers(db, when(schooljaar)).get(id) ?? 0;
        if (members > 0) throw new LasError('groep-in-use', { count: members });
        deleteGroep(administration, id, version);
      });
      return {};
    },
    'groepen.order': ({ schooljaar, ids }) => {
      write(() => orderGroepen(db, schooljaar, ids));
      return {};
    },
    'groepen.adopt': (input) => ({ made: write(() => adopt(administration, input)) }),
    'groepen.leerlingen': ({ schooljaar, groepId = null, offset, limit }) => ({
      day: when(schooljaar).day,
      total: countMembers(db, when(schooljaar)).get(groepId) ?? 0,
      rows: listMembers(db, when(schooljaar), groepId, { offset, limit }),
    }),
    'groepen.previewPlacing': (input) => previewPlacing(administration, input),
    'groepen.place': (input) => ({ leerlingen: write(() => place(administration, input)) }),
    'groepen.previewNextYear': ({ schooljaar }) => previewNextYear(administration, schooljaar),
    'groepen.nextYear': (input) => ({ leerlingen: write(() => goToNextYear(administration, input)) }),
    'groepen.lastBatch': () => lastBatch(administration),
    'groepen.undo': ({ id }) => ({ leerlingen: write(() => undoBatch(administration, id)) }),
  };
}
