import type { MijnBronDocument } from '../../../shared/mijnBron/documents.ts';
import type { Register } from '../register/database.ts';
import type { Letter, Post } from './post/letter.ts';

/** A letter, mail or download that was sent. */
export interface SentDocument {
  brinnummer: string;
  event: string;
  /** Left out: about the whole school. */
  aanleverpunt?: string;
  line: MijnBronDocument;
  letter: Letter;
}

export interface Documents {
  /** Keeps what is sent to a school, unless it was sent for the same before. */
  send(brinnummer: string, post: Post, sentOn: string): void;
  find(brinnummer: string, event: string): SentDocument | undefined;
  /** Newest first. */
  list(brinnummer: string): SentDocument[];
  /** What has not left the house yet, oldest first. */
  waiting(): SentDocument[];
  setDelivered(document: SentDocument): void;
}

interface Row {
  id: number;
  brinnummer: string;
  event: string;
  aanleverpunt: string | null;
  line: string;
  content: string;
}

const documentOf = ({ id, brinnummer, event, aanleverpunt, line, content }: Row): SentDocument => {
  const letter = JSON.parse(content) as Letter;
  return {
    brinnummer,
    event,
    ...(aanleverpunt === null ? {} : { aanleverpunt }),
    line: { ...(JSON.parse(line) as Omit<MijnBronDocument, 'id' | 'titel'>), id: String(id), titel: letter.titel },
    letter,
  };
};

export function createDocuments(register: Register): Documents {
  const insert = register.prepare<[Omit<Row, 'id'>]>(
    `INSERT INTO documents (brinnummer, event, aanleverpunt, line, content)
     VALUES (@brinnummer, @event, @aanleverpunt, @line, @content) ON CONFLICT (brinnummer, event) DO NOTHING`,
  );
  const byEvent = register.prepare<[string, string], Row>('SELECT * FROM documents WHERE brinnummer = ? AND event = ?');
  const ofSchool = register.prepare<[string], Row>(
    `SELECT * FROM documents WHERE brinnummer = ? ORDER BY json_extract(line, '$.sentOn') DESC, id DESC`,
  );
  const waiting = register.prepare<[], Row>('SELECT * FROM documents WHERE delivered = 0 ORDER BY id');
  const deliver = register.prepare<[string]>('UPDATE documents SET delivered = 1 WHERE id = ?');
  return {
    send: (brinnummer, { event, aanleverpunt = null, line, letter }, sentOn) => {
      insert.run({
        brinnummer,
        event,
        aanleverpunt,
        line: JSON.stringify({ ...line, sentOn }),
        content: JSON.stringify(letter),
      });
    },
    find: (brinnummer, event) => {
      const row = byEvent.get(brinnummer, event);
      return row && documentOf(row);
    },
    list: (brinnummer) => ofSchool.all(brinnummer).map(documentOf),
    waiting: () => waiting.all().map(documentOf),
    setDelivered: ({ line }) => {
      deliver.run(line.id);
    },
  };
}

/** The name of the file of a document, without its ending. */
export const fileNameOf = ({ event, line }: Pick<SentDocument, 'event' | 'line'>): string =>
  `${line.sentOn}-${event.replaceAll(/[^0-9A-Za-z]+/g, '-')}`;
