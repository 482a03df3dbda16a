import { formatDutchDate } from '../dates.ts';

export interface Announcement {
  /** Findings because of which BRON would refuse the melding. */
  blocking: number;
  /** The last day by which BRON must have it, `yyyy-mm-dd`; absent when BRON has everything already. */
  deliverBy?: string | undefined;
}

/** What becomes of an inschrijving at BRON whose datum inschrijving is corrected. `from` is how BRON knows it. */
export const announceCorrection = ({ from, to }: { from: string | undefined; to: string }): string =>
  `BRON verwijdert de inschrijving van ${formatDutchDate(from ?? '')} en registreert die van ${formatDutchDate(to)}. ` +
  'Verstuur daarvoor twee keer: eerst gaat de verwijdering naar BRON, na de bevestiging de inschrijving met de nieuwe datum.';

/** What goes to BRON and by when, after something was done with an inschrijving. One or two Dutch sentences. */
export function announce({ blocking, deliverBy }: Announcement): string {
  if (!deliverBy) return 'BRON heeft alles al: er hoeft niets te worden verstuurd.';
  const until = formatDutchDate(deliverBy);
  if (blocking > 0) {
    const points = blocking === 1 ? 'is nog 1 punt' : `zijn nog ${blocking} punten`;
    return `Er ${points} die BRON zou afkeuren: de melding wordt tegengehouden tot u ze verbetert. Uiterlijk ${until} moet zij bij BRON zijn.`;
  }
  return `De hele inschrijving gaat als melding naar BRON zodra u op Uitwisselen verstuurt, uiterlijk ${until}.`;
}
