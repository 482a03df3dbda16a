import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { DraftForm } from '../../shared/api/drafts.ts';
import { call, useOperation } from './api.ts';

/** Longest time that what is typed is only on the screen. */
const KEEP_AFTER_MS = 1000;

export interface UnsavedWork {
  form: DraftForm;
  /** What the form is about, in its own words: a row id, or empty for something new. */
  subject: string;
  leerlingId?: number | undefined;
  /** What it is about, for a person. */
  title: string;
  /** The unsaved work as the form writes it down; undefined when there is none. */
  content: string | undefined;
}

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

/** Writes drafts one after another, so that the first gives the number for the rest. */
class Keeper {
  #id: number | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pending: UnsavedWork | undefined;

  get id(): number | undefined {
    return this.#id;
  }

  adopt(id: number): void {
    this.#id = id;
  }

  /** Keeps this work soon. */
  keep(work: UnsavedWork): void {
    this.#pending = work;
    this.#timer ??= setTimeout(() => this.flush(), KEEP_AFTER_MS);
  }

  /** Keeps now what waits to be kept. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const work = this.#pending;
    this.#pending = undefined;
    if (work?.content === undefined) return;
    const { content, leerlingId, ...about } = work;
    this.#queue(async () => {
      const id = this.#id === undefined ? {} : { id: this.#id };
      const known = leerlingId === undefined ? {} : { leerlingId };
      this.#id = (await call('drafts.save', { ...id, ...about, ...known, content })).id;
    });
  }

  forget(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#pending = undefined;
    this.#queue(async () => {
      const id = this.#id;
      this.#id = undefined;
      if (id !== undefined) await call('drafts.discard', { id });
    });
  }

  #queue(work: () => Promise<void>): void {
    // A core that is locked or gone says so elsewhere; what it kept before is still there.
    this.#turn = this.#turn.then(work).catch(() => undefined);
  }
}

/**
 * Keeps unsaved work of a form in the administration while it is typed, so that no navigation, lock or crash loses it, and offers what
 * was left earlier. The form calls `forget` when it saves or throws away.
 */
export function useDraft(work: UnsavedWork, enabled = true): Draft {
  const { form, subject, leerlingId, title, content } = work;
  const [keeper] = useState(() => new Keeper());
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
