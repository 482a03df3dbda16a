/** Worked examples of leerlinggebonden budgets and teruggeplaatste pupils, computed by hand before the code was written. */
type Stay = readonly [brinnummer: string, from: string, to?: string];

export interface BudgetExample {
  title: string;
  /** Periods in which an indication holds, first and last day. */
  indications: readonly (readonly [from: string, until: string])[];
  stays: readonly Stay[];
  sum: string;
  /** Per stay that gets a budget: school, first and last day. */
  budgets: readonly (readonly [brinnummer: string, from: string, until: string])[];
  assumptions?: readonly string[];
}

/** WPO 70a lid 2 and 3: first of the next month; after a move in a year that was already paid, from the next school year. */
export const budgetExamples: readonly BudgetExample[] = [
  {
    title: 'enrolled with an indication',
    indications: [['2008-11-15', '2013-07-31']],
    stays: [['99AA', '2009-10-12']],
    sum: 'first of the month after 12-10-2009',
    budgets: [['99AA', '2009-11-01', '2013-07-31']],
  },
  {
    title: 'indication of a pupil that is enrolled already',
    indications: [['2009-11-15', '2013-07-31']],
    stays: [['99AA', '2007-08-01']],
    sum: 'first of the month after 15-11-2009',
    budgets: [['99AA', '2009-12-01', '2013-07-31']],
  },
  {
    title: 'on the first of a month: the next month all the same',
    indications: [['2009-12-01', '2013-07-31']],
    stays: [['99AA', '2007-08-01']],
    sum: 'first of the month after 1-12-2009',
    budgets: [['99AA', '2010-01-01', '2013-07-31']],
  },
  {
    title: 'moved during a year in which there was a budget',
    indications: [['2008-11-15', '2013-07-31']],
    stays: [
      ['99AA', '2009-10-12', '2010-02-14'],
      ['99BB', '2010-02-15'],
    ],
    sum: '99AA from 1-11-2009 to the end of 2009-10; 99BB from 2010-11',
    budgets: [
      ['99AA', '2009-11-01', '2010-07-31'],
      ['99BB', '2010-08-01', '2013-07-31'],
    ],
  },
  {
    title: 'left before the first of the next month: no budget was given, so the next school is the first',
    indications: [['2008-11-15', '2013-07-31']],
    stays: [
      ['99AA', '2009-10-12', '2009-10-25'],
      ['99BB', '2009-10-26'],
    ],
    sum: '99AA would begin on 1-11-2009, left 25-10-2009; 99BB first of the month after 26-10-2009',
    budgets: [['99BB', '2009-11-01', '2013-07-31']],
  },
  {
    title: 'moved between two school years: from 1 August (assumed)',
    indications: [['2008-11-15', '2013-07-31']],
    stays: [
      ['99AA', '2009-10-12', '2010-07-31'],
      ['99BB', '2010-08-01'],
    ],
    sum: '99AA to 31-7-2010; 99BB from 1-8-2010',
    budgets: [
      ['99AA', '2009-11-01', '2010-07-31'],
      ['99BB', '2010-08-01', '2013-07-31'],
    ],
    assumptions: ['summerMove'],
  },
  {
    title: 'came back to school in a later year, in October: the first of the next month',
    indications: [['2008-11-15', '2013-07-31']],
    stays: [
      ['99AA', '2009-10-12', '2010-07-31'],
      ['99BB', '2010-10-04'],
    ],
    sum: 'no budget in 2010-11 yet; first of the month after 4-10-2010',
    budgets: [
      ['99AA', '2009-11-01', '2010-07-31'],
      ['99BB', '2010-11-01', '2013-07-31'],
    ],
  },
  {
    title: 'three schools in one year',
    indications: [['2008-11-15', '2013-07-31']],
    stays: [
      ['99AA', '2009-10-12', '2010-02-14'],
      ['99BB', '2010-02-15', '2010-05-02'],
      ['99CC', '2010-05-03'],
    ],
    sum: '99AA keeps 2009-10; 99BB has left before 1-8-2010; 99CC from 1-8-2010',
    budgets: [
      ['99AA', '2009-11-01', '2010-07-31'],
      ['99CC', '2010-08-01', '2013-07-31'],
    ],
  },
  {
    title: 'the indication ends before the budget would begin',
    indications: [['2006-11-15', '2010-07-31']],
    stays: [['99AA', '2010-07-05']],
    sum: 'first of the month after 5-7-2010 is 1-8-2010 > 31-7-2010',
    budgets: [],
  },
  {
    title: 'a renewal that follows at once goes on',
    indications: [
      ['2006-11-15', '2010-07-31'],
      ['2010-06-01', '2013-07-31'],
    ],
    stays: [['99AA', '2007-08-01']],
    sum: 'first of the month after 1-8-2007; one period to 31-7-2013',
    budgets: [['99AA', '2007-09-01', '2013-07-31']],
  },
  {
    title: 'a renewal with a gap begins anew',
    indications: [
      ['2006-11-15', '2010-07-31'],
      ['2010-10-20', '2013-07-31'],
    ],
    stays: [['99AA', '2007-08-01']],
    sum: '1-9-2007 to 31-7-2010; first of the month after 20-10-2010',
    budgets: [
      ['99AA', '2007-09-01', '2010-07-31'],
      ['99AA', '2010-11-01', '2013-07-31'],
    ],
  },
];

