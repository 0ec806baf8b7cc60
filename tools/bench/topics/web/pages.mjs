/* global document, requestAnimationFrame, sessionStorage -- what is sent into the page finds them there */
import { gzipSync } from 'node:zlib';
import { openWindow, THROTTLE } from './window.mjs';

const WHO = 'coordinator';
/** Inputs shorter than this are not told one by one; each counts as so much (milliseconds). */
const SHORT_MS = 16;
const ROWS = 2_000;
const SCROLL_MS = 4_000;

/** Kilobytes of script, packed, that a path loads in a window that has loaded nothing yet. */
export async function scriptKb(browser, port, path, token = null) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const bodies = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') bodies.push(response.body());
  });
  if (token !== null)
    await page.addInitScript((value) => sessionStorage.setItem('session', value), token);
  await page.goto(`http://127.0.0.1:${port}${path}`, { waitUntil: 'networkidle' });
  const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body).length);
  await context.close();
  return sizes.reduce((sum, size) => sum + size, 0) / 1024;
}

/** Milliseconds from the navigation to the queue until its first row can have the focus, on a slow machine. */
export async function queueUsableMs(browser, port) {
  const { page, url, close } = await openWindow(browser, { port, who: WHO, throttle: THROTTLE });
  await page.goto(`${url}/queue`);
  await page.locator('a.row').first().waitFor({ timeout: 60_000 });
  const usableAt = await page.evaluate('benchUsableAt');
  await close();
  return usableAt;
}

/** Frames per second while somebody scrolls through two thousand rows that are there. */
export async function scrollFps(browser, port) {
  const { page, url, close } = await openWindow(browser, { port, who: WHO });
  await page.goto(`${url}/queue`);
  await page.locator('a.row').first().waitFor();
  // Further pages come as the end is reached.
  await page.evaluate(async (rows) => {
    const list = document.querySelector('.rows');
    const deadline = performance.now() + 120_000;
    while (list.scrollHeight < rows * 41 && performance.now() < deadline) {
      list.scrollTop = list.scrollHeight;
      await new Promise((done) => setTimeout(done, 50));
    }
    list.scrollTop = 0;
  }, ROWS);
  const fps = await page.evaluate(scrollThrough, [ROWS * 41, SCROLL_MS]);
  await close();
  return fps;
}

/** Runs in the page. */
function scrollThrough([pixels, ms]) {
  const list = document.querySelector('.rows');
  return new Promise((done) => {
    const begin = performance.now();
    let frames = 0;
    const step = (now) => {
      const share = (now - begin) / ms;
      if (share >= 1) return done((frames / (now - begin)) * 1000);
      frames += 1;
      list.scrollTop = share * pixels;
      return requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
}

/** How long each input of an hour at the queue took until it could be seen (milliseconds). */
export async function inputsMs(browser, port, throttle) {
  const { page, url, close } = await openWindow(browser, { port, who: WHO, throttle });
  await page.goto(`${url}/queue`);
  await page.locator('a.row').first().waitFor();
  for (let turn = 0; turn < 4; turn += 1) {
    for (let row = 0; row < 5; row += 1) await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.locator('.split-detail h2').first().waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.split-detail').waitFor({ state: 'detached' });
    await page.getByText('P0–P1', { exact: true }).click();
    await page.waitForTimeout(500);
  }
  await page
    .getByPlaceholder('Codename')
    .or(page.getByLabel('Codename'))
    .first()
    .pressSequentially('A');
  await page.waitForTimeout(1_000);
  const { told, all } = await page.evaluate(
    '({ told: [...benchInputs.values()], all: performance.interactionCount ?? 0 })',
  );
  await close();
  const short = Math.max(0, all - told.length);
  return [...told, ...Array.from({ length: short }, () => SHORT_MS)];
}
