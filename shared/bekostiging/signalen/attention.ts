import { addYears } from '../../domain/dates.ts';
import { proposeNnca } from '../../domain/enrolment/nnca.ts';
import { NEDERLAND } from '../../pve/controles/readings.ts';
import { isTooOld, isTooYoung } from '../ageLimits.ts';
import { hasLgf } from '../guidance.ts';
import { isValidOn } from '../indications.ts';
import type { Situation } from '../situation.ts';
import attention from './attention.json' with { type: 'json' };
import type { Rule } from './rule.ts';

const livesHere = ({ item: { land = NEDERLAND } }: Situation) => land === NEDERLAND;

function isOddForLeerjaar({ leerjaar, age }: Situation): boolean {
  const number = Number(leerjaar ?? 0);
  return number > 0 && (age >= number + attention.tooOldBy || age <= number + attention.tooYoungBy);
}

function endsThisYear(pupil: Situation): boolean {
  const { indication, tlv, frame } = pupil;
  const valid =
    frame.kind === 'WEC' ? indication !== undefined && isValidOn(indication, frame.peildatum) : hasLgf(pupil);
  const until = tlv?.until ?? (valid ? indication?.until : undefined);
  return until !== undefined && until <= frame.year.last;
}

function contradictsBrp({ item, nnca, frame }: Situation): boolean {
  const countries = item.brp?.countriesOfParents;
  if (countries === undefined || nnca === undefined || nnca === '0') return false;
  const { value } = proposeNnca(
    countries.map((geboorteland) => ({ geboorteland })),
    frame.counting.school.soort,
  );
  return value !== undefined && value !== '0' && value !== nnca;
}

/** What looks odd about a pupil who counts. */
export const attentionRules: readonly Rule[] = [
  { code: 'A01', holds: (pupil) => pupil.item.burgerservicenummer === undefined && livesHere(pupil) },
  {
    code: 'A02',
    holds: ({ item: { postcode, brp } }) =>
      postcode !== undefined && brp?.postcode !== undefined && postcode !== brp.postcode,
  },
  { code: 'A03', holds: ({ weight }) => weight?.lacks === 'none' },
  { code: 'A04', holds: ({ weight }) => weight?.lacks === 'old' },
  { code: 'A05', holds: (pupil) => pupil.frame.kind === 'WPO' && isOddForLeerjaar(pupil) },
  { code: 'A06', holds: (pupil) => isTooYoung(pupil) || isTooOld(pupil) },
  { code: 'A07', holds: (pupil) => hasLgf(pupil) && pupil.indication?.hasGuidance === false },
  { code: 'A08', holds: endsThisYear },
  {
    code: 'A09',
    holds: ({ datumUitschrijving, frame }) =>
      datumUitschrijving !== undefined && datumUitschrijving > addYears(frame.peildatum, 1),
  },
  { code: 'A10', holds: contradictsBrp },
];
