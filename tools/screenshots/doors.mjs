import { load } from '../bench/frame/workspace.mjs';

/** Opens a page of the donors' and waits until it is drawn. */
const donors = (path) => async (page, url) => {
  await page.goto(url + path);
  await page.locator('main h1').waitFor();
};

/** Gives what is suggested, by a card that the stand-in of the payment provider takes. */
async function pay(page, url) {
  await donors('/give')(page, url);
  await page.locator('button.main').click();
  await page.locator('input[value=card]').check();
  await page.locator('#submit').click();
  await page.locator('input[readonly]').waitFor();
  await page.waitForTimeout(2_500);
}

/** The private page of the demonstration that everybody may open: some of it has reached a family. */
async function openGift(page, url) {
  const { DEMO_LINKS } = await load('libs/runtime/dist/index.js');
  await page.goto(`${url}/gift#${DEMO_LINKS.MONTHLY}`);
  await page.locator('[data-story]').waitFor();
}

/** The button that goes on. */
async function next(page) {
  await Promise.all([
    page.waitForLoadState('load'),
    page.locator('main form button').first().click(),
  ]);
  await page.waitForTimeout(300);
}

/** Asks for help to the end: the page with the eight words. */
async function ask(page, url, language) {
  await page.goto(`${url}/f/ask?l=${language}`);
  await page.locator('input[name=consent]').check();
  await next(page);
  await page.locator('input[name=region]').first().check();
  await next(page);
  await page.locator('input[name=needs]').first().check();
  await next(page);
  await page.locator('textarea[name=note]').fill('Demo');
  for (let step = 0; step < 3; step += 1) await next(page);
  await page.locator('#words').waitFor();
}

async function comeBack(page, url, language) {
  await ask(page, url, language);
  const words = await page.locator('#words').innerText();
  await page.goto(`${url}/f?l=${language}`);
  await page.locator('input[name=words]').fill(words);
  await next(page);
  await page.locator('#status').waitFor();
}

/** Pages of people without an account, and how one comes to them. */
export const DOORS = [
  { name: 'give', come: donors('/give') },
  { name: 'thanks', come: pay },
  { name: 'gift', come: openGift },
  { name: 'totals', come: donors('/totals') },
  // Black on white, whatever the device prefers.
  {
    name: 'family-home',
    lightOnly: true,
    come: (page, url, language) => page.goto(`${url}/f?l=${language}`),
  },
  { name: 'family-words', lightOnly: true, come: ask },
  { name: 'family-status', lightOnly: true, come: comeBack },
];
