import { usePages } from '../../api/use-pages';
import { ColleaguesDocument, type ColleaguesQuery } from './case-list.documents';

export type Colleague = ColleaguesQuery['colleagues']['edges'][number]['node'];

/** Colleagues in one page of the interface; it allows no more. */
const PAGE = 50;

/** Those who may work on cases: caseworkers and coordinators of my organisation. */
export function useCaseColleagues(): readonly Colleague[] {
  const { nodes } = usePages({
    document: ColleaguesDocument,
    variables: (after) => ({ input: { first: PAGE, after } }),
    pick: ({ colleagues }) => colleagues,
  });
  return nodes.filter(({ roles }) => roles.includes('CASEWORKER') || roles.includes('COORDINATOR'));
}
