import { bekostigingControles } from './bekostiging.ts';
import type { Controle } from './controle.ts';
import { gewichtControles } from './gewicht.ts';
import { choiceControles, headerControles } from './header.ts';
import { inschrijvingControles } from './inschrijving.ts';
import { leerjaarControles } from './leerjaar.ts';
import { personControles } from './person.ts';
import { personWithoutPgnControles } from './personWithoutPgn.ts';
import { vestigingControles } from './vestiging.ts';

/**
 * Every controle that is judged, in the order of PvE 4.2; a row of the PvE is one entry (per group of persoonsgegevens). Not yet
 * here: WPO 4.2.8.5 to 4.2.8.8, WEC (4.2.9), and the rows on other messages than bericht 3.
 */
export const controles: readonly Controle[] = [
  ...headerControles,
  ...choiceControles,
  ...personControles,
  ...personWithoutPgnControles,
  ...inschrijvingControles,
  ...vestigingControles,
  ...bekostigingControles,
  ...leerjaarControles,
  ...gewichtControles,
];
