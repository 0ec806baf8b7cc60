import { expect } from '@jest/globals';
import { browserIt, describeInBrowser } from '../in-browser.js';
import { addClearedPayouts } from '../scenes/cleared-payouts.js';

const COUNT = 10;

describeInBrowser('the finance officer', ({ open, url }) => {
  browserIt(
    'releases ten cleared payments with at most five clicks',
    async () => {
      await addClearedPayouts(url(), COUNT);
      const window = await open('Finance officer');
      const { page } = window;
      await window.goTo('/releases');
      const job = window.begin('Finance officer, release ten cleared payments');
      await job.click(page.getByRole('checkbox', { name: 'Mark all' }));
      const button = page.getByRole('button', { name: /^Release \d+/ });
      const count = Number(/\d+/.exec((await button.first().textContent()) ?? '')?.[0]);
      expect(count).toBeGreaterThanOrEqual(COUNT);
      await job.click(button.first());
      const dialog = page.getByRole('dialog');
      await dialog.getByText('cannot be called back').waitFor();
      await job.click(dialog.getByRole('button', { name: `Release ${String(count)}` }));
      const all = `${String(count)} of ${String(count)} done`;
      await page.getByText(all).waitFor({ timeout: 60_000 });
      expect(job.done().clicks).toBeLessThanOrEqual(5);
      // A family of the demonstration is paused; what is meant for it stays, and says why.
      const refused = page.getByRole('listitem').filter({ hasText: 'Not released.' });
      expect(count - (await refused.count())).toBeGreaterThanOrEqual(COUNT);
      for (const line of await refused.allTextContents()) expect(line).toContain('paused');
    },
    120_000,
  );

  browserIt('follows a cent from a gift to the family', async () => {
    const window = await open('Finance officer');
    const { page } = window;
    await window.goTo('/cent');
    const job = window.begin('Finance officer, one cent’s way');
    const fund = page.getByLabel('Fund', { exact: true });
    await job.choose(() => fund.selectOption({ label: 'P-EMERG · First hours' }));
    await job.click(page.getByRole('table').getByRole('link').first());
    await page.getByText('came in').first().waitFor();
    await page.getByText('Confirmed').or(page.getByText('Waits in the fund')).first().waitFor();
    job.done();
  });
});
