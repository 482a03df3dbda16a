/**
 * Worked examples of regular growth (BBWPO 29), computed by hand before the code was written. The base is 103% per school, rounded
 * down, and added up. `sum` is the calculation; `says` is what the program has to say of the date, where it is given.
 */
export interface RegularExample {
  title: string;
  schooljaar: string;
  /** Counts on 1 October of the previous school year, one per school; undefined for a school that was not there yet. */
  octobers: readonly (number | undefined)[];
  /** The base, with its sum. */
  base: number;
  baseSum: string;
  firstSchoolDay: string;
  dates: readonly {
    date: string;
    count: number;
    sum: string;
    /** Growth that is paid for; 0: no award. */
    growth: number;
    months?: number;
    from?: string;
    /** Count from which there is an award: on this date, or when there is one here, the next time. */
    needed: number;
    says?: string;
  }[];
  assumptions?: readonly string[];
}

export const regularExamples: readonly RegularExample[] = [
  {
    title: 'one school of 200: 219, then 232, then 245',
    schooljaar: '2010-2011',
    octobers: [200],
    base: 206,
    baseSum: '1,03 x 200 = 206,00 -> 206',
    firstSchoolDay: '2010-08-23',
    dates: [
      {
        date: '2010-08-23',
        count: 215,
        sum: '206 + 13 = 219; 219 - 215 = 4 short',
        growth: 0,
        needed: 219,
        says: '23 augustus 2010: 215 leerlingen. Nodig: 206 + 13 = 219, dus nog 4 leerlingen. Geen toekenning.',
      },
      {
        date: '2010-09-01',
        count: 218,
        sum: '219 - 218 = 1 short',
        growth: 0,
        needed: 219,
        says: '1 september 2010: 218 leerlingen. Nodig: 206 + 13 = 219, dus nog 1 leerling. Geen toekenning.',
      },
      {
        date: '2010-10-01',
        count: 219,
        sum: '219 - 206 = 13; October to July is 10 months; next 219 + 13 = 232',
        growth: 13,
        months: 10,
        from: '2010-10-01',
        needed: 232,
        says: '1 oktober 2010: 219 leerlingen. Nodig: 206 + 13 = 219. Toegekend: 219 - 206 = 13 leerlingen, 10 maanden vanaf 1 oktober 2010. Een volgende toekenning kan vanaf 219 + 13 = 232 leerlingen.',
      },
      {
        date: '2010-11-01',
        count: 231,
        sum: '232 - 231 = 1 short',
        growth: 0,
        needed: 232,
        says: '1 november 2010: 231 leerlingen. Nodig: 219 + 13 = 232, dus nog 1 leerling. Geen toekenning.',
      },
      {
        date: '2010-12-01',
        count: 232,
        sum: '232 - 219 = 13; December to July is 8 months; next 232 + 13 = 245',
        growth: 13,
        months: 8,
        from: '2010-12-01',
        needed: 245,
      },
      { date: '2011-01-01', count: 240, sum: '245 - 240 = 5 short', growth: 0, needed: 245 },
    ],
  },
  {
    title: 'two schools: 103% is rounded down per school, not over the sum (1,03 x 250 = 257,50 would give 257)',
    schooljaar: '2010-2011',
    octobers: [155, 95],
    base: 256,
    baseSum: '1,03 x 155 = 159,65 -> 159; 1,03 x 95 = 97,85 -> 97; 159 + 97 = 256',
    firstSchoolDay: '2010-08-23',
    dates: [
      { date: '2010-09-01', count: 268, sum: '256 + 13 = 269; 1 short', growth: 0, needed: 269 },
      {
        date: '2010-10-01',
        count: 269,
        sum: '269 - 256 = 13; next 269 + 13 = 282',
        growth: 13,
        months: 10,
        from: '2010-10-01',
        needed: 282,
      },
    ],
  },
  {
    title: 'a school that shrinks takes away from one that grows; 1 April is the last date',
    schooljaar: '2010-2011',
    octobers: [300, 100],
    base: 412,
    baseSum: '309 + 103 = 412',
    firstSchoolDay: '2010-08-23',
    dates: [
      {
        date: '2010-12-24',
        count: 430,
        sum: 'neither the first school day nor the first of a month',
        growth: 0,
        needed: 425,
        says: '24 december 2010: 430 leerlingen. Voor reguliere groei telt alleen de eerste schooldag of de eerste dag van een maand van september tot en met april. Geen toekenning.',
      },
      { date: '2011-03-01', count: 424, sum: '340 + 84 = 424; 412 + 13 = 425; 1 short', growth: 0, needed: 425 },
      {
        date: '2011-04-01',
        count: 425,
        sum: '425 - 412 = 13; April to July is 4 months; next 438',
        growth: 13,
        months: 4,
        from: '2011-04-01',
        needed: 438,
      },
      {
        date: '2011-05-01',
        count: 460,
        sum: 'May is no month of regular growth (September to April)',
        growth: 0,
        needed: 438,
        says: '1 mei 2011: 460 leerlingen. Na een toekenning telt alleen de eerste dag van een maand van september tot en met april. Geen toekenning.',
      },
    ],
  },
  {
    title: 'first school day in August: twelve months from 1 August',
    schooljaar: '2010-2011',
    octobers: [50],
    base: 51,
    baseSum: '1,03 x 50 = 51,50 -> 51',
    firstSchoolDay: '2010-08-16',
    dates: [
      {
        date: '2010-08-16',
        count: 80,
        sum: '51 + 13 = 64; 80 - 51 = 29; August to July is 12 months; next 80 + 13 = 93',
        growth: 29,
        months: 12,
        from: '2010-08-01',
        needed: 93,
      },
      { date: '2010-09-01', count: 92, sum: '93 - 92 = 1 short', growth: 0, needed: 93 },
      {
        date: '2010-10-15',
        count: 120,
        sum: 'not the first of a month',
        growth: 0,
        needed: 93,
        says: '15 oktober 2010: 120 leerlingen. Na een toekenning telt alleen de eerste dag van een maand van september tot en met april. Geen toekenning.',
      },
    ],
  },
  {
    title: 'first school day in September: from 1 August, twelve months (assumed)',
    schooljaar: '2012-2013',
    octobers: [100],
    base: 103,
    baseSum: '1,03 x 100 = 103,00 -> 103',
    firstSchoolDay: '2012-09-03',
    dates: [
      { date: '2012-09-01', count: 115, sum: '103 + 13 = 116; 1 short', growth: 0, needed: 116 },
      {
        date: '2012-09-03',
        count: 119,
        sum: '119 - 103 = 16; next 119 + 13 = 132',
        growth: 16,
        months: 12,
        from: '2012-08-01',
        needed: 132,
      },
    ],
    assumptions: ['septemberMonths'],
  },
  {
    title: 'first school day on 1 September itself: the rule of the first school day',
    schooljaar: '2014-2015',
    octobers: [100],
    base: 103,
    baseSum: '1,03 x 100 = 103,00 -> 103',
    firstSchoolDay: '2014-09-01',
    dates: [
      {
        date: '2014-09-01',
        count: 116,
        sum: '116 - 103 = 13; 12 months from 1 August; next 129',
        growth: 13,
        months: 12,
        from: '2014-08-01',
        needed: 129,
      },
    ],
    assumptions: ['septemberMonths'],
  },
  {
    title: 'awarded on 1 September: a first school day after it no longer counts',
    schooljaar: '2011-2012',
    octobers: [100],
    base: 103,
    baseSum: '1,03 x 100 = 103,00 -> 103',
    firstSchoolDay: '2011-09-05',
    dates: [
      {
        date: '2011-09-01',
        count: 116,
        sum: '116 - 103 = 13; September to July is 11 months; next 129',
        growth: 13,
        months: 11,
        from: '2011-09-01',
        needed: 129,
      },
      { date: '2011-09-05', count: 140, sum: 'after an award only the first of a month', growth: 0, needed: 129 },
      {
        date: '2011-10-01',
        count: 140,
        sum: '140 - 116 = 24; 10 months; next 153',
        growth: 24,
        months: 10,
        from: '2011-10-01',
        needed: 153,
      },
    ],
  },
  {
    title: 'the last award stays the measure when the number falls after it',
    schooljaar: '2010-2011',
    octobers: [200],
    base: 206,
    baseSum: '206',
    firstSchoolDay: '2010-08-23',
    dates: [
      {
        date: '2010-09-01',
        count: 221,
        sum: '221 - 206 = 15; 11 months; next 221 + 13 = 234',
        growth: 15,
        months: 11,
        from: '2010-09-01',
        needed: 234,
      },
      { date: '2011-01-01', count: 205, sum: '234 - 205 = 29 short', growth: 0, needed: 234 },
      {
        date: '2011-02-01',
        count: 234,
        sum: '234 - 221 = 13; 6 months; next 247',
        growth: 13,
        months: 6,
        from: '2011-02-01',
        needed: 247,
      },
    ],
  },
  {
    title: 'a school that was not there on 1 October before counts as 0 (assumed)',
    schooljaar: '2010-2011',
    octobers: [200, undefined],
    base: 206,
    baseSum: '206 + 0 = 206',
    firstSchoolDay: '2010-08-23',
    dates: [
      {
        date: '2010-11-01',
        count: 239,
        sum: '239 - 206 = 33; 9 months; next 252',
        growth: 33,
        months: 9,
        from: '2010-11-01',
        needed: 252,
      },
    ],
    assumptions: ['newSchool'],
  },
  {
    title: 'before 1 August 2010 the text of 2011 is used all the same (assumed)',
    schooljaar: '2009-2010',
    octobers: [200],
    base: 206,
    baseSum: '206',
    firstSchoolDay: '2009-08-17',
    dates: [
      {
        date: '2010-03-01',
        count: 219,
        sum: '219 - 206 = 13; 5 months; next 232',
        growth: 13,
        months: 5,
        from: '2010-03-01',
        needed: 232,
      },
    ],
    assumptions: ['growthBefore2010'],
  },
  {
    title: 'dates of another school year do not count',
    schooljaar: '2010-2011',
    octobers: [0],
    base: 0,
    baseSum: '1,03 x 0 = 0',
    firstSchoolDay: '2010-08-23',
    dates: [
      { date: '2010-04-01', count: 50, sum: 'school year 2009-2010', growth: 0, needed: 13 },
      { date: '2011-09-01', count: 50, sum: 'school year 2011-2012', growth: 0, needed: 13 },
    ],
  },
];
