import { readEdexml } from '../../electron/core/import/edexml/read.ts';
import type { Input } from '../../shared/api/contract.ts';
import type { Candidate, FileHeader } from '../../shared/domain/import/candidate.ts';
import { firstDayOfFile, volgnummerOf } from '../../shared/domain/import/assumptions.ts';
import { dateInNetherlands } from '../../shared/domain/clock.ts';
import { parseMoment } from '../../tests/mock-bron/dutchTime.ts';

type School = Input<'session.create'>['school'];

/** The practice school, for a file that names none. */
const PRACTICE_BRIN = '99ZZ';
const MAIN = '00';
const AANLEVERPUNT = '00';

const nobody = { naam: 'M. Oefenaar', telefoon: '0101234567', email: 'administratie@oefenboom.example' };

/** What a file brings to the demo: its pupils, its school and its moment. */
export interface DemoFile {
  file: string;
  candidates: Candidate[];
  school: School;
  /** The vestigingsvolgnummer of each vestiging of the file, by its key there. */
  vestigingen: Record<string, string>;
  start: Date;
  /** `yyyy-mm-dd`: first day of the school year that the file is about. */
  firstDay: string;
}

/** The moment of the file: its peildatum, else its aanmaakdatum; for one without either the first of October of its school year. */
function momentOf({ peildatum, aanmaakdatum, schooljaar }: FileHeader): Date {
  if (peildatum !== undefined) return parseMoment(`${peildatum}T09:00`);
  if (aanmaakdatum !== undefined) return parseMoment(aanmaakdatum.slice(0, 'yyyy-mm-ddThh:mm'.length));
  const year = /^\d{4}/.exec(schooljaar ?? '')?.[0];
  if (year === undefined) throw new Error('the file has no peildatum, no aanmaakdatum and no schooljaar');
  return parseMoment(`${year}-10-01T09:00`);
}

/** The vestigingen of a file: a key that is a volgnummer keeps it, another gets the next one that is free. */
function numbered(header: FileHeader): Record<string, string> {
  const own = header.volgnummer ?? MAIN;
  const numbers: Record<string, string> = {};
  const taken = new Set([own]);
  for (const { key } of header.vestigingen) {
    const number = volgnummerOf(key);
    if (number === undefined || Object.values(numbers).includes(number)) continue;
    numbers[key] = number;
    taken.add(number);
  }
  let next = 1;
  for (const { key } of header.vestigingen) {
    if (numbers[key] !== undefined) continue;
    while (taken.has(String(next).padStart(2, '0'))) next += 1;
    numbers[key] = String(next).padStart(2, '0');
    taken.add(numbers[key]);
  }
  return numbers;
}

function schoolOf(header: FileHeader, numbers: Record<string, string>): School {
  const brinnummer = header.brinnummer ?? PRACTICE_BRIN;
  const named = header.vestigingen.map(({ key, naam = key }) => ({
    volgnummer: numbers[key] ?? MAIN,
    naam: naam.slice(0, 70).trim() || key,
  }));
  const own = header.volgnummer ?? MAIN;
  const main = named.some(({ volgnummer }) => volgnummer === own) ? [] : [{ volgnummer: own, naam: 'Hoofdvestiging' }];
  return {
    brinnummer,
    naam: `Basisschool ${brinnummer}`,
    soort: 'BAO',
    vestigingen: [...main, ...named],
    aanleverpunt: AANLEVERPUNT,
    contactpersoon: nobody,
    gemachtigde: { ...nobody, naam: 'D. Irecteur' },
  };
}

/** Reads an EDEXML file for the demo. @throws LasError what reading gives; Error for a file without pupils or moment */
export async function readDemoEdexml(file: string): Promise<DemoFile> {
  let header: FileHeader = { source: 'edexml', vestigingen: [] };
  const candidates: Candidate[] = [];
  for await (const part of readEdexml(file)) {
    if (part.kind === 'header') header = part.header;
    else if (part.kind === 'leerling') candidates.push(part.candidate);
  }
  if (candidates.length === 0) throw new Error('there is no leerling in the file');
  const vestigingen = numbered(header);
  const start = momentOf(header);
  return {
    file,
    candidates,
    school: schoolOf(header, vestigingen),
    vestigingen,
    start,
    firstDay: firstDayOfFile(header, dateInNetherlands(start)),
  };
}
