import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openBooks, setAside, type TestBooks } from './test-support/books.js';

/** security.md test D1. */
const ROUNDS = 200;
const PARALLEL = 30;
const HELD = 1_000;
const ASKED = 100;

describe('many reservations at once', () => {
  let books: TestBooks;

  beforeAll(async () => {
    books = await openBooks(PARALLEL);
  });

  afterAll(() => books.close());

  it(`take exactly what a fund holds: ${String(PARALLEL)} × ${String(ASKED)} against ${String(HELD)}, ${String(ROUNDS)} rounds`, async () => {
    const payable = books.accounts.AID_PAYABLE;
    const outcomes: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const fund = await books.fund(HELD);
      const answers = await Promise.all(
        Array.from({ length: PARALLEL }, () => books.book(setAside(fund, payable, ASKED))),
      );
      const served = answers.filter((answer) => answer.ok).length;
      const refused = answers.filter(
        (answer) =>
          !answer.ok &&
          answer.error.kind === 'REFUSED' &&
          answer.error.reason === 'INSUFFICIENT_FUNDS',
      ).length;
      outcomes.push(
        `${String(served)} ${String(refused)} ${String(await books.availableOn(fund))}`,
      );
    }

    expect(outcomes).toEqual(Array(ROUNDS).fill('10 20 0'));
  }, 300_000);
});
