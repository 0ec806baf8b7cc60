import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { expect } from '@jest/globals';
import { browserIt, describeDoor } from './test-support/door-in-browser.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const LANGUAGES = ['be', 'ru', 'en', 'pl', 'lt'] as const;

describeDoor('the door in a browser without script', ({ url, visitor }) => {
  const window = async (options: object = {}) => {
    const context = await visitor({ locale: 'en-GB', ...options });
    const page = await context.newPage();
    const foreign: string[] = [];
    const kinds: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(url())) foreign.push(request.url());
      kinds.push(request.resourceType());
    });
    return { context, page, foreign, kinds };
  };

  browserIt('asks, comes back, writes, and is empty once it was closed', async () => {
    const opened = await window({
      javaScriptEnabled: false,
      viewport: { width: 240, height: 320 },
    });
    const { context, page, foreign, kinds } = opened;
    await page.goto(`${url()}/f`);
    await page.getByRole('link', { name: 'Ask for help' }).click();
    await page.getByLabel('Yes, you may keep it').check();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByLabel('Lithuania').check();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByLabel('Food').check();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByLabel('Tell us in your own words').fill('MK-browser');
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('button', { name: 'Send' }).click();
    const words = await page.locator('#words').innerText();
    // Status by words: two pages.
    await page.goto(`${url()}/f`);
    await page.getByLabel('Your eight words').fill(words);
    await page.getByRole('button', { name: 'Open' }).click();
    expect(await page.locator('#status').innerText()).toContain('Your words have arrived.');
    await page.getByRole('button', { name: 'Write to us' }).click();
    await page.getByLabel('Your message').fill('MK-from a browser');
    await page.getByRole('button', { name: 'Send' }).click();
    expect(await page.locator('main').innerText()).toContain('MK-from a browser');
    await page.getByRole('button', { name: 'Русский' }).click();
    expect(await page.locator('html').getAttribute('lang')).toBe('ru');

    const { scrollWidth, clientWidth } = await page.locator('html').evaluate((html) => html);
    expect(scrollWidth).toBe(clientWidth);
    expect(await context.cookies()).toEqual([]);
    expect(foreign).toEqual([]);
    expect([...new Set(kinds)]).toEqual(['document']);
    // The address alone shows the beginning.
    await page.goto(page.url());
    expect(await page.locator('main').innerText()).not.toContain('MK-from a browser');
    await context.close();
    return undefined;
  });

  browserIt.each(['/f', '/f/ask', '/f/word', '/f/tell'])(
    'has nothing that axe finds on %s',
    async (path) => {
      const opened = await window({ bypassCSP: true });
      const { context, page } = opened;
      for (const language of LANGUAGES) {
        await page.goto(`${url()}${path}?l=${language}`);
        await page.addScriptTag({ content: AXE });
        const found = await page.evaluate(
          `axe.run().then(({ violations }) => violations.map(({ id }) => id))`,
        );
        expect({ language, found }).toEqual({ language, found: [] });
      }
      await context.close();
      return undefined;
    },
  );
});