export interface ReturnedExample {
  title: string;
  /** First and last day at the WEC school. */
  from: string;
  to?: string;
  teldatum: string;
  hasBudget?: boolean;
  instelling?: boolean;
  sum: string;
  counts: boolean;
}

/** BBWEC 39: on the teldatum, one year, who was at the WEC school in the school year before, and has no budget. */
export const returnedExamples: readonly ReturnedExample[] = [
  {
    title: 'left at the end of the year before',
    from: '2006-08-01',
    to: '2009-07-31',
    teldatum: '2009-10-01',
    sum: 'at the WEC school in 2008-09',
    counts: true,
  },
  {
    title: 'a year later',
    from: '2006-08-01',
    to: '2009-07-31',
    teldatum: '2010-10-01',
    sum: 'not at the WEC school in 2009-10',
    counts: false,
  },
  {
    title: 'left in the running year',
    from: '2006-08-01',
    to: '2009-09-15',
    teldatum: '2009-10-01',
    sum: 'at the WEC school in 2008-09',
    counts: true,
  },
  {
    title: 'left in the running year, a year later: it was counted already (assumed)',
    from: '2006-08-01',
    to: '2009-09-15',
    teldatum: '2010-10-01',
    sum: 'at the WEC school in 2009-10, but counted on 1-10-2009',
    counts: false,
  },
  {
    title: 'left after the teldatum of the year before',
    from: '2006-08-01',
    to: '2009-12-15',
    teldatum: '2010-10-01',
    sum: 'at the WEC school in 2009-10',
    counts: true,
  },
  {
    title: 'came and left in the running year',
    from: '2009-08-20',
    to: '2009-09-20',
    teldatum: '2009-10-01',
    sum: 'not at the WEC school in 2008-09',
    counts: false,
  },
  {
    title: 'came and left in the running year, a year later',
    from: '2009-08-20',
    to: '2009-09-20',
    teldatum: '2010-10-01',
    sum: 'at the WEC school in 2009-10',
    counts: true,
  },
  {
    title: 'last day is the teldatum',
    from: '2006-08-01',
    to: '2009-10-01',
    teldatum: '2009-10-01',
    sum: 'still at the WEC school',
    counts: false,
  },
  { title: 'still there', from: '2006-08-01', teldatum: '2009-10-01', sum: 'still at the WEC school', counts: false },
  {
    title: 'has a budget',
    from: '2006-08-01',
    to: '2009-07-31',
    teldatum: '2009-10-01',
    hasBudget: true,
    sum: 'leerlinggebonden budget',
    counts: false,
  },
  {
    title: 'came from an instelling',
    from: '2006-08-01',
    to: '2009-07-31',
    teldatum: '2009-10-01',
    instelling: true,
    sum: 'instellingen are excluded',
    counts: false,
  },
];
