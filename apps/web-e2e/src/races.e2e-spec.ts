import { expect } from '@jest/globals';
import { PHONE } from './desk-window.js';
import { browserIt, describeInBrowser } from './in-browser.js';

const ON_A_PHONE = { size: PHONE, hasTouch: true } as const;

describeInBrowser('two who want the same', ({ open }) => {
  browserIt('race for one task: one has it, the other reads a clear sentence', async () => {
    const one = await open(null, ON_A_PHONE);
    const other = await open(null, ON_A_PHONE);
    await one.signIn('volunteer-two');
    await other.signIn('volunteer-three');
    await Promise.all([one.goTo('/board'), other.goTo('/board')]);
    // A task that both of them see, by its words.
    const take = { name: 'I take it' };
    const [mine, theirs] = await Promise.all(
      [one, other].map(async ({ page }) => {
        await page.getByRole('button', take).first().waitFor();
        return page.getByRole('listitem').allTextContents();
      }),
    );
    const both = mine?.find((words) => theirs?.includes(words)) ?? '';
    const takes = [
      one.page.getByRole('listitem').nth(mine?.indexOf(both) ?? -1),
      other.page.getByRole('listitem').nth(theirs?.indexOf(both) ?? -1),
    ].map((card) => card.getByRole('button', take));
    await Promise.all(takes.map((take) => take.tap()));
    const outcomes = await Promise.all(
      [one, other].map(async ({ page }) => {
        const won = page.getByRole('button', { name: /^I do it/ });
        const lost = page.getByText('Somebody was a moment quicker');
        await won.or(lost).first().waitFor();
        return (await lost.count()) > 0 ? 'LOST' : 'WON';
      }),
    );
    expect([...outcomes].sort()).toEqual(['LOST', 'WON']);
    const loser = outcomes[0] === 'LOST' ? one : other;
    await loser.page.getByText('is in good hands.').waitFor();
    await loser.goTo('/my-tasks');
    await loser.page.getByText('You have nothing in hand').waitFor();
  });

  browserIt('set money aside for one need: it is set aside once', async () => {
    const one = await open('Coordinator');
    const other = await open(null);
    await other.signIn('coordinator-two');
    await one.goTo('/queue');
    const row = one.page.locator('.row', { hasText: 'Find money' }).first();
    const path = (await row.getAttribute('href')) ?? '';
    const asides = await Promise.all(
      [one, other].map(async (window) => {
        await window.goTo(path);
        const button = window.page.getByRole('button', { name: 'Set aside' }).first();
        await button.waitFor();
        return button;
      }),
    );
    await Promise.all(asides.map((button) => button.click()));
    const said = await Promise.all(
      [one, other].map(async ({ page }) => {
        const done = page.getByText('is set aside.');
        const refused = page.getByRole('alert').filter({ hasText: /\w{3,}/ });
        await done.or(refused).first().waitFor();
        return (await done.count()) > 0;
      }),
    );
    expect(said.filter((done) => done)).toHaveLength(1);
    await one.goTo(path);
    await one.page.getByText('EUR 0.00').first().waitFor();
  });
});
