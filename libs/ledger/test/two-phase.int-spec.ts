import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { TransferOrder } from '../src/index.js';
import {
  direct,
  grant,
  openBooks,
  post,
  setAside,
  setFree,
  type TestBooks,
} from './test-support/books.js';

const NOT_FOUND = { ok: false, error: { kind: 'NOT_FOUND' } };
const refusedWith = (reason: string) => ({ ok: false, error: { kind: 'REFUSED', reason } });
const inState = (state: string) => ({ ok: false, error: { kind: 'WRONG_STATE', state } });

describe('two-phase transfers', () => {
  let books: TestBooks;
  let fund: string;
  let payable: string;

  beforeAll(async () => {
    books = await openBooks();
    payable = books.accounts.AID_PAYABLE;
  });

  beforeEach(async () => {
    fund = await books.fund(1_000);
  });

  afterAll(() => books.close());

  it('set an amount aside, then book a part of it and free the rest', async () => {
    const reservation = setAside(fund, payable, 600);
    expect(await books.book(reservation)).toMatchObject({ ok: true });
    expect(await books.availableOn(fund)).toBe(400n);
    expect(await books.book(setAside(fund, payable, 401))).toEqual(
      refusedWith('INSUFFICIENT_FUNDS'),
    );

    expect(await books.book(post(reservation.id, 250))).toMatchObject({ ok: true });

    expect(await books.availableOn(fund)).toBe(750n);
    expect(await pendingOf(reservation.id)).toMatchObject({ resolution: 'POST', amount: 600n });
  });

  it('post and set aside anew in one piece: the rest is never free in between', async () => {
    const reservation = setAside(fund, payable, 1_000);
    await books.book(reservation);

    const outcome = await books.book(post(reservation.id, 300), setAside(fund, payable, 700));

    expect(outcome).toMatchObject({ ok: true });
    expect(await books.availableOn(fund)).toBe(0n);
  });

  it('are resolved at most once', async () => {
    const posted = setAside(fund, payable, 100);
    const freed = setAside(fund, payable, 100);
    await books.book(posted, freed);
    await books.book(post(posted.id, 100), setFree(freed.id));

    expect(await books.book(post(posted.id, 1))).toEqual(inState('POST'));
    expect(await books.book(setFree(posted.id))).toEqual(inState('POST'));
    expect(await books.book(post(freed.id, 100))).toEqual(inState('VOID'));
    expect(await books.availableOn(fund)).toBe(900n);
  });

  it('are resolved at most once within one batch', async () => {
    const reservation = setAside(fund, payable, 100);
    await books.book(reservation);

    expect(await books.book(setFree(reservation.id), post(reservation.id, 100))).toEqual(
      inState('VOID'),
    );
    expect(await pendingOf(reservation.id)).toMatchObject({ resolution: null });
  });

  it('are resolved by one of many who try at once', async () => {
    const reservation = setAside(fund, payable, 100);
    await books.book(reservation);

    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        books.book(index % 2 === 0 ? post(reservation.id, 100) : setFree(reservation.id)),
      ),
    );

    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    const { resolution } = (await pendingOf(reservation.id)) ?? {};
    for (const outcome of outcomes.filter((each) => !each.ok)) {
      expect(outcome).toEqual(inState(String(resolution)));
    }
  });

  it('never book more than was set aside', async () => {
    const reservation = setAside(fund, payable, 100);
    await books.book(reservation);

    expect(await books.book(post(reservation.id, 101))).toEqual(refusedWith('MORE_THAN_RESERVED'));
    expect(await books.availableOn(fund)).toBe(900n);
  });

  it('are unknown to whoever does not own them, as are accounts', async () => {
    const reservation = setAside(fund, payable, 100);
    await books.book(reservation);
    const foreign = { organizationId: books.foreignOrganizationId, personId: null };
    const asForeigner = (order: TransferOrder) =>
      books.unitOfWork.run(foreign, () => books.ledger.book(foreign.organizationId, [order]));

    expect(await asForeigner(setFree(reservation.id))).toEqual(NOT_FOUND);
    expect(await asForeigner(direct(fund, payable, 1))).toEqual(NOT_FOUND);
    expect(await asForeigner(direct(payable, fund, 1))).toEqual(NOT_FOUND);
    expect(await books.book(direct(fund, randomUUID(), 1))).toEqual(NOT_FOUND);
    expect(await books.book(setFree(randomUUID()))).toEqual(NOT_FOUND);
  });

  it('are all booked or none of them', async () => {
    const brings = grant(books.accounts.BANK, fund, 500);

    expect(await books.book(brings, setAside(fund, payable, 1_501))).toEqual(
      refusedWith('INSUFFICIENT_FUNDS'),
    );

    expect(await books.availableOn(fund)).toBe(1_000n);
    expect(await books.book(brings, setAside(fund, payable, 1_500))).toMatchObject({ ok: true });
    expect(await books.availableOn(fund)).toBe(0n);
  });

  const pendingOf = (id: string) =>
    books.unitOfWork.read({ organizationId: books.organizationId, personId: null }, () =>
      books.ledger.pending(books.organizationId, id),
    );
});
