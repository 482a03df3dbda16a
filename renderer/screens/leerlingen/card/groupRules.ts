import type { InschrijvingGegevens } from '../../../../shared/api/inschrijving.ts';
import {
  eindtoetsWpo,
  inschrijvingWpo,
  lgfIndicatieWpo,
  ontwikkelingsperspectiefWpo,
  vroegschoolsProgrammaWpo,
} from '../../../../shared/pve/gegevensset/inschrijvingWpo.ts';
import { START_BELEIDSINFORMATIE } from '../../../../shared/pve/controles/readings.ts';
import { groupsFromStart } from '../../../../shared/pve/berichten/kinds.ts';
import type { FieldElement, FieldGroup, Gegevensgroep } from '../../../../shared/pve/gegevensset/types.ts';
import { verplichteEindtoets } from '../../../../shared/pve/gegevensset/verplichteEindtoets.ts';

/** From this date on an inschrijving has no LGF-indicaties any more (PvE 4.2.8.7, 412). */
const NO_LGF_FROM = '2014-08-01';
/** The verplichte eindtoets and the herzien advies came with school year 2014-2015 (PvE 4.1.3 and 4.2.5a of 2015-11). */
const VERPLICHTE_EINDTOETS_FROM = '2014-08-01';
const LAST_LEERJAAR = '8';

const isThereOn = ({ datumUitschrijving }: InschrijvingGegevens, date: string) =>
  !datumUitschrijving || datumUitschrijving >= date;
const wasInLeerjaar8 = ({ leerjaarGroep }: InschrijvingGegevens) =>
  leerjaarGroep.some(({ leerjaar }) => leerjaar === LAST_LEERJAAR);

/** Groups that most inschrijvingen do without, and what they are for. */
export interface RareGroup {
  group: Gegevensgroep;
  text: string;
  /** Whether this inschrijving may need it. */
  mayNeed: (gegevens: InschrijvingGegevens) => boolean;
}

export const rareGroups: readonly RareGroup[] = [
  {
    group: vroegschoolsProgrammaWpo,
    text: 'Een vroegschools programma in groep 1 of 2, met begin en einde.',
    mayNeed: () => true,
  },
  {
    group: eindtoetsWpo,
    text: 'De uitslag van een eindtoets in leerjaar 8. Vanaf schooljaar 2015-2016 alleen om een eerdere uitslag te verbeteren.',
    mayNeed: wasInLeerjaar8,
  },
  {
    group: verplichteEindtoets,
    text: 'De eindtoets van leerjaar 8 met de referentieniveaus, of de reden waarom de leerling die niet heeft gemaakt. Vanaf schooljaar 2014-2015.',
    mayNeed: (gegevens) => wasInLeerjaar8(gegevens) && isThereOn(gegevens, VERPLICHTE_EINDTOETS_FROM),
  },
  {
    group: ontwikkelingsperspectiefWpo,
    text: 'Van wanneer tot wanneer een ontwikkelingsperspectief voor de leerling geldt, op een basisschool. Vanaf 1 augustus 2015.',
    mayNeed: (gegevens) => isThereOn(gegevens, START_BELEIDSINFORMATIE),
  },
  {
    group: lgfIndicatieWpo,
    text: 'Een LGF-indicatie (rugzakje) met de school die ambulant begeleidt, voor inschrijvingen van vóór 1 augustus 2014.',
    mayNeed: ({ datumInschrijving }) => !datumInschrijving || datumInschrijving < NO_LGF_FROM,
  },
];

/** The groups of an inschrijving that are always shown, in reading order. */
export const usualGroups: readonly FieldGroup[] = groupsFromStart('WPO');

/** Whether a vast gegeven need not be shown: it is empty and cannot be of use on this date. */
export function isOutOfUse({ key }: FieldElement, gegevens: InschrijvingGegevens, today: string): boolean {
  if (key === 'datumOorspronkelijkeInschrijving') return true;
  return key === 'herzienAdviesVo' && (gegevens.datumUitschrijving ?? today) < VERPLICHTE_EINDTOETS_FROM;
}

export const vasteElements: readonly FieldElement[] = inschrijvingWpo.elements;
