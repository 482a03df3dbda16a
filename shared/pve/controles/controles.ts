import { ambulanteBegeleidingControles } from './ambulanteBegeleiding.ts';
import { bekostigingControles } from './bekostiging.ts';
import type { Controle } from './controle.ts';
import { eindtoetsControles } from './eindtoets.ts';
import { gewichtControles } from './gewicht.ts';
import { choiceControles, headerControles } from './header.ts';
import { inschrijvingControles } from './inschrijving.ts';
import { leerjaarControles } from './leerjaar.ts';
import { lgfControles } from './lgf.ts';
import { personControles } from './person.ts';
import { personWithoutPgnControles } from './personWithoutPgn.ts';
import { vestigingControles } from './vestiging.ts';
import { vroegschoolsControles } from './vroegschools.ts';

/**
 * Every controle of bericht 3 that is judged, in the order of PvE 4.2; a row of the PvE is one entry (per group of persoonsgegevens).
 * Not yet here: WEC (4.2.9), and of the edition of 2015-11 the groups that no message has yet: ontwikkelingsperspectief (4.2.8.10) and
 * verplichte eindtoets (4.2.10).
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
  ...vroegschoolsControles,
  ...eindtoetsControles,
  ...lgfControles,
  ...ambulanteBegeleidingControles,
  ...gewichtControles,
];
