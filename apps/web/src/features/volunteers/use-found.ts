import { useEffect } from 'react';
import type { Pages } from '../../api/use-pages';

/**
 * The line of a list with this id. The interface reads these only as lists, so further pages are read until it is there.
 * @returns null while it is looked for, undefined where it is not
 */
export function useFound<Node extends { readonly id: string }>(
  pages: Pages<Node>,
  id: string | null,
): Node | null | undefined {
  const found = id === null ? undefined : pages.nodes.find((node) => node.id === id);
  const isSearching = id !== null && found === undefined && (pages.hasMore || pages.isLoading);
  const { loadMore } = pages;
  useEffect(() => {
    if (isSearching) loadMore();
  }, [isSearching, loadMore]);
  return found ?? (isSearching ? null : undefined);
}
