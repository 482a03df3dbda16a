import { z } from 'zod';
import type { Connection } from '../database.ts';
import { parsedJson } from './parsedJson.ts';

/** Until now there were no other inschrijvingen than those of WPO; and one of WPO had no ontwikkelingsperspectief. */
const gegevens = z
  .looseObject({ leerjaarGroep: z.array(z.unknown()) })
  .transform((kept) => ({ kind: 'WPO', ontwikkelingsperspectief: [], ...kept }));
const cardDraft = z.looseObject({ inschrijvingen: z.array(z.looseObject({ gegevens })) });
const work = z.looseObject({ base: cardDraft, mine: cardDraft });

/** The forms that keep inschrijvingen, each as it writes its work down. */
const forms = { leerling: work, enrolment: z.looseObject({ work }) } as const;

/** Says in unsaved work of which kind its inschrijvingen are; what is not as its form wrote it down stays as it is. */
export function markDrafts(db: Connection): void {
  const update = db.prepare('UPDATE draft SET content = ? WHERE id = ?');
  for (const [form, schema] of Object.entries(forms)) {
    const drafts = db
      .prepare<[string], { id: number; content: string }>('SELECT id, content FROM draft WHERE form = ?')
      .all(form);
    for (const { id, content } of drafts) {
      const { success, data } = schema.safeParse(parsedJson(content));
      if (success) update.run(JSON.stringify(data), id);
    }
  }
}
