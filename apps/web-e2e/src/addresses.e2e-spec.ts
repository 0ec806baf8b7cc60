import { expect } from '@jest/globals';
import { browserIt, describeInBrowser } from './in-browser.js';

describeInBrowser('addresses', ({ open, url }) => {
  browserIt('lead to what is open, after a reload too, and back to the same row', async () => {
    const window = await open('Coordinator');
    const { page } = window;
    await window.goTo('/queue');
    await page.locator('.row').first().waitFor();
    for (let row = 1; row <= 4; row += 1) await page.keyboard.press('j');
    const focused = page.locator('.row:focus');
    const path = (await focused.getAttribute('href')) ?? '';
    await page.keyboard.press('Enter');
    const heading = page.getByRole('region', { name: 'What is open' }).getByRole('heading').first();
    const name = await heading.textContent();
    await page.reload();
    expect(await heading.textContent()).toBe(name);
    expect(new URL(page.url()).pathname).toBe(path);
    await page.locator(`.row[href="${path}"][aria-current="true"]`).waitFor();
    await page.goBack();
    await page.waitForURL(`${url()}/queue`);
    await page.locator(`.row[href="${path}"]`).waitFor();
  });

  browserIt('that lead nowhere, or to what is not mine, say the same', async () => {
    const window = await open('Administrator');
    const { page } = window;
    for (const path of ['/nowhere', '/releases', '/cases/00000000-0000-4000-8000-000000000000']) {
      await window.goTo(path);
      await page.getByText('There is nothing here').waitFor();
    }
  });

  browserIt('and memory of the window carry nothing that was sealed', async () => {
    const window = await open('Caseworker');
    const { page } = window;
    await window.goTo('/cases');
    await page.locator('.row', { hasText: 'HERON' }).first().click();
    await page.getByRole('tab', { name: 'Household' }).click();
    const panel = page.getByRole('tabpanel', { name: 'Household' });
    await panel.getByRole('combobox').first().click();
    await page.getByRole('option', { name: 'Contact the family' }).click();
    await panel.getByRole('button', { name: /^Open/ }).first().click();
    const name = panel.getByText(/Demo-/).first();
    await name.waitFor();
    const words = [...new Set((await panel.textContent())?.match(/Demo-\w+/g) ?? [])];
    expect(words.length).toBeGreaterThan(0);
    const kept: string = await page.evaluate(
      `JSON.stringify([location.href, document.title, history.state, { ...sessionStorage }, { ...localStorage },
        document.cookie])`,
    );
    expect(await page.evaluate('indexedDB.databases().then((all) => all.length)')).toBe(0);
    expect(words.filter((word) => kept.includes(word))).toEqual([]);
    await page.getByRole('tab', { name: 'Needs' }).click();
    await page.getByRole('tab', { name: 'Household' }).click();
    await page.getByRole('button', { name: /^Open/ }).first().waitFor();
  });

  browserIt('are served with a policy that lets nothing else in', async () => {
    const window = await open(null);
    const answer = await window.page.goto(`${url()}/queue`);
    const policy = answer?.headers()['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe-|https:|\*/);
    expect(answer?.headers()['referrer-policy']).toBe('no-referrer');
  });
});
