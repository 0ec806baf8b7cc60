import { roleKeyOf, roleTitleOf, roleWordsOf, type DemoLogin } from './demo-login.js';
import { defaultDemoQueries, demoQueries } from './demo-queries.js';
import type { ExplorerSettings } from './explorer-settings.js';
import { html, jsonBlock, type SafeHtml } from './html.js';
import type { PageAssets } from './page-assets.js';
import { renderPage } from './page-layout.js';

/** What the explorer page needs; `role` is as the visitor asked for it and may name nobody. */
export interface ExplorerPageContent {
  readonly assets: PageAssets;
  readonly demoLogins: readonly DemoLogin[];
  readonly role: string | null;
  /** Lets GraphiQL's one style element through the page's policy. */
  readonly nonce: string;
}

const vendorScripts = ['react.js', 'react-dom.js', 'graphiql.js'];

/** The GraphQL explorer with the ready queries and the sign-in button of one role. */
export function renderExplorerPage(content: ExplorerPageContent): string {
  const { assets, demoLogins, nonce } = content;
  const person = personFor(demoLogins, content.role);
  return renderPage({
    title: person ? `Explorer, ${roleWordsOf(person.role)}` : 'Explorer',
    styles: ['pages.css', 'graphiql.css', 'explorer.css'].map((name) => assets.urlOf(name)),
    head: [
      jsonBlock('settings', settingsFor(person, nonce)),
      vendorScripts.map((name) => html`<script defer src="${assets.urlOf(name)}"></script>`),
    ],
    modules: [assets.urlOf('explorer.js')],
    body: html`<div class="explorer">
      <header class="bar">
        <h1><a href="/">Kinward</a> explorer</h1>
        ${roleMenu(demoLogins, person)}
        <p id="who" class="who" role="status">Not signed in</p>
        ${
          person
            ? html`<button type="button" id="sign-in" class="main-act">
                Sign in as the demo ${roleWordsOf(person.role)}
              </button>`
            : null
        }
        <button type="button" id="sign-out" hidden>Sign out</button>
      </header>
      <main id="explorer" aria-label="GraphQL explorer">
        <noscript><p class="page">The explorer needs JavaScript.</p></noscript>
      </main>
    </div>`,
  });
}

function personFor(logins: readonly DemoLogin[], role: string | null): DemoLogin | null {
  if (role === null) return null;
  const wanted = roleKeyOf(role);
  return logins.find((login) => roleKeyOf(login.role) === wanted) ?? null;
}

function settingsFor(person: DemoLogin | null, nonce: string): ExplorerSettings {
  const role = person ? roleKeyOf(person.role) : null;
  const ready = (role === null ? undefined : demoQueries[role]) ?? defaultDemoQueries;
  return {
    role,
    nonce,
    login: person && { email: person.email, passphrase: person.passphrase },
    tabs: ready.queries.map(({ query, variables }) => ({
      query,
      variables: variables === undefined ? null : JSON.stringify(variables, null, 2),
    })),
  };
}

function roleMenu(logins: readonly DemoLogin[], person: DemoLogin | null): SafeHtml {
  const current = person && roleKeyOf(person.role);
  const entry = (login: DemoLogin): SafeHtml => {
    const role = roleKeyOf(login.role);
    return html`<li>
      <a
        href="/explorer?role=${encodeURIComponent(role)}"
        ${role === current ? html`aria-current="page"` : null}
        >${roleTitleOf(login.role)}</a
      >
    </li>`;
  };
  return html`<details class="roles">
    <summary>${person ? roleTitleOf(person.role) : 'Choose a role'}</summary>
    <nav aria-label="Roles">
      <ul>
        ${logins.map(entry)}
      </ul>
    </nav>
  </details>`;
}
