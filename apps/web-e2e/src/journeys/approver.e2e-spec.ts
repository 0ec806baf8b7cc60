import { expect } from '@jest/globals';
import { browserIt, describeInBrowser } from '../in-browser.js';

describeInBrowser('the approver', ({ open }) => {
  browserIt('reads a decision sheet whole and signs it with two clicks', async () => {
    const window = await open('Coordinator');
    const { page } = window;
    await window.goTo('/approvals');
    const job = window.begin('Approver, read and sign a normal sheet');
    await job.click(page.locator('.row', { hasText: 'To be signed' }).first());
    const sheet = page.getByRole('region', { name: 'Decision sheet' });
    await sheet.getByText('Who must sign').waitFor();
    // What must be known before signing stands on the sheet, warnings included.
    for (const words of ['This payout', 'Why, why now', 'How it travels', 'What allows it']) {
      expect(await sheet.getByText(words).count()).toBeGreaterThan(0);
    }
    await job.click(page.getByRole('button', { name: /^Sign/ }));
    await page.getByText('1 of 1 signed').first().waitFor();
    expect(job.done().clicks).toBeLessThanOrEqual(2);
  });
});
