import { useEffect } from 'react';
import { usePages, type Pages } from '../../api/use-pages';
import { DisclosureLogDocument, type DisclosureLogQuery } from './log.documents';

export type Disclosure = DisclosureLogQuery['disclosureLog']['edges'][number]['node'];

/** Days that are compared with each other. */
export const DAYS_BACK = 30;
/** Entries after which more are only loaded by hand. */
const MOST = 1000;
/** Entries in one page of the interface; it allows no more. */
const PAGE = 50;
const DAY_MS = 86_400_000;

/** The log of the last thirty days, newest first; older entries with `loadMore`. */
export function useDisclosures(): Pages<Disclosure> {
  const pages = usePages({
    document: DisclosureLogDocument,
    variables: (after) => ({ input: { first: PAGE, after } }),
    pick: ({ disclosureLog }) => disclosureLog,
  });
  const { nodes, hasMore, isLoading, loadMore } = pages;
  const oldest = nodes.at(-1)?.openedAt ?? '';
  useEffect(() => {
    const isRecent = oldest > new Date(Date.now() - DAYS_BACK * DAY_MS).toISOString();
    if (hasMore && !isLoading && isRecent && nodes.length < MOST) loadMore();
  }, [oldest, hasMore, isLoading, nodes.length, loadMore]);
  return pages;
}
