import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { AnyVariables, TypedDocumentNode } from 'urql';
import { pipe, subscribe } from 'wonka';
import { useApi } from './api-context';
import { useNews } from './live-news';
import { failureOf, type FailureKind } from './outcome';

/** A connection as the schema makes them. */
export interface Connection<Node> {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

export interface Pages<Node> {
  readonly nodes: readonly Node[];
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  readonly failure: FailureKind | null;
  readonly loadMore: () => void;
  readonly refresh: () => void;
}

interface PagesOptions<Data, Variables, Node> {
  readonly document: TypedDocumentNode<Data, Variables & AnyVariables>;
  /** The variables of the page after a cursor; null asks for the first. */
  readonly variables: (after: string | null) => Variables;
  readonly pick: (data: Data) => Connection<Node>;
  /** Families of topics of the live feed after which all pages are read anew. */
  readonly topics?: readonly string[];
  readonly isPaused?: boolean;
  /** Answers hold what was sealed: they are kept nowhere but on this screen. */
  readonly isSealed?: boolean;
}

interface PageState<Node> {
  readonly connection: Connection<Node> | null;
  readonly failure: FailureKind | null;
}

/** A keyset-paged list that grows as somebody scrolls, and follows cache and live feed. */
export function usePages<Data, Variables extends object, Node>({
  document,
  variables,
  pick,
  topics = [],
  isPaused = false,
  isSealed = false,
}: PagesOptions<Data, Variables, Node>): Pages<Node> {
  const { desk, sealed } = useApi();
  const client = isSealed ? sealed : desk;
  const key = JSON.stringify(variables(null));
  const latest = useRef({ variables, pick });
  latest.current = { variables, pick };
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null]);
  const [pages, setPages] = useState<ReadonlyMap<string | null, PageState<Node>>>(new Map());
  const [turn, setTurn] = useState(0);

  useEffect(() => {
    setCursors([null]);
    setPages(new Map());
  }, [key]);

  useEffect(() => {
    if (isPaused) return undefined;
    const requestPolicy = isSealed || turn > 0 ? 'network-only' : 'cache-and-network';
    const stops = cursors.map((cursor) =>
      pipe(
        client.query(document, latest.current.variables(cursor) as never, { requestPolicy }),
        subscribe(({ data, error }) => {
          const failure = error === undefined ? null : failureOf(error);
          setPages((before) => {
            // With an error come no data, or null; what was shown stays.
            const connection =
              error !== undefined || data === undefined
                ? (before.get(cursor)?.connection ?? null)
                : latest.current.pick(data);
            return new Map(before).set(cursor, { connection, failure });
          });
        }),
      ),
    );
    return () => stops.forEach(({ unsubscribe }) => unsubscribe());
  }, [client, document, key, cursors, turn, isPaused, isSealed]);

  const shown = cursors.map((cursor) => pages.get(cursor));
  const last = shown.at(-1)?.connection?.pageInfo;
  const next = last?.hasNextPage === true ? last.endCursor : null;
  const loadMore = useCallback(() => {
    if (next !== null) setCursors((all) => (all.includes(next) ? all : [...all, next]));
  }, [next]);
  const refresh = useCallback(() => setTurn((count) => count + 1), []);
  useNews(topics, refresh);

  const nodes = useMemo(
    () => shown.flatMap((page) => page?.connection?.edges.map(({ node }) => node) ?? []),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `shown` is made of these two
    [pages, cursors],
  );
  return {
    nodes,
    hasMore: next !== null,
    isLoading: !isPaused && shown.some((page) => page === undefined),
    failure: shown.find((page) => page?.failure != null)?.failure ?? null,
    loadMore,
    refresh,
  };
}
