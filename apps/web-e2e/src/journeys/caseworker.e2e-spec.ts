import { expect } from '@jest/globals';
import { browserIt, describeInBrowser } from '../in-browser.js';

describeInBrowser('the caseworker', ({ open }) => {
  browserIt(
    'notes a call from the own day, with its outcome and the next step, and opens a case by keyboard',
    async () => {
      const window = await open('Caseworker');
      const { page } = window;
      await window.goTo('/my-day');
      const family = page.getByRole('link', { name: /Call the family/ }).first();
      const codename = (await family.locator('strong').textContent()) ?? '';
      const job = window.begin('Caseworker, note a call with its outcome and the next step');
      await job.click(family);
      await page.waitForURL(/\/cases\//);
      // The day has such buttons, too, and stays until the file has come.
      await page.getByRole('heading', { name: codename, exact: true }).waitFor();
      await page.getByRole('button', { name: /^Note a contact/ }).waitFor();
      await job.press('c');
      const dialog = page.getByRole('dialog', { name: `Contact with ${codename}` });
      await job.choose(() => dialog.getByText('Reached', { exact: true }).click());
      await job.fill(dialog.getByLabel('Note', { exact: true }), 'Demo-note: all is well.');
      await job.choose(() =>
        dialog.getByLabel('What is next').selectOption({ label: 'Call the family' }),
      );
      await job.choose(() => dialog.getByText('In 7 days', { exact: true }).click());
      await job.click(dialog.getByRole('button', { name: 'Note the contact' }));
      await page.getByText(`The contact with ${codename} is noted.`).waitFor();
      const { fields, seconds } = job.done();
      expect(fields).toBeLessThanOrEqual(4);
      expect(seconds).toBeLessThanOrEqual(20);
      await page.getByRole('tab', { name: /^Contact/ }).click();
      await page.getByText('Demo-note: all is well.').first().waitFor();

      // Then: a family that was just opened stands on the same day.
      await window.goTo('/my-day');
      const opening = window.begin('Caseworker, open a case by keyboard');
      await opening.press('o');
      await page.getByRole('heading', { name: 'Open a case' }).waitFor();
      const region = page.getByLabel('Roughly where the family lives').and(page.locator(':focus'));
      await region.waitFor();
      await page.keyboard.type('Inside, west');
      // Each Enter is a step: where, household, prisoner, promise, check.
      for (let step = 1; step <= 5; step += 1) {
        await page
          .getByRole('button', { name: step === 5 ? /^Open the case/ : /^Go on/ })
          .and(page.locator(':enabled'))
          .waitFor();
        await opening.press('Enter');
      }
      await page.getByText('is open.').waitFor();
      await page.waitForURL(/\/cases\/[0-9a-f-]{36}/);
      opening.done();
    },
  );
});
