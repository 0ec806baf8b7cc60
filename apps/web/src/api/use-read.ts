import { useCallback, useEffect, useRef, useState } from 'react';
import type { AnyVariables, TypedDocumentNode } from 'urql';
import { pipe, subscribe } from 'wonka';
import { useApi } from './api-context';
import { failureOf, type FailureKind } from './outcome';
import { useNews } from './live-news';

export interface Reading<Data> {
  /** The last answer; kept while a newer one is on its way, so that nothing jumps. */
  readonly data: Data | null;
  readonly failure: FailureKind | null;
  readonly isLoading: boolean;
  /** Asks the server again. */
  readonly refresh: () => void;
}

interface ReadOptions {
  /** Answers hold what was sealed: they are kept nowhere but on this screen. */
  readonly isSealed?: boolean;
  /** Families of topics of the live feed after which it is read anew, such as `need`. */
  readonly topics?: readonly string[];
  /** Reads nothing while true. */
  readonly isPaused?: boolean;
}

/** Reads one document and stays up to date: with the cache, with the live feed, and on `refresh`. */
export function useRead<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  { isSealed = false, topics = [], isPaused = false }: ReadOptions = {},
): Reading<Data> {
  const { desk, sealed } = useApi();
  const client = isSealed ? sealed : desk;
  const key = JSON.stringify(variables);
  const [answer, setAnswer] = useState<{
    key: string;
    data: Data | null;
    failure: FailureKind | null;
  }>({
    key: '',
    data: null,
    failure: null,
  });
  const [isLoading, setLoading] = useState(!isPaused);
  const [turn, setTurn] = useState(0);
  const latest = useRef(variables);
  latest.current = variables;

  useEffect(() => {
    if (isPaused) return undefined;
    setLoading(true);
    const requestPolicy = isSealed || turn > 0 ? 'network-only' : 'cache-and-network';
    const { unsubscribe } = pipe(
      client.query(document, latest.current, { requestPolicy }),
      subscribe(({ data, error, stale }) => {
        setLoading(stale);
        if (error !== undefined) {
          setAnswer((before) => ({
            key,
            data: before.key === key ? before.data : null,
            failure: failureOf(error),
          }));
        } else if (data !== undefined) setAnswer({ key, data, failure: null });
      }),
    );
    return unsubscribe;
  }, [client, document, key, turn, isSealed, isPaused]);

  const refresh = useCallback(() => setTurn((count) => count + 1), []);
  useNews(topics, refresh);
  const isOld = answer.key !== key && isSealed;
  return { data: isOld ? null : answer.data, failure: answer.failure, isLoading, refresh };
}
