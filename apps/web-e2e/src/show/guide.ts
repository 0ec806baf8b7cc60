import type { Locator, Page } from 'playwright-core';
import type { DeskWindow } from '../desk-window.js';

/** Somebody who has never seen the desk and follows the words on it: no address is typed, nothing is looked up. */
export class Guide {
  readonly page: Page;

  constructor(
    private readonly window: DeskWindow,
    /** What stands where further places are. */
    private readonly more: string,
  ) {
    this.page = window.page;
  }

  /** Goes to a place by its name: in the rail, in the bar of the phone, or behind "More". */
  async go(place: string): Promise<void> {
    const near = this.seen(
      this.page.locator('nav').getByRole('link', { name: place, exact: true }),
    );
    const further = this.seen(this.page.getByRole('button', { name: this.more, exact: true }));
    await near.or(further).first().waitFor();
    let way = near.first();
    if ((await near.count()) === 0) {
      await further.last().click();
      way = this.page.getByRole('menuitem', { name: place, exact: true });
    }
    const path = await way.getAttribute('href');
    await way.click();
    // The page before it stays until the next one is there.
    await this.page.waitForURL((url) => url.pathname === path);
    await this.window.settled();
  }

  /** Opens the row of a list that says this. */
  async open(words: string): Promise<void> {
    await this.page.locator('a.row').filter({ hasText: words }).first().click();
    await this.window.settled();
  }

  /** Presses what has this name. */
  async press(name: string | RegExp): Promise<void> {
    const named = ['button', 'link', 'tab'] as const;
    const [button, link, tab] = named.map((role) => this.page.getByRole(role, { name }));
    if (button === undefined || link === undefined || tab === undefined) return;
    await this.seen(button.or(link).or(tab)).first().click();
  }

  /** Presses what has this name, on the card that says these words. */
  async pressOn(card: string, name: string): Promise<void> {
    const cards = this.page.locator('.mantine-Card-root').filter({ hasText: card });
    await cards.getByRole('button', { name }).first().click();
  }

  /** Picks one of the words above a list. */
  async pick(words: string): Promise<void> {
    await this.seen(this.page.getByText(words, { exact: true }))
      .first()
      .click();
    await this.window.settled();
  }

  /** Chooses from a list under its name. */
  async choose(list: string, option: string | { readonly index: number }): Promise<void> {
    const chosen = typeof option === 'string' ? { label: option } : option;
    await this.seen(this.page.getByLabel(list, { exact: true }))
      .last()
      .selectOption(chosen);
  }

  /** Waits until the page says it. */
  async sees(...words: readonly (string | RegExp)[]): Promise<void> {
    for (const each of words) await this.seen(this.page.getByText(each)).first().waitFor();
  }

  private seen(what: Locator): Locator {
    return what.filter({ visible: true });
  }
}
