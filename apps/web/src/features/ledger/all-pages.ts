import { useEffect } from 'react';
import type { Pages } from '../../api/use-pages';

/** Beyond this many rows a page says that there are more, and waits to be asked. */
const MOST = 1000;

/** Fetches what follows by itself, as far as a table of this desk should go. */
export function useAllPages<Node>(pages: Pages<Node>): Pages<Node> {
  const { nodes, hasMore, isLoading, loadMore } = pages;
  const goesOn = hasMore && !isLoading && nodes.length < MOST;
  useEffect(() => {
    if (goesOn) loadMore();
  }, [goesOn, loadMore, nodes.length]);
  return pages;
}
