/** Worked examples of groups, NNCA and the samenwerkingsverband, computed by hand before the code was written. */
export interface BaoGroupsExample {
  title: string;
  younger: number;
  older: number;
  schoolgewicht: number;
  sum: string;
  /** A + B + C + D in ten-thousandths. */
  total: number;
  groups: number;
}

/** BBWPO 14: A = 0,05 x (4-7) + B = 0,0343 x (8+) + C = 1,5642 - 0,0115 x all, at least 0, + D = 0,0179 x schoolgewicht; half up. */
export const baoGroupsExamples: readonly BaoGroupsExample[] = [
  {
    title: 'two hundred pupils',
    younger: 100,
    older: 100,
    schoolgewicht: 0,
    sum: '5,0000 + 3,4300 + 0 (1,5642 - 2,3000 < 0) + 0 = 8,4300',
    total: 84300,
    groups: 8,
  },
  {
    title: 'a small vestiging',
    younger: 20,
    older: 15,
    schoolgewicht: 0,
    sum: '1,0000 + 0,5145 + (1,5642 - 0,4025 = 1,1617) + 0 = 2,6762',
    total: 26762,
    groups: 3,
  },
  {
    title: 'schoolgewicht',
    younger: 100,
    older: 100,
    schoolgewicht: 40,
    sum: '5,0000 + 3,4300 + 0 + 0,7160 = 9,1460',
    total: 91460,
    groups: 9,
  },
  {
    title: 'exactly a half goes up',
    younger: 150,
    older: 0,
    schoolgewicht: 0,
    sum: '7,5000 + 0 + 0 + 0 = 7,5000',
    total: 75000,
    groups: 8,
  },
  {
    title: 'just below a half',
    younger: 149,
    older: 0,
    schoolgewicht: 0,
    sum: '7,4500',
    total: 74500,
    groups: 7,
  },
  {
    title: 'exactly a half where floats give 5,4999...',
    younger: 17,
    older: 122,
    schoolgewicht: 26,
    sum: '0,8500 + 4,1846 + 0 (1,5642 - 1,5985 < 0) + 0,4654 = 5,5000',
    total: 55000,
    groups: 6,
  },
  {
    title: 'the last number with a C: 136',
    younger: 136,
    older: 0,
    schoolgewicht: 0,
    sum: '6,8000 + 0 + (1,5642 - 1,5640 = 0,0002) + 0 = 6,8002',
    total: 68002,
    groups: 7,
  },
  {
    title: 'one pupil',
    younger: 1,
    older: 0,
    schoolgewicht: 0,
    sum: '0,0500 + 1,5527 = 1,6027',
    total: 16027,
    groups: 2,
  },
];

export interface WecGroupsExample {
  title: string;
  pupils: readonly { soortOnderwijs: string; schoolsoort: string; count: number }[];
  sum: string;
  so: number;
  vso: number;
  assumptions: readonly string[];
}

/** BBWEC 14: pupils / N, SO and VSO each rounded up. */
export const wecGroupsExamples: readonly WecGroupsExample[] = [
  {
    title: 'zml SO, just over two groups',
    pupils: [{ soortOnderwijs: '33', schoolsoort: '1', count: 25 }],
    sum: '25 / 12 = 2,08 -> 3',
    so: 3,
    vso: 0,
    assumptions: ['wecGroups'],
  },
  {
    title: 'zml SO and VSO apart',
    pupils: [
      { soortOnderwijs: '33', schoolsoort: '1', count: 24 },
      { soortOnderwijs: '33', schoolsoort: '2', count: 15 },
    ],
    sum: '24 / 12 = 2 -> 2; 15 / 7 = 2,14 -> 3',
    so: 2,
    vso: 3,
    assumptions: ['wecGroups'],
  },
  {
    title: 'two soorten in SO: added up, then rounded (assumed)',
    pupils: [
      { soortOnderwijs: '31', schoolsoort: '1', count: 5 },
      { soortOnderwijs: '33', schoolsoort: '1', count: 5 },
    ],
    sum: '5 / 13 + 5 / 12 = 0,80 -> 1',
    so: 1,
    vso: 0,
    assumptions: ['wecGroups', 'wecFractions'],
  },
  {
    title: 'thirds that make exactly one group',
    pupils: [
      { soortOnderwijs: '33', schoolsoort: '1', count: 4 },
      { soortOnderwijs: '32', schoolsoort: '1', count: 8 },
    ],
    sum: '4 / 12 + 8 / 12 = 1 -> 1',
    so: 1,
    vso: 0,
    assumptions: ['wecGroups', 'wecFractions'],
  },
  {
    title: 'meervoudig gehandicapt, N 7 unless decided otherwise (assumed)',
    pupils: [{ soortOnderwijs: '34', schoolsoort: '2', count: 8 }],
    sum: '8 / 7 = 1,14 -> 2',
    so: 0,
    vso: 2,
    assumptions: ['wecGroups', 'multipleN'],
  },
  { title: 'no pupils', pupils: [], sum: '0', so: 0, vso: 0, assumptions: ['wecGroups'] },
];

