import type { Inschrijving } from '../../../shared/pve/berichten/content.ts';
import { START_PASSEND_ONDERWIJS } from '../../../shared/pve/controles/readings.ts';
import type { Edition } from '../../../shared/pve/controles/types.ts';
import type { InschrijvingRow } from '../register/inschrijvingen.ts';
import type { School } from '../registers/brin.ts';

/** An inschrijving of a pupil with the school where it stands, as far as BRIN knows it. */
export interface Enrolled {
  row: InschrijvingRow;
  inschrijving: Inschrijving;
  school?: School | undefined;
}

/** The first and the last day on which a pupil is enrolled twice; both belong to it. */
export interface Overlap {
  from: string;
  to: string;
}

const OPEN_END = '9999-12-31';

/** Whether this combination is allowed during the overlap: `one` is the inschrijving out of the ordinary. */
type Exception = (one: Enrolled, other: Enrolled, overlap: Overlap) => boolean;

const isWec = ({ row }: Enrolled) => row.kind === 'inschrijvingWec';
const isAmbulant = (one: Enrolled) =>
  isWec(one) && (one.inschrijving.indicatiestelling ?? []).some((indicatie) => indicatie.ambulanteBegeleiding?.length);
const hasArrangement = (one: Enrolled) => isWec(one) && (one.inschrijving.arrangement ?? []).length > 0;
const isOfCluster = ({ school }: Enrolled, clusters: string) =>
  school?.cluster !== undefined && clusters.includes(school.cluster);

/** On a crisis- or observatieplaats (soort verblijf 1 or 2) during the whole overlap (reading R49, assumed). */
function onCrisisPlaats(one: Enrolled, { from, to }: Overlap): boolean {
  const stays = one.inschrijving.soortVerblijf ?? [];
  const during = stays.filter(({ begindatum = '' }, index) => {
    const next = stays[index + 1]?.begindatum;
    return begindatum <= to && (next === undefined || next > from);
  });
  return isWec(one) && during.length > 0 && during.every(({ soortVerblijf }) => /^0?[12]$/.test(soortVerblijf ?? ''));
}

const isRegular = (one: Enrolled, overlap: Overlap) =>
  !isAmbulant(one) && !hasArrangement(one) && !onCrisisPlaats(one, overlap);

/** One is at a school that was closed during the whole overlap. */
const atClosedSchool: Exception = ({ school }, _, { from }) => school?.closed !== undefined && school.closed <= from;

/** Ambulante begeleiding by a WEC-school, of a pupil with an LGF-indicatie elsewhere. */
const guidedByLgf: Exception = (one, other) => isAmbulant(one) && (other.inschrijving.lgfIndicatie ?? []).length > 0;

const crisis: Exception = (one, other, overlap) => onCrisisPlaats(one, overlap) && isRegular(other, overlap);

/** Ambulante begeleiding of cluster 1 beside a regular inschrijving or other ambulante begeleiding at a WEC-school of cluster 2, 3 or 4. */
const guidedByCluster1: Exception = (one, other, overlap) =>
  isAmbulant(one) &&
  isOfCluster(one, '1') &&
  isWec(other) &&
  isOfCluster(other, '234') &&
  (isAmbulant(other) || isRegular(other, overlap));

const arrangement: Exception = (one, other, overlap) => hasArrangement(one) && isRegular(other, overlap);

/** Of inschrijvingen that both began before Passend Onderwijs: with a later one it "no longer occurs" (reading R48, assumed). */
const beforePassendOnderwijs =
  (exception: Exception): Exception =>
  (one, other, overlap) =>
    [one, other].every(({ row }) => row.datum_inschrijving < START_PASSEND_ONDERWIJS) && exception(one, other, overlap);

/** The dubbele inschrijvingen that are not signalled (PvE 5.6.15). */
const exceptions: Record<Edition, readonly Exception[]> = {
  '2014-12': [atClosedSchool, ...[guidedByLgf, crisis, guidedByCluster1].map(beforePassendOnderwijs)],
  '2015-11': [atClosedSchool, arrangement],
};

/** The days on which two inschrijvingen run together; undefined when there are none. The datum uitschrijving is the last day (R17). */
export function overlapOf(a: Enrolled, b: Enrolled): Overlap | undefined {
  const from = [a.row.datum_inschrijving, b.row.datum_inschrijving].sort()[1] ?? '';
  const to = [a, b].map(({ inschrijving }) => inschrijving.datumUitschrijving ?? OPEN_END).sort()[0] ?? '';
  return from <= to ? { from, to } : undefined;
}

/** Whether a pupil is enrolled twice, at different schools, in a way that is signalled, on some day of the control period. */
export function isDouble(a: Enrolled, b: Enrolled, period: Overlap, edition: Edition): boolean {
  const overlap = a.row.brinnummer === b.row.brinnummer ? undefined : overlapOf(a, b);
  if (!overlap || overlap.from > period.to || overlap.to < period.from) return false;
  return !exceptions[edition].some((exception) => exception(a, b, overlap) || exception(b, a, overlap));
}
