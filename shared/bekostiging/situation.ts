import type { InschrijvingKind } from '../pve/berichten/kinds.ts';
import type { Indication } from './indications.ts';
import type { CountedInschrijving, Counting } from './types.ts';
import type { Weight } from './weights.ts';

/** How a pupil stands in a counting. */
export type Standing =
  /** In the row `totaal`, and in those that it is split into. */
  | 'regular'
  /** Ambulant begeleid at another school: only in the rows of begeleiding. */
  | 'guided'
  /** On a crisis or observation place: in a row of its own. */
  | 'short'
  /** Teruggeplaatst: no longer enrolled, but counted for begeleiding. */
  | 'returned'
  | 'none';

/** What holds of an inschrijving on the peildatum, worked out once: rules and rows ask nothing else. */
export interface Situation {
  item: CountedInschrijving;
  counting: Counting;
  peildatum: string;
  kind: InschrijvingKind;
  datumInschrijving: string;
  datumUitschrijving?: string | undefined;
  enrolled: boolean;
  /** Two digits. */
  vestigingsvolgnummer: string;
  /** Completed years on the peildatum. */
  age: number;
  leerjaar?: string | undefined;
  nnca?: string | undefined;
  /** Of a pupil of a BAO. */
  weight?: Weight | undefined;
  /** WEC: schoolsoort, soort onderwijs and soort verblijf by their codes. */
  schoolsoort?: string | undefined;
  soortOnderwijs?: string | undefined;
  verblijf?: string | undefined;
  /** WEC: what it counts in, a soort onderwijs or bekostigingscategorie by its code, or `geen`. */
  column?: string | undefined;
  /** The last LGF-indicatie or indicatiestelling that began, with its begeleiding. */
  indication?: Indication | undefined;
  /** An inschrijving WEC of a pupil who is ambulant begeleid at another school. */
  guidedElsewhere: boolean;
}

/** A situation that has been judged. */
export interface JudgedSituation extends Situation {
  standing: Standing;
  /** The leerlinggebonden budget counts: a valid indicatie with begeleiding of a pupil who counts. */
  lgf: boolean;
}
