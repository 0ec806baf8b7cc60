import { expect } from '@jest/globals';
import { browserIt, describeInBrowser } from '../in-browser.js';
import { completeRequests } from '../scenes/requests.js';

const COUNT = 20;

describeInBrowser('the screener', ({ open }) => {
  browserIt(
    'takes in an export and accepts twenty complete requests by keyboard, with two keys each',
    async () => {
      const window = await open('Coordinator');
      const { page } = window;
      await window.goTo('/inbox-import');
      await page.locator('input[type=file]').setInputFiles({
        ...{ name: 'demo-export.csv', mimeType: 'text/csv', buffer: completeRequests(COUNT) },
      });
      await page.getByRole('button', { name: 'Preview' }).click();
      await page.getByRole('button', { name: `Take in ${String(COUNT)} rows` }).click();
      await page.getByRole('link', { name: 'To the inbox' }).first().click();
      await page.getByLabel('Kind of need').selectOption({ label: 'Digital safety' });
      const cards = page.locator('.row', { hasText: 'digital check' });
      await cards.nth(COUNT - 1).waitFor({ timeout: 60_000 });

      // The filter takes letters as long as it has the focus.
      await page.locator('body').click({ position: { x: 640, y: 790 } });
      const job = window.begin('Screener, twenty complete requests');
      await job.press('j');
      await job.press('Enter');
      for (let done = 1; done <= COUNT; done += 1) {
        await page.getByRole('button', { name: /^Accept/ }).waitFor();
        const path = new URL(page.url()).pathname;
        await job.press('a');
        await page.getByRole('heading', { name: 'Accept as a case' }).waitFor();
        await job.press('a');
        await page.waitForURL((url) => url.pathname !== path);
      }
      const { keys } = job.done();
      // Two keys open the first card; every further one comes by itself.
      expect(keys).toBe(2 + 2 * COUNT);
    },
    180_000,
  );
});
