import { expect } from '@jest/globals';
import { browserIt, describeInBrowser } from './in-browser.js';

const PATIENCE_MS = 180_000;

describeInBrowser('acts that end something', ({ open }) => {
  browserIt('tells a hand-over in its order, to whoever sent the family', async () => {
    const window = await open('Coordinator');
    const { page } = window;
    await window.goTo('/hand-overs');
    await page.locator('.row', { hasText: 'to Bridge' }).first().click();
    const days: number[] = [];
    for (const name of ['Offered on', 'Answered on', 'Sent on', 'Received on']) {
      const fact = page.locator(`dt:text-is("${name}") + dd`);
      days.push(Date.parse(await fact.innerText()));
    }
    expect(days).toEqual(days.toSorted((one, other) => one - other));
    expect(days.some(Number.isNaN)).toBe(false);
  });

  browserIt('draws payments at random and notes what it finds about one', async () => {
    const window = await open('Auditor');
    const { page } = window;
    await window.goTo('/samples');
    const day = (daysAgo: number): string =>
      new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10);
    await page.getByLabel('Released from').fill(day(90));
    await page.getByLabel('Released until').fill(day(1));
    await page.getByRole('button', { name: 'Draw', exact: true }).click();
    await page.getByText('The sample is drawn.').waitFor();
    await page.getByText('Entries of the audit trail then').waitFor();
    const finding = page.getByLabel('Finding about payment 1', { exact: true });
    await finding.selectOption({ index: 1 });
    await page
      .getByText(/^Payment 1: /)
      .first()
      .waitFor();
    await page.reload();
    await finding.waitFor();
    expect(await finding.inputValue()).not.toBe('');
  });

  browserIt(
    'lets a limit be loosened by two alone: proposed and withdrawn, tightened and as usual again',
    async () => {
      const window = await open('Administrator');
      const { page } = window;
      await window.goTo('/settings');
      const change = 'Change: Longest silence where nothing else was agreed';
      const set = async (days: string): Promise<void> => {
        await page.getByRole('button', { name: change }).click();
        await page.getByLabel('New value').fill(days);
        await page.getByRole('button', { name: 'Keep', exact: true }).click();
      };
      await set('60');
      await page.getByText('waits for a second person.', { exact: false }).first().waitFor();
      await page.getByRole('button', { name: 'Withdraw' }).first().click();
      await page.getByText('Taken back.').waitFor();

      await set('30');
      await page
        .getByText(/: 30 days\.$/)
        .first()
        .waitFor();
      await page.getByRole('button', { name: change }).click();
      await page.getByRole('button', { name: /^As usual: 45 days/ }).click();
      await page.getByText('45 days waits for a second person', { exact: false }).first().waitFor();

      const second = await open('Security officer');
      await second.goTo('/settings');
      await second.page.getByRole('button', { name: 'Refuse' }).first().click();
      await second.page.getByText('Refused. Nothing was changed.').waitFor();
    },
    PATIENCE_MS,
  );
});
