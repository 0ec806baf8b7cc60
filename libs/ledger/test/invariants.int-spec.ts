import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StatementRunner } from '@kinward/platform';
import pg from 'pg';
import {
  allInvariants,
  checkInvariants,
  defineInvariants,
  MOST_OFFENDERS,
} from '../src/application/invariants/invariant.js';
import { LEDGER_INVARIANTS } from '../src/application/invariants/ledger-invariants.js';
import {
  direct,
  grant,
  openBooks,
  post,
  setAside,
  setFree,
  type TestBooks,
} from './test-support/books.js';

/** A transfer past every constraint and trigger, with some columns replaced by SQL. */
function transfer(change: Record<string, string> = {}): string {
  const row: Record<string, string> = {
    id: 'gen_random_uuid()',
    organization_id: ':org',
    debit_account_id: ':bank',
    credit_account_id: ':fund',
    amount: '5',
    currency: `'EUR'`,
    phase: `'DIRECT'`,
    code: `'CORRECTION'`,
    idempotency_key: 'gen_random_uuid()::text',
    idempotency_hash: `'\\x00'`,
    booked_at: 'now()',
    ...change,
  };
  return `INSERT INTO ledger_transfer (${Object.keys(row).join(', ')}) VALUES (${Object.values(row).join(', ')})`;
}

const NO_CHECKS = `
  DO $$ DECLARE found record; BEGIN
    FOR found IN SELECT conrelid::regclass AS name, conname FROM pg_constraint
      WHERE conrelid::regclass::text LIKE 'ledger_%' AND contype IN ('c', 'u')
    LOOP EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I CASCADE', found.name, found.conname); END LOOP;
  END $$;
  DROP INDEX ledger_transfer_resolution;
  SET LOCAL session_replication_role = replica;`;

/** One planted violation per invariant (security.md test D12). */
const PLANTS: Readonly<Record<string, string>> = {
  TOTALS_ARE_SUMS: `UPDATE ledger_account SET debits_posted = debits_posted + 1 WHERE id = :bank`,
  DEBITS_EQUAL_CREDITS: `UPDATE ledger_account SET credits_pending = credits_pending + 1 WHERE id = :payable`,
  NO_NEGATIVE_TOTALS: `INSERT INTO ledger_delta (organization_id, account_id, debits_pending, debits_posted,
    credits_pending, credits_posted) VALUES (:org, :stripe, -1, 0, 0, 0)`,
  NO_OVERDRAFT: `INSERT INTO ledger_delta (organization_id, account_id, debits_pending, debits_posted,
    credits_pending, credits_posted) VALUES (:org, :fund, 0, 1000000, 0, 0)`,
  FUNDS_ARE_LIMITED: `UPDATE ledger_account SET is_limited = false WHERE id = :fund`,
  STANDARD_ACCOUNTS_HAVE_THEIR_KIND: `UPDATE ledger_account SET kind = 'EXPENSE' WHERE id = :bank`,
  SECOND_PHASE_KEEPS_TO_FIRST: transfer({
    phase: `'POST'`,
    pending_id: ':open',
    debit_account_id: ':fund',
    credit_account_id: ':payable',
    amount: '1000',
  }),
  RESOLVED_ONCE: transfer({
    phase: `'POST'`,
    pending_id: ':posted',
    debit_account_id: ':fund',
    credit_account_id: ':payable',
  }),
  EXPIRED_ARE_RESOLVED: transfer({
    phase: `'PENDING'`,
    debit_account_id: ':fund',
    credit_account_id: ':payable',
    expires_at: `now() - interval '25 hours'`,
  }),
  REVERSALS_WITHIN_WHAT_THEY_REVERSE: transfer({ reverses_id: ':gift', amount: '1000' }),
  REVERSALS_REVERSE_A_MOVEMENT: transfer({ reverses_id: ':open' }),
  ACCOUNTS_OF_ONE_ORGANISATION: transfer({ debit_account_id: ':foreign' }),
  ONE_CURRENCY: transfer({ currency: `'USD'` }),
  AMOUNTS_IN_RANGE: transfer({ amount: '-5' }),
  KEYS_ARE_UNIQUE: `${transfer({ idempotency_key: `'same'` })}; ${transfer({ idempotency_key: `'same'` })}`,
  MOVEMENTS_OF_KNOWN_ACCOUNTS: `INSERT INTO ledger_delta (organization_id, account_id, debits_pending, debits_posted,
    credits_pending, credits_posted) VALUES (:org, gen_random_uuid(), 0, 1, 0, 1)`,
  PAYABLE_PENDING_IS_WHAT_FUNDS_SET_ASIDE: transfer({
    phase: `'PENDING'`,
    debit_account_id: ':bank',
    credit_account_id: ':payable',
    expires_at: 'now()',
  }).concat(`; UPDATE ledger_account SET credits_pending = credits_pending + 5 WHERE id = :payable;
    UPDATE ledger_account SET debits_pending = debits_pending + 5 WHERE id = :bank`),
  TRANSIT_NOT_NEGATIVE: `UPDATE ledger_account SET credits_posted = 1000000 WHERE id = :transit`,
};

