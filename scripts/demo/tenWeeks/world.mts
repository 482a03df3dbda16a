import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SchoolYearDays } from '../../../shared/domain/schoolYear.ts';
import { parseMoment } from '../../../tests/mock-bron/dutchTime.ts';
import { defaultFiles } from '../../../tests/mock-bron/registers/files.ts';
import { startMockBron, type MockBron } from '../../../tests/mock-bron/server.ts';
import { demoFolder } from '../data.mts';
import { days } from './days.mts';
import type { PathSchool } from './pathSchool.mts';

const SOURCE = 'Made by "npm run demo -- --ten-weeks". Persons, school and holidays are fictional.';

/** How long BRON takes for an answer. */
const ANSWER_MS = 15;

/** The holidays of the school, not those of the regulations, which have none of these years. */
export const schoolYears: readonly (SchoolYearDays & { holidays: { naam: string; first: string; last: string }[] })[] =
  [
    {
      schooljaar: '2009-2010',
      firstDay: '2009-08-24',
      lastDay: '2010-07-09',
      holidays: [
        { naam: 'Herfstvakantie', first: '2009-10-17', last: '2009-10-25' },
        { naam: 'Kerstvakantie', first: '2009-12-19', last: '2010-01-03' },
        { naam: 'Voorjaarsvakantie', first: '2010-02-20', last: '2010-02-28' },
      ],
    },
  ];

/** The file of schools, with the aanleverpunt of the school as its only one. */
function schoolsWith({ brinnummer, aanleverpunt }: PathSchool['school']): object {
  const file = JSON.parse(readFileSync(defaultFiles.brin, 'utf8')) as { schools: { brinnummer: string }[] };
  const schools = file.schools.map((one) =>
    one.brinnummer === brinnummer ? { ...one, aanleverpunten: [aanleverpunt] } : one,
  );
  return { ...file, source: SOURCE, schools };
}

/** Starts the mock BRON of the path in a folder, on the day before everything begins. Its registers know the school. */
export async function startPathBron(folder: string, { school, citizens }: PathSchool): Promise<MockBron> {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, content: object) => {
    const path = join(folder, name);
    writeFileSync(path, JSON.stringify(content));
    return path;
  };
  return startMockBron({
    data: join(folder, 'bron'),
    date: parseMoment(days.announced),
    brp: [defaultFiles.brp, write('brp.json', { source: SOURCE, persons: citizens })],
    brin: write('brin.json', schoolsWith(school)),
    holidays: write('holidays.json', { source: SOURCE, rows: schoolYears.flatMap(({ holidays }) => holidays) }),
    postcodes: join(demoFolder, 'postcodes.txt'),
    // So that somebody can stop a run in the middle.
    load: { answerMs: { from: ANSWER_MS, to: ANSWER_MS } },
  });
}
