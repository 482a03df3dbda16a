/** Worked examples of the validity of an indication, computed by hand before the code was written. */
export interface ValidityExample {
  title: string;
  onderwijssoort: string;
  /** Day on which the indication was given. */
  given: string;
  use: 'LGF' | 'WEC';
  sum: string;
  /** Last day; left out: open. */
  until?: string;
  assumptions?: readonly string[];
}

/** BLGF 11: so many school years; WEC 28c lid 2: the rest of the running one is added when it is given during the year. LGF ends on 31-7-2014. */
export const validityExamples: readonly ValidityExample[] = [
  {
    title: 'zml, during the year',
    onderwijssoort: '33',
    given: '2008-11-15',
    use: 'LGF',
    sum: 'rest of 2008-09 + 4 years: 2009-10, 10-11, 11-12, 12-13',
    until: '2013-07-31',
  },
  {
    title: 'zml, on the first day of the year: nothing is added',
    onderwijssoort: '33',
    given: '2009-08-01',
    use: 'LGF',
    sum: '2009-10, 10-11, 11-12, 12-13',
    until: '2013-07-31',
  },
  {
    title: 'slechthorend, on the last day of the year',
    onderwijssoort: '22',
    given: '2009-07-31',
    use: 'LGF',
    sum: 'one day of 2008-09 + 3 years: 2009-10, 10-11, 11-12',
    until: '2012-07-31',
  },
  { title: 'doof', onderwijssoort: '21', given: '2009-01-10', use: 'LGF', sum: 'rest + 4', until: '2013-07-31' },
  { title: 'spraak', onderwijssoort: '23', given: '2009-01-10', use: 'LGF', sum: 'rest + 3', until: '2012-07-31' },
  { title: 'doof en zml', onderwijssoort: '24', given: '2009-01-10', use: 'LGF', sum: 'rest + 4', until: '2013-07-31' },
  {
    title: 'langdurig ziek',
    onderwijssoort: '31',
    given: '2009-01-10',
    use: 'LGF',
    sum: 'rest + 3',
    until: '2012-07-31',
  },
  { title: 'cluster 4', onderwijssoort: '40', given: '2010-02-01', use: 'LGF', sum: 'rest + 3', until: '2013-07-31' },
  {
    title: 'from a justitiële jeugdinrichting: one school year',
    onderwijssoort: '44',
    given: '2010-02-01',
    use: 'LGF',
    sum: 'rest of 2009-10 + 2010-11',
    until: '2011-07-31',
    assumptions: ['jjiStart'],
  },
  {
    title: 'lichamelijk gehandicapt beyond the end of LGF',
    onderwijssoort: '32',
    given: '2012-03-01',
    use: 'LGF',
    sum: 'rest of 2011-12 + 3 years = 31-7-2015; LGF ends 31-7-2014',
    until: '2014-07-31',
  },
  {
    title: 'the same for a place in the WEC: not ended (assumed)',
    onderwijssoort: '32',
    given: '2012-03-01',
    use: 'WEC',
    sum: 'rest of 2011-12 + 3 years',
    until: '2015-07-31',
    assumptions: ['indicationAfter2014'],
  },
  {
    title: 'Down: as long as in school, LGF until its end',
    onderwijssoort: '35',
    given: '2009-01-10',
    use: 'LGF',
    sum: 'open; LGF ends 31-7-2014',
    until: '2014-07-31',
  },
  {
    title: 'Down in the WEC',
    onderwijssoort: '35',
    given: '2009-01-10',
    use: 'WEC',
    sum: 'open',
    assumptions: ['indicationAfter2014'],
  },
  {
    title: 'cluster 1 has no commission: open (assumed)',
    onderwijssoort: '13',
    given: '2009-01-10',
    use: 'LGF',
    sum: 'open; LGF ends 31-7-2014',
    until: '2014-07-31',
    assumptions: ['clusterOne'],
  },
];
