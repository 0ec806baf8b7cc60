/**
 * The token of this tab (decision 10): in sessionStorage, so that a reload keeps it and a closed tab forgets it. It leaves
 * the page only in the Authorization header and in the first message of the live connection.
 */
const KEY = 'session';

type Listener = () => void;
const listeners = new Set<Listener>();

/** The token, or null while nobody is signed in. */
export function readToken(): string | null {
  return sessionStorage.getItem(KEY);
}

/** Keeps a token, or forgets it. */
export function keepToken(token: string | null): void {
  if (token === null) sessionStorage.removeItem(KEY);
  else sessionStorage.setItem(KEY, token);
  for (const listener of listeners) listener();
}

/** Hears when somebody signs in or a session ends. */
export function onToken(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
