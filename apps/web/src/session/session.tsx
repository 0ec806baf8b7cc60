import {
  createContext,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import { createApi, type Api } from '../api/client';
import { ApiContext } from '../api/api-context';
import { MeDocument, SignInDocument, SignOutDocument, type MeQuery } from './session.documents';
import { keepToken, onToken, readToken } from './session-store';

export type Me = MeQuery['me'];

/** Why nobody was let in. */
export type SignInFailure = 'REFUSED' | 'OFFLINE' | 'TRY_LATER';

export interface Session {
  /** Who works here; null until somebody has signed in. Stays while the desk is locked. */
  readonly me: Me | null;
  readonly state: 'CHECKING' | 'OPEN' | 'LOCKED' | 'NOBODY';
  readonly signIn: (email: string, passphrase: string) => Promise<SignInFailure | null>;
  /** Ends the session and forgets who it was. */
  readonly signOut: () => Promise<void>;
  /** Ends the session; what is on the screen stays behind the lock. */
  readonly lock: () => Promise<void>;
}

const RETRY_MS = 2_000;

const SessionContext = createContext<Session | null>(null);

/** The session of this tab. @throws Error outside of the provider */
export function useSession(): Session {
  const session = use(SessionContext);
  if (session === null) throw new Error('there is no session provider');
  return session;
}

/** The person who has signed in. @throws Error while nobody has */
export function useMe(): Me {
  const { me } = useSession();
  if (me === null) throw new Error('nobody has signed in');
  return me;
}

/** Holds the session of this tab, and one set of connections for the person who has it. */
export function SessionProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const token = useSyncExternalStore(onToken, readToken);
  const [me, setMe] = useState<Me | null>(null);
  const [api, setApi] = useState<Api>(createApi);

  // A reload keeps the token and has to ask whose it is; on a bad line it asks again.
  useEffect(() => {
    if (token === null || me !== null) return undefined;
    let isOver = false;
    const ask = async (): Promise<void> => {
      const person = await fetchMe(api);
      if (isOver) return;
      if (person !== null) setMe(person);
      else if (readToken() !== null) setTimeout(() => void ask(), RETRY_MS);
    };
    void ask();
    return () => {
      isOver = true;
    };
  }, [token, me, api]);

  const signIn = useCallback(
    async (email: string, passphrase: string): Promise<SignInFailure | null> => {
      const fresh = createApi();
      const input = { email, passphrase };
      const { data, error } = await fresh.sealed.mutation(SignInDocument, { input }).toPromise();
      if (error !== undefined) {
        if (error.response === undefined) return 'OFFLINE';
        return error.graphQLErrors.length > 0 ? 'TRY_LATER' : 'OFFLINE';
      }
      if (data?.login.__typename !== 'LoginSucceeded') {
        const reason = data?.login.__typename === 'Refused' ? data.login.reason : null;
        return reason === null || reason === 'SIGN_IN_REFUSED' ? 'REFUSED' : 'TRY_LATER';
      }
      keepToken(data.login.token);
      const person = await fetchMe(fresh);
      if (person === null) return 'OFFLINE';
      // Somebody else sits down: nothing of the one before may stay.
      if (me !== null && me.id !== person.id) location.assign('/');
      setApi(fresh);
      setMe(person);
      return null;
    },
    [me],
  );

  const lock = useCallback(async () => {
    const ending = api.sealed.mutation(SignOutDocument, {}).toPromise();
    keepToken(null);
    await ending;
  }, [api]);

  const signOut = useCallback(async () => {
    await lock();
    // Memory and history of the page go with it.
    location.assign('/');
  }, [lock]);

  const session = useMemo<Session>(() => {
    const isKnown = me !== null;
    const state = token === null ? (isKnown ? 'LOCKED' : 'NOBODY') : isKnown ? 'OPEN' : 'CHECKING';
    return { me, state, signIn, signOut, lock };
  }, [me, token, signIn, signOut, lock]);

  return (
    <SessionContext value={session}>
      <ApiContext value={api}>{children}</ApiContext>
    </SessionContext>
  );
}

/** Null where the server cannot be reached; a session that has ended is forgotten on the way. */
async function fetchMe(api: Api): Promise<Me | null> {
  const { data } = await api.sealed.query(MeDocument, {}).toPromise();
  return data?.me ?? null;
}
