import { browserIt, describeInBrowser } from '../in-browser.js';

describeInBrowser('the security officer', ({ open }) => {
  browserIt('stops payouts of a kind, reads how many, and sets them free again', async () => {
    const window = await open('Security officer');
    const { page } = window;
    await window.goTo('/freezes');
    const job = window.begin('Security officer, stop payouts of a kind');
    await page.getByRole('combobox', { name: 'Ways' }).focus();
    await job.press('ArrowDown');
    await job.click(page.getByRole('option', { name: 'Partner route' }));
    await page.getByText(/This stops \d+ payouts? now/).waitFor();
    await page.keyboard.press('Escape');
    await job.click(page.getByRole('button', { name: /^Stop them now/ }));
    const dialog = page.getByRole('dialog', { name: 'Stop them now' });
    await job.choose(() => dialog.getByRole('combobox').selectOption({ index: 1 }));
    await job.click(dialog.getByRole('button', { name: 'Stop them now' }));
    await page
      .getByText(/payouts? stands? still: EUR/)
      .first()
      .waitFor();
    job.done();
    const free = window.begin('Security officer, set them free');
    await free.click(page.getByRole('button', { name: 'Undo' }));
    await page.getByText('Partner route').first().waitFor({ state: 'attached' });
    free.done();
  });

  browserIt('sees who opened what, each with a purpose', async () => {
    const window = await open('Security officer');
    await window.goTo('/disclosures');
    const { page } = window;
    await page.getByText('All time', { exact: true }).click();
    await page
      .getByRole('row', { name: /Do a task|Verify the case|Contact the family/ })
      .first()
      .waitFor();
  });
});
