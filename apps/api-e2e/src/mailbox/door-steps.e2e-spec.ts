import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { askForHelp } from './test-support/door.js';
import { browserIt, describeDoor } from './test-support/door-in-browser.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** The goal of issue and interface: whole pages, everything that they load included. */
const MOST_BYTES = 30_000;
const SEND = 'main form button';
const LONG = 'Demo: доўгае паведамленне пра тое, як ідуць справы. '.repeat(70);

describeDoor('every page of the door, step by step', ({ desk, url, visitor }) => {
  const open = async (): Promise<Page> => {
    // What axe needs; the pages themselves bring no script, and their policy would stop it.
    const context = await visitor({
      ...{ bypassCSP: true, viewport: { width: 360, height: 740 } },
    });
    return context.newPage();
  };

  /** Size, script and what axe says of the present page. */
  const look = async (page: Page, name: string): Promise<void> => {
    const html = await page.content();
    expect({ name, scripts: html.match(/<script/g) }).toEqual({ name, scripts: null });
    const bytes = await page.evaluate(
      `performance.getEntriesByType('navigation')[0].decodedBodySize`,
    );
    expect({ name, isSmall: Number(bytes) <= MOST_BYTES }).toEqual({ name, isSmall: true });
    const resources = await page.evaluate(`performance.getEntriesByType('resource').length`);
    expect({ name, resources }).toEqual({ name, resources: 0 });
    await page.evaluate(AXE);
    const found = await page.evaluate(
      `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`,
    );
    expect({ name, found }).toEqual({ name, found: [] });
    const tooWide = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect({ name, tooWide }).toEqual({ name, tooWide: 0 });
  };
  const send = async (page: Page, name: string): Promise<void> => {
    await Promise.all([page.waitForNavigation(), page.locator(SEND).first().click()]);
    await look(page, name);
  };
  const come = async (page: Page, words: string, name: string): Promise<void> => {
    await page.goto(`${url()}/f?l=be`);
    await page.locator('#words').fill(words);
    await send(page, name);
  };
  /** Opens the form of an act; the button is found by the hidden field, in any language. */
  const act = async (page: Page, which: string): Promise<void> => {
    const form = page.locator('form', { has: page.locator(`input[name=act][value=${which}]`) });
    await Promise.all([page.waitForNavigation(), form.locator('button').first().click()]);
    await look(page, `form of ${which}`);
  };

  browserIt(
    'asks, one question a page, also where something was left out',
    async () => {
      const page = await open();
      await page.goto(`${url()}/f/ask?l=be`);
      await send(page, 'consent is missing');
      await page.locator('input[name=consent]').check();
      await send(page, 'region');
      await send(page, 'region is missing');
      await page.locator('input[name=region]').first().check();
      await send(page, 'needs');
      await send(page, 'needs are missing');
      await page.locator('input[name=needs]').first().check();
      await send(page, 'note');
      await send(page, 'note is missing');
      await page.locator('textarea').fill('MK-step by step');
      await send(page, 'name');
      await send(page, 'held');
      await send(page, 'words');
      const words = await page.locator('#words').innerText();

      await come(page, words, 'mailbox');
      await page.context().close();
      return undefined;
    },
    120_000,
  );

  browserIt(
    'does everything that a family can do in its mailbox',
    async () => {
      const page = await open();
      const { code, alarm, closing } = await askForHelp(desk());
      await come(page, code, 'mailbox');
      await act(page, 'write');
      await send(page, 'message is missing');
      for (const each of ['one', 'two', 'three']) {
        if (each !== 'one') await act(page, 'write');
        await page.locator('textarea').fill(LONG);
        await send(page, `mailbox with long message ${each}`);
      }
      await act(page, 'pause');
      await send(page, 'paused');
      await act(page, 'resume');
      await send(page, 'going on');
      await act(page, 'complain');
      await send(page, 'complaint is missing');
      await page.locator('input[name=kind]').first().check();
      await page.locator('textarea').fill('MK-a complaint');
      await send(page, 'complaint made');
      await desk().database.asOperator(
        `UPDATE intake_request SET state = 'DECLINED', decision_reason = 'OUTSIDE_MANDATE', appeal_until = now()::date + 3`,
      );
      await come(page, code, 'refused');
      await act(page, 'appeal');
      await send(page, 'appeal is missing');
      await page.locator('textarea').fill('MK-an appeal');
      await send(page, 'appeal made');
      await act(page, 'consent');
      await send(page, 'consent is missing');
      await page.locator('input[name=purpose]').last().check();
      await send(page, 'taken back');
      await come(page, alarm, 'word for danger');
      await come(page, closing, 'closing word');
      await come(page, code, 'closed');
      await page.context().close();
      return undefined;
    },
    120_000,
  );

  browserIt(
    'takes a word for what has arrived, and what somebody knows',
    async () => {
      const page = await open();
      await page.goto(`${url()}/f/word?l=be`);
      await send(page, 'word is missing');
      await page.goto(`${url()}/f/word?l=be`);
      await page.locator('#word').fill('lantern harbour 11');
      await send(page, 'arrived');
      await page.goto(`${url()}/f/tell?l=be`);
      await send(page, 'note is missing');
      await page.locator('input[name=kind]').first().check();
      await page.locator('textarea').fill('MK-from outside');
      await send(page, 'note arrived');
      await page.context().close();
      return undefined;
    },
    60_000,
  );
});
