/* global sessionStorage -- what is sent into the page finds it there */
import { DeskClient } from '../../frame/desk-client.mjs';
import { load } from '../../frame/workspace.mjs';

/** How much slower than this machine the measured one is. */
export const THROTTLE = 4;
const DESKTOP = { width: 1280, height: 800 };

/** Notes in the page when the first row of a list could have the focus, and how long each input took to show. */
const WATCH = `
  globalThis.benchInputs = new Map();
  new MutationObserver((_, self) => {
    if (document.querySelector('a.row') === null) return;
    globalThis.benchUsableAt = performance.now();
    self.disconnect();
  }).observe(document, { childList: true, subtree: true });
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries()) {
      if (interactionId === 0) continue;
      const before = benchInputs.get(interactionId) ?? 0;
      benchInputs.set(interactionId, Math.max(before, duration));
    }
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });`;

/** A browser that ends with the bench. @throws Error with the reason where none can run */
export async function startBrowser(bench) {
  const { launchChromium } = await load('libs/testing/dist/index.js');
  const launched = await launchChromium();
  if ('skipped' in launched) throw new Error(`skipped: ${launched.skipped}`);
  bench.onClose(launched.close);
  return launched.browser;
}

/** A window that somebody of the demonstration has signed in to; `throttle` slows its processor down. */
export async function openWindow(browser, { port, who, throttle = 1, more = {} }) {
  const url = `http://127.0.0.1:${port}`;
  const token = await tokenOf(port, who);
  const context = await browser.newContext({ viewport: DESKTOP, locale: 'en', ...more });
  const page = await context.newPage();
  await page.addInitScript(WATCH);
  await page.goto(url);
  await page.evaluate((session) => sessionStorage.setItem('session', session), token);
  const cdp = await context.newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  return { page, url, close: () => context.close() };
}

const tokens = new Map();

/** Signed in once for each desk: a desk lets nobody try without end. */
async function tokenOf(port, who) {
  const name = `${port} ${who}`;
  if (!tokens.has(name)) {
    const { DEMO_PEOPLE, demoEmail, demoPassphrase } = await load('libs/runtime/dist/index.js');
    const person = DEMO_PEOPLE.find(({ key }) => key === who);
    const client = new DeskClient(port);
    const credentials = { email: demoEmail(person), passphrase: demoPassphrase(person) };
    tokens.set(name, await client.login(credentials));
    client.close();
  }
  return tokens.get(name);
}
