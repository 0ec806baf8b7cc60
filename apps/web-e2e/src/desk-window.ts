import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { Job } from './job.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { width: 360, height: 740 };

/** Level AA of WCAG 2.2, with what it builds on. */
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Its rules about colours. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** The list under a field of choice is scrolled from its field, which axe does not see. */
const WITHOUT_CHOICES = `{ exclude: [['.mantine-Popover-dropdown .mantine-ScrollArea-viewport']] }`;

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

interface WindowOptions {
  readonly size?: { readonly width: number; readonly height: number };
  readonly scheme?: 'light' | 'dark';
  readonly language?: string;
  /** A thumb in place of a mouse. */
  readonly hasTouch?: boolean;
  /** Scripts are off, as where nobody trusts them. */
  readonly noScript?: boolean;
  /** Goes to the page of another site and comes back. What that page does is its own. */
  readonly mayLeave?: boolean;
}

/** A browser window on the desk that remembers what no page may do. */
export class DeskWindow {
  /** Errors of the page's scripts, and of its policy. */
  readonly errors: string[] = [];
  /** Requests that went anywhere but to the desk. */
  readonly foreign: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    readonly url: string,
    mayLeave: boolean,
  ) {
    const isElsewhere = (place: string): boolean => mayLeave && !place.startsWith(url);
    page.on('pageerror', (error) => this.errors.push(error.message));
    page.on('console', (message) => {
      const isOurs = !isElsewhere(page.url());
      if (message.type() === 'error' && isOurs) this.errors.push(message.text());
    });
    context.on('request', (request) => {
      const address = request.url();
      if (address.startsWith(url) || /^(data|blob):/.test(address)) return;
      const isTheWay = mayLeave && request.isNavigationRequest();
      if (!isTheWay && !isElsewhere(request.frame().url())) this.foreign.push(address);
    });
  }

  /** Opens a window with a memory of its own. */
  static async open(
    browser: Browser,
    url: string,
    options: WindowOptions = {},
  ): Promise<DeskWindow> {
    const { size = DESKTOP, scheme = 'light', language = 'en', hasTouch = false } = options;
    const { mayLeave = false, noScript = false } = options;
    const context = await browser.newContext({
      ...{ viewport: size, colorScheme: scheme, locale: language, reducedMotion: 'reduce' },
      hasTouch,
      javaScriptEnabled: !noScript,
    });
    const window = new DeskWindow(await context.newPage(), context, url, mayLeave);
    await window.page.goto(url);
    return window;
  }

  /**
   * Comes in by the button of a role of the demonstration, or with a session of it that may have ended meanwhile.
   * @param role such as `Coordinator`, in English. @returns the session
   */
  async enter(role: string, session?: string): Promise<string | null> {
    const { page } = this;
    const shell = page.locator('.shell');
    const button = page.getByRole('button', { name: `Enter as ${role}`, exact: true });
    if (session !== undefined) {
      await page.evaluate(`sessionStorage.setItem('session', ${JSON.stringify(session)})`);
      await page.reload();
      await shell.or(button).first().waitFor();
    }
    if ((await shell.count()) === 0) await button.click();
    await shell.waitFor();
    return page.evaluate(`sessionStorage.getItem('session')`);
  }

  /** Comes in by passphrase, in any language. @param key such as `volunteer-two` */
  async signIn(key: string, organization = 'lantern'): Promise<void> {
    const { page } = this;
    const form = page.locator('form', { has: page.locator('input[type="password"]') });
    await form.locator('input[type="email"]').fill(`${key}@${organization}.example`);
    await form.locator('input[type="password"]').fill(`demo lantern harbour bridge open ${key}`);
    await form.locator('button[type="submit"]').click();
    await page.locator('.shell').filter({ visible: true }).waitFor();
  }

  /** Begins a job whose keys, clicks and taps are counted. */
  begin(job: string): Job {
    return new Job(this.page, job);
  }

  /** Opens an address of the desk within its session. */
  async goTo(path: string): Promise<void> {
    await this.page.goto(this.url + path);
    await this.page.locator('.shell').waitFor();
    await this.settled();
  }

  /** Goes to another place as a link within the page does: nothing is loaded anew. */
  async moveTo(path: string): Promise<void> {
    if (new URL(this.page.url()).pathname === path) return this.settled();
    // The page that is left stays until the code of the next one has come.
    await this.page.evaluate(`document.querySelector('.page > *').dataset.left = ''`);
    await this.page.evaluate(
      `history.pushState(null, '', ${JSON.stringify(path)}); dispatchEvent(new PopStateEvent('popstate'));`,
    );
    await this.page.locator('.page > [data-left]').waitFor({ state: 'detached' });
    await this.settled();
  }

  /** Waits until nothing is loading any more. */
  async settled(): Promise<void> {
    await this.page.locator('.shell .page > *').first().waitFor();
    // One after the other: what comes may wait for something of its own.
    for (;;) {
      const waiting = this.page.locator('.page .mantine-Skeleton-root').first();
      await waiting.waitFor({ state: 'detached' });
      if ((await waiting.count()) === 0) return;
    }
  }

  /** Paths of the places that this person has, those behind "More" included. */
  async places(): Promise<string[]> {
    const more = this.page.locator('nav button', { hasText: 'More' }).filter({ visible: true });
    if ((await more.count()) > 0) await more.click();
    const links = this.page.locator('.rail a, .phone-bar a, [role="menu"] a');
    const paths: string[] = [];
    for (const link of await links.all()) paths.push((await link.getAttribute('href')) ?? '/');
    await this.page.keyboard.press('Escape');
    await this.page.locator('[role="menu"]').waitFor({ state: 'detached' });
    return [...new Set(paths)];
  }

  /** What WCAG 2.2 AA finds on the present page, one line each. */
  accessibilityFaults(): Promise<string[]> {
    return this.faultsOf({ type: 'tag', values: WCAG });
  }

  /** The same of what a theme can change, after the change to it: nothing but colours depends on the theme. */
  async colourFaults(scheme: 'light' | 'dark'): Promise<string[]> {
    await this.page.emulateMedia({ colorScheme: scheme });
    await this.page.locator(`html[data-mantine-color-scheme="${scheme}"]`).waitFor();
    return this.faultsOf({ type: 'rule', values: COLOURS });
  }

  private async faultsOf(runOnly: object): Promise<string[]> {
    if (await this.page.evaluate(`typeof axe === 'undefined'`)) await this.page.evaluate(AXE);
    const found: readonly Violation[] = await this.page.evaluate(
      `axe.run(${WITHOUT_CHOICES}, { runOnly: ${JSON.stringify(runOnly)} }).then((all) => all.violations)`,
    );
    return found.map(({ id, nodes: [first] }) =>
      [id, first?.html.slice(0, 160), first?.failureSummary.slice(0, 240)].join(' '),
    );
  }

  /** Pixels by which the page is wider than its window. */
  overflow(): Promise<number> {
    return this.page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}
