import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { call, useOperation } from './api.ts';
import { DraftKeeper, type UnsavedWork } from './draftKeeper.ts';

/** Work that was left unsaved earlier. */
export interface OfferedWork {
  savedAt: string;
  /** Gives what was kept, and goes on keeping in its place. */
  resume: () => Promise<string>;
  discard: () => void;
}

interface Draft {
  offered: OfferedWork | undefined;
  /** Forgets what is kept: it was saved, or thrown away. */
  forget: () => void;
}

const quietly = (work: Promise<unknown>) => void work.catch(() => undefined);

/**
 * Keeps unsaved work of a form in the administration while it is typed, so that no navigation, lock or crash loses it, and offers what
 * was left earlier. The form calls `forget` when it saves or throws away.
 */
export function useDraft(work: UnsavedWork, enabled = true): Draft {
  const { form, subject, leerlingId, title, content } = work;
  const [keeper] = useState(() => new DraftKeeper());
  const [dismissed, setDismissed] = useState<readonly number[]>([]);
  const list = useOperation('drafts.list', { form, subject }, { topics: [], enabled });
  const found = enabled ? list.data?.drafts.find(({ id }) => id !== keeper.id && !dismissed.includes(id)) : undefined;

  const first = useRef(true);
  useEffect(() => {
    if (!enabled) return;
    if (content !== undefined) keeper.keep({ form, subject, leerlingId, title, content });
    // What was there before the form was opened is not its own to forget.
    else if (!first.current) keeper.forget();
    first.current = false;
  }, [enabled, keeper, form, subject, leerlingId, title, content]);

  const flush = useEffectEvent(() => keeper.flush());
  useEffect(() => {
    const leave = () => flush();
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, []);

  return {
    offered: found && {
      savedAt: found.savedAt,
      resume: async () => {
        const { content: kept } = await call('drafts.read', { id: found.id });
        keeper.adopt(found.id);
        setDismissed((ids) => [...ids, found.id]);
        return kept;
      },
      discard: () => {
        setDismissed((ids) => [...ids, found.id]);
        quietly(call('drafts.discard', { id: found.id }));
      },
    },
    forget: () => keeper.forget(),
  };
}
