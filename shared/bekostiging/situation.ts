import { ageOn, schoolYear } from '../domain/dates.ts';
import { inForce } from '../domain/placing.ts';
import { kindOfSchool, type InschrijvingKind } from '../pve/berichten/kinds.ts';
import { isZero } from '../pve/controles/wec/situation.ts';
import { indicationOn, type Indication } from './indications.ts';
import type { CountedInschrijving, Counting } from './types.ts';
import { columnOf, tlvOn, type Tlv } from './wec.ts';
import { weightOn, type Weight } from './weights.ts';

/** What is the same for every pupil of a counting. */
export interface Frame {
  counting: Counting;
  peildatum: string;
  kind: InschrijvingKind;
  /** First and last day of the school year that the peildatum lies in. */
  year: { first: string; last: string };
}

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
  frame: Frame;
  datumInschrijving: string;
  datumUitschrijving?: string | undefined;
  enrolled: boolean;
  /** Two digits. */
  vestigingsvolgnummer: string;
  /** Completed years on the peildatum. */
  age: number;
  funded: boolean;
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
  /** The toelaatbaarheidsverklaring that is valid. */
  tlv?: Tlv | undefined;
  /** The last LGF-indicatie or indicatiestelling that began. */
  indication?: Indication | undefined;
  /** Who guides (WPO), or where the pupil is guided (WEC), once it has begun. */
  guidedBy?: string | undefined;
  /** An inschrijving WEC of a pupil who is guided at another school. */
  guidedElsewhere: boolean;
}

/** A situation that has been judged. */
export interface JudgedSituation extends Situation {
  standing: Standing;
  /** The leerlinggebonden budget counts: a valid indicatie with begeleiding of a pupil who counts. */
  lgf: boolean;
}

export const frameOf = (counting: Counting): Frame => ({
  counting,
  peildatum: counting.peildatum,
  kind: kindOfSchool(counting.school.soort),
  year: schoolYear(counting.peildatum),
});

type Facts = Omit<Situation, 'column'>;

/** `4` is the vestiging `04` (PvE 4.1.3). */
export const twoDigits = (volgnummer: string) => volgnummer.padStart(2, '0');

function wpoFacts({ item, frame }: Facts) {
  const { peildatum, counting } = frame;
  const { gewicht = [], lgfIndicatie = [] } = item.inschrijving;
  const indication = indicationOn(lgfIndicatie, peildatum);
  return {
    indication,
    guidedBy: indication?.guidedBy,
    ...(counting.school.soort === 'BAO' ? { weight: weightOn(gewicht, item.geboortedatum, peildatum) } : {}),
  };
}

function wecFacts({ item, frame }: Facts) {
  const { inschrijving } = item;
  const { peildatum } = frame;
  const { schoolsoort = [], soortOnderwijs = [], soortVerblijf = [], indicatiestelling = [] } = inschrijving;
  const { arrangement = [], toelaatbaarheidsverklaring = [] } = inschrijving;
  const indication = indicationOn(indicatiestelling, peildatum);
  const guidedBy = indication?.guidedBy ?? inForce(arrangement, peildatum)?.brinnummer;
  const schoolsoortNow = inForce(schoolsoort, peildatum)?.schoolsoort;
  return {
    schoolsoort: schoolsoortNow,
    soortOnderwijs: inForce(soortOnderwijs, peildatum)?.soortOnderwijs,
    verblijf: inForce(soortVerblijf, peildatum)?.soortVerblijf,
    tlv: tlvOn(toelaatbaarheidsverklaring, peildatum),
    indication,
    guidedBy,
    guidedElsewhere: isZero(schoolsoortNow) || guidedBy !== undefined,
  };
}

/** The situation of an inschrijving on the peildatum; of who is not enrolled then, that of the nearest day that it was. */
export function situationOf(item: CountedInschrijving, frame: Frame): Situation {
  const { inschrijving, geboortedatum } = item;
  const { peildatum } = frame;
  const { datumInschrijving = '', datumUitschrijving, aanduidingNnca, vestiging = [] } = inschrijving;
  const { leerjaarGroep = [], indicatieBekostiging = [] } = inschrijving;
  const placed = inForce(vestiging, peildatum) ?? vestiging[0];
  const facts: Facts = {
    item,
    frame,
    datumInschrijving,
    datumUitschrijving,
    enrolled: datumInschrijving <= peildatum && (datumUitschrijving === undefined || peildatum <= datumUitschrijving),
    vestigingsvolgnummer: twoDigits(placed?.vestigingsvolgnummer ?? ''),
    age: ageOn(geboortedatum, peildatum),
    funded: inForce(indicatieBekostiging, peildatum)?.indicatieBekostiging === 'true',
    leerjaar: inForce<{ begindatum?: string; leerjaar?: string }>(leerjaarGroep, peildatum)?.leerjaar,
    nnca: aanduidingNnca,
    guidedElsewhere: false,
  };
  if (frame.kind === 'WPO') return { ...facts, ...wpoFacts(facts) };
  const situation: Situation = { ...facts, ...wecFacts(facts) };
  return { ...situation, column: columnOf(situation) };
}
