import type { Page } from 'playwright-core';

type Call = Readonly<{ method: string; path: string; params: unknown }>;

/** The page of the stand-in of the payment provider that a window is at, and what a bank does behind it. */
export class PaymentPage {
  private constructor(
    private readonly page: Page,
    private readonly origin: string,
  ) {}

  /** Waits until the window is there. */
  static async reached(page: Page): Promise<PaymentPage> {
    await page.locator('#submit').waitFor();
    return new PaymentPage(page, new URL(page.url()).origin);
  }

  /** Sends the form. @param choice as the page names it, such as `card_by` */
  async pay(choice = 'card'): Promise<void> {
    await this.page.locator(`input[value=${choice}]`).check();
    await this.page.locator('#submit').click();
  }

  /** The problem that the page tells of. */
  async problem(): Promise<string> {
    return this.page.getByRole('alert').innerText();
  }

  /** Goes back without paying. */
  async leave(): Promise<void> {
    await this.page.locator('#cancel').click();
  }

  /** Minor units that were taken from cards in all. */
  async taken(): Promise<number> {
    const totals = (await this.view('totals')) as { charges: { captured: number } };
    return totals.charges.captured;
  }

  /** The card that was kept last is declined from now on, and so many days pass. */
  async declineLastCard(days: number): Promise<void> {
    const calls = (await this.view('calls')) as readonly Call[];
    const asked = calls.filter(
      ({ method, path }) => method === 'POST' && path.endsWith('/subscriptions'),
    );
    const card = /pm_\w+/.exec(JSON.stringify(asked.at(-1)))?.[0] ?? '';
    await this.control('behaviour', { payment_method: card, behaviour: 'decline' });
    await this.control('advance', { days });
  }

  private async view(name: string): Promise<unknown> {
    return (await fetch(`${this.origin}/_sandbox/${name}`)).json();
  }

  private async control(name: string, body: object): Promise<void> {
    const answer = await fetch(`${this.origin}/_sandbox/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`the stand-in refused ${name}: ${await answer.text()}`);
  }
}
