/** Where somebody was on the way to when they left for the payment page. */
export type Errand = 'gift' | 'card';

/** The key of a private page, while its owner is at the payment page. */
export interface KeptToken {
  readonly token: string;
  readonly errand: Errand;
}

const STORED = 'gift';

/**
 * Keeps the key of the private page over the way to the payment page and back, in this tab alone. Memory would not do: the
 * payment page is another site, and what it comes back to is a new page, which would have lost the one copy there is. It
 * goes when the donor says that the link is kept, or with the tab.
 */
export function keepToken(kept: KeptToken | null): void {
  if (kept === null) sessionStorage.removeItem(STORED);
  else sessionStorage.setItem(STORED, JSON.stringify(kept));
}

/** What is kept; null for nothing. */
export function readKept(): KeptToken | null {
  const text = sessionStorage.getItem(STORED);
  return text === null ? null : (JSON.parse(text) as KeptToken);
}

const TOKEN = /^[\w-]{40,100}$/;

/** The token of a private link, or of what somebody pasted of one; null where there is none. */
export function tokenOf(link: string): string | null {
  const token = link.trim().split('#').at(-1) ?? '';
  return TOKEN.test(token) ? token : null;
}

/**
 * Takes the token out of the address: it never stands in a path or a query, and after this not in the address bar, so
 * that nobody reads it over a shoulder or from the list of places visited. It is in memory only: a reload asks for the link.
 */
export function takeToken(): string | null {
  const token = tokenOf(location.hash);
  if (location.hash !== '') history.replaceState(null, '', location.pathname);
  return token;
}
