/** Putting a pupil into a groep from a date, as periods of the inschrijving (PvE 4.1.3: leerjaar/groep and vestiging). */

interface VestigingPeriod {
  begindatum?: string | undefined;
  vestigingsvolgnummer?: string | undefined;
}
interface GroepPeriod {
  begindatum?: string | undefined;
  leerjaar?: string | undefined;
  groep?: string | undefined;
}

/** The part of an inschrijving that says where the pupil is. */
interface Whereabouts {
  datumInschrijving?: string | undefined;
  vestiging: VestigingPeriod[];
  leerjaarGroep: GroepPeriod[];
}

export interface Placing {
  begindatum: string;
  leerjaar: string;
  groep: string;
  vestigingsvolgnummer: string;
  /** Writes the period even where the one before says the same: every school year has its own. */
  always?: boolean;
}

/** The period of a list that is in force on a date; the list may be in any order. */
export const inForce = <P extends { begindatum?: string | undefined }>(
  periods: readonly P[],
  date: string,
): P | undefined =>
  periods.reduce<P | undefined>((found, period) => {
    const { begindatum } = period;
    if (begindatum === undefined || begindatum > date) return found;
    return found?.begindatum !== undefined && found.begindatum > begindatum ? found : period;
  }, undefined);

/** The list with the period in the place of one that began on the same day, by date. */
const withPeriod = <P extends { begindatum?: string | undefined }>(periods: readonly P[], period: P): P[] =>
  [...periods.filter(({ begindatum }) => begindatum !== period.begindatum), period].sort((a, b) =>
    (a.begindatum ?? '').localeCompare(b.begindatum ?? ''),
  );

/**
 * The inschrijving with the pupil in a groep from a date: on the datum inschrijving when that is later. Later periods stay. The
 * same gegevens come back when the pupil is there already.
 */
export function placed<T extends Whereabouts>(gegevens: T, placing: Placing): T {
  const { leerjaar, groep, vestigingsvolgnummer, always = false } = placing;
  const start = gegevens.datumInschrijving ?? placing.begindatum;
  const begindatum = placing.begindatum < start ? start : placing.begindatum;
  const now = inForce(gegevens.leerjaarGroep, begindatum);
  const site = inForce(gegevens.vestiging, begindatum);
  const there = now?.leerjaar === leerjaar && now.groep === groep && (!always || now.begindatum === begindatum);
  const sameSite = site?.vestigingsvolgnummer === vestigingsvolgnummer;
  if (there && sameSite) return gegevens;
  return {
    ...gegevens,
    ...(there ? {} : { leerjaarGroep: withPeriod(gegevens.leerjaarGroep, { begindatum, leerjaar, groep }) }),
    ...(sameSite ? {} : { vestiging: withPeriod(gegevens.vestiging, { begindatum, vestigingsvolgnummer }) }),
  };
}
