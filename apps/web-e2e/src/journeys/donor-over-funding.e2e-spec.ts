import { expect } from '@jest/globals';
import { browserIt, describeInBrowser } from '../in-browser.js';
import { Donor, DONOR } from '../scenes/donor.js';

const CENTS = /EUR (\d+)\.(\d\d)/g;

/** Every amount of a text, in cents. */
function centsOf(text: string): number[] {
  return [...text.matchAll(CENTS)].map(([, whole, part]) => Number(`${whole ?? ''}${part ?? ''}`));
}

describeInBrowser('two donors who give for the same need', ({ open }) => {
  const give = async (): Promise<Donor> => new Donor(await open(null, DONOR)).begin();

  browserIt('fill it together, and what is too much goes on to where they chose', async () => {
    const donors = [await give(), await give()];
    const stands = await donors[0]?.window.page.getByText(/has come$/).innerText();
    const [given = 0, wanted = 0] = centsOf(stands ?? '');
    const payments = [];
    for (const donor of donors) {
      const { page } = donor.window;
      await page.getByText(/has come$/).click();
      // Every month is not to be had for one need.
      expect(await page.locator('input[value=MONTHLY]').count()).toBe(0);
      await page.getByText('where it is needed most', { exact: true }).last().click();
      payments.push(await donor.toPayment());
    }
    await Promise.all(payments.map((payment) => payment.pay()));

    let moved = 0;
    let worth = 0;
    for (const donor of donors) {
      await donor.heading('Thank you');
      await donor.openPage();
      const { page } = donor.window;
      const move = page.getByText(/The need had found its money/);
      await move.waitFor();
      moved += centsOf(await move.innerText())[0] ?? 0;
      const [fee = 0] = centsOf(await page.getByText(/The payment fee was/).innerText());
      worth += 2500 - fee;
    }
    expect(worth - moved).toBe(wanted - given);
    const late = await give();
    expect(await late.window.page.getByText(/has come$/).count()).toBe(0);
  });
});
