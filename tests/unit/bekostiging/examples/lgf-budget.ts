/** Worked examples of leerlinggebonden budgets, computed by hand before the code was written. */
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
    title: 'came back on 1 August, a year without budget later: the first of the next month',
    indications: [['2008-11-15', '2013-07-31']],
    stays: [
      ['99AA', '2009-10-12', '2010-07-31'],
      ['99BB', '2011-08-01'],
    ],
    sum: 'no budget on 31-7-2011; first of the month after 1-8-2011',
    budgets: [
      ['99AA', '2009-11-01', '2010-07-31'],
      ['99BB', '2011-09-01', '2013-07-31'],
    ],
  },
  {
    title: 'left on the first day of the budget: it was given',
    indications: [['2008-11-15', '2013-07-31']],
    stays: [
      ['99AA', '2009-10-12', '2009-11-01'],
      ['99BB', '2009-11-02'],
    ],
    sum: '99AA from 1-11-2009, keeps 2009-10; 99BB from 2010-11',
    budgets: [
      ['99AA', '2009-11-01', '2010-07-31'],
      ['99BB', '2010-08-01', '2013-07-31'],
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
    title: 'a renewal that begins the day after goes on, in whichever order they are given',
    indications: [
      ['2010-08-01', '2013-07-31'],
      ['2006-11-15', '2010-07-31'],
    ],
    stays: [['99AA', '2007-08-01']],
    sum: 'one period from 15-11-2006 to 31-7-2013; first of the month after 1-8-2007',
    budgets: [['99AA', '2007-09-01', '2013-07-31']],
  },
  {
    title: 'a shorter indication within a longer one takes nothing away',
    indications: [
      ['2009-01-10', '2013-07-31'],
      ['2010-02-01', '2011-07-31'],
    ],
    stays: [['99AA', '2007-08-01']],
    sum: 'first of the month after 10-1-2009; to 31-7-2013',
    budgets: [['99AA', '2009-02-01', '2013-07-31']],
  },
  {
    title: 'never after the end of leerlinggebonden financiering',
    indications: [['2012-03-01', '2015-07-31']],
    stays: [['99AA', '2007-08-01', '2016-07-31']],
    sum: 'first of the month after 1-3-2012; LGF ends 31-7-2014',
    budgets: [['99AA', '2012-04-01', '2014-07-31']],
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
