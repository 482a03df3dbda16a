import { isNoneOf, isOpenOn, SCHOOLS } from '../brin.ts';
import { hitWhen, type Controle } from '../controle.ts';
import { textOf, voorkomensOf, type Facts } from '../facts.ts';
import { dateHits, firstOnInschrijving, notFarAhead, unique, valueHits, type GroupRows } from '../generic.ts';
import { START_BELEIDSINFORMATIE } from '../readings.ts';
import { findVestiging } from '../vestiging.ts';
import type { Occurrence } from '../../gegevensset/occurrences.ts';
import { hasArrangement, isOfCluster, isZero } from './situation.ts';
import { zeroHits } from './zeros.ts';

const rows: GroupRows = { gegevensgroep: 'arrangement', section: '4.2.9.12' };
const row = { ...rows, ernst: 'A' } as const;
const onDate = { ...row, attribuut: 'begindatum' } as const;
const onSchool = { ...row, attribuut: 'brinnummer' } as const;
const onVestiging = { ...row, attribuut: 'vestigingsvolgnummer' } as const;

/** The groups that do not go beside an arrangement. */
const EXCLUDED = ['toelaatbaarheidsverklaring', 'uitstroomprofiel', 'soortOnderwijs', 'indicatiestelling'];

/** The school that the pupil is at. One of which no vestiging is known cannot be judged. */
function schoolOf({ brin }: Facts, { item }: Occurrence) {
  const { vestigingen } = brin?.find(textOf(item, 'brinnummer') ?? '') ?? {};
  return vestigingen && vestigingen.length > 0 ? { vestigingen } : undefined;
}

/** Arrangement WEC (PvE 4.2.9.12 of 2015-11). */
export const arrangementControles: Controle[] = [
  {
    // The text puts no brackets around its "EN" and "OF": the date counts for both (reading R44, assumed).
    ...row,
    code: '473',
    check: (facts) =>
      facts.datumInschrijving !== undefined &&
      facts.datumInschrijving >= START_BELEIDSINFORMATIE &&
      !hasArrangement(facts)
        ? zeroHits(facts, ['aanduidingNnca', 'schoolsoort'], isZero)
        : [],
  },
  {
    ...row,
    code: '443',
    check: (facts) =>
      hasArrangement(facts)
        ? zeroHits(
            facts,
            ['aanduidingNnca', 'leerjaar', 'groep', 'schoolsoort', 'soortVerblijf'],
            (value) => !isZero(value),
          )
        : [],
  },
  {
    ...row,
    code: '444',
    check: (facts) =>
      hasArrangement(facts)
        ? EXCLUDED.filter((group) => voorkomensOf(facts, group).length > 0).map((gegevensgroep) => ({
            place: { gegevensgroep },
          }))
        : [],
  },
  {
    ...row,
    code: '446',
    needs: 'school',
    check: (facts) => hitWhen(hasArrangement(facts) && isOfCluster(facts, '3', '4') && facts.school.epilepsy !== true),
  },
  { ...onDate, code: '452', check: (facts) => dateHits(rows, facts, (date) => date < START_BELEIDSINFORMATIE) },
  firstOnInschrijving(rows),
  unique(rows),
  {
    ...onDate,
    code: '459',
    check: (facts) =>
      dateHits(rows, facts, (date) => facts.datumUitschrijving !== undefined && date > facts.datumUitschrijving),
  },
  notFarAhead(rows),
  {
    ...onSchool,
    code: '447',
    check: (facts) => valueHits(rows, facts, 'brinnummer', (brinnummer) => isNoneOf(facts, SCHOOLS, brinnummer)),
  },
  {
    ...onSchool,
    code: '448',
    needs: 'school',
    check: (facts) => valueHits(rows, facts, 'brinnummer', (brinnummer) => brinnummer === facts.school.brinnummer),
  },
  {
    ...onVestiging,
    code: '450',
    check: (facts) =>
      valueHits(rows, facts, 'vestigingsvolgnummer', (volgnummer, at) => {
        const school = schoolOf(facts, at);
        return school !== undefined && !findVestiging(school, volgnummer);
      }),
  },
  {
    ...onVestiging,
    code: '348',
    check: (facts) =>
      dateHits(rows, facts, (date, at) => {
        const school = schoolOf(facts, at);
        const vestiging = school && findVestiging(school, textOf(at.item, 'vestigingsvolgnummer'));
        return vestiging !== undefined && !isOpenOn(vestiging, date);
      }),
  },
];
