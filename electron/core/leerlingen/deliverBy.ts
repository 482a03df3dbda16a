import { dateInNetherlands } from '../../../shared/domain/clock.ts';

/** Changes have to be with BRON within two weeks (Stappenplan step 13). */
const DELIVERY_DAYS = 14;

/** The last day by which a change of `since` (an instant) must be with BRON, `yyyy-mm-dd`. */
export const deliverBy = (since: string): string =>
  dateInNetherlands(new Date(new Date(since).getTime() + DELIVERY_DAYS * 86_400_000));