/** The other ways in which an invariant of several parts can break. */
const MORE_PLANTS: readonly (readonly [code: string, what: string, sql: string])[] = [
  [
    'TOTALS_ARE_SUMS',
    'a movement without a transfer',
    `INSERT INTO ledger_delta (organization_id, account_id,
    debits_pending, debits_posted, credits_pending, credits_posted) VALUES (:org, :bank, 0, 3, 0, 0)`,
  ],
  ['TOTALS_ARE_SUMS', 'a transfer without movements', transfer()],
  ['TOTALS_ARE_SUMS', 'a transfer that is gone', 'DELETE FROM ledger_transfer WHERE id = :gift'],
  [
    'TOTALS_ARE_SUMS',
    'a changed amount',
    'UPDATE ledger_transfer SET amount = amount + 1 WHERE id = :gift',
  ],
  ['SECOND_PHASE_KEEPS_TO_FIRST', 'a second phase of nothing', transfer({ phase: `'VOID'` })],
  [
    'SECOND_PHASE_KEEPS_TO_FIRST',
    'a part that is freed',
    transfer({
      phase: `'VOID'`,
      pending_id: ':open',
      debit_account_id: ':fund',
      credit_account_id: ':payable',
      amount: '1',
    }),
  ],
  [
    'SECOND_PHASE_KEEPS_TO_FIRST',
    'another account',
    transfer({ phase: `'POST'`, pending_id: ':open' }),
  ],
  [
    'REVERSALS_REVERSE_A_MOVEMENT',
    'a reversal of itself',
    `${transfer({ id: ':new' })};
    UPDATE ledger_transfer SET reverses_id = id WHERE id = :new`,
  ],
  [
    'REVERSALS_REVERSE_A_MOVEMENT',
    'a reversal of nothing',
    transfer({ reverses_id: 'gen_random_uuid()' }),
  ],
  [
    'ACCOUNTS_OF_ONE_ORGANISATION',
    'an account that is gone',
    'DELETE FROM ledger_account WHERE id = :fund',
  ],
  [
    'ACCOUNTS_OF_ONE_ORGANISATION',
    'an account unto itself',
    transfer({ debit_account_id: ':fund' }),
  ],
  [
    'ONE_CURRENCY',
    'an account of another currency',
    `UPDATE ledger_account SET currency = 'USD' WHERE id = :fund`,
  ],
  ['AMOUNTS_IN_RANGE', 'zero', transfer({ amount: '0' })],
  ['AMOUNTS_IN_RANGE', 'too much', transfer({ amount: '1000000000001' })],
  [
    'MOVEMENTS_OF_KNOWN_ACCOUNTS',
    'a foreign account',
    'UPDATE ledger_delta SET account_id = :foreign',
  ],
  [
    'FUNDS_ARE_LIMITED',
    'another account that is',
    'UPDATE ledger_account SET is_limited = true WHERE id = :stripe',
  ],
];

