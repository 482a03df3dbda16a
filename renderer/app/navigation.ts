import { useEffect, useEffectEvent } from 'react';
import { create } from 'zustand';
import type { Proposal } from '../../shared/api/proposals.ts';

type FollowUp = NonNullable<Proposal['followUp']>;

/** Where in the program the person is. */
export type Route =
  | { screen: 'vandaag' }
  | { screen: 'leerlingen' }
  | {
      screen: 'leerling';
      /** Absent: a new pupil. */
      id?: number;
      /** The field to show and to put the cursor in. */
      focus?: {
        inschrijvingId?: number;
        gegevensgroep?: string;
        element?: string;
        voorkomen?: number;
        parent?: number;
      };
      /** The inschrijving to end, with what is known of why and when. */
      leaving?: FollowUp;
    }
  | {
      screen: 'enrol';
      /** A pupil that is known already, to be enrolled anew. */
      leerlingId?: number;
    }
  | { screen: 'bin' }
  | { screen: 'disclosure'; leerlingId: number }
  | {
      screen: 'groepen';
      /** The school year whose end is being prepared. */
      nextYearOf?: string;
    }
  | { screen: 'importeren' }
  | { screen: 'onvolledig' }
  | { screen: 'aangenomen' }
  | { screen: 'uitwisselen' }
  | {
      screen: 'registratieoverzicht';
      /** Only what is about this pupil. */
      leerlingId?: number;
    }
  | { screen: 'terugkoppelingen' }
  | {
      screen: 'aansluiting';
      /** The step of the Stappenplan to show; absent: the one that is to be done. */
      step?: number;
    }
  | { screen: 'tellingen' }
  | { screen: 'exporteren' }
  | { screen: 'instellingen' }
  | { screen: 'poorten' }
  | { screen: 'contact' }
  | { screen: 'ageing' }
  | { screen: 'logboek' }
  | { screen: 'handleiding'; page?: string };

/** A screen with unsaved work: what the question on leaving does. */
export interface Guard {
  /** Saves; false when that failed, so that the person stays. */
  save: () => Promise<boolean>;
  /** Throws the unsaved work away. */
  discard: () => void;
}

interface Navigation {
  route: Route;
  /** Where `back` goes to, the latest last. */
  history: readonly Route[];
  /** Set while there is unsaved work on the screen. */
  guard: Guard | undefined;
  /** What the person wanted to do when the guard stopped it; the dialog asks about it. */
  pending: (() => void) | undefined;
  /** Shows another screen, after the question about unsaved work when there is any. */
  go: (route: Route) => void;
  /** Shows the former screen, or the screen above this one when there is none. */
  back: () => void;
  /** Does `action` (lock, close) after the question about unsaved work when there is any. */
  leave: (action: () => void) => void;
  setGuard: (guard: Guard | undefined) => void;
  /** The answer to the question: goes on with what was wanted, or stays. */
  answer: (goOn: boolean) => void;
  /** Back to the beginning, for a locked administration: nothing of what was shown is kept. */
  reset: () => void;
}

/** Screens that an address can open the program on, as its fragment: `#aansluiting`. */
const openingScreens = ['aansluiting'] as const;
export type OpeningScreen = (typeof openingScreens)[number];

/** Shows the screen that the fragment of an address names, when it names one. */
export function openOn(fragment: string): void {
  const screen = openingScreens.find((known) => `#${known}` === fragment);
  if (screen) useNavigation.getState().go({ screen });
}

const LONGEST_HISTORY = 50;
const start = { route: { screen: 'vandaag' } as Route, history: [], guard: undefined, pending: undefined };

/** What the screens are called that are reached from the list of pupils. */
export const belowLeerlingen = {
  leerling: 'Leerling',
  enrol: 'Leerling inschrijven',
  bin: 'Prullenbak',
  disclosure: 'Inzage',
  importeren: 'Importeren',
  onvolledig: 'Onvolledig',
  aangenomen: 'Aangenomen',
} as const;

/** Whether a screen is reached from the list of pupils. */
export const isBelowLeerlingen = (screen: Route['screen']): screen is keyof typeof belowLeerlingen =>
  screen in belowLeerlingen;

const above = ({ screen }: Route): Route => {
  if (screen === 'registratieoverzicht') return { screen: 'uitwisselen' };
  if (screen === 'poorten') return { screen: 'instellingen' };
  if (screen === 'contact') return { screen: 'aansluiting' };
  return { screen: isBelowLeerlingen(screen) ? 'leerlingen' : 'vandaag' };
};

/** The navigation of the program. */
export const useNavigation = create<Navigation>((set, get) => ({
  ...start,
  go: (route) => {
    get().leave(() => {
      set(({ route: from, history }) => ({ route, history: [...history, from].slice(-LONGEST_HISTORY) }));
    });
  },
  back: () => {
    get().leave(() => {
      set(({ route, history }) => ({ route: history.at(-1) ?? above(route), history: history.slice(0, -1) }));
    });
  },
  leave: (action) => {
    if (get().guard) set({ pending: action });
    else action();
  },
  setGuard: (guard) => {
    set({ guard });
  },
  answer: (goOn) => {
    const { pending } = get();
    set(goOn ? { pending: undefined, guard: undefined } : { pending: undefined });
    if (goOn) pending?.();
  },
  reset: () => {
    set(start);
  },
}));

/** Guards a screen while `dirty`: leaving it asks whether to save, throw away or stay. */
export function useGuard(dirty: boolean, guard: Guard): void {
  const save = useEffectEvent(guard.save);
  const discard = useEffectEvent(guard.discard);
  useEffect(() => {
    if (!dirty) return;
    const { setGuard } = useNavigation.getState();
    const mine: Guard = { save: () => save(), discard: () => discard() };
    setGuard(mine);
    return () => {
      if (useNavigation.getState().guard === mine) setGuard(undefined);
    };
  }, [dirty]);
}
