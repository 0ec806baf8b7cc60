import { load } from '../../frame/workspace.mjs';
import { openWindow } from './window.mjs';

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true };

/** The parts of the browser tests that a bench uses, too. */
async function loadScenes() {
  const { Job } = await load('apps/web-e2e/dist/job.js');
  const { completeRequests } = await load('apps/web-e2e/dist/scenes/requests.js');
  const { addClearedPayouts } = await load('apps/web-e2e/dist/scenes/cleared-payouts.js');
  return { Job, completeRequests, addClearedPayouts };
}

/** Takes in an export and accepts every request of it by keyboard. */
export async function screen(browser, port, count) {
  const { Job, completeRequests } = await loadScenes();
  const { page, url, close } = await openWindow(browser, { port, who: 'coordinator' });
  await page.goto(`${url}/inbox-import`);
  await page.locator('input[type=file]').setInputFiles({
    ...{ name: 'demo-export.csv', mimeType: 'text/csv', buffer: completeRequests(count) },
  });
  await page.getByRole('button', { name: 'Preview' }).click();
  await page.getByRole('button', { name: `Take in ${count} rows` }).click();
  await page
    .getByText(/accepted|taken in/i)
    .first()
    .waitFor();
  await page.goto(`${url}/inbox`);
  await page.getByLabel('Kind of need').selectOption({ label: 'Digital safety' });
  await page.locator('a.row', { hasText: 'digital check' }).nth(9).waitFor();
  await page.locator('body').click({ position: { x: 640, y: 790 } });
  const job = new Job(page, `screen ${count} requests`);
  await job.press('j');
  await job.press('Enter');
  for (let done = 1; done <= count; done += 1) {
    await page.getByRole('button', { name: /^Accept/ }).waitFor();
    const path = new URL(page.url()).pathname;
    await job.press('a');
    await page.getByRole('heading', { name: 'Accept as a case' }).waitFor();
    await job.press('a');
    await page.waitForURL((address) => address.pathname !== path);
  }
  const effort = job.done();
  await close();
  return effort;
}

/** From the ping to the details of a task, on a phone. */
export async function claim(browser, port) {
  const { Job } = await loadScenes();
  const { page, url, close } = await openWindow(browser, { port, who: 'volunteer', more: PHONE });
  await page.goto(`${url}/board`);
  const take = page.getByRole('button', { name: 'I take it' }).first();
  await take.waitFor();
  const job = new Job(page, 'claim to details');
  await job.tap(take);
  await job.tap(page.getByRole('button', { name: /^I do it/ }));
  await page.getByRole('button', { name: 'Close' }).waitFor();
  const effort = job.done();
  await close();
  return effort;
}

/** Releases payments that everybody has signed. */
export async function release(browser, port, count) {
  const { Job, addClearedPayouts } = await loadScenes();
  await addClearedPayouts(`http://127.0.0.1:${port}`, count);
  const { page, url, close } = await openWindow(browser, { port, who: 'finance-officer' });
  await page.goto(`${url}/releases`);
  const all = page.getByRole('checkbox', { name: 'Mark all' });
  await all.waitFor();
  const job = new Job(page, `release ${count} payments`);
  await job.click(all);
  await job.click(page.getByRole('button', { name: /^Release \d+/ }).first());
  const dialog = page.getByRole('dialog');
  await job.click(dialog.getByRole('button', { name: /^Release \d+/ }));
  await page.getByText(/^(\d+) of \1 done$/).waitFor({ timeout: 60_000 });
  const effort = job.done();
  await close();
  return effort;
}
