import { create } from 'zustand';
import type { WorkGrouping, WorkKind, WorkOrder, WorkShow } from '../../../shared/api/work.ts';
import { useNavigation } from '../../app/navigation.ts';

/** Which rows of the work list are meant; undefined: of all. */
export interface WorkFilter {
  show: WorkShow;
  ernst: 'A' | 'S' | undefined;
  code: string | undefined;
  kind: WorkKind | undefined;
  /** Key of a groep. */
  groep: string | undefined;
}

/** No filter: everything that is open. */
export const everythingOpen: WorkFilter = {
  show: 'open',
  ernst: undefined,
  code: undefined,
  kind: undefined,
  groep: undefined,
};

interface Choices extends WorkFilter {
  grouping: WorkGrouping;
  order: WorkOrder;
  page: number;
  /** The sheets for the teachers are shown instead of the list. */
  printing: boolean;
}

interface WorkState extends Choices {
  /** Changes what is shown; the list begins at its first page again. */
  choose: (change: Partial<Choices>) => void;
}

/** What the work list shows. It outlives the screen, so that one returns to where one was. */
export const useWorkState = create<WorkState>((set) => ({
  ...everythingOpen,
  grouping: 'signaal',
  order: 'naam',
  page: 0,
  printing: false,
  choose: (change) => set({ page: 0, ...change }),
}));

/** What was chosen, as an operation takes it. */
export function filterInput({ show, ernst, code, kind, groep }: WorkFilter) {
  return {
    show,
    ...(ernst ? { ernst } : {}),
    ...(code ? { code } : {}),
    ...(kind ? { kind } : {}),
    ...(groep === undefined ? {} : { groep }),
  };
}

/** Shows the work list from its beginning, all of it or a part. */
export function showWork(only: Partial<WorkFilter> = {}): void {
  useWorkState.getState().choose({ ...everythingOpen, ...only, printing: false });
  useNavigation.getState().go({ screen: 'terugkoppelingen' });
}
