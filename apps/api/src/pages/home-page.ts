import { roleKeyOf, roleTitleOf, roleWordsOf, type DemoLogin } from './demo-login.js';
import { defaultDemoQueries, demoQueries } from './demo-queries.js';
import { html, type SafeHtml } from './html.js';
import type { PageAssets } from './page-assets.js';
import { renderPage } from './page-layout.js';

/** What the first page tells; `demoLogins` is null in production. */
export interface HomePageContent {
  readonly assets: PageAssets;
  readonly demoLogins: readonly DemoLogin[] | null;
  readonly organizationNames: readonly string[];
}

/** The first page: what this is, what it does not protect, and in a demonstration how to sign in. */
export function renderHomePage({ assets, demoLogins, organizationNames }: HomePageContent): string {
  return renderPage({
    title: 'Kinward',
    styles: [assets.urlOf('pages.css')],
    modules: demoLogins ? [assets.urlOf('copy-buttons.js')] : [],
    body: html`<main class="page">
      <header class="intro">
        <h1>Kinward</h1>
        <p class="lead">
          The working desk of a coalition that helps families of political prisoners.
        </p>
        ${demoLogins ? demoIntro(organizationNames) : productionIntro}
      </header>
      ${notProtected(demoLogins !== null)} ${demoLogins ? logins(demoLogins) : null} ${health}
    </main>`,
  });
}

const productionIntro = html`<p>
  People of the desk sign in through the application their organisation gave them. This address has
  no sign-in page.
</p>`;

// Only in a demonstration: in production the first page does not tell strangers who works here.
function demoIntro(organizationNames: readonly string[]): SafeHtml {
  const names = new Intl.ListFormat('en-GB').format([...organizationNames]);
  return html`<p>
    This is a demonstration. Every family, person and payment in it is made
    up.${names ? html` The organisations at this desk: ${names}.` : null}
  </p>`;
}

function notProtected(demo: boolean): SafeHtml {
  return html`<section class="notice" aria-labelledby="not-protected">
    <h2 id="not-protected">What is not protected</h2>
    <ul>
      ${
        demo
          ? html`<li>
              The passphrases on this page are public. Whoever reaches this address can sign in with
              them, so never enter anything about a real person.
            </li>`
          : null
      }
      <li>
        Whoever controls the running server can see what people open while they are signed in.
      </li>
      <li>
        A stolen copy of the database shows codenames, states, dates, regions and how many cases
        each worker holds. Names and notes in it stay sealed under people’s
        passphrases${demo ? html`; here those are public` : null}.
      </li>
      <li>What somebody may read, they can also remember, copy or photograph.</li>
    </ul>
  </section>`;
}

function logins(all: readonly DemoLogin[]): SafeHtml {
  return html`<section aria-labelledby="logins">
    <h2 id="logins">Demo logins</h2>
    <p>
      One made-up person for each role. The explorer opens with a query that fits the role; signing
      in there is one button, so nothing has to be typed.
    </p>
    <ul class="logins">
      ${all.map(login)}
    </ul>
    <p id="copied" class="quiet" role="status"></p>
  </section>`;
}

function login(person: DemoLogin): SafeHtml {
  const role = roleKeyOf(person.role);
  const words = roleWordsOf(person.role);
  const queries = demoQueries[role] ?? defaultDemoQueries;
  return html`<li class="login">
    <div>
      <h3>${roleTitleOf(person.role)}</h3>
      <p class="quiet">${person.displayName}, ${person.organization}</p>
    </div>
    <dl>
      <div>
        <dt>E-mail</dt>
        <dd>${person.email}</dd>
      </div>
      <div>
        <dt>Passphrase</dt>
        <dd class="secret">
          <code id="passphrase-${role}">${person.passphrase}</code>
          <button
            type="button"
            hidden
            data-copies="passphrase-${role}"
            aria-label="Copy the passphrase of the ${words}"
          >
            Copy
          </button>
        </dd>
      </div>
    </dl>
    <div class="open">
      <a href="/explorer?role=${encodeURIComponent(role)}"
        >Open the explorer<span class="unseen"> as ${words}</span></a
      >
      <p class="quiet">with ${queries.opensWith}</p>
    </div>
  </li>`;
}

const health = html`<section aria-labelledby="health">
  <h2 id="health">Is it running?</h2>
  <ul class="links">
    <li><a href="/health/live">Live</a>: the server answers</li>
    <li><a href="/health/ready">Ready</a>: it can do its work</li>
  </ul>
</section>`;
