import type { ExplorerSettings } from '../explorer-settings.js';
import type { KeyValueStore, PageDocument, PageElement } from './dom-types.js';
import { ExplorerSession, type SignedInPerson } from './explorer-session.js';
import { tabStorage } from './tab-storage.js';

declare const document: PageDocument;
declare const sessionStorage: KeyValueStore;
declare const React: { createElement(type: unknown, props: object): unknown };
declare const ReactDOM: { createRoot(element: PageElement): { render(element: unknown): void } };
declare const GraphiQL: unknown;

const endpoint = '/graphql';
const settings = JSON.parse(element('settings').textContent ?? '') as ExplorerSettings;
const session = new ExplorerSession(endpoint, sessionStorage, (...request) => fetch(...request));
const storage = tabStorage(sessionStorage, `kinward.explorer.${settings.role ?? 'none'}.`);
const who = element('who');
const signOut = element('sign-out');
const signIn = document.getElementById('sign-in');

// GraphiQL's dialogs add a style element and give it this nonce, which the page's policy lets through.
Object.assign(globalThis, { __webpack_nonce__: settings.nonce });
const root = ReactDOM.createRoot(element('explorer'));

function element(id: string): PageElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no element "${id}".`);
  return found;
}

/** Sends one operation; a header typed into the editor wins over the session's. */
async function fetcher(
  operation: unknown,
  options?: { readonly headers?: Readonly<Record<string, string>> },
): Promise<unknown> {
  const headers = new Headers({ 'content-type': 'application/json', ...session.authorization() });
  Object.entries(options?.headers ?? {}).forEach(([name, value]) => headers.set(name, value));
  const response = await fetch(endpoint, {
    method: 'POST',
    headers,
    body: JSON.stringify(operation),
    cache: 'no-store',
  });
  return response.json();
}

function showExplorer(): void {
  root.render(
    React.createElement(GraphiQL, {
      // A new function per session, so that the schema is read again with the new rights.
      fetcher: (...request: Parameters<typeof fetcher>) => fetcher(...request),
      storage,
      defaultTabs: settings.tabs,
      forcedTheme: 'system',
      shouldPersistHeaders: false,
    }),
  );
}

function showPerson(person: SignedInPerson | null): void {
  const roles = person?.roles.map((role) => role.toLowerCase().replaceAll('_', ' ')) ?? [];
  who.textContent = person
    ? `Signed in as ${[person.displayName, ...roles, person.organization?.name ?? ''].filter(Boolean).join(', ')}`
    : 'Not signed in';
  signOut.hidden = person === null;
  if (signIn) {
    const roleKeys = roles.map((role) => role.replaceAll(' ', '-'));
    signIn.hidden = settings.role !== null && roleKeys.includes(settings.role);
  }
}

/** Runs one act at a time; a failure becomes a sentence in the bar. */
async function act(job: () => Promise<void>): Promise<void> {
  const buttons = [signOut, ...(signIn ? [signIn] : [])];
  buttons.forEach((button) => (button.disabled = true));
  try {
    await job();
  } catch {
    who.textContent = 'The server cannot be reached. Please try again.';
  } finally {
    buttons.forEach((button) => (button.disabled = false));
  }
}

signIn?.addEventListener(
  'click',
  () =>
    void act(async () => {
      if (!settings.login) return;
      who.textContent = 'Signing in …';
      const outcome = await session.signIn(settings.login);
      showPerson(outcome.ok ? outcome.person : null);
      if (outcome.ok) signOut.focus();
      else who.textContent = outcome.message;
      showExplorer();
    }),
);

signOut.addEventListener(
  'click',
  () =>
    void act(async () => {
      await session.signOut();
      showPerson(null);
      signIn?.focus();
      showExplorer();
    }),
);

const roles = document.querySelector('.roles');
document.addEventListener('click', ({ target }) => {
  if (roles?.open && !roles.contains(target)) roles.open = false;
});
roles?.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') roles.open = false;
});

showExplorer();
await act(async () => showPerson(await session.whoIsSignedIn()));
