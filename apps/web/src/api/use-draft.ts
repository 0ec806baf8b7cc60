import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from './api-context';
import {
  DiscardDraftDocument,
  DraftDocument,
  KeepDraftDocument,
  type DraftInput,
} from './drafts.documents';

/** How long nobody types before it is kept. */
const PAUSE_MS = 1_200;

/** What became of what is being written. */
export interface Draft {
  readonly state: 'NEW' | 'KEPT' | 'RESTORED' | 'UNKEPT';
  /** ISO instant, to the minute. */
  readonly keptAt: string | null;
  /** Waits for what is on its way; before the act is sent that takes the draft away. */
  readonly settle: () => Promise<void>;
  /** The act was done, and the server has taken the draft away with it. */
  readonly finish: () => void;
  /** Throws it away and empties the form. */
  readonly discard: () => void;
}

interface DraftOf<Value> extends DraftInput {
  /** All that is being written; plain data. */
  readonly value: Value;
  readonly restore: (value: Value) => void;
}

/**
 * Keeps a form while it is being written, sealed to the writer's own key, and gives it back after a session that ended
 * in the middle. Nothing of it is stored on this device.
 */
export function useDraft<Value extends object>(form: DraftOf<Value>): Draft {
  const { kind, subjectId = null, value } = form;
  const { sealed } = useApi();
  const text = JSON.stringify(value);
  const [isRead, setRead] = useState(false);
  const [shown, setShown] = useState<Pick<Draft, 'state' | 'keptAt'>>({
    state: 'NEW',
    keptAt: null,
  });
  /** As the form opens; what is kept on the server, under which id; what stands here now. */
  const store = useRef({ start: value, id: null as string | null, kept: text, isOver: false });
  const latest = useRef({ text, restore: form.restore });
  latest.current = { text, restore: form.restore };
  const running = useRef(Promise.resolve());

  const work = useCallback(async (): Promise<void> => {
    const { start, kept, isOver, id } = store.current;
    const { text: content } = latest.current;
    if (isOver || content === kept) return;
    if (content === JSON.stringify(start)) {
      if (id === null) return;
      await sealed.mutation(DiscardDraftDocument, { input: { draftId: id } }).toPromise();
      Object.assign(store.current, { id: null, kept: content });
      setShown({ state: 'NEW', keptAt: null });
      return;
    }
    const input = { kind, subjectId, content };
    const { data } = await sealed.mutation(KeepDraftDocument, { input }).toPromise();
    const answer = data?.keepDraft;
    if (answer?.__typename !== 'DraftKept') return setShown({ state: 'UNKEPT', keptAt: null });
    Object.assign(store.current, { id: answer.id, kept: content });
    return setShown({ state: 'KEPT', keptAt: answer.keptAt });
  }, [sealed, kind, subjectId]);

  const settle = useCallback((): Promise<void> => {
    // One after the other: an older text must not arrive behind a newer one.
    running.current = running.current.then(work).catch(() => undefined);
    return running.current;
  }, [work]);

  useEffect(() => {
    let isGone = false;
    const read = async (): Promise<void> => {
      const { data } = await sealed
        .query(DraftDocument, { input: { kind, subjectId } })
        .toPromise();
      if (isGone) return;
      setRead(true);
      const draft = data?.draft;
      const { start } = store.current;
      if (draft?.__typename !== 'OpenedDraft') return;
      const before = valueOf(draft.content, start);
      // Who has begun to type since then goes on with that.
      if (before === null || latest.current.text !== JSON.stringify(start)) return;
      Object.assign(store.current, { id: draft.id, kept: JSON.stringify(before) });
      setShown({ state: 'RESTORED', keptAt: draft.keptAt });
      latest.current.restore(before);
    };
    void read();
    return () => {
      isGone = true;
    };
  }, [sealed, kind, subjectId]);

  useEffect(() => {
    if (!isRead) return undefined;
    const timer = setTimeout(() => void settle(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [isRead, text, settle]);

  // A form that is left in the pause between two words keeps them, too.
  const leave = useRef(settle);
  leave.current = settle;
  useEffect(() => () => void leave.current(), []);

  const finish = useCallback(() => {
    store.current.isOver = true;
  }, []);
  const discard = useCallback(() => {
    const start = store.current.start as Value;
    latest.current.restore(start);
    latest.current.text = JSON.stringify(start);
    void settle();
  }, [settle]);
  return { ...shown, settle, finish, discard };
}

/** What was kept, where it still has the shape of the form; a form that has changed since begins anew. */
function valueOf<Value extends object>(content: string, start: Value): Value | null {
  try {
    const kept: unknown = JSON.parse(content);
    if (typeof kept !== 'object' || kept === null) return null;
    const isOfForm = Object.keys(start).every((key) => key in kept);
    return isOfForm ? (kept as Value) : null;
  } catch {
    return null;
  }
}
