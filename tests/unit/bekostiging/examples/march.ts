/**
 * Worked examples of 1 March (WPO 134, BBWPO 14), computed by hand before the code was written. March replaces October when it is at
 * least 103% of October, rounded down, plus 13, and the funding does not become lower. Otherwise the basis is the raised October number.
 */
export interface MarchExample {
  title: string;
  october: number;
  march: number;
  groups?: { october: number; march: number };
  sum: string;
  outcome: 'march' | 'october' | 'depends';
  basis?: number;
  says: string;
}

export const marchExamples: readonly MarchExample[] = [
  {
    title: 'just enough: the bare March number',
    october: 200,
    march: 219,
    groups: { october: 8, march: 9 },
    sum: '1,03 x 200 = 206; 206 + 13 = 219; basis 219, not 1,03 x 219',
    outcome: 'march',
    basis: 219,
    says: '1 maart: 219 leerlingen. Nodig: 206 + 13 = 219. 1 maart vervangt 1 oktober; de grondslag is 219 leerlingen.',
  },
  {
    title: 'one short: the raised October number',
    october: 200,
    march: 218,
    groups: { october: 8, march: 9 },
    sum: '219 - 218 = 1 short; basis 206',
    outcome: 'october',
    basis: 206,
    says: '1 maart: 218 leerlingen. Nodig: 206 + 13 = 219, dus nog 1 leerling. De grondslag blijft 1 oktober: 206 leerlingen.',
  },
  {
    title: 'rounded down: 1,03 x 95 = 97,85 -> 97',
    october: 95,
    march: 110,
    groups: { october: 4, march: 4 },
    sum: '97 + 13 = 110',
    outcome: 'march',
    basis: 110,
    says: '1 maart: 110 leerlingen. Nodig: 97 + 13 = 110. 1 maart vervangt 1 oktober; de grondslag is 110 leerlingen.',
  },
  {
    title: 'more pupils but fewer groups: whether the funding becomes lower depends on the amounts',
    october: 200,
    march: 219,
    groups: { october: 9, march: 8 },
    sum: '219 >= 219, but 8 < 9 groups',
    outcome: 'depends',
    says: '1 maart: 219 leerlingen. Nodig: 206 + 13 = 219. Het aantal groepen daalt van 9 naar 8: 1 maart vervangt 1 oktober alleen als de bekostiging daardoor niet lager wordt.',
  },
  {
    title: 'groups not known',
    october: 200,
    march: 230,
    sum: '230 >= 219',
    outcome: 'depends',
    says: '1 maart: 230 leerlingen. Nodig: 206 + 13 = 219. Het aantal groepen is niet bekend: 1 maart vervangt 1 oktober alleen als de bekostiging daardoor niet lager wordt.',
  },
];
