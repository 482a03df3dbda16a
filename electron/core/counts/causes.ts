import type { Cause, DifferentPupil } from '../../../shared/api/counting.ts';
import type { BronState } from '../../../shared/api/leerlingen.ts';
import { without } from '../../../shared/bekostiging/compare.ts';
import type { CountedPupil } from '../../../shared/bekostiging/types.ts';
import { formatDutchDate } from '../../../shared/domain/dates.ts';
import type { InschrijvingKind } from '../../../shared/pve/berichten/kinds.ts';
import type { CountedAtBron } from './atBron.ts';
import type { SaidByGtb } from './gtbSide.ts';
import type { CountedHere } from './here.ts';
import { toldSignaal } from './signalen.ts';

/** What is known of one pupil who is not the same everywhere. */
export interface Compared {
  kind: InschrijvingKind;
  here: CountedHere | undefined;
  atBron: CountedAtBron | undefined;
  own: CountedPupil | undefined;
  bron: CountedPupil | undefined;
  gtb: SaidByGtb | undefined;
  /** There is a GTB of its vestiging. */
  hasGtb: boolean;
  bronState: BronState | undefined;
  differences: DifferentPupil['differences'];
}

const SEND = { screen: 'uitwisselen', remedy: 'Verstuur bij Uitwisselen.' } as const;
const WAIT = { screen: 'uitwisselen', remedy: 'Haal de terugkoppelingen op bij Uitwisselen.' } as const;
const REPAIR = { remedy: 'Open de leerlingkaart, verbeter wat daar wordt aangewezen en verstuur opnieuw.' } as const;

/** Why BRON does not have an inschrijving as it is here, by where its last message is. */
const byState: Partial<Record<BronState, (what: string) => Cause>> = {
  'aan te leveren': (what) => ({ text: `${what} is nog niet naar BRON verstuurd.`, ...SEND }),
  tegengehouden: (what) => ({ text: `${what} wordt tegengehouden: een controle ging niet goed.`, ...REPAIR }),
  afgekeurd: (what) => ({ text: `${what} is door BRON afgekeurd.`, ...REPAIR }),
  geweigerd: (what) => ({ text: `${what} is door BRON geweigerd.`, ...REPAIR }),
  onzeker: (what) => ({ text: `Of ${what.toLowerCase()} is aangekomen, is onzeker.`, ...WAIT }),
  'in behandeling': (what) => ({ text: `${what} is onderweg: BRON heeft nog niet geantwoord.`, ...WAIT }),
  'te verwijderen': (what) => ({ text: `${what} wordt bij BRON verwijderd.`, ...SEND }),
};

/** Why the own count and that of what BRON has are not the same. */
function betweenHereAndBron({ here, atBron, bronState, own, bron, differences }: Compared): Cause[] {
  if (!here && !atBron) return [];
  if (!here) {
    const remedy = 'Neem haar over of verwijder haar bij BRON, bij Vergelijken met BRON.';
    return [{ text: 'BRON heeft deze inschrijving, uw administratie niet.', remedy, screen: 'registratieoverzicht' }];
  }
  if (atBron && JSON.stringify(own) === JSON.stringify(bron)) return [];
  const what = atBron ? 'De wijziging' : 'Deze inschrijving';
  const state = bronState && byState[bronState]?.(what);
  if (state) return [state];
  if (!atBron) return [{ text: 'Van deze inschrijving is niet bekend dat BRON haar heeft.', ...SEND }];
  if (differences.length > 0)
    return [
      { text: 'BRON heeft andere gegevens dan u.', remedy: 'Kijk hieronder welke, en verbeter ze waar dat nodig is.' },
    ];
  return [
    { text: 'Uw telling en die van BRON verschillen, maar de gegevens niet: BRON had deze inschrijving later dan u.' },
  ];
}

/** Why a GTB says something else than follows from what BRON is known to have. */
function betweenBronAndGtb({ kind, atBron, bron, gtb, hasGtb, here }: Compared): Cause[] {
  if (!hasGtb) return [];
  if (!gtb) {
    if (!atBron) return [];
    return [{ text: 'BRON had deze inschrijving nog niet toen de GTB werd gemaakt; zij komt op de volgende.' }];
  }
  if (gtb.named && !here && !atBron)
    return [
      {
        text: 'De GTB noemt een leerling die u niet hebt, en van wie niet bekend is dat BRON hem van u heeft.',
        remedy: 'Vraag een registratieoverzicht op en vergelijk met BRON.',
        screen: 'registratieoverzicht',
      },
    ];
  const ours = bron?.signalen ?? [];
  const [added, gone] = [without(gtb.signalen, ours), without(ours, gtb.signalen)];
  if (added.length + gone.length === 0) return [];
  const { processedUntil } = gtb.gtb;
  if (atBron?.changedOn !== undefined && atBron.changedOn > processedUntil)
    return [
      {
        text: `BRON verwerkte de laatste wijziging na ${formatDutchDate(processedUntil)}; die komt op de volgende GTB.`,
      },
    ];
  return [
    ...added.map((code): Cause => {
      const { text, remedy, place } = toldSignaal(code, kind);
      return { text: `Op de GTB staat: ${text} (${code}).`, remedy, ...(place ? { place } : {}) };
    }),
    ...gone.map((code): Cause => {
      const { text, place } = toldSignaal(code, kind);
      return {
        text: `Op de GTB staat niet wat dit programma verwacht: ${text} (${code}).`,
        ...(place ? { place } : {}),
      };
    }),
  ];
}

/** Every cause for which the counts of a pupil are not the same; none when they are. */
export const causesOf = (compared: Compared): Cause[] => [
  ...betweenHereAndBron(compared),
  ...betweenBronAndGtb(compared),
];
