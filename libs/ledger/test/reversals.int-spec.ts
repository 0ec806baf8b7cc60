import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { direct, openBooks, setAside, type TestBooks } from './test-support/books.js';

const TOO_MUCH = { ok: false, error: { kind: 'REFUSED', reason: 'MORE_THAN_REVERSIBLE' } };
const NOT_FOUND = { ok: false, error: { kind: 'NOT_FOUND' } };

describe('reversals', () => {
  let books: TestBooks;
  let fund: string;
  let gift: string;

  beforeAll(async () => {
    books = await openBooks();
  });

  beforeEach(async () => {
    fund = await books.fund();
    gift = randomUUID();
    await books.book(
      direct(books.accounts.STRIPE, fund, 100, { id: gift, idempotencyKey: gift, code: 'GIFT' }),
    );
    await books.book(direct(books.accounts.BANK, fund, 10_000, { code: 'GRANT' }));
  });

  afterAll(() => books.close());

  const refund = (minorUnits: number, reversesId = gift, id = randomUUID()) =>
    direct(fund, books.accounts.STRIPE, minorUnits, {
      id,
      idempotencyKey: id,
      code: 'GIFT_REFUND',
      reversesId,
    });

  it('take back a transfer in parts, and never more than all of it', async () => {
    expect(await books.book(refund(60))).toMatchObject({ ok: true });
    expect(await books.book(refund(41))).toEqual(TOO_MUCH);
    expect(await books.book(refund(30), refund(11))).toEqual(TOO_MUCH);
    expect(await books.book(refund(30), refund(10))).toMatchObject({ ok: true });
    expect(await books.book(refund(1))).toEqual(TOO_MUCH);
  });

  it('count no more once they were taken back themselves: a refund that failed', async () => {
    const first = refund(100);
    await books.book(first);
    const failed = direct(books.accounts.STRIPE, fund, 70, {
      code: 'REFUND_FAILED',
      reversesId: first.id,
    });
    expect(await books.book(failed)).toMatchObject({ ok: true });

    expect(await books.book(refund(71))).toEqual(TOO_MUCH);
    expect(await books.book(refund(70))).toMatchObject({ ok: true });
    expect(
      await books.book(direct(books.accounts.STRIPE, fund, 31, { reversesId: first.id })),
    ).toEqual(TOO_MUCH);
  });

  it('of one transfer wait for each other', async () => {
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => books.book(refund(30))));

    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(3);
    expect(outcomes.filter((outcome) => !outcome.ok)).toEqual(Array(5).fill(TOO_MUCH));
  });

  it('are unknown for what is not there or moved nothing', async () => {
    const reservation = setAside(fund, books.accounts.AID_PAYABLE, 50);
    await books.book(reservation);

    expect(await books.book(refund(1, randomUUID()))).toEqual(NOT_FOUND);
    expect(await books.book(refund(1, reservation.id))).toEqual(NOT_FOUND);
  });
});
