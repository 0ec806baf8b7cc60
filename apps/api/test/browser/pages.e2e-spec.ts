import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { demoLogins, startDemoDesk, type DemoDesk } from './demo-desk.js';
import { launchChromium } from '@kinward/testing';

const launched = await launchChromium();
const patienceMs = 60_000;
let desk: DemoDesk;

beforeAll(async () => {
  desk = await startDemoDesk();
});
afterAll(async () => {
  await desk.desk.close();
  if ('close' in launched) await launched.close();
});

if ('skipped' in launched) {
  // Jest does not list the tests of a file that is skipped as a whole, so the reason is said here too.
  process.stderr.write(`Browser tests skipped: ${launched.skipped}\n`);
  describe('pages in a browser', () => {
    it.skip(`skipped: ${launched.skipped}`, () => undefined);
  });
} else {
  describe('pages in a browser', () => journeys(launched.browser));
}

/** What the browser did besides the journey: requests it made and everything it complained about. */
interface Watch {
  readonly requests: string[];
  readonly complaints: string[];
}

async function open(
  browser: Browser,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ context: BrowserContext; page: Page; watch: Watch }> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const watch: Watch = { requests: [], complaints: [] };
  page.on('request', (request) => watch.requests.push(request.url()));
  page.on('pageerror', (error) => watch.complaints.push(error.message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) watch.complaints.push(message.text());
  });
  return { context, page, watch };
}

async function signIn(page: Page, role: string): Promise<void> {
  await page.goto(`${desk.url}/explorer?role=${role}`);
  await page.click('#sign-in');
  await page.waitForSelector('#sign-out:not([hidden])');
}

/** Browser code: the token that the tab keeps. */
const TOKEN = `Object.values(sessionStorage).find((value) => /^[\\w-]{22}\\.[\\w-]{43}$/.test(value)) ?? ''`;

const stored = (page: Page, store: string): Promise<string[]> =>
  page.evaluate<string[]>(`Object.entries(${store}).flat()`);

