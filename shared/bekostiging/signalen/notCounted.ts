import { holdsOn, isOpenOn } from '../../pve/controles/brin.ts';
import { findVestiging } from '../../pve/controles/vestiging.ts';
import { isResidential, isZero, SO } from '../../pve/controles/wec/situation.ts';
import { NEDERLAND } from '../../pve/controles/readings.ts';
import { isTooOld, isTooYoung } from '../ageLimits.ts';
import { deadlineOf } from '../deadlines.ts';
import { guideDoesNotCount, hasLgf, isAboutGuidance, lgfRanOut } from '../guidance.ts';
import { isValidOn } from '../indications.ts';
import type { Situation } from '../situation.ts';
import type { PeriodElsewhere } from '../types.ts';
import { differsFromIndication, isShortStay, isVerbreed, needsIndication } from '../wec.ts';
import type { Rule } from './rule.ts';

const isOfWec = ({ frame }: Situation) => frame.kind === 'WEC';
const parametersOf = ({ frame }: Situation) => frame.counting.parameters;

const elsewhereOn = ({ item, frame }: Situation): PeriodElsewhere[] =>
  (item.elsewhere ?? []).filter(
    ({ from, to }) => from <= frame.peildatum && (to === undefined || frame.peildatum <= to),
  );

/** Doubly enrolled, and not (yet) the one school where it counts (BBWPO 10 lid 4, BBWEC 9 lid 4). */
function isDouble(pupil: Situation): boolean {
  if (pupil.guidedElsewhere) return false;
  const others = elsewhereOn(pupil);
  return parametersOf(pupil).doubleCounts === 'none'
    ? others.length > 0
    : others.some(({ from }) => from >= pupil.datumInschrijving);
}

function isLate(pupil: Situation): boolean {
  const { deadlines, deadlineFor } = parametersOf(pupil);
  if (!deadlines) return false;
  const { counting, peildatum } = pupil.frame;
  const deadline = deadlineOf(counting.school.soort, peildatum, deadlineFor);
  const { registeredOn } = pupil.item;
  return deadline !== undefined && (registeredOn === undefined || registeredOn > deadline);
}

function placeDoesNotCount({ frame, vestigingsvolgnummer }: Situation): boolean {
  const { school } = frame.counting;
  const vestiging = findVestiging(school, vestigingsvolgnummer);
  if (!isOpenOn(school, frame.peildatum)) return true;
  if (vestiging === undefined) return school.vestigingen.length > 0;
  return vestiging.inspectielocatie === true || !isOpenOn(vestiging, frame.peildatum);
}

/** The vestiging has no permission for the soort onderwijs; not when BRIN does not tell its permissions (PvE 337). */
function soortIsNotAllowed({
  frame,
  vestigingsvolgnummer,
  soortOnderwijs,
  schoolsoort = SO,
  verblijf,
}: Situation): boolean {
  const { toestemmingen } = findVestiging(frame.counting.school, vestigingsvolgnummer) ?? {};
  if (toestemmingen === undefined || soortOnderwijs === undefined || isZero(soortOnderwijs)) return false;
  return !toestemmingen.some(
    (each) =>
      each.soortOnderwijs === soortOnderwijs &&
      each.schoolsoorten.includes(schoolsoort) &&
      (each.residentieel ?? false) === isResidential(verblijf) &&
      holdsOn(each, frame.peildatum),
  );
}

function lacksIndication(pupil: Situation): boolean {
  if (!isOfWec(pupil)) return lgfRanOut(pupil);
  const { indication, tlv, frame } = pupil;
  const valid = indication !== undefined && isValidOn(indication, frame.peildatum);
  return needsIndication(pupil) && !valid && tlv === undefined;
}

const isKnownAbroad = ({ item }: Situation) => item.land !== undefined && item.land !== NEDERLAND;

/** What keeps an enrolled pupil, or its begeleiding, from being counted (BBWPO 10, BBWEC 9). G02 is about who is not enrolled. */
export const notCountedRules: readonly Rule[] = [
  { code: 'G01', holds: ({ funded }) => !funded },
  { code: 'G03', holds: (pupil) => isTooYoung(pupil) && !(isOfWec(pupil) && parametersOf(pupil).consentAssumed) },
  { code: 'G04', holds: (pupil) => isTooOld(pupil) && !(isOfWec(pupil) && parametersOf(pupil).consentAssumed) },
  { code: 'G05', holds: isDouble },
  { code: 'G06', holds: isLate },
  { code: 'G07', holds: placeDoesNotCount },
  { code: 'G08', holds: soortIsNotAllowed },
  { code: 'G09', holds: (pupil) => differsFromIndication(pupil) && !isVerbreed(pupil) },
  { code: 'G10', holds: lacksIndication },
  { code: 'G11', holds: guideDoesNotCount },
  { code: 'G12', holds: (pupil) => isAboutGuidance(pupil) && pupil.guidedBy === undefined },
  {
    code: 'G13',
    holds: ({ item, frame }) => item.brp?.deceasedOn !== undefined && item.brp.deceasedOn < frame.peildatum,
  },
  {
    code: 'G14',
    holds: (pupil) =>
      pupil.item.brp?.leftOn !== undefined && pupil.item.brp.leftOn < pupil.frame.peildatum && !isKnownAbroad(pupil),
  },
  { code: 'G15', holds: (pupil) => isShortStay(pupil) && !pupil.guidedElsewhere && !parametersOf(pupil).crisisCounts },
  {
    code: 'G16',
    holds: (pupil) =>
      hasLgf(pupil) && pupil.guidedBy !== undefined && elsewhereOn(pupil).some(({ soort }) => soort === 'WEC'),
  },
];
