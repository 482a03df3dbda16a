import type { Persoonsgegevens } from '../../api/leerlingen.ts';

/** Something about one pupil, or about the file, that the person who imports has to know: a Dutch sentence. */
export interface ImportProblem {
  sentence: string;
  /** The element or column it is about, by its name in the file. */
  field?: string;
  /** The line of the file, from 1. */
  line?: number;
}

/** A vestiging as the file calls it. */
export interface FileVestiging {
  key: string;
  naam?: string;
}

/** What a file says of a pupil at this school. Dates are `yyyy-mm-dd`. Absent: the file does not say it. */
export interface SchoolFacts {
  instroomdatum?: string;
  uitstroomdatum?: string;
  /** As in the file: `0` to `8`, or another code, which is no leerjaar. */
  jaargroep?: string;
  /** Name of the class. */
  groep?: string;
  vestiging?: FileVestiging;
  /** As in the file, with a point or a comma; `?` is unknown. By the gewichtenregeling it belongs to (PvE 7.1.7). */
  gewichten?: { '1'?: string; '2'?: string };
}

/** One pupil of a file, whatever its format: what every importer makes, and what the preview, the matching and the saving work on. */
export interface Candidate {
  /** Which pupil of the file, from 1, and the line on which it begins. */
  place: { number: number; line?: number };
  /** How the sending program calls the pupil; becomes the leerlingnummer where it fits. */
  key?: string;
  /** Only what the file says: nothing personal is ever assumed. Values are as on the wire; wrong ones are kept and shown as wrong. */
  persoon: Persoonsgegevens;
  school: SchoolFacts;
  /** What the file has and this administration has no place for, by the name in the file; kept, and given back on export. */
  facts: Record<string, string>;
  /** Sentences to keep with the pupil. */
  notes: string[];
  problems: ImportProblem[];
}

/** What a file says of itself. */
export interface FileHeader {
  source: 'edexml' | 'csv';
  /** Version of the format, as the file says it. */
  versie?: string;
  /** `yyyy-yyyy`. */
  schooljaar?: string;
  brinnummer?: string;
  /** Two digits: the vestiging (EDEXML: dependancecode) that the file is about. */
  volgnummer?: string;
  /** `yyyy-mm-dd`. */
  peildatum?: string;
  /** ISO 8601 without time zone. */
  aanmaakdatum?: string;
  auteur?: string;
  vestigingen: FileVestiging[];
}

/** What an importer tells while it reads: the header comes first, and anew when more of it became known. */
export type FilePart =
  | { kind: 'header'; header: FileHeader }
  | { kind: 'leerling'; candidate: Candidate }
  /** About the file as a whole. */
  | { kind: 'remark'; remark: ImportProblem }
  /** Bytes read so far. */
  | { kind: 'progress'; done: number };
