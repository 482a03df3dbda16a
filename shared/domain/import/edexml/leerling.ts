import type { Candidate, ImportProblem, SchoolFacts } from '../candidate.ts';
import { isLeerjaar } from '../assumptions.ts';
import { readDate } from './dates.ts';
import { parentProblems, readPersoon } from './persoon.ts';
import type { FileReferences, RawBlock, RawLeerling } from './raw.ts';

/** Elements that this administration has no place for; kept by their name. */
const keptFields = [
  'voorletters-1',
  'start_ondw_jgr3',
  'gebruikersnaam',
  'emailadres',
  'fotourl',
  'etniciteit',
  'land_vader',
  'land_moeder',
  'bsn_ondwnr-4',
  'rijksregisternummer',
  'postnummerbe',
  'postcodeoverig',
  'gewicht',
  'gewicht_nieuw',
  'mutatiedatum',
] as const;

function keptFacts(raw: RawLeerling, references: FileReferences): Record<string, string> {
  const facts: Record<string, string> = {};
  for (const field of keptFields) {
    const text = raw.fields[field];
    if (text !== undefined && text !== '?') facts[field] = text;
  }
  // A code that is no leerjaar has no other place.
  if (raw.fields.jaargroep !== undefined && !isLeerjaar(raw.fields.jaargroep)) facts.jaargroep = raw.fields.jaargroep;
  if (raw.key !== undefined) facts.key = raw.key;
  if (raw.eckid !== undefined) facts.eckid = raw.eckid;
  if (raw.samengesteldeGroepen.length > 0)
    facts.samengestelde_groepen = JSON.stringify(
      raw.samengesteldeGroepen.map((key) => ({ key, naam: references.samengesteldeGroepen.get(key) ?? key })),
    );
  if (raw.blocks.length > 0) facts.toevoegingen = JSON.stringify(raw.blocks);
  return facts;
}

/** Element 51, Groep (PvE 4.1.3). */
const LONGEST_GROEP = 30;

const noteOf = ({ code, omschrijving, texts }: RawBlock): string =>
  [code, omschrijving, ...texts].filter((part) => part !== undefined && part !== '').join(': ');

function schoolFacts(
  { line, fields, ...raw }: RawLeerling,
  references: FileReferences,
): { school: SchoolFacts; problems: ImportProblem[] } {
  const problems: ImportProblem[] = [];
  const tell = (field: string, sentence: string) => void problems.push({ field, line, sentence });
  const date = (field: 'instroomdatum' | 'uitstroomdatum') => {
    const text = fields[field];
    const read = text === undefined ? {} : readDate(field, text);
    if (read.sentence) tell(field, read.sentence);
    return read.date;
  };
  const groep = raw.groep === undefined ? undefined : references.groepen.get(raw.groep);
  if (raw.groep !== undefined && !groep) tell('groep', `De groep "${raw.groep}" staat niet in het bestand.`);
  const groepNaam = groep && [...groep.naam].slice(0, LONGEST_GROEP).join('').trim();
  if (groep && groepNaam !== groep.naam.trim())
    tell(
      'groep',
      `De naam van groep "${groep.naam.slice(0, 64)}" is langer dan ${LONGEST_GROEP} tekens en is ingekort.`,
    );
  const vestiging = raw.vestiging === undefined ? undefined : references.vestigingen.get(raw.vestiging);
  if (raw.vestiging !== undefined && vestiging === undefined)
    tell('vestiging', `De vestiging "${raw.vestiging}" staat niet in het bestand.`);
  const gewichten = {
    ...(fields.gewicht === undefined ? {} : { '1': fields.gewicht }),
    ...(fields.gewicht_nieuw === undefined ? {} : { '2': fields.gewicht_nieuw }),
  };
  const jaargroep = fields.jaargroep ?? groep?.jaargroep;
  const [instroomdatum, uitstroomdatum] = [date('instroomdatum'), date('uitstroomdatum')];
  return {
    school: {
      ...(instroomdatum === undefined ? {} : { instroomdatum }),
      ...(uitstroomdatum === undefined ? {} : { uitstroomdatum }),
      ...(jaargroep === undefined ? {} : { jaargroep }),
      ...(groepNaam ? { groep: groepNaam } : {}),
      ...(raw.vestiging === undefined
        ? {}
        : { vestiging: { key: raw.vestiging, ...(vestiging === undefined ? {} : { naam: vestiging }) } }),
      ...(Object.keys(gewichten).length > 0 ? { gewichten } : {}),
    },
    problems,
  };
}

/** The candidate that a leerling of an EDEXML file is. @param number which leerling of the file, from 1 */
export function candidateOf(raw: RawLeerling, number: number, references: FileReferences): Candidate {
  const { persoon, problems } = readPersoon(raw);
  const { school, problems: schoolProblems } = schoolFacts(raw, references);
  const withoutKey =
    raw.key === undefined
      ? [{ field: 'key', line: raw.line, sentence: 'De leerling heeft in het bestand geen sleutel.' }]
      : [];
  return {
    place: { number, line: raw.line },
    ...(raw.key === undefined ? {} : { key: raw.key }),
    persoon,
    school,
    facts: keptFacts(raw, references),
    notes: raw.blocks.map(noteOf),
    problems: [...withoutKey, ...problems, ...parentProblems(raw), ...schoolProblems],
  };
}
