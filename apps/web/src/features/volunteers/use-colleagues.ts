import { usePages } from '../../api/use-pages';
import { useEffect } from 'react';
import { PeopleDocument, type Role } from './applications.documents';

const PAGE = 50;

/** Colleagues to choose from, all of them: an organisation has tens. */
export function useColleagues(
  role: Role | null = null,
): readonly { readonly value: string; readonly label: string }[] {
  const pages = usePages({
    document: PeopleDocument,
    variables: (after) => ({ input: { first: PAGE, after, role } }),
    pick: ({ colleagues }) => colleagues,
  });
  const { hasMore, loadMore } = pages;
  useEffect(() => {
    if (hasMore) loadMore();
  }, [hasMore, loadMore]);
  return pages.nodes
    .filter(({ standing }) => standing !== 'SUSPENDED')
    .map(({ id, displayName }) => ({ value: id, label: displayName }));
}
