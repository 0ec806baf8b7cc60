import { useMemo } from 'react';
import { usePages, type Pages } from '../../api/use-pages';
import { inputOf, type LogFilter } from './filter';
import { DisclosureLogDocument, type DisclosureLogQuery } from './log.documents';

export type Disclosure = DisclosureLogQuery['disclosureLog']['edges'][number]['node'];

/** Entries in one page of the interface; it allows no more. */
const PAGE = 50;

/** The entries that fit, newest first; older ones with `loadMore`. The server narrows, whatever the log holds. */
export function useDisclosures(filter: LogFilter): Pages<Disclosure> {
  // The day must not move under a list that is being read.
  const input = useMemo(() => inputOf(filter, new Date()), [filter]);
  return usePages({
    document: DisclosureLogDocument,
    variables: (after) => ({ input: { ...input, first: PAGE, after } }),
    pick: ({ disclosureLog }) => disclosureLog,
  });
}
