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
import type { OperationResult } from 'urql';
import { createApi, type Api } from '../api/client';
import { ApiContext } from '../api/api-context';
import { sendAllNow } from '../api/sending';
import { askPasskey } from './passkey';
import {
  BeginPasskeySignInDocument,
  MeDocument,
  SignInDocument,
  SignInWithPasskeyDocument,
  SignOutDocument,
  type MeQuery,
  type SignInMutation,
  type SignInWithPasskeyMutation,
} from './session.documents';
import { keepToken, onToken, readToken } from './session-store';

export type Me = MeQuery['me'];

/** Why nobody was let in. */
export type SignInFailure = 'REFUSED' | 'OFFLINE' | 'TRY_LATER' | 'NO_PASSKEY';

export interface Session {
  /** Who works here; null until somebody has signed in. Stays while the desk is locked. */
  readonly me: Me | null;
  readonly state: 'CHECKING' | 'OPEN' | 'LOCKED' | 'NOBODY';
  readonly signIn: (email: string, passphrase: string) => Promise<SignInFailure | null>;
  /** The same with a device that was enrolled; it asks its holder. */
  readonly signInByPasskey: () => Promise<SignInFailure | null>;
  /** Ends the session and forgets who it was. */
  readonly signOut: () => Promise<void>;
  /** Ends the session; what is on the screen stays behind the lock. */
  readonly lock: () => Promise<void>;
}

/** What either way in answers. */
type Entry = OperationResult<SignInMutation> | OperationResult<SignInWithPasskeyMutation>;

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

/** What a tab knows of its session before anything is drawn. */
export interface FirstSession {
  readonly api: Api;
  /** Null where nobody has signed in, or the server could not be reached yet. */
  readonly me: Me | null;
}

/** Asks whose the token of a reload is, while texts and code are still on their way. */
export async function beginSession(): Promise<FirstSession> {
  const api = createApi();
  return { api, me: readToken() === null ? null : await fetchMe(api) };
}

/** Holds the session of this tab, and one set of connections for the person who has it. */
export function SessionProvider({
  first,
  children,
}: {
  readonly first: FirstSession;
  readonly children: ReactNode;
}): ReactNode {
  const token = useSyncExternalStore(onToken, readToken);
  const [me, setMe] = useState<Me | null>(first.me);
  const [api, setApi] = useState<Api>(first.api);

  // A reload keeps the token; where nobody said whose it is, the line is bad, and it asks again.
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

  // A session that was ended elsewhere shows first in its live line: the desk is asked, and a page that nobody touches
  // does not stay open behind it.
  useEffect(() => api.live.on('closed', () => void (readToken() !== null && fetchMe(api))), [api]);

  /** Takes what a way in has answered, and becomes that person. */
  const enter = useCallback(
    async (fresh: Api, { data, error }: Entry): Promise<SignInFailure | null> => {
      if (error !== undefined) {
        if (error.response === undefined) return 'OFFLINE';
        return error.graphQLErrors.length > 0 ? 'TRY_LATER' : 'OFFLINE';
      }
      const answer =
        data === undefined ? undefined : 'login' in data ? data.login : data.signInWithPasskey;
      if (answer?.__typename !== 'LoginSucceeded') {
        const reason = answer?.__typename === 'Refused' ? answer.reason : null;
        return reason === null || reason === 'SIGN_IN_REFUSED' ? 'REFUSED' : 'TRY_LATER';
      }
      keepToken(answer.token);
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

  const signIn = useCallback(
    async (email: string, passphrase: string): Promise<SignInFailure | null> => {
      const fresh = createApi();
      const input = { email, passphrase };
      return enter(fresh, await fresh.sealed.mutation(SignInDocument, { input }).toPromise());
    },
    [enter],
  );

  const signInByPasskey = useCallback(async (): Promise<SignInFailure | null> => {
    const fresh = createApi();
    const { data } = await fresh.sealed.mutation(BeginPasskeySignInDocument, {}).toPromise();
    const request = data?.beginPasskeySignIn;
    if (request?.__typename !== 'PasskeyRequest') return 'OFFLINE';
    const input = await askPasskey(request);
    if (input === null) return 'NO_PASSKEY';
    return enter(
      fresh,
      await fresh.sealed.mutation(SignInWithPasskeyDocument, { input }).toPromise(),
    );
  }, [enter]);

  const lock = useCallback(async () => {
    // What was decided in the last seconds was decided by this person.
    await sendAllNow();
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
    return { me, state, signIn, signInByPasskey, signOut, lock };
  }, [me, token, signIn, signInByPasskey, signOut, lock]);

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
