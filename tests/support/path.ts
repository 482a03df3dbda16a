import type { PathFacts } from '../../shared/aansluiting/types.ts';
import type { SchoolCalendar } from '../../shared/domain/schoolYear.ts';

/** Holidays of a school from the summer of 2009 to the autumn of 2010. */
export const holidays: SchoolCalendar = [
  {
    schooljaar: '2009-2010',
    firstDay: '2009-08-17',
    lastDay: '2010-07-02',
    holidays: [
      { naam: 'Herfstvakantie', first: '2009-10-17', last: '2009-10-25' },
      { naam: 'Kerstvakantie', first: '2009-12-19', last: '2010-01-03' },
      { naam: 'Voorjaarsvakantie', first: '2010-02-20', last: '2010-02-28' },
      { naam: 'Zomervakantie', first: '2010-07-03', last: '2010-08-15' },
    ],
  },
  {
    schooljaar: '2010-2011',
    firstDay: '2010-08-16',
    holidays: [{ naam: 'Herfstvakantie', first: '2010-10-23', last: '2010-10-31' }],
  },
];

type Documents = PathFacts['documents'];

/** The documents of steps 1 and 5. */
export const announced = (plannedWeek: string, start: string): Documents => [
  { kind: 'vooraankondiging1', receivedOn: '2009-09-01', start: plannedWeek },
  { kind: 'brochure', receivedOn: '2009-09-01' },
  { kind: 'stappenplan', receivedOn: '2009-09-01' },
  { kind: 'vooraankondiging2', receivedOn: '2009-11-18', start },
  { kind: 'handboek', receivedOn: '2009-11-18' },
];

const ON = '2009-11-20';

/** A school that starts on this day and has done steps 1 to 7; received its wachtwoordbrief when told. */
export function preparedFacts(start: string, letterOn?: string): PathFacts {
  return {
    kind: 'WPO',
    documents: [
      ...announced(start, start),
      ...(letterOn ? [{ kind: 'wachtwoordbrief' as const, receivedOn: letterOn }] : []),
    ],
    ticked: { akkoordverklaring: ON, contactChecked: ON, newest: ON, ports: ON, contactRechecked: ON },
    known: { contactgegevens: ON, version: ON, aantallen: ON },
  };
}
