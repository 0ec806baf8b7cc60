import { expect } from '@jest/globals';
import type { DeskWindow } from './desk-window.js';
import { browserIt, describeInBrowser } from './in-browser.js';
import { Donor, DONOR } from './scenes/donor.js';

const PLACES = ['/give', '/give/thanks', '/gift'];
const NARROW = { width: 320, height: 640 };

describeInBrowser('the donors’ pages', ({ open, url }) => {
  const check = async (window: DeskWindow): Promise<void> => {
    expect(await window.accessibilityFaults()).toEqual([]);
    expect(await window.overflow()).toBe(0);
  };

  for (const scheme of ['light', 'dark'] as const) {
    browserIt(`can be used by everybody, ${scheme}`, async () => {
      const window = await open(null, { ...DONOR, scheme, size: NARROW });
      for (const place of PLACES) {
        await window.page.goto(url() + place);
        await window.page.locator('main h1').waitFor();
        await check(window);
      }
      const donor = await new Donor(window).begin();
      await window.page.getByText('Every month').click();
      await window.page.getByLabel('Amount in euros').fill('1');
      await window.page.locator('button.main').click();
      await window.page.getByText(/The least we can take/).waitFor();
      await check(window);
      await window.page.getByLabel('Amount in euros').fill('10');
      await (await donor.toPayment()).pay();
      await donor.heading('Thank you');
      await check(window);
      await donor.openPage();
      await window.page.getByText(/ · running$/).waitFor();
      for (const summary of await window.page.locator('summary').all()) await summary.click();
      await check(window);
    });
  }

  for (const language of ['be', 'ru', 'pl', 'lt']) {
    browserIt(`speak ${language}, and fit a narrow phone in it`, async () => {
      const window = await open(null, { ...DONOR, language, size: NARROW });
      for (const place of PLACES) {
        await window.page.goto(url() + place);
        await window.page.locator('main h1').waitFor();
        expect(await window.page.locator('html').getAttribute('lang')).toBe(language);
        expect(await window.page.locator('main').innerText()).not.toMatch(
          /[a-z]+\.[a-zA-Z]+\b(?!\.)|doors:/,
        );
        expect(await window.overflow()).toBe(0);
      }
    });
  }

  browserIt(
    'can be read and filled in before any script has come, and go on from there',
    async () => {
      const window = await open(null, DONOR);
      const { page } = window;
      let letThrough = (): void => undefined;
      const held = new Promise<void>((resolve) => {
        letThrough = resolve;
      });
      await page.route('**/app/assets/*.js', async (route) => {
        await held;
        await route.continue();
      });
      await page.goto(`${url()}/give`, { waitUntil: 'commit' });
      await page.getByText('Every month').click();
      await page.getByText('EUR 100.00').click();
      letThrough();
      await page.getByRole('button', { name: /EUR 100\.00 a month/ }).waitFor();
    },
  );

  browserIt('change their language, and keep what was chosen', async () => {
    const window = await open(null, DONOR);
    const { page } = window;
    await page.goto(`${url()}/give`);
    await page.getByText('EUR 50.00').click();
    await page.getByLabel('Language').selectOption('lt');
    await page.getByRole('button', { name: /Į mokėjimo puslapį: EUR 50,00/ }).waitFor();
    await page.goto(`${url()}/gift`);
    await page.getByRole('heading', { name: 'Ką nuveikė mano dovana' }).waitFor();
  });
});
