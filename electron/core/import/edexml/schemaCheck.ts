import type { ImportProblem } from '../../../../shared/domain/import/candidate.ts';
import type { EdexmlSchema } from './schema.ts';
import { schemaSentence } from './schemaSentences.ts';

/** Pupils that are judged together: as many as fit in a slice. */
const TOGETHER = 100;
const MAX_BREACHES = 100;

/** The field of a problem that the schema gave. */
export const SCHEMA_FIELD = 'schema';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string) => text.replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign);

const linesIn = (text: string) => text.split('\n').length - 1;

interface Piece {
  text: string;
  /** Line of the file on which it begins. */
  line: number;
}

/**
 * Judges a document by its schema while it is being read: what comes before the pupils is kept, the pupils are judged in
 * groups, so that the memory it takes does not grow with the file. A report only: nothing is refused.
 */
export class SchemaCheck {
  readonly #problems = new Map<string, ImportProblem>();
  #schema: EdexmlSchema | undefined;
  #head: Piece = { text: '', line: 1 };
  #leerlingen: Piece[] = [];
  #rest: Piece = { text: '', line: 1 };
  #depth = 0;
  /** Where what is written now goes. */
  #place: 'head' | 'leerlingen' | 'rest' = 'head';

  /** The schema of the version that the file says to be; until it is given, pupils wait. */
  use(schema: EdexmlSchema): void {
    this.#schema = schema;
  }

  open(name: string, attributes: readonly { name: string; value: string }[], line: number): void {
    this.#depth += 1;
    if (this.#depth === 1) this.#head.line = line;
    if (this.#depth === 2) this.#enterPart(name, line);
    if (this.#place === 'leerlingen' && this.#depth === 3) {
      if (this.#schema && this.#leerlingen.length >= TOGETHER) this.#judge(this.#schema, false);
      this.#leerlingen.push({ text: '', line });
    }
    this.#add(`<${name}${attributes.map((item) => ` ${item.name}="${escape(item.value)}"`).join('')}>`);
  }

  text(text: string): void {
    if (this.#depth > 0) this.#add(escape(text));
  }

  close(name: string): void {
    this.#add(`</${name}>`);
    this.#depth -= 1;
    if (this.#depth === 1 && this.#place === 'leerlingen') this.#place = 'rest';
  }

  /** The end of the document: what is wrong with it, by line. */
  end(): ImportProblem[] {
    if (this.#schema) this.#judge(this.#schema, true);
    return [...this.#problems.values()].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  }

  #enterPart(name: string, line: number): void {
    if (name === 'leerlingen') this.#place = 'leerlingen';
    else if (this.#place === 'rest' && this.#rest.text === '') this.#rest.line = line;
  }

  #add(text: string): void {
    if (this.#place === 'head') this.#head.text += text;
    else if (this.#place === 'rest') this.#rest.text += text;
    else {
      const last = this.#leerlingen.at(-1);
      // White space between pupils says only on which line the next one is.
      if (last && this.#depth >= 3) last.text += text;
    }
  }

  /** Judges the pupils at hand in a document of their own. @param last with what comes after the pupils */
  #judge(schema: EdexmlSchema, last: boolean): void {
    const pieces = this.#leerlingen;
    this.#leerlingen = [];
    if (this.#problems.size >= MAX_BREACHES) return;
    let text = '';
    let lines = 0;
    const starts: { from: number; line: number }[] = [];
    const add = (part: string) => {
      text += part;
      lines += linesIn(part);
    };
    const put = (piece: Piece) => {
      starts.push({ from: lines + 1, line: piece.line });
      add(piece.text);
    };
    put(this.#head);
    if (this.#place !== 'head') {
      add('<leerlingen>\n');
      for (const { text: leerling, line } of pieces) put({ text: `${leerling}\n`, line });
      add('</leerlingen>\n');
      if (last) put(this.#rest);
    }
    if (!/<\/EDEX>\s*$/.test(text)) text += '</EDEX>';
    for (const { line, message } of schema.validate(text)) {
      const start = starts.findLast(({ from }) => from <= line);
      const place = start ? start.line + line - start.from : line;
      const problem = { sentence: schemaSentence(message), line: place, field: SCHEMA_FIELD };
      this.#problems.set(`${place} ${problem.sentence}`, problem);
    }
  }
}
