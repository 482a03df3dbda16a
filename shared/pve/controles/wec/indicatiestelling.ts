import { DEAF, isYoungerThanWec } from '../ages.ts';
import { hitWhen, type Controle } from '../controle.ts';
import { textOf, voorkomensOf, type Facts } from '../facts.ts';
import { dateHits, valueHits, type GroupRows } from '../generic.ts';
import { indicatieRows } from '../indicatieRows.ts';
import { VISUEEL } from '../lgf.ts';
import { START_PASSEND_ONDERWIJS, validFrom } from '../readings.ts';
import { beganBefore, continuesSeries } from './series.ts';
import { isAmbulant, isVgk, isZero } from './situation.ts';

const rows: GroupRows = { gegevensgroep: 'indicatiestelling', section: '4.2.9.8' };
const row = { ...rows, ernst: 'A' } as const;
const onIndicatie = { ...row, attribuut: 'onderwijssoortIndicatie', ernst: 'S' } as const;

const BLIND_OR_SLECHTZIEND = ['13', '14'];

const isGuidedByVgk = (facts: Facts) => isVgk(facts) && isAmbulant(facts);

const shared = indicatieRows(rows, {
  326: (facts, hits) => (isGuidedByVgk(facts) ? [] : hits),
  740: (facts, hits) => (isVgk(facts) ? [] : hits),
});

/** A pupil on a residential or crisisplaats at any time (reading R36, assumed). */
const hasStay = (facts: Facts) =>
  voorkomensOf(facts, 'soortVerblijf').some(({ item }) => {
    const verblijf = textOf(item, 'soortVerblijf');
    return verblijf !== undefined && !isZero(verblijf);
  });

/** Without indicatiestelling there is no group ambulante begeleiding either: schoolsoort 0 tells it (reading R37, assumed). */
const looksAmbulant = (facts: Facts) =>
  voorkomensOf(facts, 'schoolsoort').some(({ item }) => isZero(textOf(item, 'schoolsoort')));

/** Indicatiestelling WEC (PvE 4.2.9.8). */
export const indicatiestellingControles: Controle[] = [
  {
    ...row,
    code: '341',
    needs: 'school',
    period: validFrom('datumUitschrijving'),
    check: (facts) =>
      hitWhen(
        facts.datumInschrijving !== undefined &&
          facts.datumInschrijving < START_PASSEND_ONDERWIJS &&
          voorkomensOf(facts, rows.gegevensgroep).length === 0 &&
          (isVgk(facts) ? looksAmbulant(facts) : !hasStay(facts)),
      ),
  },
  {
    ...row,
    code: '412',
    period: { from: START_PASSEND_ONDERWIJS, of: 'datumInschrijving' },
    // Whether an earlier inschrijving makes it right, only BRON knows: a LAS warns.
    check: (facts) =>
      hitWhen(
        facts.datumInschrijving !== undefined &&
          voorkomensOf(facts, rows.gegevensgroep).length > 0 &&
          !continuesSeries(facts, beganBefore),
      ).map((hit) => (facts.register ? hit : { ...hit, ernst: 'S' })),
  },
  ...shared.dates,
  shared.inList,
  {
    ...onIndicatie,
    code: '402',
    needs: 'school',
    check: (facts) =>
      isGuidedByVgk(facts) ? valueHits(rows, facts, 'onderwijssoortIndicatie', (code) => code === VISUEEL) : [],
  },
  {
    ...onIndicatie,
    code: '403',
    needs: 'school',
    check: (facts) =>
      isVgk(facts) && !isAmbulant(facts)
        ? valueHits(rows, facts, 'onderwijssoortIndicatie', (code) => BLIND_OR_SLECHTZIEND.includes(code))
        : [],
  },
  {
    ...onIndicatie,
    code: '333',
    period: validFrom('datumInschrijving'),
    check: (facts) => {
      const { birthDate, datumInschrijving } = facts;
      if (birthDate === undefined || isAmbulant(facts)) return [];
      return dateHits(rows, facts, (date, { item }) => {
        const day = datumInschrijving !== undefined && datumInschrijving > date ? datumInschrijving : date;
        return isYoungerThanWec(birthDate, day, textOf(item, 'onderwijssoortIndicatie'), DEAF);
      });
    },
  },
  ...shared.rec,
  ...shared.cvi,
];
