import { inForce } from '../domain/placing.ts';
import { isVgkOn } from '../pve/controles/brin.ts';
import { START_PASSEND_ONDERWIJS } from '../pve/controles/readings.ts';
import { isResidential, isZero, NO_STAY } from '../pve/controles/wec/situation.ts';
import { fitsIndicatie } from '../pve/controles/wec/onderwijsvoorziening.ts';
import { waarden } from '../pve/waardelijsten/waardelijsten.ts';
import type { Situation } from './situation.ts';

/** A toelaatbaarheidsverklaring that is valid. */
export interface Tlv {
  categorie: string;
  /** Last day. */
  until: string;
}

interface TlvPeriod {
  begindatum?: string;
  einddatum?: string;
  bekostigingscategorie?: string;
}

/** The toelaatbaarheidsverklaring that is valid on a date. */
export function tlvOn(periods: readonly TlvPeriod[], date: string): Tlv | undefined {
  const { bekostigingscategorie, einddatum } = inForce(periods, date) ?? {};
  return bekostigingscategorie !== undefined && einddatum !== undefined && date <= einddatum
    ? { categorie: bekostigingscategorie, until: einddatum }
    : undefined;
}

/** What a pupil counts in who has neither soort onderwijs nor bekostigingscategorie. */
export const NO_COLUMN = 'geen';

/** Clusters 1 and 2 keep their soort onderwijs in passend onderwijs (PvE 4.2.9.4). */
const isOfFirstClusters = (soort: string | undefined) => soort !== undefined && /^[12]/.test(soort);

export const isPassend = (peildatum: string): boolean => peildatum >= START_PASSEND_ONDERWIJS;

/** An ordinary place: no residential one, no crisis or observation place. */
export const hasOrdinaryPlace = ({ verblijf = NO_STAY }: Pick<Situation, 'verblijf'>): boolean => isZero(verblijf);

/** A crisis or observation place (PvE 7.1.6). */
export const isShortStay = ({ verblijf }: Pick<Situation, 'verblijf'>): boolean => verblijf === '1' || verblijf === '2';

/** Whether the school is an instelling for visually handicapped children on the peildatum. */
export const isVgkSchool = ({ frame }: Pick<Situation, 'frame'>): boolean =>
  isVgkOn(frame.counting.school, frame.peildatum);

const given = (soort: string | undefined) => (soort !== undefined && !isZero(soort) ? soort : undefined);

/** The indicatie is of another onderwijssoort than the soort onderwijs that is followed (PvE 345). */
export function differsFromIndication(pupil: Omit<Situation, 'column'>): boolean {
  const [soort, indicatie] = [given(pupil.soortOnderwijs), pupil.indication?.onderwijssoort];
  return (
    soort !== undefined &&
    indicatie !== undefined &&
    !isPassend(pupil.frame.peildatum) &&
    hasOrdinaryPlace(pupil) &&
    !isVgkSchool(pupil) &&
    !fitsIndicatie(soort, indicatie)
  );
}

/** Of such a pupil: verbreed toegelaten, in a soort onderwijs of the cluster of its indicatie (WEC 76a; which ones, assumed). */
export const isVerbreed = (pupil: Omit<Situation, 'column'>): boolean =>
  pupil.frame.counting.parameters.verbreedCounts &&
  differsFromIndication(pupil) &&
  pupil.soortOnderwijs?.[0] === pupil.indication?.onderwijssoort[0];

const soortOfIndicatie = (indicatie: string) =>
  waarden('soortOnderwijs').find(({ code }) => fitsIndicatie(code, indicatie))?.code;

/** What a pupil counts in: the soort onderwijs, verbreed that of its indicatie (BBWEC 40), later the bekostigingscategorie. */
export function columnOf(pupil: Omit<Situation, 'column'>): string {
  const soort = given(pupil.soortOnderwijs);
  if (isPassend(pupil.frame.peildatum)) return (isOfFirstClusters(soort) ? soort : pupil.tlv?.categorie) ?? NO_COLUMN;
  const indicated = isVerbreed(pupil) ? soortOfIndicatie(pupil.indication?.onderwijssoort ?? '') : undefined;
  return indicated ?? soort ?? NO_COLUMN;
}

/** Whether a pupil of WEC counts only with an indicatie, or later a toelaatbaarheidsverklaring (WEC 28c; BBWEC 9). */
export function needsIndication(pupil: Situation): boolean {
  const { guidedElsewhere, verblijf, soortOnderwijs, frame } = pupil;
  const { school, parameters } = frame.counting;
  if (guidedElsewhere) return !isPassend(frame.peildatum);
  if (isVgkSchool(pupil) || isShortStay(pupil)) return false;
  if (isResidential(verblijf) && parameters.residentialWithoutIndication) return false;
  if (!isPassend(frame.peildatum)) return true;
  return !isOfFirstClusters(soortOnderwijs) && (school.cluster === '3' || school.cluster === '4');
}
