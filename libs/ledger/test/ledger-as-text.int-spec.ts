import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ledgerAsText } from '@kinward/testing';
import { direct, openBooks, post, setAside, type TestBooks } from './test-support/books.js';

describe('the books as text', () => {
  let books: TestBooks;

  beforeAll(async () => {
    books = await openBooks();
  });

  afterAll(() => books.close());

  it('shows accounts and transfers by stable names', async () => {
    const { STRIPE, AID_PAYABLE, BANK, AID_IN_TRANSIT } = books.accounts;
    await books.fund();
    const fund = await books.fund(100_000);
    const gift = direct(STRIPE, fund, 10_050, { code: 'GIFT' });
    const reservation = setAside(fund, AID_PAYABLE, 40_000);
    const other = setAside(fund, AID_PAYABLE, 5);
    await books.book(gift, direct(fund, STRIPE, 175, { code: 'GIFT_FEE' }));
    await books.book(reservation);
    await books.book(other);
    await books.book(
      post(reservation.id, 30_000),
      direct(AID_IN_TRANSIT, BANK, 30_000, { code: 'PAYMENT', reference: reservation.reference }),
    );
    await books.book(direct(fund, STRIPE, 50, { code: 'GIFT_REFUND', reversesId: gift.id }));

    expect(await ledgerAsText(books.database, 'lantern')).toMatchInlineSnapshot(`
     "account            debits  credits  debits pending  credits pending
     AID_IN_TRANSIT     300.00     0.00            0.00             0.00
     AID_PAYABLE          0.00   300.00            0.00             0.05
     BANK              1000.00   300.00            0.00             0.00
     DONOR_RECEIVABLE     0.00     0.00            0.00             0.00
     FUND:1             302.25  1100.50            0.05             0.00
     FUND:2               0.00     0.00            0.00             0.00
     STRIPE             100.50     2.25            0.00             0.00

         transfer           debit           credit        amount  note
     #1  GRANT              BANK            FUND:1       1000.00
     #2  GIFT               STRIPE          FUND:1        100.50
     #3  GIFT_FEE           FUND:1          STRIPE          1.75
     #4  RESERVE (pending)  FUND:1          AID_PAYABLE   400.00  need 1
     #5  RESERVE (pending)  FUND:1          AID_PAYABLE     0.05  need 2
     #6  RELEASE (post)     FUND:1          AID_PAYABLE   300.00  of #4, need 1
     #7  PAYMENT            AID_IN_TRANSIT  BANK          300.00  need 1
     #8  GIFT_REFUND        FUND:1          STRIPE          0.50  reverses #2"
    `);
  });
});
