/** What is done when, `yyyy-mm-dd`. The start lies a week before the planned one; the ten werkweken go over the Christmas holiday. */
export const days = {
  announced: '2009-09-14',
  plannedWeek: '2009-11-09',
  start: '2009-11-02',
  contact: '2009-09-17',
  signed: '2009-09-21',
  program: '2009-09-24',
  ports: '2009-09-28',
  secondLetter: '2009-10-02',
  aantallen: '2009-10-05',
  recheck: '2009-10-12',
  certificate: '2009-11-05',
  /** One part of the pupils on each; mails come at the end of week 3 and 6. */
  parts: ['2009-11-16', '2009-11-23', '2009-11-30', '2009-12-07'],
  mail3: '2009-11-20',
  leaving: '2009-12-04',
  mail6: '2009-12-11',
  correcting: '2009-12-14',
  comparing: '2010-01-04',
  agreeing: '2010-01-18',
  over: '2010-01-25',
} as const;

/** The day on which each step begins, the first of the Stappenplan first. */
export const stepDays: readonly string[] = [
  days.announced,
  days.contact,
  days.program,
  days.ports,
  days.secondLetter,
  days.aantallen,
  days.recheck,
  days.start,
  days.certificate,
  days.parts[0],
  days.correcting,
  days.comparing,
  days.over,
];
