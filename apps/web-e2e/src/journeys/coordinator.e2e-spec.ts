import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { browserIt, describeInBrowser } from '../in-browser.js';

/** The most keys from the queue to a reserved need (docs of the interface). */
const LIMIT = 4;

const hasFocus = (page: Page, name: RegExp): Promise<boolean> =>
  page
    .getByRole('button', { name })
    .and(page.locator(':focus'))
    .count()
    .then((count) => count > 0);

describeInBrowser('the coordinator', ({ open }) => {
  browserIt('sets money aside for the most urgent need that waits for it', async () => {
    const window = await open('Coordinator');
    const { page } = window;
    await window.goTo('/queue');
    await page.getByText('Waiting for money', { exact: true }).click();
    // The filter has answered when the first row is one that waits.
    await page.locator('li:first-child .row', { hasText: 'Find money' }).waitFor();
    const job = window.begin('Coordinator, from the queue to a reserved need');
    await job.press('j');
    await job.press('Enter');
    await page.getByRole('button', { name: 'Set aside' }).first().waitFor();
    const jumps = (await page.locator('kbd', { hasText: /^f$/ }).count()) > 0;
    if (jumps) await job.press('f');
    else while (!(await hasFocus(page, /^Set aside/))) await job.press('Tab');
    await job.press('Enter');
    await page.getByText('is set aside.').waitFor();
    const { keys } = job.done();
    expect(keys).toBeLessThanOrEqual(jumps ? LIMIT : 9);
  });
});
