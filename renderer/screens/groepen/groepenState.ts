import { create } from 'zustand';
import type { NextYearOutcome } from '../../../shared/domain/nextYear.ts';

/** What a person chose for one pupil at the end of a school year. */
export interface NextYearChoice {
  outcome: NextYearOutcome;
  leerjaar?: string;
  groepId?: number;
}

interface GroepenState {
  /** The school year on the screen; absent: that of today. */
  schooljaar: string | undefined;
  /** The groep whose pupils are shown; `none`: the pupils in no groep. */
  shown: number | 'none' | undefined;
  /** Choices for the next school year that differ from the proposal, by inschrijving: they outlive the screen. */
  choices: Readonly<Record<number, NextYearChoice>>;
  choosing: string | undefined;
  showYear: (schooljaar: string) => void;
  show: (shown: GroepenState['shown']) => void;
  /** Begins, or goes on with, the choices for the end of a school year. */
  beginNextYear: (schooljaar: string) => void;
  choose: (choices: Readonly<Record<number, NextYearChoice>>) => void;
  endNextYear: () => void;
}

/** What the screen Groepen shows. It outlives the screen, so that one returns to where one was; it holds no names. */
export const useGroepenState = create<GroepenState>((set) => ({
  schooljaar: undefined,
  shown: undefined,
  choices: {},
  choosing: undefined,
  showYear: (schooljaar) => set({ schooljaar, shown: undefined }),
  show: (shown) => set({ shown }),
  beginNextYear: (choosing) => set((now) => (now.choosing === choosing ? {} : { choosing, choices: {} })),
  choose: (choices) => set((now) => ({ choices: { ...now.choices, ...choices } })),
  endNextYear: () => set({ choosing: undefined, choices: {} }),
}));