describe('the invariants of the books', () => {
  let books: TestBooks;
  let operator: pg.Client;
  let names: Readonly<Record<string, string>>;

  beforeAll(async () => {
    books = await openBooks();
    operator = new pg.Client({ connectionString: books.database.addresses.adminUrl });
    await operator.connect();
    names = await fillBooks(books);
  });

  afterAll(async () => {
    await operator.end();
    await books.close();
  });

  const db: StatementRunner = {
    query: async <Row>(sql: string, values: readonly unknown[] = []) =>
      (await operator.query(sql, [...values])).rows as Row[],
  };

  const broken = async (): Promise<readonly string[]> =>
    (await checkInvariants(db, new Date(), LEDGER_INVARIANTS))
      .filter((result) => result.offenders.length > 0)
      .map((result) => result.code);

  /** Which invariants a plant breaks; it is undone. */
  const brokenBy = async (plant: string): Promise<readonly string[]> => {
    const sql = plant.replace(/(?<!:):([a-z]+)/g, (_, name: string) => `'${String(names[name])}'`);
    await operator.query('BEGIN');
    try {
      await operator.query(NO_CHECKS);
      await operator.query(sql);
      return await broken();
    } finally {
      await operator.query('ROLLBACK');
    }
  };

  it('are at least twelve, each with a code, a sentence and a plant of its own', () => {
    expect(LEDGER_INVARIANTS.length).toBeGreaterThanOrEqual(12);
    expect(Object.keys(PLANTS)).toEqual(LEDGER_INVARIANTS.map(({ code }) => code));
    for (const { code, sentence } of LEDGER_INVARIANTS) {
      expect(code).toMatch(/^[A-Z_]{4,64}$/);
      expect(sentence).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('hold on books that only the ledger has written, folded or not', async () => {
    expect(await broken()).toEqual([]);
    expect(await brokenBy('SELECT 1')).toEqual([]);
  });

  it.each(Object.keys(PLANTS))('%s is seen red', async (code) => {
    expect(await brokenBy(PLANTS[code] ?? '')).toContain(code);
  });

  it.each(MORE_PLANTS)('%s is seen red with %s', async (code, _, plant) => {
    expect(await brokenBy(plant)).toContain(code);
  });

  it('name what breaks them, and stop at a number one can look at', async () => {
    const many = {
      code: 'MANY',
      sentence: 'All.',
      sql: `SELECT gen_random_uuid() AS organization_id, n AS id FROM generate_series(1, 200) n`,
    };
    const timed = {
      code: 'NOW',
      sentence: 'Now.',
      sql: `SELECT gen_random_uuid() AS organization_id, extract(year FROM $1::timestamptz) AS id`,
    };

    const [all, now] = await checkInvariants(db, new Date('2031-05-05T00:00:00Z'), [many, timed]);

    expect(all?.offenders).toHaveLength(MOST_OFFENDERS);
    expect(now?.offenders.map((offender) => offender.id)).toEqual(['2031']);
  });

  it('of other domains are added once', async () => {
    await import('../src/ledger.module.js');
    const codes = allInvariants().map((invariant) => invariant.code);

    expect(codes).toEqual(expect.arrayContaining(LEDGER_INVARIANTS.map(({ code }) => code)));
    expect(() => defineInvariants(LEDGER_INVARIANTS)).toThrow('TOTALS_ARE_SUMS is defined twice');
  });
});

/** A little of everything; returns the names that plants use. */
async function fillBooks(books: TestBooks): Promise<Readonly<Record<string, string>>> {
  const { BANK, STRIPE, AID_PAYABLE, AID_IN_TRANSIT } = books.accounts;
  const fund = await books.fund(10_000);
  const gift = direct(STRIPE, fund, 100, { code: 'GIFT' });
  const [posted, freed, open] = [500, 300, 200].map((amount) =>
    setAside(fund, AID_PAYABLE, amount),
  );
  if (posted === undefined || freed === undefined || open === undefined) throw new Error('three');
  const orders = [
    gift,
    direct(fund, STRIPE, 3, { code: 'GIFT_FEE' }),
    direct(fund, STRIPE, 40, { code: 'GIFT_REFUND', reversesId: gift.id }),
    posted,
    freed,
    open,
    direct(AID_IN_TRANSIT, BANK, 400, { code: 'PAYMENT' }),
    direct(AID_PAYABLE, AID_IN_TRANSIT, 250, { code: 'DELIVERED' }),
  ];
  for (const order of orders) {
    if (!(await books.book(order)).ok) throw new Error('the books refused what they must take');
  }
  await books.book(post(posted.id, 400), setFree(freed.id));
  const foreign = await books.unitOfWork.read(
    { organizationId: books.foreignOrganizationId, personId: null },
    async () => {
      const accounts = await books.ledger.standardAccounts(books.foreignOrganizationId);
      const order = grant(accounts.BANK, accounts.STRIPE, 77);
      await books.ledger.book(books.foreignOrganizationId, [order]);
      return accounts.BANK;
    },
  );
  return {
    org: books.organizationId,
    bank: BANK,
    stripe: STRIPE,
    payable: AID_PAYABLE,
    transit: AID_IN_TRANSIT,
    fund,
    foreign,
    gift: gift.id,
    posted: posted.id,
    open: open.id,
    new: randomUUID(),
  };
}
