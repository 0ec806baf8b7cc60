import { useEffect } from 'react';
import { usePages } from '../../api/use-pages';
import { WatchedDocument, type WatchedQuery } from './oversight.documents';

type Watched = WatchedQuery['colleagues']['edges'][number]['node'];

const PAGE = 50;

/** Everybody of the organisation by name: tens of people, so all pages are read. */
export function useWatched(): readonly Watched[] {
  const { nodes, hasMore, isLoading, loadMore } = usePages({
    document: WatchedDocument,
    variables: (after) => ({ input: { first: PAGE, after } }),
    pick: ({ colleagues }) => colleagues,
  });
  useEffect(() => {
    if (hasMore && !isLoading) loadMore();
  }, [hasMore, isLoading, loadMore]);
  return nodes.toSorted((one, other) => one.displayName.localeCompare(other.displayName));
}
