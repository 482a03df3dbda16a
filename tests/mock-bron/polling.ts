/** What BRON does about a verzoek terugkoppeling within the pause after an empty answer; DUO may take measures (PvE 6.2, eis 5). */
export const pollingMeasures = ['empty', 'longer', 'busy'] as const;

export interface Polling {
  /** Minutes after an empty bericht 7 in which no bericht 6 may come. */
  pauseMinutes: number;
  /** `empty`: answered empty. `longer`: so too, and the pause begins again. `busy`: HTTP 503 with what is left of the pause. */
  measure: (typeof pollingMeasures)[number];
}

/** Reading R20 (assumed): misuse is answered empty, and the pause runs from the first empty answer. */
export const defaultPolling: Polling = { pauseMinutes: 30, measure: 'empty' };
