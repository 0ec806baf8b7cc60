import { describe, expect } from '@jest/globals';
import { PHONE } from './desk-window.js';
import { browserIt, describeInBrowser } from './in-browser.js';

const ROLES = [
  'Coordinator',
  'Caseworker',
  'Finance officer',
  'Foundation manager',
  'Volunteer',
  'Security officer',
  'Auditor',
  'Administrator',
] as const;

describeInBrowser('the desk in a browser', ({ open }) => {
  const looked = new Set<string>();

  browserIt(
    'says on its first page what is not protected, and keeps nothing of who looks',
    async () => {
      const { page } = await open(null);
      await page.getByRole('heading', { name: 'What is not protected' }).waitFor();
      expect(await page.evaluate('sessionStorage.length')).toBe(0);
      expect(await page.context().cookies()).toEqual([]);
    },
  );

  browserIt('refuses a wrong passphrase in words', async () => {
    const { page, errors } = await open(null);
    await page.getByLabel('E-mail').fill('coordinator@lantern.example');
    await page.getByRole('textbox', { name: 'Passphrase' }).fill('one two three four five six');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByText('do not fit together').waitFor();
    errors.length = 0;
  });

  browserIt('would not overlook ink that is too dark for the dark theme (canary)', async () => {
    const window = await open('Auditor');
    await window.page.evaluate(
      `document.querySelector('.page h1').style.setProperty('color', '#222', 'important')`,
    );
    expect(await window.accessibilityFaults()).toEqual([]);
    expect((await window.colourFaults('dark')).join()).toContain('color-contrast');
  });

  describe.each(ROLES)('%s', (role) => {
    browserIt(
      'finds every place without a fault for those who see, hear or use a keyboard, light and dark',
      async () => {
        const faults: string[] = [];
        const window = await open(role);
        for (const place of await window.places()) {
          // Most places look alike to everybody who has them.
          if (looked.has(place)) continue;
          looked.add(place);
          await window.moveTo(place);
          const found = [
            ...(await window.accessibilityFaults()),
            ...(await window.colourFaults('dark')),
          ];
          faults.push(...found.map((fault) => `${place} ${fault}`));
          await window.page.emulateMedia({ colorScheme: 'light' });
        }
        expect(faults).toEqual([]);
      },
      120_000,
    );

    browserIt('can do it on a phone of 360 pixels, where nothing is cut off', async () => {
      const window = await open(role, { size: PHONE });
      const wide: string[] = [];
      for (const place of await window.places()) {
        await window.moveTo(place);
        const pixels = await window.overflow();
        if (pixels > 0) wide.push(`${place} is ${String(pixels)} pixels too wide`);
      }
      expect(wide).toEqual([]);
    });
  });

  describe('the queue', () => {
    browserIt('opens the most urgent need by keyboard, and Esc goes back to the row', async () => {
      const { page, url } = await open('Coordinator');
      await page.goto(`${url}/queue`);
      await page.locator('.row').first().waitFor();
      await page.keyboard.press('j');
      await page.locator('.row:focus').waitFor();
      await page.keyboard.press('Enter');
      await page.getByText('Why this place').waitFor();
      expect(new URL(page.url()).pathname).toMatch(/^\/queue\/[0-9a-f-]{36}$/);
      await page.keyboard.press('Escape');
      await page.getByText('Why this place').waitFor({ state: 'detached' });
      expect(new URL(page.url()).pathname).toBe('/queue');
    });

    browserIt(
      'shows in one window what was done in another, and a toast takes it back',
      async () => {
        const one = await open('Coordinator');
        const other = await open('Coordinator');
        await one.goTo('/queue');
        const row = one.page.locator('.row', { hasText: 'Find money' }).first();
        const path = (await row.getAttribute('href')) ?? '';
        await other.goTo(path);
        await one.goTo(path);
        const moves = other.page.locator('.moves li');
        const before = await moves.count();
        await one.page.getByRole('button', { name: 'Set aside' }).first().click();
        await one.page.getByText('is set aside.').waitFor();
        await moves.nth(before).waitFor();
        await one.page.getByRole('button', { name: 'Undo' }).click();
        await moves.nth(before + 1).waitFor();
      },
    );
  });

  describe('a fault of the server', () => {
    const MISTAKE = { errors: [{ message: 'x', extensions: { code: 'INTERNAL' } }], data: null };

    browserIt.each([
      ['an error', MISTAKE],
      ['nonsense', { data: { needQueue: { __typename: 'NeedQueue', edges: 7, pageInfo: {} } } }],
    ])('is told on the page that got %s, and gone with the next try', async (_, reply) => {
      const window = await open('Coordinator');
      const { page } = window;
      await page.route('**/graphql', async (route) => {
        const { operationName } = route.request().postDataJSON() as { operationName?: string };
        if (operationName === 'NeedQueue') await route.fulfill({ json: reply });
        else await route.continue();
      });
      await page.goto(`${window.url}/queue`);
      await page.getByText('The server made a mistake').waitFor();
      await page.locator('.rail').waitFor();
      await page.unroute('**/graphql');
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.locator('.row').first().waitFor();
      window.errors.length = 0;
    });
  });

  describe('the lock', () => {
    browserIt('hides the desk at once, and gives back what was being written', async () => {
      const { page, url } = await open('Coordinator');
      await page.goto(`${url}/queue`);
      await page.getByLabel('Codename').fill('HERON');
      await page.getByRole('button', { name: 'Demo-Coordinator One' }).click();
      await page.getByRole('menuitem', { name: 'Lock the desk' }).click();
      await page.getByText('The desk is locked').waitFor();
      expect(await page.locator('.shell').isVisible()).toBe(false);
      expect(await page.evaluate('sessionStorage.length')).toBe(0);
      await page.getByLabel('E-mail').fill('coordinator@lantern.example');
      await page
        .getByRole('textbox', { name: 'Passphrase' })
        .fill('demo lantern harbour bridge open coordinator');
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await page.locator('.shell').waitFor();
      expect(await page.getByLabel('Codename').inputValue()).toBe('HERON');
    });
  });

  describe('languages', () => {
    browserIt.each(['en', 'be', 'ru', 'pl', 'lt'])('fit on a phone in %s', async (language) => {
      const window = await open(null, { size: PHONE, language });
      await window.page.locator('.sign-in').waitFor();
      expect(await window.page.evaluate('document.documentElement.lang')).toBe(language);
      expect(await window.overflow()).toBeLessThanOrEqual(0);
    });
  });
});
