import { usePages, type Pages } from '../../api/use-pages';
import { useMay } from '../../ui/may';
import { PersonChangesDocument, type PersonChangesQuery } from './changes.documents';

export type PersonChange = PersonChangesQuery['personChanges']['edges'][number]['node'];

const PAGE = 20;

/** Changes of people, newest first, for those who may see them. */
export function usePersonChanges(): Pages<PersonChange> {
  const mayRead = useMay()('personChanges');
  return usePages({
    document: PersonChangesDocument,
    variables: (after) => ({ input: { first: PAGE, after } }),
    pick: ({ personChanges }) => personChanges,
    isPaused: !mayRead,
  });
}
