import { expect } from '@jest/globals';
import { browserIt, describeInBrowser } from '../in-browser.js';

describeInBrowser('the auditor', ({ open }) => {
  browserIt('sees with one click that every promise of the books holds', async () => {
    const window = await open('Auditor');
    const { page } = window;
    const job = window.begin('Auditor, check the promises of the books');
    await job.click(page.getByRole('link', { name: 'Promises of the books' }));
    await page.getByText(/^All \d+ promises hold\.$/).waitFor();
    expect(job.done().clicks).toBe(1);
    expect(await page.getByText('Does not hold').count()).toBe(0);
  });

  browserIt('reads the books, whose sides are equal', async () => {
    const window = await open('Auditor');
    await window.goTo('/books');
    await window.page.getByText('Both sides are equal').waitFor();
  });
});
