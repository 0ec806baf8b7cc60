import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { browserIt, describeInBrowser } from './in-browser.js';

describeInBrowser('what was being written', ({ open }) => {
  browserIt('is there again when a session that ended is opened anew', async () => {
    const window = await open(null);
    const { page } = window;
    await window.signIn('caseworker-two');
    await window.goTo('/open-case');
    await page.getByLabel('Roughly where the family lives').selectOption({ label: 'Inside, west' });
    await page.getByLabel('The story in a few sentences').fill('Demo-story of a draft.');
    await page.getByRole('button', { name: 'Demo-Caseworker Two' }).click();
    await page.getByRole('menuitem', { name: 'Lock the desk' }).click();
    await page.getByText('The desk is locked').waitFor();
    await window.signIn('caseworker-two');
    const story = page.getByLabel('The story in a few sentences');
    expect(await story.inputValue()).toBe('Demo-story of a draft.');
  });

  browserIt('outlives the page, in a wizard, and leaves nothing on the device', async () => {
    const window = await open(null);
    const { page } = window;
    await window.signIn('caseworker-two');
    await window.goTo('/open-case');
    const story = page.getByLabel('The story in a few sentences');
    await story.fill('Demo-story that outlives its page.');
    await kept(page);
    await page.reload();
    await restored(page);
    expect(await story.inputValue()).toBe('Demo-story that outlives its page.');
    const stored = '({ ...sessionStorage, ...localStorage })';
    expect(JSON.stringify(await page.evaluate(stored))).not.toContain('Demo-story');
  });

  browserIt('outlives the page, in a note', async () => {
    const window = await open('Caseworker');
    const { page } = window;
    await window.goTo('/cases');
    await page.locator('.row', { hasText: 'HERON' }).first().click();
    await page.getByRole('button', { name: /^Note a contact/ }).click();
    const note = page.getByRole('dialog').getByLabel('Note', { exact: true });
    await note.fill('Demo-note of a draft.');
    await kept(page);
    await page.reload();
    await page.getByRole('button', { name: /^Note a contact/ }).click();
    await restored(page);
    expect(await note.inputValue()).toBe('Demo-note of a draft.');
  });

  browserIt('loses neither what was kept nor what is typed before it has arrived', async () => {
    const window = await open(null);
    const { page } = window;
    await window.signIn('caseworker-three');
    await window.goTo('/open-case');
    const story = page.getByLabel('The story in a few sentences');
    await story.fill('Demo-story of before.');
    await kept(page);
    let arrive = (): void => undefined;
    const held = new Promise<void>((go) => {
      arrive = go;
    });
    await page.route('**/graphql', async (route) => {
      const { operationName } = route.request().postDataJSON() as { operationName?: string };
      if (operationName === 'Draft') await held;
      await route.continue();
    });
    await page.reload();
    await story.fill('Demo-words of now.');
    await page.getByText('Keeping…').waitFor();
    arrive();
    await kept(page);
    expect(await story.inputValue()).toBe('Demo-story of before.\nDemo-words of now.');
  });

  browserIt('asks before a page is left that holds what is not kept', async () => {
    const window = await open(null);
    const { page } = window;
    await window.signIn('caseworker-three');
    await window.goTo('/open-case');
    await page.route('**/graphql', async (route) => {
      const { operationName } = route.request().postDataJSON() as { operationName?: string };
      if (operationName !== 'KeepDraft') await route.continue();
    });
    await page.getByLabel('The story in a few sentences').fill('Demo-story that is not kept yet.');
    await page.getByText('Keeping…').waitFor();
    const asked = page.waitForEvent('dialog');
    const left = page.close({ runBeforeUnload: true });
    const question = await asked;
    expect(question.type()).toBe('beforeunload');
    await question.accept();
    await left;
  });
});

/** What the page itself says: a slow machine is waited for, and a quick one loses no time. */
async function kept(page: Page): Promise<void> {
  await page.locator('[data-draft="KEPT"]', { hasText: /^Draft kept .+ sealed to you/ }).waitFor();
}

async function restored(page: Page): Promise<void> {
  await page.locator('[data-draft="RESTORED"]', { hasText: /^Your draft of .+ is back/ }).waitFor();
}
