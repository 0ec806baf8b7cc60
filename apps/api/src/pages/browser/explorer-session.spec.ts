import { beforeEach, describe, expect, it } from '@jest/globals';
import type { KeyValueStore } from './dom-types.js';
import { ExplorerSession } from './explorer-session.js';
import { tabStorage } from './tab-storage.js';

const login = { email: 'demo-one@demo.example', passphrase: 'demo words' };
const person = { displayName: 'Demo-One', roles: ['AUDITOR'], organization: { name: 'Demo-Org' } };

function memoryStore(): KeyValueStore {
  const values = new Map<string, string>();
  return {
    get length() {
      return values.size;
    },
    key: (index) => [...values.keys()][index] ?? null,
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  };
}

interface Sent {
  readonly url: string;
  readonly query: string;
  readonly token: string | undefined;
}

/** Answers by the name of the operation; an operation without an answer fails like a broken network. */
function network(answers: Readonly<Record<string, unknown>>) {
  const sent: Sent[] = [];
  const send = async (url: unknown, init?: RequestInit): Promise<Response> => {
    const { query } = JSON.parse(String(init?.body)) as { query: string };
    const headers = init?.headers as Record<string, string>;
    sent.push({ url: String(url), query, token: headers['authorization'] });
    const name = /^(?:query|mutation) (\w+)/.exec(query)?.[1] ?? '';
    if (!(name in answers)) throw new TypeError('network');
    return Response.json({ data: answers[name] });
  };
  return { sent, send: send as typeof fetch };
}

const loggedIn = { login: { token: 'demo-token', expiresAt: '2030-01-01T00:00:00Z' } };
let store: KeyValueStore;
beforeEach(() => {
  store = memoryStore();
});

describe('the session of the explorer', () => {
  it('keeps the token after signing in and puts it into the next request', async () => {
    const { sent, send } = network({ Login: loggedIn, Me: { me: person } });
    const session = new ExplorerSession('/graphql', store, send);
    expect(session.authorization()).toEqual({});
    expect(await session.signIn(login)).toEqual({ ok: true, person });
    expect(session.authorization()).toEqual({ authorization: 'Bearer demo-token' });
    expect(sent.map(({ token }) => token)).toEqual([undefined, 'Bearer demo-token']);
    expect(sent.every(({ url }) => url === '/graphql')).toBe(true);
  });

  it('says what the server said when a login is refused, and keeps nothing', async () => {
    const refused = { login: { code: 'LOGIN_REFUSED', message: 'These do not fit together.' } };
    const { send } = network({ Login: refused });
    const session = new ExplorerSession('/graphql', store, send);
    expect(await session.signIn(login)).toEqual({
      ok: false,
      message: 'These do not fit together.',
    });
    expect(store.length).toBe(0);
  });

  it('closes the open session before it opens another', async () => {
    const { sent, send } = network({ Login: loggedIn, Me: { me: person }, Logout: { logout: {} } });
    const session = new ExplorerSession('/graphql', store, send);
    await session.signIn(login);
    await session.signIn(login);
    expect(sent.map(({ query }) => /^\w+ (\w+)/.exec(query)?.[1])).toEqual([
      'Login',
      'Me',
      'Logout',
      'Login',
      'Me',
    ]);
  });

  it('forgets a token that the server no longer knows', async () => {
    const { send } = network({ Login: loggedIn, Me: { me: null } });
    const session = new ExplorerSession('/graphql', store, send);
    expect(await session.signIn(login)).toMatchObject({ ok: false });
    expect(store.length).toBe(0);
  });

  it('forgets the token on signing out even when the server cannot be reached', async () => {
    const { send } = network({ Login: loggedIn, Me: { me: person } });
    const session = new ExplorerSession('/graphql', store, send);
    await session.signIn(login);
    await expect(session.signOut()).rejects.toThrow('network');
    expect(store.length).toBe(0);
  });
});

describe('storage of a tab', () => {
  it('keeps roles apart and clears only what is its own', () => {
    store.setItem('kinward.demo-session', 'demo-token');
    const [first, second] = [tabStorage(store, 'a.'), tabStorage(store, 'b.')];
    first.setItem('query', 'one');
    first.setItem('theme', 'x');
    second.setItem('query', 'two');
    expect([first.length, first.getItem('query'), second.getItem('query')]).toEqual([
      2,
      'one',
      'two',
    ]);
    first.clear();
    expect([first.length, second.length]).toEqual([0, 1]);
    expect(store.getItem('kinward.demo-session')).toBe('demo-token');
  });
});
