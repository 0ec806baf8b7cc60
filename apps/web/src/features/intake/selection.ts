import { useCallback, useMemo, useState } from 'react';
import { useKeys } from '../../ui/keys';

/** One decision takes no more. */
const MOST = 50;

interface Selection {
  readonly selected: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
  readonly clear: () => void;
  /** Marks these again. */
  readonly mark: (ids: readonly string[]) => void;
}

/** Rows marked with x: the one that has the focus, else the one that is open. What left the list is marked no more. */
export function useSelection(
  nodes: readonly { readonly id: string }[],
  openId: string | null,
): Selection {
  const [marked, setMarked] = useState<readonly string[]>([]);
  const selected = useMemo(
    () => new Set(marked.filter((id) => nodes.some((node) => node.id === id))),
    [marked, nodes],
  );
  const toggle = useCallback((id: string) => {
    setMarked((all) =>
      all.includes(id) ? all.filter((each) => each !== id) : [...all, id].slice(-MOST),
    );
  }, []);
  useKeys({
    x: () => {
      const focused = document.activeElement?.getAttribute('data-index');
      const id = focused == null ? openId : nodes[Number(focused)]?.id;
      if (id != null) toggle(id);
    },
  });
  const clear = useCallback(() => setMarked([]), []);
  const mark = useCallback((ids: readonly string[]) => setMarked(ids.slice(-MOST)), []);
  return { selected, toggle, clear, mark };
}
