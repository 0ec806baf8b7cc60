import { expect } from '@jest/globals';
import { PHONE } from './desk-window.js';
import { browserIt, describeInBrowser } from './in-browser.js';

const NARROW = { width: 320, height: 640 };

describeInBrowser('the public totals', ({ open, url }) => {
  for (const language of ['en', 'be', 'ru', 'pl', 'lt']) {
    browserIt(
      `can be read by everybody in ${language}, light and dark, on a narrow phone`,
      async () => {
        for (const scheme of ['light', 'dark'] as const) {
          const window = await open(null, { language, scheme, size: NARROW, hasTouch: true });
          await window.page.goto(`${url()}/give`);
          await window.page.locator('a[href="/totals"]').click();
          await window.page.locator('table.totals').first().waitFor();
          expect(await window.page.locator('main').innerText()).not.toMatch(/doors:|undefined/);
          expect(await window.overflow()).toBe(0);
          expect(await window.accessibilityFaults()).toEqual([]);
        }
      },
    );
  }

  browserIt('are drawn by the server, and come as a file, both without any script', async () => {
    const page = await (await fetch(`${url()}/totals?lang=pl`)).text();
    expect(page).toContain('<html lang="pl">');
    expect(page).toContain('<table class="totals">');
    const file = await fetch(`${url()}/totals.csv?lang=pl`);
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="totals.csv"');
    const [head, ...lines] = (await file.text()).trim().split('\r\n');
    expect(head).toBe('\uFEFFmonth,code,kind,people,amount,currency'.slice(1));
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines) {
      const [, , , people] = line.split(',');
      expect(Number(people)).toBeGreaterThanOrEqual(10);
    }
  });

  browserIt(
    'show a month once two people have signed it, until somebody withdraws it',
    async () => {
      const reader = await open(null, { size: PHONE });
      const months = async (): Promise<number> => {
        await reader.page.goto(`${url()}/totals`);
        await reader.page.locator('main h1').waitFor();
        return reader.page.locator('table.totals').count();
      };
      const before = await months();
      const window = await open('Coordinator');
      await window.goTo('/public-totals');
      expect(await window.accessibilityFaults()).toEqual([]);
      await window.page.getByRole('button', { name: 'Sign: may be read by all' }).click();
      await window.page.getByText('Waits for two people').waitFor({ state: 'detached' });
      expect(await months()).toBe(before + 1);

      await window.page.getByRole('button', { name: 'Withdraw' }).first().click();
      const dialog = window.page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Withdraw' }).click();
      await dialog.waitFor({ state: 'detached' });
      await window.page.getByText('Withdrawn: nobody outside sees it').nth(1).waitFor();
      expect(await months()).toBe(before);
    },
  );
});
