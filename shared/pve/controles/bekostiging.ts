import type { Controle } from './controle.ts';
import { periodRows } from './generic.ts';

/** Indicatie bekostiging WPO or WEC (PvE 4.2.8.3 and 4.2.9.3). */
export const bekostigingControles = (section: string): Controle[] =>
  periodRows({ gegevensgroep: 'indicatieBekostiging', section });
