import type { KeyValueStore } from './dom-types.js';

/** Who the server says is signed in. */
export interface SignedInPerson {
  readonly displayName: string;
  readonly roles: readonly string[];
  readonly organization: { readonly name: string } | null;
}

export type SignInOutcome =
  | { readonly ok: true; readonly person: SignedInPerson }
  | { readonly ok: false; readonly message: string };

interface LoginAnswer {
  readonly login?: {
    readonly token?: string;
    readonly expiresAt?: string;
    readonly message?: string;
  };
}

const sessionKey = 'kinward.demo-session';

const loginMutation = `mutation Login($input: LoginInput!) {
  login(input: $input) {
    __typename
    ... on LoginSucceeded { token expiresAt }
    ... on UserError { code message }
  }
}`;
const logoutMutation = 'mutation Logout { logout { __typename } }';
const meQuery = 'query Me { me { displayName roles organization { name } } }';

/**
 * The explorer's session. The token is kept in the store given (sessionStorage: this tab, until it is
 * closed) and leaves it only in the `Authorization` header of requests to the endpoint.
 */
export class ExplorerSession {
  constructor(
    private readonly endpoint: string,
    private readonly store: KeyValueStore,
    private readonly send: typeof fetch,
  ) {}

  /** The header for a request, or nothing while nobody is signed in. */
  authorization(): Record<string, string> {
    const token = this.store.getItem(sessionKey);
    return token === null ? {} : { authorization: `Bearer ${token}` };
  }

  /** Signs in; a session that is already open is closed first, so none is left behind. */
  async signIn(login: { email: string; passphrase: string }): Promise<SignInOutcome> {
    await this.signOut();
    const { login: answer } = await this.ask<LoginAnswer>(loginMutation, { input: login });
    if (!answer?.token) {
      return { ok: false, message: answer?.message ?? 'The server did not accept this login.' };
    }
    this.store.setItem(sessionKey, answer.token);
    const person = await this.whoIsSignedIn();
    return person ? { ok: true, person } : { ok: false, message: 'The session ended at once.' };
  }

  /** Asks the server. A token that it no longer knows is forgotten. */
  async whoIsSignedIn(): Promise<SignedInPerson | null> {
    if (this.store.getItem(sessionKey) === null) return null;
    const { me } = await this.ask<{ me?: SignedInPerson | null }>(meQuery);
    if (!me) this.store.removeItem(sessionKey);
    return me ?? null;
  }

  /** Ends the session on the server and forgets the token here even if the server cannot be reached. */
  async signOut(): Promise<void> {
    if (this.store.getItem(sessionKey) === null) return;
    try {
      await this.ask(logoutMutation);
    } finally {
      this.store.removeItem(sessionKey);
    }
  }

  private async ask<Data extends object>(
    query: string,
    variables?: Readonly<Record<string, unknown>>,
  ): Promise<Partial<Data>> {
    const response = await this.send(this.endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...this.authorization() },
      body: JSON.stringify({ query, variables }),
      cache: 'no-store',
    });
    const { data } = (await response.json()) as { data?: Data | null };
    return data ?? {};
  }
}
