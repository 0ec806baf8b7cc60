import { useCallback, useState } from 'react';
import type { AnyVariables, CombinedError, TypedDocumentNode } from 'urql';
import { useApi } from './api-context';
import { failureOf, isRefusal, type FailureKind, type Refusal, type Success } from './outcome';

/** What became of an act. */
export type ActOutcome<Done> =
  | { readonly kind: 'DONE'; readonly done: Done }
  | { readonly kind: 'REFUSED'; readonly refusal: Refusal }
  | { readonly kind: 'FAILED'; readonly failure: FailureKind };

/** The fields of an answer: one result union, beside the name of its type. */
type ResultOf<Data> = Exclude<Data[keyof Data], string | undefined> & {
  readonly __typename: string;
};

export interface Act<Variables, Done> {
  /** Sends it. It never throws: what went wrong is in the outcome. */
  readonly run: (variables: Variables) => Promise<ActOutcome<Done>>;
  readonly isRunning: boolean;
}

/**
 * Sends mutations of one document.
 * @param isSealed answers hold what was sealed: they are kept nowhere
 */
export function useAct<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  { isSealed = false }: { readonly isSealed?: boolean } = {},
): Act<Variables, Success<ResultOf<Data>>> {
  const { desk, sealed } = useApi();
  const client = isSealed ? sealed : desk;
  const [running, setRunning] = useState(0);
  const run = useCallback(
    async (variables: Variables): Promise<ActOutcome<Success<ResultOf<Data>>>> => {
      setRunning((count) => count + 1);
      try {
        const { data, error } = await client.mutation(document, variables).toPromise();
        return outcomeOf<Data>(data, error);
      } finally {
        setRunning((count) => count - 1);
      }
    },
    [client, document],
  );
  return { run, isRunning: running > 0 };
}

function outcomeOf<Data>(
  data: Data | undefined,
  error: CombinedError | undefined,
): ActOutcome<Success<ResultOf<Data>>> {
  if (error !== undefined) return { kind: 'FAILED', failure: failureOf(error) };
  const [result] = Object.entries(data ?? {})
    .filter(([name]) => name !== '__typename')
    .map(([, value]) => value as ResultOf<Data>);
  if (result === undefined) return { kind: 'FAILED', failure: 'FAILED' };
  if (isRefusal(result)) return { kind: 'REFUSED', refusal: result as unknown as Refusal };
  return { kind: 'DONE', done: result as Success<ResultOf<Data>> };
}
