import type { ImportProblem } from '../../../../shared/domain/import/candidate.ts';
import type { EdexmlSchema } from './schema.ts';
import { schemaSentence } from './schemaSentences.ts';

/** Pupils that are judged together: as many as fit in a slice. */
const TOGETHER = 100;
const MAX_BREACHES = 100;

/** The field of a problem that the schema gave. */
export const SCHEMA_FIELD = 'schema';

const linesIn = (text: string) => text.split('\n').length - 1;

/** A place between two characters of the document. */
export interface Place {
  /** Characters before it. */
  position: number;
  /** The line of the file, from 1. */
  line: number;
}

/** Something that stands in the file, as it stands there. */
interface Piece {
  text: string;
  /** Line of the file on which it begins. */
  line: number;
  /** How many lines further it ends. */
  lines: number;
}

/**
 * Judges a document by its schema while it is being read: what comes before the pupils is kept, the pupils are judged in
 * groups, so that the memory it takes does not grow with the file. A report only: nothing is refused.
 */
export class SchemaCheck {
  readonly #problems = new Map<string, ImportProblem>();
  #schema: EdexmlSchema | undefined;
  /** What was written and is not yet in a piece, from `#begin` on. */
  #text = '';
  #begin: Place = { position: 0, line: 1 };
  #head: Piece = { text: '', line: 1, lines: 0 };
  #leerlingen: Piece[] = [];
  #rest: Piece[] = [];
  #depth = 0;
  /** To what the piece belongs that comes now. */
  #part: 'head' | 'leerlingen' | 'rest' = 'head';

  /** The schema of the version that the file says to be; until it is given, pupils wait. */
  use(schema: EdexmlSchema): void {
    this.#schema = schema;
  }

  /** The document as it comes in, before what is told of it. */
  write(text: string): void {
    this.#text += text;
  }

  /** @param end of the tag that opens the element */
  open(name: string, end: Place): void {
    this.#depth += 1;
    if (this.#depth === 2 && name === 'leerlingen') {
      const before = this.#cut(this.#startOf(end));
      if (this.#part === 'head') this.#head = before;
      else this.#rest.push(before);
      this.#part = 'leerlingen';
    } else if (this.#depth === 3 && this.#part === 'leerlingen') {
      if (this.#schema && this.#leerlingen.length >= TOGETHER) this.#judge(this.#schema, false);
      // What stands between pupils says only on which line the next one is.
      this.#cut(this.#startOf(end));
    }
  }

  /** @param end of the element */
  close(end: Place): void {
    if (this.#depth === 3 && this.#part === 'leerlingen') this.#leerlingen.push(this.#cut(end));
    if (this.#depth === 2 && this.#part === 'leerlingen') {
      this.#cut(end);
      this.#part = 'rest';
    }
    this.#depth -= 1;
  }

  /** The end of the document: what is wrong with it, by line. */
  end(): ImportProblem[] {
    const last = { text: this.#text, line: this.#begin.line, lines: linesIn(this.#text) };
    if (this.#part === 'head') this.#head = last;
    else this.#rest.push(last);
    if (this.#schema) this.#judge(this.#schema, true);
    return [...this.#problems.values()].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  }

  /** Where the tag begins that ends here: in no tag a `<` stands within. */
  #startOf({ position, line }: Place): Place {
    const end = position - this.#begin.position;
    const start = this.#text.lastIndexOf('<', end - 1);
    const lines = linesIn(this.#text.slice(start, end));
    return { position: this.#begin.position + start, line: line - lines };
  }

  /** Takes what is left of the text up to a place. */
  #cut(to: Place): Piece {
    const { position, line } = this.#begin;
    const length = to.position - position;
    const text = this.#text.slice(0, length);
    this.#text = this.#text.slice(length);
    this.#begin = to;
    return { text, line, lines: to.line - line };
  }

  /** Judges the pupils at hand in a document of their own. @param last with what comes after the pupils */
  #judge(schema: EdexmlSchema, last: boolean): void {
    const pieces = this.#leerlingen;
    this.#leerlingen = [];
    if (this.#problems.size >= MAX_BREACHES) return;
    const texts: string[] = [];
    const starts: { from: number; line: number }[] = [];
    let next = 1;
    const put = ({ text, line, lines }: Piece) => {
      starts.push({ from: next, line });
      texts.push(text);
      next += lines + 1;
    };
    put(this.#head);
    if (this.#part !== 'head') {
      put({ text: '<leerlingen>', line: this.#head.line + this.#head.lines, lines: 0 });
      pieces.forEach(put);
      put({ text: '</leerlingen>', line: this.#begin.line, lines: 0 });
      if (last) this.#rest.forEach(put);
      else texts.push('</EDEX>');
    }
    for (const { line, message } of schema.validate(texts.join('\n'))) {
      const start = starts.findLast(({ from }) => from <= line);
      const place = start ? start.line + line - start.from : line;
      const problem = { sentence: schemaSentence(message), line: place, field: SCHEMA_FIELD };
      this.#problems.set(`${place} ${problem.sentence}`, problem);
    }
  }
}
