import { bekostigingControles } from '../bekostiging.ts';
import { onlyIn, type Controle } from '../controle.ts';
import { periodRows } from '../generic.ts';
import { vestigingControles } from '../vestiging.ts';
import { inschrijvingWecControles } from './inschrijving.ts';
import { ambulanteBegeleidingWecControles } from './ambulanteBegeleiding.ts';
import { arrangementControles } from './arrangement.ts';
import { indicatiestellingControles } from './indicatiestelling.ts';
import { onderwijsvoorzieningControles } from './onderwijsvoorziening.ts';
import { toelaatbaarheidsverklaringControles } from './toelaatbaarheidsverklaring.ts';
import { uitstroomprofielControles } from './uitstroomprofiel.ts';
import { schoolsoortControles } from './schoolsoort.ts';
import { soortOnderwijsControles } from './soortOnderwijs.ts';
import { soortVerblijfControles } from './soortVerblijf.ts';

/** The controles on an inschrijving WEC, in the order of PvE 4.2.9. */
export const wecControles: readonly Controle[] = [
  ...inschrijvingWecControles,
  ...vestigingControles('4.2.9.2'),
  ...bekostigingControles('4.2.9.3'),
  ...soortOnderwijsControles,
  // Leerjaar/groep WEC has no rows of its own.
  ...periodRows({ gegevensgroep: 'leerjaarGroep', section: '4.2.9.5' }),
  ...schoolsoortControles,
  ...soortVerblijfControles,
  ...indicatiestellingControles,
  ...ambulanteBegeleidingWecControles,
  ...toelaatbaarheidsverklaringControles,
  ...uitstroomprofielControles,
  ...onlyIn('2015-11', arrangementControles),
  ...onderwijsvoorzieningControles,
];
