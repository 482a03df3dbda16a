import type { Parsed } from '../../../shared/api/contract.ts';
import { LasError } from '../../../shared/api/errors.ts';
import type { Draft } from '../../../shared/api/drafts.ts';
import type { Administration, HandlersOf } from '../context.ts';

interface Row {
  id: number;
  form: Draft['form'];
  subject: string;
  leerling_id: number | null;
  title: string;
  saved_at: string;
}

const toDraft = ({ leerling_id: leerlingId, saved_at: savedAt, ...row }: Row): Draft => ({
  ...row,
  savedAt,
  ...(leerlingId === null ? {} : { leerlingId }),
});

/** Work about a pupil in the bin waits until the pupil is back. */
const pupilIsThere = '(leerling_id IS NULL OR leerling_id IN (SELECT id FROM leerling))';

/** Unsaved work of the caller; nobody sees that of another. It is no change of what is registered, so the log does not tell it. */
export function draftsHandlers({ db, clock, caller, emit }: Administration): HandlersOf<'drafts'> {
  const tell = () => emit('data.changed', { topics: ['drafts'] });

  const save = ({ id, form, subject, leerlingId, title, content }: Parsed<'drafts.save'>): number => {
    const values = [form, subject, leerlingId ?? null, title, content, clock.now().toISOString()];
    if (id !== undefined) {
      const { changes } = db
        .prepare(
          `UPDATE draft SET form = ?, subject = ?, leerling_id = ?, title = ?, content = ?, saved_at = ?
           WHERE id = ? AND user_id = ?`,
        )
        .run(...values, id, caller.userId);
      if (changes > 0) return id;
    }
    const { lastInsertRowid } = db
      .prepare(
        `INSERT INTO draft (form, subject, leerling_id, title, content, saved_at, user_id) VALUES (?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(...values, caller.userId);
    tell();
    return Number(lastInsertRowid);
  };

  return {
    'drafts.list': ({ form, subject }) => ({
      drafts: db
        .prepare<[Record<string, string | null>], Row>(
          `SELECT id, form, subject, leerling_id, title, saved_at FROM draft
           WHERE user_id = :user AND (:form IS NULL OR form = :form) AND (:subject IS NULL OR subject = :subject) AND ${pupilIsThere}
           ORDER BY saved_at DESC, id DESC`,
        )
        .all({ user: caller.userId, form: form ?? null, subject: subject ?? null })
        .map(toDraft),
    }),
    'drafts.read': ({ id }) => {
      const found = db
        .prepare<[number, string], { content: string }>(
          `SELECT content FROM draft WHERE id = ? AND user_id = ? AND ${pupilIsThere}`,
        )
        .get(id, caller.userId);
      if (!found) throw new LasError('not-found');
      return found;
    },
    'drafts.save': (input) => ({ id: save(input) }),
    'drafts.discard': ({ id }) => {
      db.prepare('DELETE FROM draft WHERE id = ? AND user_id = ?').run(id, caller.userId);
      tell();
      return {};
    },
  };
}
