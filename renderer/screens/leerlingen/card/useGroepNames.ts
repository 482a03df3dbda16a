import { isDate } from '../../../../shared/domain/dates.ts';
import { schooljaarOf } from '../../../../shared/domain/schoolYear.ts';
import { useOperation } from '../../../app/api.ts';

/** The names of the groepen in the school year of a date, each once; none without a date. */
export function useGroepNames(date: string | undefined): readonly string[] {
  const known = isDate(date);
  const query = useOperation(
    'groepen.list',
    { schooljaar: schooljaarOf(known ? date : '2000-01-01') },
    { enabled: known },
  );
  return known ? [...new Set(query.data?.rows.map(({ naam }) => naam))] : [];
}
