import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { DeskWindow } from './desk-window.js';
import { browserIt, describeInBrowser } from './in-browser.js';
import { confirm, openCase } from './scenes/case-acts.js';

const PATIENCE_MS = 240_000;
const FAMILY = 'PLOVER-33';

/** One act on the offer that is open. */
async function act(page: Page, name: string): Promise<void> {
  const acts = page.getByRole('toolbar', { name: 'What you can do' });
  await acts.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  const asking = page.getByRole('dialog', { name });
  const check = asking.getByRole('switch');
  if ((await check.count()) > 0) await check.click({ force: true });
  await confirm(asking, name);
}

/** The family says that Bridge may know it, and the coordinator is given the key. */
async function prepare(coordinator: DeskWindow, caseworker: DeskWindow, second: DeskWindow) {
  await coordinator.goTo('/cases');
  await openCase(coordinator.page, FAMILY, 'Access');
  await coordinator.page.getByRole('button', { name: 'Name a deputy', exact: true }).click();
  const naming = coordinator.page.getByRole('dialog');
  await naming.getByLabel('Who').selectOption({ label: 'Demo-Coordinator One' });
  await confirm(naming, 'Name a deputy');

  const { page } = caseworker;
  await caseworker.goTo('/cases');
  await openCase(page, FAMILY, 'Consents');
  await page.getByRole('button', { name: 'Record a consent' }).first().click();
  const consent = page.getByRole('dialog');
  await consent
    .getByLabel('What for')
    .selectOption({ label: 'Hand our case over to a named organisation' });
  await consent.getByLabel('Organisation').selectOption({ label: 'Bridge' });
  await consent
    .getByLabel('What was asked and answered')
    .fill('Demo-wording: Bridge may know who we are.');
  await confirm(consent, 'Record the consent');
  await page.getByRole('tab', { name: 'Access' }).click();
  const waiting = page.getByRole('region', { name: 'Waiting for access' });
  const asked = waiting.getByRole('listitem').filter({ hasText: 'Demo-Coordinator One' });
  await asked.getByRole('button', { name: 'Give access' }).click();
  await confirm(page.getByRole('dialog'), 'Give access');

  await second.goTo('/cases');
  await openCase(second.page, FAMILY, 'Access');
  const holders = second.page.getByRole('region', { name: 'Who can open this case' });
  const locked = holders.getByRole('listitem').filter({ hasText: 'Demo-Coordinator One' });
  await locked.getByRole('button', { name: 'Release the lock' }).click();
  await second.page.getByText('Demo-Coordinator One can open the case now.').waitFor();
}

describeInBrowser('a family that goes on with another organisation', ({ open }) => {
  browserIt(
    'is offered, taken back, offered anew, accepted, sent sealed and received there under a new codename',
    async () => {
      const sender = await open('Coordinator');
      const second = await open(null);
      await second.signIn('coordinator-two');
      await prepare(sender, await open('Caseworker'), second);
      const receiver = await open(null);
      await receiver.signIn('bridge-coordinator', 'bridge');

      const offer = async (): Promise<void> => {
        await sender.goTo('/cases');
        await openCase(sender.page, FAMILY, 'Access');
        await sender.page.getByRole('button', { name: 'More' }).last().click();
        await sender.page.getByRole('menuitem', { name: 'Offer to another organisation' }).click();
        const offering = sender.page.getByRole('dialog');
        await offering.getByLabel('Organisation').selectOption({ label: 'Bridge' });
        await confirm(offering, 'Offer the family');
        await sender.page.waitForURL(/\/hand-overs\//);
      };
      await offer();
      await act(sender.page, 'Take back');
      await offer();

      await receiver.goTo('/hand-overs');
      await receiver.page.locator('.row', { hasText: 'Offered' }).first().click();
      await act(receiver.page, 'Accept');
      // What another organisation does shows with the next look: live news stay within one.
      await sender.page.reload();
      await act(sender.page, 'Send the family');
      await receiver.page.reload();
      await act(receiver.page, 'Receive the family');
      await receiver.page.waitForURL(/\/cases\//);
      const codename = await receiver.page.getByRole('heading').first().innerText();
      expect(codename).not.toContain('PLOVER');
    },
    PATIENCE_MS,
  );
});
