import { drawBao } from './bao.mts';
import type { PathSchool } from './pathSchool.mts';
import { drawSo } from './so.mts';

/** Schools that can walk the path: a BAO with ambulant begeleide pupils, or a WEC school for SO. */
export const pathSoorten = ['bao', 'so'] as const;
export type PathSoort = (typeof pathSoorten)[number];

export const pathSchools: Readonly<Record<PathSoort, () => PathSchool>> = { bao: drawBao, so: drawSo };
