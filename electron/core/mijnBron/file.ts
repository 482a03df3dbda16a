import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { LasError } from '../../../shared/api/errors.ts';
import { schoolFactsOf } from '../../../shared/domain/schoolSoort.ts';
import { mijnBronFile, type MijnBronFile } from '../../../shared/mijnBron/file.ts';
import type { Gtb } from '../../../shared/mijnBron/gtb.ts';
import type { School } from '../../../shared/api/session.ts';
import { formatDutchDate, schoolYear } from '../../../shared/domain/dates.ts';
import { reading, sizeOf } from '../files/chosenFile.ts';

/** The GTB of a very large school has some hundreds of kilobytes. */
const LARGEST_BYTES = 16 * 1024 * 1024;
/** What is before this day is in no GTB (Stappenplan step 10). */
const FIRST_PEILDATUM = '2008-08-01';

const layouts: ReadonlySet<string> = new Set(mijnBronFile.options.map(({ shape }) => shape.layout.value));

function parsed(path: string): unknown {
  if (sizeOf(path) > LARGEST_BYTES) throw new LasError('mijn-bron-file-damaged');
  const bytes = reading(() => readFileSync(path));
  try {
    // A byte order mark is dropped by the decoder.
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new LasError('mijn-bron-file-damaged');
  }
}

/**
 * The content of a file that was downloaded from Mijn BRON.
 * @throws LasError mijn-bron-file-damaged, mijn-bron-file-layout, file-unreadable
 */
export function readMijnBronFile(path: string): MijnBronFile {
  const value = parsed(path);
  const named = z.looseObject({ layout: z.string() }).safeParse(value);
  if (!named.success) throw new LasError('mijn-bron-file-damaged');
  // What a file says of itself goes into a sentence.
  const layout = named.data.layout.replaceAll(/[^\w.-]/g, '').slice(0, 40);
  if (!layouts.has(named.data.layout)) throw new LasError('mijn-bron-file-layout', { layout });
  const file = mijnBronFile.safeParse(value);
  if (!file.success) throw new LasError('mijn-bron-file-damaged');
  return file.data;
}

function checkDates({ peildatum, processedUntil, madeOn }: Gtb, today: string): void {
  const wrong =
    [madeOn, processedUntil].find((day) => day > today) ??
    (peildatum < FIRST_PEILDATUM || peildatum > schoolYear(today).last ? peildatum : undefined);
  if (wrong !== undefined) throw new LasError('mijn-bron-file-date', { date: formatDutchDate(wrong) });
}

/**
 * Whether what came from Mijn BRON is about this school, and can be. Vestigingen that closed may be missing here: they are taken.
 * @param today `yyyy-mm-dd`
 * @throws LasError mijn-bron-file-school, mijn-bron-file-soort, mijn-bron-file-date
 */
export function checkOwn(file: MijnBronFile, school: School, today: string): void {
  const { brinnummer: own } = school;
  if (file.brinnummer !== own) throw new LasError('mijn-bron-file-school', { brinnummer: file.brinnummer, own });
  if (file.layout === 'bronwijs-gtb-1') {
    if (file.soort !== schoolFactsOf(school).soort) throw new LasError('mijn-bron-file-soort', { soort: file.soort });
    checkDates(file, today);
  } else if (file.madeOn > today) throw new LasError('mijn-bron-file-date', { date: formatDutchDate(file.madeOn) });
}
