import { useState } from 'react';
import type { Note } from '../../../../shared/api/notes.ts';
import { useToday } from '../../../app/clock.ts';
import { useDraft, type OfferedWork } from '../../../app/useDraft.ts';

/** A note that is being written: a new one, or one that is changed. */
export interface NoteForm {
  id?: number;
  version?: number;
  date: string;
  text: string;
}

export interface NoteDraft {
  form: NoteForm;
  write: (change: Partial<NoteForm>) => void;
  edit: (note: Note) => void;
  /** Empties the form: the note was saved, or given up. */
  clear: () => void;
  offered: OfferedWork | undefined;
  resume: (content: string) => void;
}

/** The note that is being written about a pupil; kept while it is typed, also on the other tabs of the card. */
export function useNote(leerlingId: number | undefined, title: string, enabled: boolean): NoteDraft {
  const today = useToday();
  const [form, setForm] = useState<NoteForm>();
  const content = form && (form.text.trim() !== '' || form.id !== undefined) ? JSON.stringify(form) : undefined;
  const subject = String(leerlingId ?? '');
  const kept = useDraft({ form: 'note', subject, leerlingId, title, content }, enabled && leerlingId !== undefined);
  const shown = form ?? { date: today, text: '' };
  return {
    form: shown,
    write: (change) => setForm({ ...shown, ...change }),
    edit: ({ id, version, date, text }) => setForm({ id, version, date, text }),
    clear: () => {
      setForm(undefined);
      kept.forget();
    },
    offered: kept.offered,
    resume: (text) => setForm(JSON.parse(text) as NoteForm),
  };
}
