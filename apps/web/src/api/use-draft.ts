import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from './api-context';
import { joinContent, readContent } from './draft-content';
import {
  DiscardDraftDocument,
  DraftDocument,
  KeepDraftDocument,
  type DraftInput,
} from './drafts.documents';
import { useLeaveGuard } from './use-leave-guard';

/** How long nobody types before it is kept. */
const PAUSE_MS = 800;

/** What became of what is being written: nothing yet, on its way, kept, back from before, or the line is bad. */
export type DraftState = 'NEW' | 'KEEPING' | 'KEPT' | 'RESTORED' | 'UNKEPT';

/** A form whose content is kept while it is being written. */
export interface Draft {
  readonly state: DraftState;
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
 * in the middle. Nothing of it is stored on this device. What is not kept yet is not left without a question, and what
 * was typed before the draft of before arrived stays beside it.
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
  const wasRead = useRef(false);

  const work = useCallback(async (): Promise<void> => {
    const { start, kept, isOver, id } = store.current;
    const { text: content } = latest.current;
    if (isOver || content === kept) return;
    if (content === JSON.stringify(start)) {
      if (id !== null) {
        await sealed.mutation(DiscardDraftDocument, { input: { draftId: id } }).toPromise();
      }
      Object.assign(store.current, { id: null, kept: content });
      setShown({ state: 'NEW', keptAt: null });
      return;
    }
    const input = { kind, subjectId, content };
    const { data } = await sealed.mutation(KeepDraftDocument, { input }).toPromise();
    const answer = data?.keepDraft;
    if (answer?.__typename !== 'DraftKept') return setShown({ state: 'UNKEPT', keptAt: null });
    Object.assign(store.current, { id: answer.id, kept: content });
    // Who has typed on meanwhile is not told that it is kept.
    if (latest.current.text !== content) return;
    setShown({ state: 'KEPT', keptAt: answer.keptAt });
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
      const isFirst = !wasRead.current;
      wasRead.current = true;
      const draft = data?.draft;
      const start = store.current.start as Value;
      if (draft?.__typename !== 'OpenedDraft') return;
      const before = readContent(draft.content, start);
      const isUntouched = latest.current.text === JSON.stringify(start);
      // After a lock the form itself knows better than what was kept of it.
      if (before === null || !(isFirst || isUntouched)) return;
      Object.assign(store.current, { id: draft.id, kept: JSON.stringify(before) });
      setShown({ state: 'RESTORED', keptAt: draft.keptAt });
      latest.current.restore(joinContent(start, before, JSON.parse(latest.current.text) as Value));
    };
    void read();
    return () => {
      isGone = true;
    };
  }, [sealed, kind, subjectId]);

  useEffect(() => {
    const { kept, start, id } = store.current;
    if (text === kept) return undefined;
    const isEmptied = id === null && text === JSON.stringify(start);
    setShown((before) => ({ ...before, state: isEmptied ? 'NEW' : 'KEEPING' }));
    // What was kept before is read first: keeping now would write over it.
    if (!isRead) return undefined;
    const timer = setTimeout(() => void settle(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [isRead, text, settle]);

  const isUnkept = useCallback(
    () => !store.current.isOver && latest.current.text !== store.current.kept,
    [],
  );
  useLeaveGuard(isUnkept, settle);

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
