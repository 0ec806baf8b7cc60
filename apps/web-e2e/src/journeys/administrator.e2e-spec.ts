import { browserIt, describeInBrowser } from '../in-browser.js';

describeInBrowser('the administrator', ({ open }) => {
  browserIt('sees who works here and finds somebody by name', async () => {
    const window = await open('Administrator');
    const { page } = window;
    await window.goTo('/people');
    const job = window.begin('Administrator, find somebody');
    await job.fill(page.getByRole('textbox', { name: 'Name' }), 'Finance');
    const rows = page.getByRole('table', { name: 'People' }).getByRole('row');
    await rows.filter({ hasText: 'Demo-Finance One' }).waitFor();
    await rows.filter({ hasText: 'Demo-Caseworker One' }).waitFor({ state: 'detached' });
    job.done();
  });
});
