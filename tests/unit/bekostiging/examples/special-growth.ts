/**
 * Worked examples of special growth (BBWPO 30), computed by hand before the code was written: a is 1 May against 1 April, b is 1 June
 * against 1 April when a was not awarded, c is 1 June against 1 May. Each needs 26; no 103%.
 */
export interface SpecialExample {
  title: string;
  april: number;
  may: number;
  june?: number;
  sum: string;
  /** What 1 May gives, and 1 June: ground and growth; undefined: no award. */
  mayAward?: { ground: 'a'; growth: number };
  juneAward?: { ground: 'b' | 'c'; growth: number };
  assumptions?: readonly string[];
  /** What the program says of 1 May and of 1 June. */
  says?: readonly string[];
}

export const specialExamples: readonly SpecialExample[] = [
  {
    title: 'one short on 1 May, b on 1 June',
    april: 400,
    may: 425,
    june: 426,
    sum: 'a: 425 - 400 = 25; b: 426 - 400 = 26; c: 426 - 425 = 1',
    juneAward: { ground: 'b', growth: 26 },
    says: [
      '1 mei 2011: 425 leerlingen. Grond a: nodig 400 (1 april) + 26 = 426, dus nog 1 leerling. Geen toekenning.',
      '1 juni 2011: 426 leerlingen. Grond b: nodig 400 (1 april) + 26 = 426. Grond c: nodig 425 (1 mei) + 26 = 451, dus nog 25 leerlingen. Toegekend op grond b: 426 - 400 = 26 leerlingen, 2 maanden vanaf 1 juni 2011.',
    ],
  },
  {
    title: 'a on 1 May and c on 1 June: both',
    april: 400,
    may: 426,
    june: 452,
    sum: 'a: 426 - 400 = 26; c: 452 - 426 = 26',
    mayAward: { ground: 'a', growth: 26 },
    juneAward: { ground: 'c', growth: 26 },
    says: [
      '1 mei 2011: 426 leerlingen. Grond a: nodig 400 (1 april) + 26 = 426. Toegekend op grond a: 426 - 400 = 26 leerlingen, 3 maanden vanaf 1 mei 2011.',
      '1 juni 2011: 452 leerlingen. Grond b geldt niet na een toekenning op 1 mei. Grond c: nodig 426 (1 mei) + 26 = 452. Toegekend op grond c: 452 - 426 = 26 leerlingen, 2 maanden vanaf 1 juni 2011.',
    ],
  },
  {
    title: 'a was awarded: b is gone, c is too small',
    april: 400,
    may: 426,
    june: 451,
    sum: 'a: 26; b: 451 - 400 = 51, not after a; c: 451 - 426 = 25',
    mayAward: { ground: 'a', growth: 26 },
    says: [
      '1 mei 2011: 426 leerlingen. Grond a: nodig 400 (1 april) + 26 = 426. Toegekend op grond a: 426 - 400 = 26 leerlingen, 3 maanden vanaf 1 mei 2011.',
      '1 juni 2011: 451 leerlingen. Grond b geldt niet na een toekenning op 1 mei. Grond c: nodig 426 (1 mei) + 26 = 452, dus nog 1 leerling. Geen toekenning.',
    ],
  },
  {
    title: 'b and c both hold: one award on the date, of the larger (assumed); here c, since May was lower than April',
    april: 400,
    may: 390,
    june: 426,
    sum: 'a: -10; b: 426 - 400 = 26; c: 426 - 390 = 36',
    juneAward: { ground: 'c', growth: 36 },
    assumptions: ['specialOnce'],
  },
  {
    title: 'b and c both hold; here b is the larger',
    april: 400,
    may: 424,
    june: 450,
    sum: 'a: 24; b: 450 - 400 = 50; c: 450 - 424 = 26',
    juneAward: { ground: 'b', growth: 50 },
    assumptions: ['specialOnce'],
  },
  {
    title: 'b and c are equal: b',
    april: 400,
    may: 400,
    june: 430,
    sum: 'a: 0; b: 30; c: 30',
    juneAward: { ground: 'b', growth: 30 },
    assumptions: ['specialOnce'],
  },
  { title: 'nothing grows', april: 400, may: 400, june: 400, sum: 'a: 0; b: 0; c: 0' },
  {
    title: 'not yet June',
    april: 10,
    may: 40,
    sum: 'a: 40 - 10 = 30',
    mayAward: { ground: 'a', growth: 30 },
  },
];
