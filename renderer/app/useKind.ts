import type { InschrijvingKind } from '../../shared/pve/berichten/kinds.ts';
import { soortOf } from '../../shared/domain/schoolSoort.ts';
import { useSchool } from './useSchool.ts';

/** The kind of the inschrijvingen of this school; WPO, as of most schools, until the school is known. */
export const useKind = (): InschrijvingKind => soortOf(useSchool()?.soort ?? 'BAO').kind;
