import type { School } from '../../shared/api/session.ts';
import { useOperation } from './api.ts';
import { useMay } from './may.ts';

/** The school of this administration; undefined until it is known, and for who may see only the own groepen. */
export function useSchool(): School | undefined {
  const may = useMay();
  return useOperation('settings.get', {}, { enabled: may('read') }).data?.school;
}
