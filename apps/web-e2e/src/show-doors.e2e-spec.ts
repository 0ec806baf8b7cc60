import { expect } from '@jest/globals';
import { DEMO_LINKS } from '@kinward/runtime';
import type { Page } from 'playwright-core';
import { PHONE, type DeskWindow } from './desk-window.js';
import { browserIt, describeInBrowser } from './in-browser.js';
import { PaymentPage } from './scenes/payment-page.js';
import { receiptWord } from './scenes/receipt-word.js';

/** What a donor reads on the way. */
const DONORS = [
  [
    'en',
    'Where it is needed most',
    'Thank you',
    'What my gift did',
    /^Your EUR 50\.00|EUR 50\.00 has/,
  ],
  ['ru', 'Туда, где нужнее всего', 'Спасибо', 'Что сделал мой дар', /EUR 50,00/],
  ['pl', 'Tam, gdzie najbardziej potrzeba', 'Dziękujemy', 'Co zdziałał mój dar', /EUR 50,00/],
] as const;
/** What the godparent of the demonstration reads: how far the money has come, and what the family lets donors know. */
const GODPARENTS = [
  [
    'en',
    'EUR 120.00 of your EUR 1,200.00 has reached one family: daily living.',
    'What families want you to know',
  ],
  [
    'ru',
    'EUR 120,00 из ваших EUR 1 200,00 дошли до 1 семьи: повседневные нужды.',
    'Что семьи хотят вам сказать',
  ],
  [
    'be',
    'EUR 120,00 з вашых EUR 1 200,00 дайшлі да 1 сям’і: штодзённыя патрэбы.',
    'Што сем’і хочуць вам сказаць',
  ],
] as const;
/** What a family reads on the way. */
const FAMILIES = [
  ['en', 'Your words have arrived.', 'Thank you. It is noted.'],
  ['ru', 'Ваши слова дошли.', 'Спасибо. Отмечено.'],
  ['be', 'Вашы словы дайшлі.', 'Дзякуй. Адзначана.'],
] as const;
/** What a foundation reads: money that lapses, the needs that it could still meet, and what became of its goals. */
const FOUNDATIONS = [
  [
    'en',
    /11,400\.00 lapse in 20 days/,
    /3 waiting children’s needs/,
    'Goals and results',
    'about 60',
  ],
  ['ru', /сгорит через 20 дней/, /3 ожидающие детские нужды/, 'Цели и результаты', 'около 60'],
  ['be', /згарыць праз 20 дзён/, /3 дзіцячыя патрэбы/, 'Мэты і вынікі', 'каля 60'],
] as const;
const MESSAGE = 'Demo-message: the parcel came on Monday.';

describeInBrowser('the show on a phone, at the doors', ({ open, url }) => {
  const check = async (window: DeskWindow): Promise<void> => {
    expect(await window.overflow()).toBe(0);
    expect(await window.accessibilityFaults()).toEqual([]);
  };

  browserIt.each(DONORS)(
    'a donor gives, pays, is thanked and sees what the gift did (%s)',
    async (language, fund, thanks, title, story) => {
      const scheme = language === 'ru' ? 'dark' : 'light';
      const options = { size: PHONE, hasTouch: true, mayLeave: true, scheme } as const;
      const window = await open(null, { ...options, language });
      const { page } = window;
      const heading = (name: string): Promise<void> =>
        page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
      await page.goto(`${url()}/give`);
      await page.getByText(fund).tap();
      await page.getByText(/^EUR 50[.,]00$/).tap();
      await check(window);
      await page.locator('button.main').tap();
      await (await PaymentPage.reached(page)).pay();
      await heading(thanks);
      await check(window);
      await page.locator('button.main').tap();
      await heading(title);
      expect(await page.locator('[data-story]').innerText()).toMatch(story);
      // The gift is named in the language of the page.
      expect(await page.locator('.card h3').first().innerText()).toContain(fund);
      for (const summary of await page.locator('summary').all()) await summary.click();
      await check(window);
    },
  );

  browserIt.each(GODPARENTS)(
    'a donor of the demonstration reads what has reached a family, and its update (%s)',
    async (language, story, updates) => {
      const scheme = language === 'ru' ? 'dark' : 'light';
      const window = await open(null, { size: PHONE, hasTouch: true, language, scheme });
      const { page } = window;
      await page.goto(`${url()}/gift#${DEMO_LINKS.MONTHLY}`);
      const told = page.locator('[data-story]');
      await told.waitFor();
      expect((await told.innerText()).replaceAll(/\s/g, ' ')).toContain(story);
      expect(await page.locator('table').first().innerText()).toMatch(/EUR 60[.,]00/);
      await check(window);
      await page.goto('about:blank');
      await page.goto(`${url()}/gift#${DEMO_LINKS.CARD}`);
      await page.getByRole('heading', { name: updates }).waitFor();
      await page.getByText('Letters come again', { exact: false }).waitFor();
      await check(window);
    },
  );

  browserIt.each(FOUNDATIONS)(
    'a foundation sees what lapses, what would fit, and what became of its goals (%s)',
    async (language, lapses, fit, goals, count) => {
      const scheme = language === 'ru' ? 'dark' : 'light';
      const window = await open(null, { size: PHONE, hasTouch: true, language, scheme });
      const { page } = window;
      await window.signIn('foundation-manager');
      await window.settled();
      await page.getByText(lapses).waitFor();
      await page.getByText(fit).waitFor();
      await check(window);
      await page.getByRole('alert').getByRole('link').tap();
      await page.getByRole('table', { name: goals }).getByText(count).first().waitFor();
      await window.settled();
      await check(window);
    },
  );

  browserIt.each(FAMILIES)(
    'a family asks, comes back with its words, writes, and says that something came, without script (%s)',
    async (language, arrived, noted) => {
      const window = await open(null, { size: PHONE, hasTouch: true, language, noScript: true });
      const { page } = window;
      const kinds: string[] = [];
      page.on('request', (request) => kinds.push(request.resourceType()));
      await page.goto(`${url()}/f?l=${language}`);
      await page.locator('a[href^="/f/ask"]').tap();
      await page.locator('input[name=consent]').check();
      await next(page);
      await page.locator('input[name=region]').first().check();
      await next(page);
      await page.locator('input[name=needs]').first().check();
      await next(page);
      await page.locator('textarea[name=note]').fill('Demo-words of a family');
      await next(page);
      await page.locator('input[name=name]').fill('Demo-Asker');
      await next(page);
      await next(page);
      const words = await page.locator('#words').innerText();
      expect(words.split(' ')).toHaveLength(8);
      await fits(page);

      await page.goto(`${url()}/f?l=${language}`);
      await page.locator('input[name=words]').fill(words);
      await next(page);
      expect(await page.locator('#status').innerText()).toContain(arrived);
      await fits(page);
      await page.locator('form:has(input[value=write]) button').tap();
      await page.locator('textarea[name=text]').fill(MESSAGE);
      await next(page);
      await page.locator('.m', { hasText: MESSAGE }).waitFor();
      await fits(page);

      const word = await receiptWord(url());
      await page.goto(`${url()}/f/word?l=${language}`);
      await page.locator('input[name=word]').fill(word);
      await next(page);
      await page.getByText(noted).waitFor();
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      expect([...new Set(kinds)]).toEqual(['document']);
    },
  );
});

/** The button of the form that stands first. */
async function next(page: Page): Promise<void> {
  await page.locator('main form button').first().tap();
}

async function fits(page: Page): Promise<void> {
  const { scrollWidth, clientWidth } = await page.locator('html').evaluate((html) => html);
  expect(scrollWidth).toBe(clientWidth);
}
