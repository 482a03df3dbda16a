import type { Controle } from './controle.ts';
import { periodRows } from './generic.ts';

/** Indicatie bekostiging WPO (PvE 4.2.8.3). */
export const bekostigingControles: Controle[] = periodRows({
  gegevensgroep: 'indicatieBekostiging',
  section: '4.2.8.3',
});
