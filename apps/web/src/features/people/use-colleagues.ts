import { useEffect } from 'react';
import { usePages, type Pages } from '../../api/use-pages';
import { ColleaguesDocument, type ColleaguesQuery } from './people.documents';

export type Colleague = ColleaguesQuery['colleagues']['edges'][number]['node'];

/** Colleagues in one page of the interface; it allows no more. */
const PAGE = 50;

/** Everybody of the organisation: tens of people, so all pages are read. */
export function useColleagues(): Pages<Colleague> {
  const pages = usePages({
    document: ColleaguesDocument,
    variables: (after) => ({ input: { first: PAGE, after } }),
    pick: ({ colleagues }) => colleagues,
  });
  const { hasMore, isLoading, loadMore } = pages;
  useEffect(() => {
    if (hasMore && !isLoading) loadMore();
  }, [hasMore, isLoading, loadMore]);
  return pages;
}
