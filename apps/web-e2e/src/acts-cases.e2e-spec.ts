import { expect } from '@jest/globals';
import { browserIt, describeInBrowser } from './in-browser.js';
import { confirm, openCase } from './scenes/case-acts.js';

const PATIENCE_MS = 180_000;

describeInBrowser('acts on cases', ({ open }) => {
  browserIt(
    'lets a caseworker write, call, note news of the prisoner, take a consent back, and hand the case on',
    async () => {
      const window = await open('Caseworker');
      const { page } = window;
      await window.goTo('/cases');
      await openCase(page, 'STORK-11', 'Prisoner');

      // A note that names somebody says so and is not stopped.
      await page.keyboard.press('w');
      const note = page.getByRole('dialog', { name: 'A note about STORK-11' });
      await note.getByLabel('Note', { exact: true }).fill('Demo-Stork Mother called.');
      await note.getByText('This looks like a full name.', { exact: false }).waitFor();
      await confirm(note, 'Add the note');

      await page.keyboard.press('c');
      const call = page.getByRole('dialog', { name: 'Contact with STORK-11' });
      await call.getByText('No answer', { exact: true }).click();
      await confirm(call, 'Note the contact');
      await page.getByText('The contact with STORK-11 is noted.').waitFor();

      await page.getByRole('button', { name: 'Record a change' }).first().click();
      const news = page.getByRole('dialog', { name: 'Record a change' });
      await news.getByLabel('Where things stand').selectOption({ label: 'In a punishment cell' });
      await confirm(news, 'Add to the history');
      await page.getByRole('listitem').filter({ hasText: 'In a punishment cell' }).waitFor();

      // Lists of the state close ways of help, so they are recorded with the prisoner.
      await page.getByRole('button', { name: 'Add a prisoner' }).click();
      const more = page.getByRole('dialog', { name: 'Add a prisoner' });
      await more.getByRole('textbox', { name: 'Name' }).fill('Demo-Stork Uncle');
      await more.getByLabel('Regime').selectOption({ label: 'Strict regime' });
      for (const [label, entry] of [
        ['Articles', /^342 /],
        ['State lists', /terrorists/],
      ] as const) {
        await more.getByRole('combobox', { name: label }).click({ force: true });
        await page.getByRole('option', { name: entry }).click();
        await page.keyboard.press('Tab');
      }
      await confirm(more, 'Add to the case');
      const second = page.getByRole('region', { name: 'Prisoner 2' });
      await second.getByText('On the state list of "terrorists" (so labelled)').waitFor();
      await second.getByText('Strict regime').waitFor();

      await page.getByRole('tab', { name: 'Consents' }).click();
      const card = page.getByRole('listitem').filter({ hasText: 'Publish a card' });
      await card.getByRole('button', { name: 'Take back' }).click();
      await card.getByText(/taken back on/).waitFor();

      await page.getByRole('tab', { name: 'Access' }).click();
      await page.getByRole('button', { name: 'Hand over', exact: true }).click();
      const handing = page.getByRole('dialog', { name: 'Hand STORK-11 over' });
      await handing.getByLabel('Who').selectOption({ label: 'Demo-Caseworker Two' });
      await confirm(handing, 'Hand over');
      // Whoever hands over holds nothing afterwards.
      await page.getByRole('button', { name: /^Note a contact/ }).waitFor({ state: 'detached' });
    },
    PATIENCE_MS,
  );

  browserIt(
    'lets a coordinator release a lock, end an access and cancel a need, and the caseworker give the key again',
    async () => {
      const window = await open('Coordinator');
      const { page } = window;
      await window.goTo('/cases');
      await openCase(page, 'DIPPER-07', 'Access');
      const holders = page.getByRole('region', { name: 'Who can open this case' });
      const deputy = holders.getByRole('listitem').filter({ hasText: 'deputy' });
      const name = (await deputy.locator('strong').textContent()) ?? '';
      await deputy.getByRole('button', { name: 'Release the lock' }).click();
      await page.getByText(`${name} can open the case now.`).waitFor();

      await deputy.getByRole('button', { name: 'End access' }).click();
      await confirm(page.getByRole('dialog'), 'End access');
      await deputy.waitFor({ state: 'detached' });
      const waiting = page.getByRole('region', { name: 'Waiting for access' });
      await waiting.getByText(name).waitFor();

      await window.goTo('/queue');
      // Of this family's needs one that nobody is working on.
      const rows = page.locator('.row', { hasText: 'KINGFISHER-05' });
      await rows.filter({ hasText: 'Remote legal consultation' }).click();
      await page.getByRole('button', { name: /^Cancel the need/ }).click();
      const ending = page.getByRole('dialog', { name: 'Cancel the need' });
      await ending.getByRole('radio', { name: 'No longer needed' }).check();
      await confirm(ending, 'Cancel the need');
      await page.getByText('Cancelled', { exact: true }).first().waitFor();

      const other = await open('Caseworker');
      await other.goTo('/cases');
      await openCase(other.page, 'DIPPER-07', 'Access');
      const asking = other.page.getByRole('region', { name: 'Waiting for access' });
      await asking.getByRole('button', { name: 'Give access' }).click();
      await confirm(other.page.getByRole('dialog', { name: `Give ${name} access` }), 'Give access');
      await asking.waitFor({ state: 'detached' });
      await other.page.getByText('Locked: opens once a second person releases it.').waitFor();
    },
    PATIENCE_MS,
  );

  browserIt(
    'asks security about one call-out and takes another for bait',
    async () => {
      const window = await open('Coordinator');
      const { page } = window;
      await window.goTo('/call-outs');
      await page.locator('.row', { hasText: 'STORK-11' }).click();
      await page.getByRole('button', { name: /^Ask security/ }).click();
      const asking = page.getByRole('dialog', { name: 'Ask security' });
      await asking.getByLabel('Why security').selectOption({ label: 'Danger to those who help' });
      await confirm(asking, 'Ask security');
      await page.getByText('Security was asked. The work waits.').waitFor();

      // One word is kept; two people have to say it before anything is frozen.
      for (const [role, answer] of [
        ['Coordinator', 'Your word is kept. Somebody else has to say the same.'],
        ['Security officer', 'Decided.'],
      ] as const) {
        const other = await open(role);
        const { page: desk } = other;
        await other.goTo('/call-outs');
        await desk.locator('.row', { hasText: 'SISKIN-24' }).click();
        await desk.getByRole('button', { name: /^Maybe a provocation/ }).click();
        const suspecting = desk.getByRole('dialog', { name: 'Maybe a provocation' });
        await confirm(suspecting, 'Maybe a provocation');
        await desk.getByText(answer).waitFor();
      }
    },
    PATIENCE_MS,
  );

  browserIt(
    'declines many requests at once, takes it back in time, compares two and makes them one',
    async () => {
      const window = await open('Coordinator');
      const { page } = window;
      await window.goTo('/inbox');
      const mark = async (place: number): Promise<void> => {
        await page.locator('.row').nth(place).focus();
        await page.keyboard.press('x');
      };
      const decline = async (): Promise<void> => {
        await page.getByRole('toolbar').getByRole('button', { name: 'Decline' }).click();
        const asking = page.getByRole('dialog', { name: 'Decline' });
        await asking.getByRole('radio', { name: /Not a request/ }).check();
        await confirm(asking, 'Decline');
      };
      await page.locator('.row').nth(3).waitFor();
      const before = await page.locator('.row').count();
      await mark(before - 1);
      await mark(before - 2);
      await decline();
      await page.getByText('2 requests are declined in a moment.').waitFor();
      await page.getByRole('button', { name: 'Undo' }).click();
      await page.getByText('2 marked').waitFor();
      expect(await page.locator('.row').count()).toBe(before);
      await decline();
      await page.getByText('2 requests are decided.').waitFor();
      await page
        .locator('.row')
        .nth(before - 2)
        .waitFor({ state: 'detached' });

      const both = page.getByRole('button', { name: 'Open both' });
      for (let place = 0; (await both.count()) === 0; place += 1) {
        await window.goTo('/inbox');
        await page.locator('.row').nth(place).click();
        await page.getByRole('button', { name: /^Accept/ }).waitFor();
      }
      await both.first().click();
      await page.getByRole('heading', { name: 'The other request' }).waitFor();
      await page.getByRole('button', { name: 'It is the same' }).first().click();
      await confirm(page.getByRole('dialog', { name: 'Make them one' }), 'Make them one');
      await page.getByText('The two are one now.').waitFor({ timeout: 15_000 });
    },
    PATIENCE_MS,
  );
});
