import { ambulanteBegeleidingControles } from './ambulanteBegeleiding.ts';
import { bekostigingControles } from './bekostiging.ts';
import { onlyIn, rowsOf, type Controle } from './controle.ts';
import { eindtoetsControles } from './eindtoets.ts';
import { gewichtControles } from './gewicht.ts';
import { choiceControles, headerControles } from './header.ts';
import { inschrijvingWpoControles } from './inschrijving.ts';
import { leerjaarControles } from './leerjaar.ts';
import { lgfControles } from './lgf.ts';
import { ontwikkelingsperspectiefControles } from './ontwikkelingsperspectief.ts';
import { personControles } from './person.ts';
import { personWithoutPgnControles } from './personWithoutPgn.ts';
import { toetsdomeinControles, toetsonderdeelControles } from './toetsonderdeel.ts';
import { verplichteEindtoetsControles } from './verplichteEindtoets.ts';
import { vestigingControles } from './vestiging.ts';
import { vroegschoolsControles } from './vroegschools.ts';
import { wecControles } from './wec/wec.ts';

/** The controles on an inschrijving WPO, in the order of PvE 4.2.8. */
const wpoControles: readonly Controle[] = [
  ...inschrijvingWpoControles,
  ...vestigingControles('4.2.8.2'),
  ...bekostigingControles('4.2.8.3'),
  ...leerjaarControles,
  ...vroegschoolsControles,
  ...eindtoetsControles,
  ...lgfControles,
  ...ambulanteBegeleidingControles,
  ...gewichtControles,
  ...onlyIn('2015-11', ontwikkelingsperspectiefControles),
];

/** Every controle of bericht 3, in the order of PvE 4.2; a row of the PvE is one entry (per group of persoonsgegevens). */
export const controles: readonly Controle[] = [
  ...headerControles,
  ...choiceControles,
  ...personControles,
  ...personWithoutPgnControles,
  ...rowsOf('WPO', wpoControles),
  ...rowsOf('WEC', wecControles),
  ...onlyIn('2015-11', [...verplichteEindtoetsControles, ...toetsonderdeelControles, ...toetsdomeinControles]),
];
