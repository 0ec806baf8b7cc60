import { THROTTLE } from './window.mjs';

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, locale: 'en' };
/** A slow network of the third generation: 400 kbit/s each way, 400 ms there and back. */
const SLOW = {
  ...{ offline: false, latency: 400 },
  ...{ downloadThroughput: 50_000, uploadThroughput: 50_000 },
};

/** Notes when a donor could choose, and when the way to the payment page was open. */
const WATCH = `
  new MutationObserver((_, self) => {
    const choice = document.querySelector('input[name=target]');
    if (choice !== null) globalThis.benchUsableAt ??= performance.now();
    const button = document.querySelector('button.main');
    if (button === null || !/\\d/.test(button.textContent)) return;
    globalThis.benchReadyAt = performance.now();
    self.disconnect();
  }).observe(document, { childList: true, subtree: true, characterData: true });`;

/**
 * Milliseconds on a slow phone with a slow network until the first page of donors can be filled in, and until it can go on
 * to the payment page.
 */
export async function giveMs(browser, port) {
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  await page.addInitScript(WATCH);
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', SLOW);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
  await page.goto(`http://127.0.0.1:${port}/give`, { waitUntil: 'commit' });
  await page.locator('button.main', { hasText: /\d/ }).waitFor({ timeout: 60_000 });
  const times = await page.evaluate('({ usable: benchUsableAt, ready: benchReadyAt })');
  await context.close();
  return times;
}
