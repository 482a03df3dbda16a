import type { BrinFacts, SchoolFacts } from '../../../../shared/pve/controles/types.ts';
import type { PupilWec } from '../people.ts';

export const AUTUMN = '2010-10-01';
export const cluster3: Partial<SchoolFacts> = { soort: 'WEC', cluster: '3' };
export const cluster4: Partial<SchoolFacts> = { soort: 'WEC', cluster: '4' };
/** Eight years old, zml, with an indicatie until 31-7-2012. */
export const eight: PupilWec = {
  born: '2002-05-05',
  from: '2008-08-01',
  soort: '33',
  indicaties: [['2008-08-01', '33']],
};
export const lg: PupilWec = { ...eight, soort: '32', indicaties: [['2009-08-01', '32']] };

export const brin: BrinFacts[] = [
  { brinnummer: '99XB', soort: 'BAO' },
  { brinnummer: '99XS', soort: 'SBAO' },
  { brinnummer: '99VO', soort: 'WVO' },
  { brinnummer: '99MB', soort: 'WEB' },
];
