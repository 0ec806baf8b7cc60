import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { PHONE } from './desk-window.js';
import { browserIt, describeInBrowser } from './in-browser.js';

const toast = (page: Page, words: string | RegExp): Promise<void> =>
  page.getByText(words).filter({ visible: true }).first().waitFor();

/** Chooses the first reason of the dialog that is open, and says yes by the button of this name. */
async function giveReason(page: Page, act: string | RegExp): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.locator('select').last().selectOption({ index: 1 });
  await dialog.getByRole('button', { name: act }).click();
  await dialog.waitFor({ state: 'detached' });
}

const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name });

describeInBrowser('what the office does', ({ open }) => {
  browserIt(
    'guards a family, and both sign that it may come back',
    async () => {
      const security = await open('Security officer');
      const { page } = security;
      await security.goTo('/guarded');
      await page.getByLabel('Codename').fill('PLOVER');
      await button(page, 'Quarantine PLOVER-33').click();
      await giveReason(page, 'Quarantine');
      await toast(page, 'PLOVER-33 is in quarantine.');
      await button(page, 'Lift the quarantine of PLOVER-33').click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Lift' }).click();
      const answered = dialog
        .getByRole('alert')
        .or(page.getByText('A coordinator has to sign as well.'));
      await answered.first().waitFor();
    },
    120_000,
  );

  browserIt('stops a payout whose way it does not like, for a reason', async () => {
    const security = await open('Security officer');
    const { page } = security;
    await security.goTo('/clearance');
    await page.locator('a.row').first().click();
    await page.getByText('Never, whoever asks:').waitFor();
    await button(page, /^Stop it/).click();
    await giveReason(page, 'Stop it');
    await toast(page, ': done.');
    await page.getByText('Blocked by security').first().waitFor();
  });

  browserIt('narrows the log by time, person, purpose, kind and codename', async () => {
    const security = await open('Security officer');
    const { page } = security;
    await security.goTo('/disclosures');
    const log = page.getByRole('table', { name: 'Entry by entry' });
    await page.getByText('All time', { exact: true }).click();
    await log.getByRole('row').nth(1).waitFor();
    await page.getByLabel('What was opened').selectOption({ label: 'Tasks' });
    await page.getByLabel('Purpose', { exact: true }).selectOption({ label: 'Do a task' });
    await page
      .getByLabel('Person', { exact: true })
      .selectOption({ label: 'Demo-Volunteer Mentor' });
    await log
      .getByRole('row', { name: /Do a task/ })
      .first()
      .waitFor();
    await page.getByLabel('What was opened').selectOption({ label: 'Requests' });
    await page.getByText('No entry fits').waitFor();
    await button(page, 'Clear filters').click();
    await page.getByText('All time', { exact: true }).click();
    await page.getByLabel('Codename').fill('NOBODY-00');
    await log.waitFor({ state: 'detached' });
    await button(page, 'Clear filters').click();
    await log.getByRole('row').nth(1).waitFor();
  });

  browserIt('says which families would be named, and shuts a person out at once', async () => {
    const security = await open('Security officer');
    const { page } = security;
    await security.goTo('/exposure');
    const person = page.getByLabel('If this person were taken now');
    await person.selectOption({ label: 'Demo-Caseworker Two' });
    await page.getByText(/^[1-9]\d* famil(y|ies) would be named$/).waitFor();
    await page.getByRole('table', { name: 'Families' }).getByRole('row').nth(1).waitFor();
    const victim = await open(null);
    await victim.signIn('caseworker-three');
    await security.goTo('/people');
    await button(page, 'Suspend Demo-Caseworker Three').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Suspend now' }).click();
    await toast(page, 'Demo-Caseworker Three is suspended.');
    // Whatever they touch next shows that they are out.
    await victim.page.goto(`${victim.url}/cases`);
    await victim.page.getByRole('textbox', { name: 'Passphrase' }).waitFor();
    victim.errors.length = 0;
  });

  browserIt('says no on a sheet, with a reason', async () => {
    const coordinator = await open('Coordinator');
    const { page } = coordinator;
    await coordinator.goTo('/approvals');
    await page.locator('.row', { hasText: 'To be signed' }).first().click();
    await button(page, /^Say no/).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByRole('button', { name: 'Say no' }).isDisabled()).toBe(true);
    await giveReason(page, 'Say no');
    await toast(page, ': done.');
    await page.getByText('Refused').first().waitFor();
  });

  browserIt(
    'writes down what did not arrive and what came back',
    async () => {
      const finance = await open('Finance officer');
      const { page } = finance;
      const onTheWay = page.getByRole('table', { name: 'On the way' });
      for (const [cameBack, state] of [
        [false, 'Failed'],
        [true, 'Came back'],
      ] as const) {
        await finance.goTo('/releases');
        const rows = onTheWay.getByRole('row').filter({ hasText: /Released|In transit/ });
        await rows.getByRole('link').first().click();
        await button(page, /^It did not arrive/).click();
        const dialog = page.getByRole('dialog');
        if (cameBack) await dialog.getByLabel('It was sent and came back').check();
        await giveReason(page, 'It did not arrive');
        await toast(page, ': done.');
        await page.locator('.payout-standing', { hasText: state }).waitFor();
      }
    },
    120_000,
  );

  browserIt('ends the session of another window, which has to sign in again', async () => {
    const [one, other] = [await open(null), await open(null)];
    await one.signIn('caseworker-two');
    await other.signIn('caseworker-two');
    await one.goTo('/not-protected');
    await other.goTo('/not-protected');
    const ends = button(one.page, /^End the session of/);
    await ends.first().waitFor();
    for (let left = await ends.count(); left > 0; left -= 1) {
      await ends.first().click();
      await expectCount(ends, left - 1);
    }
    await toast(one.page, 'The session has ended.');
    // By itself: nobody has to touch the page that stands open there.
    await other.page.getByRole('textbox', { name: 'Passphrase' }).waitFor();
    other.errors.length = 0;
  });

  browserIt('gives a task back, and it is on the board again', async () => {
    const volunteer = await open(null, { size: PHONE, hasTouch: true });
    const { page } = volunteer;
    await volunteer.signIn('volunteer-four');
    await volunteer.goTo('/board');
    await button(page, 'I take it').first().tap();
    const accepting = button(page, /^I do it/);
    await accepting.tap();
    // What stands below moves up, and is moved by what comes.
    await accepting.waitFor({ state: 'detached' });
    await volunteer.settled();
    await button(page, 'Hand it back').tap();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio').first().check();
    await dialog.getByRole('button', { name: 'Hand it back' }).tap();
    await toast(page, 'It is back with the others.');
    await page.getByText('You have nothing in hand').waitFor();
  });
});

async function expectCount(what: Locator, count: number): Promise<void> {
  const next = what.nth(count);
  await next.waitFor({ state: 'detached' });
}
