import fc from 'fast-check';
import type { Administration } from '../../../electron/core/context.ts';
import { writeInschrijving, writeLeerling } from '../../../electron/core/leerlingen/repository.ts';
import { schoolSoorten, soortOf, type SchoolSoortCode } from '../../../shared/domain/schoolSoort.ts';
import { generatedPupil } from '../../support/generatedPupil.ts';

/** Stores so many pupils of each kind of school, right or wrong in some places; gives their inschrijvingen by kind. */
export function storeAllKinds(administration: Administration, total: number): [SchoolSoortCode, number[]][] {
  const store = administration.db.transaction(() =>
    schoolSoorten.map(({ code }, seed): [SchoolSoortCode, number[]] => {
      const numRuns = Math.ceil((total - seed) / schoolSoorten.length);
      const pupils = fc.sample(generatedPupil(soortOf(code).kind), { numRuns, seed });
      const ids = pupils.map(({ persoon, gegevens }) => {
        const { id } = writeLeerling(administration, persoon);
        return writeInschrijving(administration, id, gegevens).id;
      });
      return [code, ids];
    }),
  );
  return store();
}