export interface NncaExample {
  kind: 'SBAO' | 'WEC' | 'BAO';
  instelling?: boolean;
  vestigingen: readonly number[];
  sum: string;
  above: number;
}

/** BBWPO 28 lid 3, BBWEC 41: pupils with NNCA above four, per school. */
export const nncaExamples: readonly NncaExample[] = [
  { kind: 'SBAO', vestigingen: [4], sum: '4 - 4 = 0', above: 0 },
  { kind: 'SBAO', vestigingen: [5], sum: '5 - 4 = 1', above: 1 },
  { kind: 'SBAO', vestigingen: [3, 3], sum: '3 + 3 - 4 = 2; per vestiging it would be 0', above: 2 },
  { kind: 'WEC', vestigingen: [2, 1], sum: '3 - 4 < 0', above: 0 },
  { kind: 'WEC', vestigingen: [10], sum: '10 - 4 = 6', above: 6 },
  { kind: 'WEC', instelling: true, vestigingen: [10], sum: 'instellingen are excluded', above: 0 },
  { kind: 'BAO', vestigingen: [10], sum: 'a BAO has schoolgewicht instead', above: 0 },
];

export interface SamenwerkingsverbandExample {
  title: string;
  /** All pupils of the samenwerkingsverband on 1 October. */
  all: number;
  /** 2% of it, half up. */
  places: number;
  sum: string;
  /** SBAO schools on 1 October, and their share in ten-thousandths. */
  schools: readonly number[];
  shares: readonly number[];
}

/** WPO 120 lid 4: 2% of all pupils, spread over the SBAO schools by size; shares in ten-thousandths that add up (assumed). */
export const samenwerkingsverbandExamples: readonly SamenwerkingsverbandExample[] = [
  {
    title: 'two schools',
    all: 5030,
    places: 101,
    sum: '0,02 x 5030 = 100,60 -> 101; 101 x 60 / 150 = 40,4; 101 x 90 / 150 = 60,6',
    schools: [60, 90],
    shares: [404000, 606000],
  },
  {
    title: 'exactly a half goes up; thirds add up',
    all: 5025,
    places: 101,
    sum: '0,02 x 5025 = 100,50 -> 101; 101 / 3 = 33,6667, 33,6667, 33,6666',
    schools: [50, 50, 50],
    shares: [336667, 336667, 336666],
  },
  {
    title: 'just below a half',
    all: 5024,
    places: 100,
    sum: '0,02 x 5024 = 100,48 -> 100',
    schools: [10],
    shares: [1000000],
  },
  { title: 'no SBAO pupils', all: 5000, places: 100, sum: '100, spread over nobody', schools: [0, 0], shares: [0, 0] },
];

export interface TransferExample {
  title: string;
  october: number;
  peildatum: number;
  fromElsewhere?: number;
  places: number;
  sum: string;
  growth: number;
  above: number;
}

/** WPO 124: transfer for every SBAO pupil above the number of 1 October, and above 2%. */
export const transferExamples: readonly TransferExample[] = [
  {
    title: 'both',
    october: 150,
    peildatum: 158,
    places: 101,
    sum: '158 - 150 = 8; 158 - 101 = 57',
    growth: 8,
    above: 57,
  },
  {
    title: 'pupils that another samenwerkingsverband pays for are left out',
    october: 150,
    peildatum: 158,
    fromElsewhere: 3,
    places: 101,
    sum: '158 - 3 = 155; 155 - 150 = 5; 155 - 101 = 54',
    growth: 5,
    above: 54,
  },
  { title: 'shrunk, still above 2%', october: 150, peildatum: 140, places: 101, sum: '-10; 39', growth: 0, above: 39 },
  { title: 'grown, below 2%', october: 80, peildatum: 90, places: 101, sum: '10; -11', growth: 10, above: 0 },
];
