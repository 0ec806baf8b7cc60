import { readFileSync } from 'node:fs';
import { describe, expect } from '@jest/globals';
import { PHONE } from '../desk-window.js';
import { browserIt, describeInBrowser } from '../in-browser.js';

const ROLE = 'Foundation manager';

describeInBrowser('the foundation manager', ({ open }) => {
  browserIt('reads on her first page that money lapses, and what it could still do', async () => {
    const { page } = await open(ROLE);
    await page.getByRole('heading', { name: 'My grants' }).waitFor();
    const alarm = page.getByRole('alert').filter({ hasText: '11,400.00 lapse in 20 days' });
    await alarm.getByText('3 waiting children’s needs would fit.').waitFor();
    await page.getByText('Spent: EUR 18,600.00 of EUR 30,000.00').waitFor();
    // Two grants are hers, and only one of them is near its end.
    const list = page.getByRole('list', { name: 'Grants' });
    for (const code of ['GRANT-CHILD', 'GRANT-REHAB']) {
      await list.getByRole('heading', { name: code }).waitFor();
    }
    expect(await list.getByText('GRANT-NORTH').count()).toBe(0);
    expect(await page.getByRole('alert').count()).toBe(1);
    expect(await page.content()).not.toMatch(/STORK|HERON|PLOVER/);
  });

  browserIt('sees lines, pace, goals and results of a grant with one click', async () => {
    const window = await open(ROLE);
    const { page } = window;
    const job = window.begin('Foundation manager, open a grant');
    await job.click(
      page.getByRole('alert').getByRole('link', { name: 'GRANT-CHILD · Children first' }),
    );
    await page.getByText(/of 61 days, \d+ %/).waitFor();
    await page.getByText('EUR 18,600.00 of EUR 30,000.00, 62 %').waitFor();
    const results = page.getByRole('table', { name: 'Goals and results' });
    await results.getByRole('row', { name: /^Children 80 about 60 25 about 15/ }).waitFor();
    await results.getByRole('row', { name: /^Psychological help 15 not shown/ }).waitFor();
    expect(job.done().clicks).toBe(1);
  });

  browserIt('takes the report along as a table and as a sheet', async () => {
    const window = await open(ROLE);
    const { page } = window;
    await window.goTo('/grants');
    await page
      .getByRole('link', { name: /GRANT-CHILD/ })
      .first()
      .click();
    const asTable = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Report as CSV' }).click();
    const table = await asTable;
    expect(table.suggestedFilename()).toMatch(/^report-g-child-.*\.csv$/);
    const text = readFileSync(await table.path(), 'utf8');
    expect(text).toContain('What it was spent on,Children,18600.00,about 60');
    expect(text).not.toMatch(/STORK|HERON|PLOVER|Demo-S/);
    const asSheet = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Report as PDF' }).click();
    const sheet = await asSheet;
    expect(sheet.suggestedFilename()).toMatch(/^report-g-child-.*\.pdf$/);
    expect(
      readFileSync(await sheet.path())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  browserIt('proposes a grant, which the finance officer signs', async () => {
    const window = await open(ROLE);
    const { page } = window;
    await page.getByRole('button', { name: 'Set up a grant' }).click();
    const dialog = page.getByRole('dialog');
    const year = new Date().getUTCFullYear();
    for (const [label, text] of [
      ['Code', 'GRANT-WINTER'],
      ['Name', 'Winter for children'],
      ['Amount', '5000'],
      ['Begins', `${String(year)}-01-01`],
      ['Ends', `${String(year + 1)}-11-30`],
      ['Unspent money lapses', `${String(year + 1)}-12-31`],
    ] as const) {
      await dialog.getByLabel(label, { exact: false }).first().fill(text);
    }
    await dialog.getByRole('button', { name: 'One more line' }).click();
    await dialog.getByLabel('Kind of need').selectOption({ label: 'Children' });
    await dialog.getByLabel('At most').fill('4000');
    await dialog.getByLabel('People, goal').fill('30');
    expect(await window.accessibilityFaults()).toEqual([]);
    await dialog.getByRole('button', { name: 'Set up a grant' }).click();
    await page.getByRole('link', { name: 'GRANT-WINTER · Winter for children' }).click();
    await page.getByRole('row', { name: /^Children 30/ }).waitFor();
    const finance = await open('Finance officer');
    await finance.goTo('/grants');
    await finance.page.getByRole('link', { name: /GRANT-WINTER/ }).click();
    await finance.page.getByRole('button', { name: 'It is signed' }).first().click();
    await finance.page.getByRole('dialog').getByRole('button', { name: 'It is signed' }).click();
    await finance.page.getByText('Signed', { exact: true }).waitFor();

    // A line may pay for single kinds alone.
    await finance.page.getByRole('button', { name: 'Change lines and goals' }).click();
    const lines = finance.page.getByRole('dialog');
    await lines.getByRole('combobox', { name: 'Single kinds of need' }).click({ force: true });
    await finance.page.getByRole('option', { name: 'School kit' }).click();
    await finance.page.keyboard.press('Escape');
    expect(await finance.accessibilityFaults()).toEqual([]);
    await lines.getByRole('button', { name: 'Change lines and goals' }).click();
    await finance.page.getByRole('row', { name: /^Children: School kit 30/ }).waitFor();
  });

  describe.each(['light', 'dark'] as const)('on a phone, in the %s theme', (scheme) => {
    browserIt('finds the same within the width of a thumb, and without a fault', async () => {
      const window = await open(ROLE, { size: PHONE, scheme, hasTouch: true });
      const { page } = window;
      await page.getByRole('alert').first().waitFor();
      expect([await window.overflow(), await window.accessibilityFaults()]).toEqual([0, []]);
      await page.getByRole('alert').getByRole('link').first().click();
      await page.getByRole('table', { name: 'Goals and results' }).waitFor();
      await window.settled();
      expect([await window.overflow(), await window.accessibilityFaults()]).toEqual([0, []]);
    });
  });

  browserIt.each(['Coordinator', 'Finance officer'])(
    'is not alone with it: %s reads it too',
    async (role) => {
      const window = await open(role);
      await window.goTo('/grants');
      await window.page.getByText('EUR 11,400.00 lapse in 20 days').waitFor();
    },
  );
});