function journeys(browser: Browser): void {
  it(
    'from the first page to the cases: open the explorer, sign in, run',
    async () => {
      const { context, page, watch } = await open(browser);
      await page.goto(`${desk.url}/`);
      await page.click('text=Open the explorer as caseworker');
      await page.waitForSelector('.graphiql-query-editor .CodeMirror-code');
      await page.click('text=Sign in as the demo caseworker');
      await page.waitForSelector('text=Signed in as Demo-Caseworker One, caseworker, Lantern');
      await page.click('.graphiql-execute-button');
      // The pane draws only the lines in sight, and cases of one day come in no particular order.
      await page.waitForSelector('.result-window >> text=/ABROAD_GE|IN_EAST|IN_WEST/');

      expect(page.url()).toBe(`${desk.url}/explorer?role=caseworker`);
      expect(watch.requests.filter((url) => !url.startsWith(`${desk.url}/`))).toEqual([]);
      expect(
        watch.requests.filter(
          (url) => url.includes('demo%20lantern') || url.includes('demo+lantern'),
        ),
      ).toEqual([]);
      expect(watch.complaints).toEqual([]);
      await context.close();
    },
    patienceMs,
  );

  it(
    'keep the session in this tab only, over a reload, until signing out ends it on the server',
    async () => {
      const { context, page } = await open(browser);
      await signIn(page, 'auditor');
      const token = await page.evaluate<string>(TOKEN);
      expect(await stored(page, 'sessionStorage')).toContain(token);
      expect(await stored(page, 'localStorage')).toEqual([]);
      expect(await context.cookies()).toEqual([]);

      await page.reload();
      await page.waitForSelector('text=Signed in as Demo-Auditor One');
      const other = await context.newPage();
      await other.goto(`${desk.url}/explorer?role=auditor`);
      await other.waitForSelector('.graphiql-query-editor .CodeMirror-code');
      expect(await other.textContent('#who')).toBe('Not signed in');

      await page.click('#sign-out');
      await page.waitForSelector('text=Not signed in');
      expect(await desk.isOpen(token)).toBe(false);
      expect(await stored(page, 'sessionStorage')).not.toContain(token);
      await context.close();
    },
    patienceMs,
  );

  it(
    'stay within their policy in every corner of GraphiQL',
    async () => {
      const { context, page, watch } = await open(browser);
      await signIn(page, 'coordinator');
      await page.click('button[aria-label*="Documentation"]');
      await page.click('.graphiql-plugin >> text=Query');
      await page.click('button[aria-label="Open settings dialog"]');
      await page.click('.graphiql-dialog-close');
      await page.click('button[aria-label="Open short keys dialog"]');
      await page.keyboard.press('Escape');
      await page.click('.graphiql-query-editor .CodeMirror-line >> nth=4');
      await page.keyboard.press('Control+Space');
      await page.waitForSelector('.CodeMirror-hints');
      expect(watch.complaints).toEqual([]);

      // The same watch sees a style that the policy does not let through.
      const complaint = page.waitForEvent('console');
      await page.evaluate("document.body.insertAdjacentHTML('beforeend', '<style>b{}</style>')");
      await complaint;
      expect(watch.complaints.join()).toContain('Content Security Policy');
      await context.close();
    },
    patienceMs,
  );

  it(
    'tell why a login was refused',
    async () => {
      const { context, page } = await open(browser);
      await page.route('**/explorer?role=volunteer', async (route) => {
        const response = await route.fetch();
        const body = (await response.text()).replace(
          /"passphrase":"[^"]*"/,
          '"passphrase":"wrong"',
        );
        await route.fulfill({ response, body });
      });
      await page.goto(`${desk.url}/explorer?role=volunteer`);
      await page.click('#sign-in');
      await page.waitForSelector('text=This address and passphrase do not belong together.');
      expect(await page.isVisible('#sign-out')).toBe(false);
      await context.close();
    },
    patienceMs,
  );

  it(
    'copy a passphrase with the keyboard and say so',
    async () => {
      const { context, page } = await open(browser);
      await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: desk.url });
      await page.goto(`${desk.url}/`);
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe(
        'Copy the passphrase of the coordinator',
      );
      await page.keyboard.press('Enter');
      await page.waitForSelector('text=The passphrase is in the clipboard.');
      expect(await page.evaluate('navigator.clipboard.readText()')).toBe(demoLogins[0]?.passphrase);
      await context.close();
    },
    patienceMs,
  );

  it.each([320, 375, 1280])(
    'fit a screen of %i pixels without scrolling sideways',
    async (width) => {
      const { context, page } = await open(browser, { viewport: { width, height: 800 } });
      for (const path of ['/', '/explorer?role=foundation-manager', '/nothing-here']) {
        await page.goto(desk.url + path);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      }
      await context.close();
    },
    patienceMs,
  );

  it.each(['light', 'dark'] as const)(
    'have readable contrast in the %s scheme',
    async (colorScheme) => {
      const { context, page } = await open(browser, { colorScheme });
      await page.goto(`${desk.url}/`);
      const poor = await page.evaluate<string[]>(textBelowContrast(4.5));
      expect(poor).toEqual([]);
      expect(await page.evaluate<string[]>(textBelowContrast(21))).not.toEqual([]);
      await context.close();
    },
    patienceMs,
  );
}

/** Browser code: the texts whose colour has less than this contrast to their ground (WCAG 2.2, 1.4.3). */
function textBelowContrast(least: number): string {
  return `(() => {
    const channels = (colour) => colour.match(/[\\d.]+/g).map(Number);
    const light = (colour) => channels(colour).slice(0, 3)
      .map((value) => value / 255)
      .map((value) => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
      .reduce((sum, value, index) => sum + value * [0.2126, 0.7152, 0.0722][index], 0);
    const ground = (element) => {
      const colour = getComputedStyle(element).backgroundColor;
      return channels(colour)[3] === 0 && element.parentElement ? ground(element.parentElement) : colour;
    };
    return [...document.body.querySelectorAll('*')]
      .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
      .filter((element) => {
        const [a, b] = [light(getComputedStyle(element).color), light(ground(element))];
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < ${least};
      })
      .map((element) => element.textContent.trim());
  })()`;
}
