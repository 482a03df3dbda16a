import type { Register } from '../register/database.ts';
import type { AskedQuestion } from './mijnBron.ts';

/** Questions to the Helpdesk BRON. */
export interface Questions {
  /** Newest first; of an aanleverpunt its own only. */
  list(brinnummer: string, aanleverpunt?: string): AskedQuestion[];
  add(brinnummer: string, aanleverpunt: string | undefined, question: Omit<AskedQuestion, 'nummer'>): AskedQuestion;
  /** False when there is no such question. */
  answer(nummer: string, antwoord: string, answeredOn: string): boolean;
}

export function createQuestions(register: Register): Questions {
  interface Row {
    seq: number;
    content: string;
  }
  const select = register.prepare<[{ brinnummer: string; aanleverpunt: string | null }], Row>(
    `SELECT seq, content FROM questions WHERE brinnummer = @brinnummer
       AND (@aanleverpunt IS NULL OR aanleverpunt = @aanleverpunt) ORDER BY seq DESC`,
  );
  const insert = register.prepare<[string, string | null, string], Row>(
    'INSERT INTO questions (brinnummer, aanleverpunt, content) VALUES (?, ?, ?) RETURNING seq, content',
  );
  const update = register.prepare<[string, string]>(
    'UPDATE questions SET content = json_patch(content, ?) WHERE seq = ?',
  );
  const questionOf = ({ seq, content }: Row): AskedQuestion => ({
    nummer: String(seq),
    ...(JSON.parse(content) as Omit<AskedQuestion, 'nummer'>),
  });
  return {
    list: (brinnummer, aanleverpunt) => select.all({ brinnummer, aanleverpunt: aanleverpunt ?? null }).map(questionOf),
    add: (brinnummer, aanleverpunt, question) => {
      const row = insert.get(brinnummer, aanleverpunt ?? null, JSON.stringify(question));
      if (!row) throw new Error('the question was not stored');
      return questionOf(row);
    },
    answer: (nummer, antwoord, answeredOn) =>
      update.run(JSON.stringify({ antwoord, answeredOn }), nummer).changes === 1,
  };
}
