import type { DeskWindow } from '../desk-window.js';
import { PHONE } from '../desk-window.js';
import { PaymentPage } from './payment-page.js';

/** A donor's window: a phone that goes to the payment page and comes back. */
export const DONOR = { size: PHONE, hasTouch: true, mayLeave: true } as const;

/** What a donor does on the pages for donors, in English where words are needed. */
export class Donor {
  constructor(readonly window: DeskWindow) {}

  /** Opens the first page. */
  async begin(): Promise<this> {
    const { page, url } = this.window;
    await page.goto(`${url}/give`);
    await page.locator('button.main').waitFor();
    return this;
  }

  /** Goes on to the payment page with what is chosen. */
  async toPayment(): Promise<PaymentPage> {
    await this.window.page.locator('button.main').click();
    return PaymentPage.reached(this.window.page);
  }

  /** Waits for the heading of a page. */
  heading(name: string): Promise<void> {
    return this.window.page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
  }

  /** Opens the private page after paying. @returns its link */
  async openPage(): Promise<string> {
    const { page } = this.window;
    const link = await page.getByLabel('Private link').inputValue();
    await page.getByRole('button', { name: /open my page$/ }).click();
    await this.heading('What my gift did');
    await page.locator('[data-story]').waitFor();
    return link;
  }
}
