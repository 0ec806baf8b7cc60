import { usePages, type Connection, type Pages } from '../../api/use-pages';
import { useAllPages } from './all-pages';
import { StatementDocument, type StatementQuery } from './ledger.documents';

/** A statement as the interface gives it. */
export type Statement = Extract<
  StatementQuery['accountStatement'],
  { readonly __typename: 'AccountStatement' }
>;
/** One movement of an account. */
export type StatementLine = Statement['lines']['edges'][number]['node'];

const NOTHING: Connection<StatementLine> = {
  edges: [],
  pageInfo: { endCursor: null, hasNextPage: false },
};
/** Before every organisation that could be here. */
export const BEGINNING = '2000-01-01T00:00:00.000Z';
/** After everything that can be booked. */
export const END = '2100-01-01T00:00:00.000Z';

/** All movements of an account within a time, oldest first. */
export function useStatement(
  accountId: string | null,
  from: string,
  to: string,
): Pages<StatementLine> {
  return useAllPages(
    usePages({
      document: StatementDocument,
      variables: (after) => ({ input: { accountId: accountId ?? '', first: 50, after, from, to } }),
      pick: ({ accountStatement: answer }) =>
        answer.__typename === 'AccountStatement' ? answer.lines : NOTHING,
      topics: ['disbursement', 'fund', 'gift'],
      isPaused: accountId === null,
    }),
  );
}
