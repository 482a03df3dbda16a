import type { BrinFacts } from '../pve/controles/types.ts';
import type { Situation } from './situation.ts';

/** Sectors of the schools where pupils are ambulant begeleid. */
export const sectors = ['PO', 'VO', 'BVE', 'WEC', 'unknown'] as const;
export type Sector = (typeof sectors)[number];

const sectorBySoort: Record<BrinFacts['soort'], Sector> = {
  BAO: 'PO',
  SBAO: 'PO',
  TREKKEND: 'PO',
  WVO: 'VO',
  WEB: 'BVE',
  WEC: 'WEC',
  REC: 'unknown',
};

/** The sector of the school where a pupil of an inschrijving WEC is guided. */
export function sectorOf({ guidedBy, frame }: Pick<Situation, 'guidedBy' | 'frame'>): Sector {
  const soort = frame.counting.brin?.find(guidedBy ?? '')?.soort;
  return soort === undefined ? 'unknown' : sectorBySoort[soort];
}
