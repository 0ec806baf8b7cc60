import { cacheExchange } from '@urql/exchange-graphcache';
import { createClient as createLive, type Client as LiveClient } from 'graphql-ws';
import { Client, fetchExchange, mapExchange, subscriptionExchange, type Exchange } from 'urql';
import { POSSIBLE_TYPES } from '../generated/possible-types';
import { namedDocuments } from './known-documents';
import { outlivesPage } from './sending';
import { keepToken, readToken } from '../session/session-store';

const ENDPOINT = '/graphql';

/** Sends the token with every request; the server knows nobody without it. */
function withToken(): RequestInit {
  const token = readToken();
  return {
    headers: token === null ? {} : { authorization: `Bearer ${token}` },
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    keepalive: outlivesPage(),
  };
}

/** A session that ended on the server ends here; what was being written stays on the screen behind the lock. */
const endedSessions = mapExchange({
  onError(error) {
    const isEnded = error.graphQLErrors.some(
      ({ extensions }) => extensions['code'] === 'UNAUTHENTICATED',
    );
    if (isEnded && readToken() !== null) keepToken(null);
  },
});

/** Normalised by id. What has none, such as an amount or a page, is a part of what holds it. */
function cache(): Exchange {
  return cacheExchange({
    possibleTypes: POSSIBLE_TYPES,
    logger: (severity, message) => {
      if (severity === 'error') console.error(message);
    },
  });
}

function createLiveClient(): LiveClient {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
  return createLive({
    url: `${scheme}://${location.host}${ENDPOINT}`,
    connectionParams: () => ({ authorization: `Bearer ${readToken() ?? ''}` }),
    lazy: true,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => readToken() !== null,
  });
}

/** What a session reads and writes through; a new session gets a new one, with nothing in it. */
export interface Api {
  /** Normalised cache: one change is seen everywhere. Lists, codes, money. */
  readonly desk: Client;
  /** Without any cache: whatever was sealed is forgotten with the screen that showed it. News come through it, too. */
  readonly sealed: Client;
  readonly live: LiveClient;
}

/** Opens the connections of one session. */
export function createApi(): Api {
  const live = createLiveClient();
  const forward = subscriptionExchange({
    forwardSubscription: ({ query = '', variables, extensions }) => ({
      subscribe: (sink) => ({
        unsubscribe: live.subscribe(
          {
            query,
            variables: variables as Record<string, unknown>,
            extensions: extensions as Record<string, unknown> | undefined,
          },
          sink,
        ),
      }),
    }),
  });
  const common = { url: ENDPOINT, fetchOptions: withToken, preferGetMethod: false as const };
  return {
    desk: new Client({
      ...common,
      exchanges: [endedSessions, cache(), namedDocuments, fetchExchange],
    }),
    sealed: new Client({
      ...common,
      requestPolicy: 'network-only',
      exchanges: [endedSessions, namedDocuments, fetchExchange, forward],
    }),
    live,
  };
}
