import { useCallback, useMemo, useState } from 'react';
import { useKeys } from '../../ui/keys';

/** Enough for a busy morning, few enough to look at what was marked. */
const MOST = 200;

export interface Selection<Node> {
  readonly ids: ReadonlySet<string>;
  /** What is marked, in the order of the list. */
  readonly nodes: readonly Node[];
  readonly toggle: (id: string) => void;
  readonly selectAll: () => void;
  readonly clear: () => void;
}

/**
 * Rows marked with x: the one that has the focus, else the one that is open. Shift-x marks all between the last one and
 * this one, A all that is shown, Esc none. What left the list is marked no more.
 */
export function useSelection<Node extends { readonly id: string }>(
  shown: readonly Node[],
  openId: string | null,
): Selection<Node> {
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState<string | null>(null);
  const nodes = useMemo(() => shown.filter(({ id }) => marked.has(id)), [shown, marked]);
  const ids = useMemo(() => new Set(nodes.map(({ id }) => id)), [nodes]);

  const toggle = useCallback((id: string) => {
    setLast(id);
    setMarked((all) => {
      const next = new Set(all);
      if (!next.delete(id)) next.add(id);
      return next.size > MOST ? all : next;
    });
  }, []);
  const selectAll = useCallback(
    () => setMarked(new Set(shown.slice(0, MOST).map(({ id }) => id))),
    [shown],
  );
  const clear = useCallback(() => {
    setMarked(new Set());
    setLast(null);
  }, []);
  const present = (): string | null => {
    const focused = document.activeElement?.getAttribute('data-index');
    return focused == null ? openId : (shown[Number(focused)]?.id ?? null);
  };
  const placeOf = (id: string | null): number => shown.findIndex((node) => node.id === id);
  const extend = (): void => {
    const here = placeOf(present());
    const from = placeOf(last);
    if (here < 0) return;
    const [first, end] = from < 0 ? [here, here] : [Math.min(from, here), Math.max(from, here)];
    const range = shown.slice(first, end + 1).map(({ id }) => id);
    setMarked((all) => new Set([...all, ...range].slice(0, MOST)));
    setLast(shown[here]?.id ?? null);
  };
  useKeys({
    x: () => {
      const id = present();
      if (id !== null) toggle(id);
    },
    X: extend,
    A: selectAll,
    // What is open is closed first.
    Escape: () => openId === null && clear(),
  });
  return { ids, nodes, toggle, selectAll, clear };
}
