import data from './schoolgewicht.json' with { type: 'json' };

interface Threshold {
  /** Last teldatum. */
  until: string;
  percent: number;
  /** Sentence that says so when the percentage is assumed. */
  assumed?: string;
}

const thresholds: readonly Threshold[] = data.thresholds;

/** The threshold of the schoolgewicht on a teldatum. */
export function thresholdOn(peildatum: string): Threshold {
  const found = thresholds.find(({ until }) => peildatum <= until);
  if (!found) throw new RangeError(`No threshold for ${peildatum}`);
  return found;
}

/**
 * Schoolgewicht of a vestiging (BBWPO 27 lid 2 to 4): the gewichten of its counted pupils less a part of their number, rounded half up,
 * not below nothing and at most 80 % of the number. `gewichten` in whole hundredths, so that nothing is lost in floats.
 */
export function schoolgewicht(gewichten: number, pupils: number, peildatum: string): number {
  const above = gewichten - thresholdOn(peildatum).percent * pupils;
  const rounded = Math.floor((above + 50) / 100);
  const cap = Math.floor((data.capPercent * pupils) / 100);
  return Math.min(Math.max(0, rounded), cap);
}
