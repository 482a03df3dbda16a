import type { InschrijvingKind } from '../../shared/pve/berichten/kinds.ts';
import { soortOf } from '../../shared/domain/schoolSoort.ts';
import { useOperation } from './api.ts';

/** The kind of the inschrijvingen of this school; WPO, as of most schools, until the school is known. */
export function useKind(): InschrijvingKind {
  const school = useOperation('settings.get', {}).data?.school;
  return school ? soortOf(school.soort).kind : 'WPO';
}
