import { expect } from '@jest/globals';
import { browserIt, describeInBrowser } from '../in-browser.js';
import { Donor, DONOR } from '../scenes/donor.js';
import { PaymentPage } from '../scenes/payment-page.js';

describeInBrowser('a donor, on a phone', ({ open }) => {
  const give = async (options: object = {}): Promise<Donor> =>
    new Donor(await open(null, { ...DONOR, ...options })).begin();

  browserIt('pays in three steps and sees what became of it', async () => {
    const donor = await give();
    const { window } = donor;
    const { page } = window;
    expect(await page.locator('form').innerText()).toMatch(/Belarus, Russia/);
    const job = window.begin('Donor, from the first page to paying');
    await job.tap(page.getByText('First hours'));
    await job.tap(page.getByText('EUR 50.00'));
    await job.tap(page.getByRole('button', { name: /EUR 50\.00/ }));
    const payment = await PaymentPage.reached(page);
    const { taps, fields } = job.done();
    expect(taps + fields).toBeLessThanOrEqual(3);

    await payment.pay();
    await donor.heading('Thank you');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const link = await donor.openPage();
    const token = link.split('#')[1] ?? '';
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(page.url()).toBe(`${window.url}/gift`);
    expect(
      await page.evaluate('JSON.stringify({ ...sessionStorage, ...localStorage })'),
    ).not.toContain(token);
    await page.getByText(/^Your EUR 50\.00 has arrived|EUR .* of your EUR 50\.00/).waitFor();
    const file = page.waitForEvent('download');
    await page.getByRole('button', { name: /^Receipt/ }).click();
    expect((await file).suggestedFilename()).toMatch(/^receipt-\d{4}-\d{6}\.pdf$/);
    const sheet = page.waitForEvent('download');
    await page.getByRole('button', { name: /^Save the statement/ }).click();
    expect((await sheet).suggestedFilename()).toMatch(/^statement-\d{4}\.pdf$/);
    expect(asked.filter((address) => address.includes(token))).toEqual([]);

    // The link opens it again elsewhere, and does not stay in the address bar.
    const other = await open(null, DONOR);
    await other.page.goto(link);
    await other.page.locator('[data-story]').waitFor();
    expect(other.page.url()).toBe(`${window.url}/gift`);
  });

  browserIt(
    'types an amount in the way of the country, and is told what is wrong with it',
    async () => {
      const { window } = await give({ language: 'pl' });
      const { page } = window;
      const amount = page.getByLabel('Kwota w euro');
      await amount.fill('1,50');
      await page.locator('button.main').click();
      await page.getByText(/Najmniej możemy przyjąć EUR 2,00/).waitFor();
      await amount.fill('dwanaście');
      await page.locator('button.main').click();
      await page.getByText(/Wpisz kwotę w euro/).waitFor();
      await amount.fill('12,50');
      await page.locator('input[name=coversFee]').check();
      await page.getByRole('button', { name: /EUR 12,95/ }).click();
      await PaymentPage.reached(page);
    },
  );

  browserIt('is declined by the bank, leaves, and has paid nothing', async () => {
    const donor = await give();
    const { window } = donor;
    const payment = await donor.toPayment();
    const before = await payment.taken();
    await payment.pay('card_declined');
    expect(await payment.problem()).toMatch(/declined/);
    await payment.leave();
    await window.page.getByText(/Nothing was taken. Below you can begin again/).waitFor();
    expect(await payment.taken()).toBe(before);
  });

  browserIt('is refused for the country of the card before anything is taken', async () => {
    const donor = await give();
    const payment = await donor.toPayment();
    const before = await payment.taken();
    await payment.pay('card_by');
    await donor.heading('We could not take this card');
    expect(await payment.taken()).toBe(before);
  });

  browserIt('gives every month, repairs a card, changes, pauses, goes on and stops', async () => {
    const donor = await give();
    const { window } = donor;
    const { page } = window;
    await page.getByText('Every month').click();
    const payment = await donor.toPayment();
    await payment.pay();
    await page.getByText(/^Your monthly gift has begun/).waitFor();
    const link = await donor.openPage();
    await page.getByText(/ · running$/).waitFor();
    await payment.declineLastCard(32);
    await page.goto('about:blank');
    await page.goto(link);
    await page.getByText(/the bank declined your card/).waitFor();
    expect(await window.accessibilityFaults()).toEqual([]);
    await page.getByRole('button', { name: 'Use another card' }).click();
    await (await PaymentPage.reached(page)).pay();
    await donor.heading('Your new card is in place');
    await page.getByRole('button', { name: 'Open my page' }).click();
    await page.getByText(/ · running$/).waitFor();

    await page.getByText('Change the amount').click();
    await page.getByLabel('Amount in euros').fill('31,5');
    await page.getByRole('button', { name: 'Change from next month' }).click();
    await page.getByText('EUR 31.50 a month').waitFor();
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByText(/paused, nothing is taken$/).waitFor();
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByText(/ · running$/).waitFor();
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByText(/ended, nothing is taken any more$/).waitFor();
  });

  browserIt('is forgotten, and the link opens nothing', async () => {
    const donor = await give();
    const { window } = donor;
    const { page } = window;
    await (await donor.toPayment()).pay();
    await donor.heading('Thank you');
    const link = await donor.openPage();
    await page.getByText('Forget me').click();
    await page.getByRole('button', { name: 'Erase who I am' }).click();
    await donor.heading('Nothing leads to you any more');
    await page.goto('about:blank');
    await page.goto(link);
    await page.getByText(/^This link opens nothing/).waitFor();
  });
});
