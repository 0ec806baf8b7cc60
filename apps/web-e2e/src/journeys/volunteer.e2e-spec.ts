import { expect } from '@jest/globals';
import { PHONE } from '../desk-window.js';
import { browserIt, describeInBrowser } from '../in-browser.js';

const ON_A_PHONE = { size: PHONE, hasTouch: true } as const;

describeInBrowser('the volunteer, on a phone', ({ open }) => {
  browserIt('takes a task, reads its details and says that it is done', async () => {
    const window = await open('Volunteer', ON_A_PHONE);
    const { page } = window;
    await window.goTo('/board');
    const job = window.begin('Volunteer, from the ping to the details');
    await job.tap(page.getByRole('button', { name: 'I take it' }).first());
    await job.tap(page.getByRole('button', { name: /^I do it/ }));
    await page.getByRole('button', { name: 'Close' }).waitFor();
    expect(job.done().taps).toBeLessThanOrEqual(3);
    const report = window.begin('Volunteer, report');
    await report.tap(page.getByRole('button', { name: 'Done', exact: true }));
    await page.getByText('Thank you').first().waitFor();
    expect(report.done().taps).toBeLessThanOrEqual(1);
  });
});
