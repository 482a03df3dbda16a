/**
 * Worked examples of growth in (V)SO, computed by hand before the code was written. 16 January (BBWEC 37): at least half the smallest N
 * more than on 1 October. 1 October (BBWEC 38): at least the smallest N more than a year before, or than on 16 January when that gave an
 * award. N is per school the smallest that applies; soort onderwijs 21 doof, 31 langdurig ziek, 33 zml, 34 lg en zml; 1 SO, 2 VSO.
 */
type Offer = readonly [soortOnderwijs: string, schoolsoort: string];

interface WecExample {
  title: string;
  offers: readonly Offer[];
  instelling?: boolean;
  sum: string;
  outcome: 'awarded' | 'notEnough' | 'excluded';
  growth: number;
  needed?: number;
  says?: string;
  assumptions?: readonly string[];
}

export interface JanuaryExample extends WecExample {
  october: number;
  january: number;
}

export const januaryExamples: readonly JanuaryExample[] = [
  {
    title: 'zml SO, N 12: six more',
    offers: [['33', '1']],
    october: 40,
    january: 46,
    sum: '46 - 40 = 6; 12 / 2 = 6',
    outcome: 'awarded',
    growth: 6,
    needed: 46,
    says: '16 januari 2010: 46 leerlingen. Nodig: 40 (1 oktober) + 6 = 46; 6 is de helft van de kleinste N (12). Toegekend: 46 - 40 = 6 leerlingen, 12 maanden vanaf 1 augustus 2010.',
  },
  {
    title: 'zml SO, N 12: five more',
    offers: [['33', '1']],
    october: 40,
    january: 45,
    sum: '45 - 40 = 5 < 6',
    outcome: 'notEnough',
    growth: 0,
    needed: 46,
    says: '16 januari 2010: 45 leerlingen. Nodig: 40 (1 oktober) + 6 = 46; 6 is de helft van de kleinste N (12), dus nog 1 leerling. Geen toekenning.',
  },
  {
    title: 'langdurig ziek SO, N 13: half is 6,5, so seven',
    offers: [['31', '1']],
    october: 30,
    january: 36,
    sum: '36 - 30 = 6 < 6,5',
    outcome: 'notEnough',
    growth: 0,
    needed: 37,
    says: '16 januari 2010: 36 leerlingen. Nodig: 30 (1 oktober) + 7 = 37; 7 is de helft van de kleinste N (13), naar boven afgerond, dus nog 1 leerling. Geen toekenning.',
  },
  {
    title: 'langdurig ziek SO, N 13: seven more',
    offers: [['31', '1']],
    october: 30,
    january: 37,
    sum: '37 - 30 = 7 >= 6,5',
    outcome: 'awarded',
    growth: 7,
    needed: 37,
  },
  {
    title: 'zml SO and VSO: the smallest N is 7, half is 3,5, so four',
    offers: [
      ['33', '1'],
      ['33', '2'],
    ],
    october: 60,
    january: 64,
    sum: '64 - 60 = 4 >= 3,5',
    outcome: 'awarded',
    growth: 4,
    needed: 64,
  },
  {
    title: 'doof SO, N 6: three more',
    offers: [['21', '1']],
    october: 20,
    january: 23,
    sum: '23 - 20 = 3; 6 / 2 = 3',
    outcome: 'awarded',
    growth: 3,
    needed: 23,
  },
  {
    title: 'meervoudig gehandicapt, N 7 unless decided otherwise (assumed)',
    offers: [['34', '1']],
    october: 20,
    january: 24,
    sum: '24 - 20 = 4 >= 3,5',
    outcome: 'awarded',
    growth: 4,
    needed: 24,
    assumptions: ['multipleN'],
  },
  {
    title: 'fewer pupils',
    offers: [['33', '1']],
    october: 40,
    january: 37,
    sum: '37 - 40 = -3 < 6',
    outcome: 'notEnough',
    growth: 0,
    needed: 46,
  },
  {
    title: 'an instelling is excluded',
    offers: [['11', '1']],
    instelling: true,
    october: 40,
    january: 80,
    sum: '-',
    outcome: 'excluded',
    growth: 0,
    says: 'Voor een instelling geldt deze regeling niet.',
  },
  {
    title: 'no onderwijssoort with an N',
    offers: [],
    october: 40,
    january: 80,
    sum: '-',
    outcome: 'excluded',
    growth: 0,
    says: 'Van de school is geen onderwijssoort met een factor N bekend. Vul de toestemmingen van de school in.',
  },
];

export interface OctoberExample extends WecExample {
  teldatum: number;
  /** Number on 16 January of the previous school year, when article 37 was applied. */
  january?: number;
  october: number;
}

export const octoberExamples: readonly OctoberExample[] = [
  {
    title: 'zml SO, N 12: twelve more than a year before',
    offers: [['33', '1']],
    teldatum: 40,
    october: 52,
    sum: '52 - 40 = 12',
    outcome: 'awarded',
    growth: 12,
    needed: 52,
    says: '1 oktober 2010: 52 leerlingen. Nodig: 40 (1 oktober 2009) + 12 = 52; 12 is de kleinste N. Toegekend: 52 - 40 = 12 leerlingen, 7 maanden vanaf 1 januari 2011.',
  },
  {
    title: 'eleven more',
    offers: [['33', '1']],
    teldatum: 40,
    october: 51,
    sum: '51 - 40 = 11 < 12',
    outcome: 'notEnough',
    growth: 0,
    needed: 52,
  },
  {
    title: '16 January gave an award: compared with 16 January',
    offers: [['33', '1']],
    teldatum: 40,
    january: 46,
    october: 52,
    sum: '52 - 46 = 6 < 12',
    outcome: 'notEnough',
    growth: 0,
    needed: 58,
    says: '1 oktober 2010: 52 leerlingen. Nodig: 46 (16 januari 2010) + 12 = 58; 12 is de kleinste N, dus nog 6 leerlingen. Geen toekenning.',
  },
  {
    title: '16 January gave an award, and twelve more than that',
    offers: [['33', '1']],
    teldatum: 40,
    january: 46,
    october: 58,
    sum: '58 - 46 = 12',
    outcome: 'awarded',
    growth: 12,
    needed: 58,
  },
  {
    title: 'doof, N 6',
    offers: [['21', '2']],
    teldatum: 20,
    october: 26,
    sum: '26 - 20 = 6',
    outcome: 'awarded',
    growth: 6,
    needed: 26,
  },
  {
    title: 'an instelling is excluded',
    offers: [['33', '1']],
    instelling: true,
    teldatum: 40,
    october: 80,
    sum: '-',
    outcome: 'excluded',
    growth: 0,
  },
];
