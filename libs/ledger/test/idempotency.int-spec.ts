import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eur } from '@kinward/kernel';
import { direct, grant, openBooks, setAside, type TestBooks } from './test-support/books.js';

const OTHER_CONTENT = {
  ok: false,
  error: { kind: 'REFUSED', reason: 'REPLAYED_WITH_OTHER_CONTENT' },
};

describe('an order that comes again under its key', () => {
  let books: TestBooks;
  let fund: string;

  beforeAll(async () => {
    books = await openBooks(16);
  });

  beforeEach(async () => {
    fund = await books.fund(1_000);
  });

  afterAll(() => books.close());

  const transfersOf = async (key: string): Promise<number> =>
    (
      await books.database.asOperator('SELECT FROM ledger_transfer WHERE idempotency_key = $1', [
        key,
      ])
    ).length;

  it('50 times at once books once and answers alike (security.md test D8)', async () => {
    const key = randomUUID();
    const attempts = Array.from({ length: 50 }, () =>
      books.book(
        setAside(fund, books.accounts.AID_PAYABLE, 100, {
          idempotencyKey: key,
          id: randomUUID(),
          reference: null,
        }),
      ),
    );
    const outcomes = await Promise.all(attempts);

    expect(outcomes.every((outcome) => outcome.ok)).toBe(true);
    const bookings = outcomes.flatMap((outcome) => (outcome.ok ? outcome.value : []));
    expect(new Set(bookings.map((booking) => booking.transferId)).size).toBe(1);
    expect(bookings.filter((booking) => !booking.isReplay)).toHaveLength(1);
    expect(await transfersOf(key)).toBe(1);
    expect(await books.availableOn(fund)).toBe(900n);
  });

  it('with other content is refused, whichever comes first', async () => {
    const order = grant(books.accounts.BANK, fund, 100);
    await books.book(order);

    expect(await books.book({ ...order, amount: eur(101) })).toEqual(OTHER_CONTENT);
    expect(await books.book(order)).toEqual({
      ok: true,
      value: [{ transferId: order.id, isReplay: true }],
    });
    expect(await books.availableOn(fund)).toBe(1_100n);
  });

  it('in one batch is booked once, or refused where the two differ', async () => {
    const order = grant(books.accounts.BANK, fund, 100);

    const again = { ...order, id: randomUUID() };
    expect(await books.book(order, again)).toEqual({
      ok: true,
      value: [
        { transferId: order.id, isReplay: false },
        { transferId: order.id, isReplay: true },
      ],
    });
    expect(await books.availableOn(fund)).toBe(1_100n);
    const other = grant(books.accounts.BANK, fund, 5);
    expect(await books.book(other, { ...other, amount: eur(6) })).toEqual(OTHER_CONTENT);
    expect(await transfersOf(other.idempotencyKey)).toBe(0);
  });

  it('books only what is new among old orders', async () => {
    const [old, fresh] = [grant(books.accounts.BANK, fund, 1), grant(books.accounts.BANK, fund, 2)];
    await books.book(old);

    const outcome = await books.book(fresh, old);

    expect(outcome.ok && outcome.value.map((booking) => booking.isReplay)).toEqual([false, true]);
    expect(await books.availableOn(fund)).toBe(1_003n);
  });

  it('can be booked after an attempt that was refused', async () => {
    const order = direct(fund, books.accounts.BANK, 1_500);
    expect(await books.book(order)).toMatchObject({ ok: false });
    await books.book(grant(books.accounts.BANK, fund, 500));

    expect(await books.book(order)).toMatchObject({ ok: true });
    expect(await books.availableOn(fund)).toBe(0n);
  });

  it('means something else in another organisation', async () => {
    const order = grant(books.accounts.BANK, fund, 100);
    await books.book(order);
    const organizationId = books.foreignOrganizationId;

    const outcome = await books.unitOfWork.run({ organizationId, personId: null }, async () => {
      const { BANK, STRIPE } = await books.ledger.standardAccounts(organizationId);
      const { idempotencyKey } = order;
      return books.ledger.book(organizationId, [direct(BANK, STRIPE, 7, { idempotencyKey })]);
    });

    expect(outcome).toMatchObject({ ok: true, value: [{ isReplay: false }] });
  });
});
