import { expect } from '@jest/globals';
import { DEMO_MAILBOXES } from '@kinward/runtime';
import { launchChromium } from '@kinward/testing';
import type { BrowserContext, Page } from 'playwright-core';
import { PHONE, type DeskWindow } from '../desk-window.js';
import { browserIt, describeInBrowser } from '../in-browser.js';

const ASKED = 'Demo: my husband was taken on Tuesday. We need a lawyer.';
const ANSWER = 'Demo: a lawyer can come on Friday. Write to us if that is good.';
const YES = 'Demo: Friday is good.';
const SORRY = 'Demo: somebody else will come from now on.';

/** A telephone without script that keeps nothing. */
class Phone {
  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly url: string,
    readonly close: () => Promise<void>,
  ) {}

  static async open(url: string): Promise<Phone> {
    const launched = await launchChromium();
    if ('skipped' in launched) throw new Error(launched.skipped);
    const context = await launched.browser.newContext({
      ...{ javaScriptEnabled: false, viewport: PHONE, locale: 'en-GB' },
    });
    return new Phone(await context.newPage(), context, url, () => launched.close());
  }

  async press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
  }

  async come(words: string): Promise<void> {
    await this.page.goto(`${this.url}/f?l=en`);
    await this.page.getByLabel('Your eight words').fill(words);
    await this.press('Open');
    await this.page.locator('#status').waitFor();
  }

  async askForHelp(): Promise<string> {
    const { page } = this;
    await page.goto(`${this.url}/f?l=en`);
    await page.getByRole('link', { name: 'Ask for help' }).click();
    await page.locator('input[name=consent]').check();
    await this.press('Next');
    await page.locator('input[name=region]').first().check();
    await this.press('Next');
    await page.getByLabel('A lawyer').check();
    await this.press('Next');
    await page.locator('textarea').fill(ASKED);
    await this.press('Next');
    await this.press('Next');
    await this.press('Send');
    return page.locator('#words').innerText();
  }

  read(): Promise<string> {
    return this.page.locator('main').innerText();
  }

  cookies() {
    return this.context.cookies();
  }
}

/** Opens the first row of a list and reads it. */
async function readFirst(window: DeskWindow, path: string): Promise<void> {
  await window.goTo(path);
  await window.page.locator('main a.row').first().click();
  await window.page.getByRole('button', { name: /^Read/ }).click();
}

describeInBrowser('a family at its own door', ({ open, url }) => {
  browserIt(
    'asks without script, is answered by the screener, and says that it is good',
    async () => {
      const phone = await Phone.open(url());
      const words = await phone.askForHelp();
      await phone.come(words);
      await phone.press('Write to us');
      await phone.page.locator('textarea').fill(ASKED);
      await phone.press('Send');

      const screener = await open('Caseworker');
      await screener.goTo('/mailboxes');
      const row = screener.page.locator('main a.row', { hasText: '1 new line' }).first();
      await row.waitFor();
      const rows = screener.page.locator('main a.row', { hasText: 'new line' });
      // The one that came last says what was asked just now.
      for (let place = 0; place < (await rows.count()); place += 1) {
        await rows.nth(place).click();
        await screener.page.getByRole('button', { name: /^Read/ }).click();
        await screener.page.locator('.mailbox-lines').waitFor();
        if ((await screener.page.locator('.mailbox-lines').innerText()).includes(ASKED)) break;
        await screener.goTo('/mailboxes');
      }
      expect(await screener.page.locator('.mailbox-lines').innerText()).toContain(ASKED);
      expect(await screener.accessibilityFaults()).toEqual([]);
      await screener.page.getByLabel('Answer').fill(ANSWER);
      await screener.page.getByRole('button', { name: 'Leave the answer' }).click();
      await screener.page.locator('.mailbox-lines', { hasText: ANSWER }).waitFor();

      await phone.come(words);
      expect(await phone.read()).toContain(ANSWER);
      await phone.press('Write to us');
      await phone.page.locator('textarea').fill(YES);
      await phone.press('Send');
      expect(await phone.read()).toContain(YES);
      expect(await phone.cookies()).toEqual([]);
      await phone.close();
      // The card of the request leads to the same mailbox.
      await screener.page.getByRole('link', { name: 'Open the request' }).click();
      await screener.page.getByRole('link', { name: "The family's mailbox" }).click();
      await screener.page.locator('main a.row', { hasText: '1 new line' }).waitFor();
    },
    180_000,
  );

  browserIt(
    'is answered by somebody else where it complained, and security was asked in time',
    async () => {
      const concerned = await open('Coordinator');
      await concerned.goTo('/complaints');
      await concerned.page.getByText('No complaint waits for you').waitFor();

      const other = await open('Security officer');
      await readFirst(other, '/complaints');
      await other.page.getByText(/security was asked on/).waitFor();
      expect(await other.accessibilityFaults()).toEqual([]);
      await other.page.getByLabel('Answer').fill(SORRY);
      await other.page.getByRole('button', { name: 'Send the answer' }).click();
      await other.page.getByText('No complaint waits for you').waitFor();

      const phone = await Phone.open(url());
      const { words } = DEMO_MAILBOXES.find(({ key }) => key === 'COMPLAINING') ?? {};
      await phone.come(words?.code.join(' ') ?? '');
      expect(await phone.read()).toContain('Answer to your complaint');
      expect(await phone.read()).toContain(SORRY);
      await phone.close();
    },
    120_000,
  );

  browserIt(
    'gets words for its case once, on paper that holds nothing else',
    async () => {
      const window = await open('Caseworker');
      const { page } = window;
      await window.goTo('/cases');
      await page.locator('main a.row', { hasText: 'STORK-11' }).click();
      await page.locator('.case-acts').getByRole('button', { name: 'More', exact: true }).click();
      await page.getByRole('menuitem', { name: 'Open a mailbox' }).click();
      await page.getByLabel('Language of the words').selectOption('en');
      expect(await window.accessibilityFaults()).toEqual([]);
      await page.getByRole('button', { name: 'Show the words' }).click();
      const words = await page.locator('.mailbox-paper').innerText();
      expect(words.split(' ')).toHaveLength(8);
      expect(await window.accessibilityFaults()).toEqual([]);
      await page.emulateMedia({ media: 'print' });
      expect((await page.locator('.page').innerText()).trim()).toBe(words);
      await page.emulateMedia({ media: 'screen' });
      await page.getByRole('link', { name: 'They are handed over' }).click();
      await page.locator('main a.row').first().waitFor();
      await page.goBack();
      expect(await page.locator('.mailbox-paper').count()).toBe(0);

      const phone = await Phone.open(url());
      await phone.come(words);
      expect(await phone.read()).toContain('There are no messages yet.');
      await phone.close();
    },
    120_000,
  );

  browserIt(
    'has its note from outside dealt with, on a phone in the dark',
    async () => {
      const window = await open('Coordinator', { size: PHONE, scheme: 'dark' });
      await readFirst(window, '/outside-notes');
      await window.page.locator('.mailbox-words').waitFor();
      expect(await window.accessibilityFaults()).toEqual([]);
      expect(await window.overflow()).toBe(0);
      await window.page.getByRole('button', { name: /^Dealt with/ }).click();
      const dialog = window.page.getByRole('dialog');
      await dialog.waitFor();
      expect(await window.accessibilityFaults()).toEqual([]);
      await dialog.getByRole('button', { name: /^Dealt with/ }).click();
      await window.page.getByText('Nothing from outside').waitFor();
    },
    120_000,
  );
});
