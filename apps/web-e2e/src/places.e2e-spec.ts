import { expect } from '@jest/globals';
import { PHONE } from './desk-window.js';
import { browserIt, describeInBrowser } from './in-browser.js';

/** Lists whose first row is opened, by who has them. */
const LISTS = [
  ['Coordinator', '/queue'],
  ['Coordinator', '/inbox'],
  ['Coordinator', '/cases'],
  ['Coordinator', '/call-outs'],
  ['Coordinator', '/tasks'],
  ['Coordinator', '/approvals'],
  ['Finance officer', '/releases'],
  ['Finance officer', '/gifts'],
  ['Finance officer', '/funds'],
  ['Security officer', '/clearance'],
] as const;
/** Dialogs by the act that opens them. */
const DIALOGS = [
  ['Caseworker', '/cases', /^Note a contact/],
  ['Caseworker', '/cases', /^Next step/],
  ['Caseworker', '/cases', /^Add a need/],
  ['Coordinator', '/approvals', /^Say no/],
] as const;
const ROW = 'main a.row, main table a';

/** What a row may not cut: whose it is, until when, how far. */
const WHOLE = `:is(.need-codename, .need-clock, .need-next, .callout-codename, .callout-clock, .callout-state,
  .case-codename)`;
const CUT = `[...document.querySelectorAll('.row ${WHOLE.replaceAll('\n', ' ')}')]
  .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1).map(({ innerText }) => innerText)`;

describeInBrowser('what is opened', ({ open }) => {
  browserIt.each(LISTS)(
    'is without a fault for those who see, hear or use a keyboard, light and dark (%s, %s)',
    async (role, path) => {
      const window = await open(role);
      await window.goTo(path);
      await window.page.locator(ROW).first().click();
      await window.page.waitForURL((url) => url.pathname !== path);
      await window.settled();
      expect(await window.accessibilityFaults()).toEqual([]);
      expect(await window.colourFaults('dark')).toEqual([]);
    },
  );

  browserIt.each(DIALOGS)(
    'is without a fault in a dialog, light and dark (%s, %s, %s)',
    async (role, path, act) => {
      const window = await open(role);
      const { page } = window;
      await window.goTo(path);
      await page
        .locator('.row', { hasText: /HERON|To be signed/ })
        .first()
        .click();
      await page.getByRole('button', { name: act }).first().click();
      await page.getByRole('dialog').waitFor();
      expect(await window.accessibilityFaults()).toEqual([]);
      expect(await window.colourFaults('dark')).toEqual([]);
    },
  );

  browserIt(
    'loses nothing at twice the size, and moves nothing for who wants it still',
    async () => {
      // 200 per cent of 1280 by 800.
      const window = await open('Coordinator', { size: { width: 640, height: 400 } });
      const faults: string[] = [];
      for (const path of ['/queue', '/inbox', '/cases', '/approvals', '/tasks']) {
        await window.goTo(path);
        if ((await window.overflow()) > 0) faults.push(`${path} overflows`);
        await window.page.locator('.row').first().click();
        await window.settled();
        if ((await window.overflow()) > 0) faults.push(`${path}, opened, overflows`);
      }
      expect(faults).toEqual([]);
      const moving = `document.getAnimations().filter((each) => each.playState === 'running' &&
      each.effect.getComputedTiming().duration > 10).length`;
      expect(await window.page.evaluate(moving)).toBe(0);
      // Nor while it waits: what is being fetched shimmers for everybody else.
      await window.page.route('**/graphql', async (route) => {
        const { operationName } = route.request().postDataJSON() as { operationName?: string };
        if (operationName === 'Me') await route.continue();
      });
      await window.page.reload();
      await window.page.locator('.mantine-Skeleton-root:visible').first().waitFor();
      expect(await window.page.evaluate(moving)).toBe(0);
    },
  );

  browserIt('shows neither codes nor dates of a machine', async () => {
    // As people see it: a code such as FAMILY_DECLINED, a day such as 2026-03-01.
    const raw = /\b[A-Z]{3,}_[A-Z_]{2,}\b|\b\d{4}-\d{2}-\d{2}\b/g;
    const security = await open('Security officer');
    await security.goTo('/guarded');
    const found = [...(await security.page.locator('main').innerText()).matchAll(raw)];
    const { page } = await open('Coordinator');
    await page.goto(new URL('/call-outs', page.url()).href);
    await page.getByLabel('Which call-outs').selectOption('ended');
    for (const place of (await page.locator('.row').all()).keys()) {
      await page.locator('.row').nth(place).click();
      await page.locator('.callout-history li').first().waitFor();
      found.push(...(await page.locator('main').innerText()).matchAll(raw));
    }
    expect(found.map(([text]) => text)).toEqual([]);
  });

  browserIt.each(['en', 'be', 'ru', 'pl', 'lt'])(
    'fits in %s, on a phone and on a desk, with every codename, clock and state whole',
    async (language) => {
      const wide: string[] = [];
      const cut: string[] = [];
      for (const size of [PHONE, { width: 1280, height: 800 }]) {
        const window = await open(null, { language, size });
        await window.signIn(size === PHONE ? 'coordinator' : 'coordinator-two');
        await window.settled();
        for (const path of ['/queue', '/inbox', '/cases', '/approvals', '/tasks']) {
          await window.moveTo(path);
          const pixels = await window.overflow();
          if (pixels > 0) wide.push(`${path} at ${String(size.width)}: ${String(pixels)} too wide`);
        }
        expect(await window.page.evaluate('document.documentElement.lang')).toBe(language);
        if (size === PHONE) continue;
        for (const path of ['/queue', '/call-outs', '/cases']) {
          await window.goTo(path);
          await window.page.locator('.row').first().waitFor();
          cut.push(...(await window.page.evaluate<string[]>(CUT)));
          await window.page.locator('.row').first().click();
          await window.settled();
          cut.push(...(await window.page.evaluate<string[]>(CUT)));
        }
      }
      expect({ wide, cut }).toEqual({ wide: [], cut: [] });
    },
  );
});
