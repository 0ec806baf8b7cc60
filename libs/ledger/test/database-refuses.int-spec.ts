import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { openBooks, post, setAside, setFree, type TestBooks } from './test-support/books.js';

const CHECK_VIOLATION = '23514';
const FOREIGN_KEY = '23503';
const UNIQUE = '23505';
const NOT_A_NUMBER = '22P02';
const OUT_OF_RANGE = '22003';
const BOOKED_IS_FINAL = '23001';
const FORBIDDEN = '42501';

/** security.md test D11: what no caller may write, past every line of our own code. */
describe('the database itself', () => {
  let books: TestBooks;
  let app: pg.Client;
  let fund: string;
  let pendingId: string;

  beforeAll(async () => {
    books = await openBooks();
    fund = await books.fund(1_000);
    const reservation = setAside(fund, books.accounts.AID_PAYABLE, 100);
    pendingId = reservation.id;
    await books.book(reservation);
    app = new pg.Client({ connectionString: books.database.addresses.appUrl });
    await app.connect();
    await app.query(`SELECT set_config('app.organization_id', $1, false)`, [books.organizationId]);
  });

  afterAll(async () => {
    await app.end();
    await books.close();
  });

  /** The SQLSTATE of a statement that must fail. */
  const failure = async (sql: string, values: unknown[] = []): Promise<unknown> => {
    try {
      await app.query(sql, values);
    } catch (error) {
      return (error as { code?: unknown }).code;
    }
    return 'was done';
  };

  const operatorFailure = (sql: string): Promise<unknown> =>
    books.database.asOperator(sql).then(
      () => 'was done',
      (error: { code?: unknown }) => error.code,
    );

  /** Inserts a sound transfer with some parts replaced. */
  const insert = (change: Record<string, unknown>): Promise<unknown> => {
    const row = {
      id: randomUUID(),
      organization_id: books.organizationId,
      debit_account_id: books.accounts.BANK,
      credit_account_id: fund,
      amount: '100',
      currency: 'EUR',
      phase: 'DIRECT',
      code: 'GRANT',
      idempotency_key: randomUUID(),
      idempotency_hash: Buffer.alloc(32),
      booked_at: books.clock.now(),
      ...change,
    };
    const columns = Object.keys(row);
    const places = columns.map((_, index) => `$${String(index + 1)}`);
    return failure(
      `INSERT INTO ledger_transfer (${columns.join(', ')}) VALUES (${places.join(', ')})`,
      Object.values(row),
    );
  };

  it('takes a sound transfer', async () => {
    expect(await insert({})).toBe('was done');
  });

  it.each([
    ['negative', '-1', CHECK_VIOLATION],
    ['zero', '0', CHECK_VIOLATION],
    ['not a number', 'NaN', NOT_A_NUMBER],
    ['infinite', 'Infinity', NOT_A_NUMBER],
    ['a fraction', '1.5', NOT_A_NUMBER],
    ['a whole number written as a fraction', '1.0', NOT_A_NUMBER],
    ['with an exponent', '1e3', NOT_A_NUMBER],
    ['above the most an amount may be', '1000000000001', CHECK_VIOLATION],
    ['the greatest bigint', '9223372036854775807', CHECK_VIOLATION],
    ['2^63', '9223372036854775808', OUT_OF_RANGE],
    ['missing', null, '23502'],
  ])('refuses an amount that is %s', async (_, amount, code) => {
    expect(await insert({ amount })).toBe(code);
  });

  it.each(['USD', 'eur', 'BYN', ''])('refuses the currency %p', async (currency) => {
    expect(await insert({ currency })).toBe(CHECK_VIOLATION);
  });

  it('refuses an account of another currency', async () => {
    const account = [randomUUID(), books.organizationId];
    expect(
      await failure(
        `INSERT INTO ledger_account (id, organization_id, code, kind, currency, is_limited, opened_at)
         VALUES ($1, $2, 'Demo', 'FUND', 'USD', true, now())`,
        account,
      ),
    ).toBe(CHECK_VIOLATION);
  });

  it('refuses an account that begins with money in it', async () => {
    expect(
      await failure(
        `INSERT INTO ledger_account (id, organization_id, code, kind, currency, is_limited, opened_at, credits_posted)
         VALUES ($1, $2, 'Demo', 'FUND', 'EUR', true, now(), 5)`,
        [randomUUID(), books.organizationId],
      ),
    ).toBe(FORBIDDEN);
  });

  it.each<[string, () => Record<string, unknown>, string]>([
    ['an account unto itself', () => ({ debit_account_id: fund }), CHECK_VIOLATION],
    ['an unknown account', () => ({ debit_account_id: randomUUID() }), FOREIGN_KEY],
    ['a second phase of nothing', () => ({ phase: 'POST' }), CHECK_VIOLATION],
    [
      'a second phase of something unknown',
      () => ({ phase: 'VOID', pending_id: randomUUID() }),
      CHECK_VIOLATION,
    ],
    ['a first phase without an end', () => ({ phase: 'PENDING' }), CHECK_VIOLATION],
    ['an unknown phase', () => ({ phase: 'MAYBE' }), CHECK_VIOLATION],
    ['no key', () => ({ idempotency_key: '' }), CHECK_VIOLATION],
    [
      'a reversal that is not booked at once',
      () => reservation({ reverses_id: pendingId }),
      CHECK_VIOLATION,
    ],
  ])('refuses a transfer with %s', async (_, change, code) => {
    expect(await insert(change())).toBe(code);
  });

  const reservation = (more: Record<string, unknown>): Record<string, unknown> => ({
    phase: 'PENDING',
    expires_at: new Date('2100-01-01T00:00:00Z'),
    ...more,
  });

  const secondPhase = (more: Record<string, unknown>): Record<string, unknown> => ({
    pending_id: pendingId,
    phase: 'POST',
    debit_account_id: fund,
    credit_account_id: books.accounts.AID_PAYABLE,
    ...more,
  });

  it.each<[string, () => Record<string, unknown>]>([
    ['posts more than was set aside', () => secondPhase({ amount: '101' })],
    ['frees another amount than was set aside', () => secondPhase({ phase: 'VOID', amount: '99' })],
    ['moves another account', () => secondPhase({ credit_account_id: books.accounts.BANK })],
  ])('refuses a second phase that %s', async (_, change) => {
    expect(await insert(change())).toBe(CHECK_VIOLATION);
  });

  it('refuses a second resolution', async () => {
    const set = setAside(fund, books.accounts.AID_PAYABLE, 100);
    await books.book(set);
    await books.book(setFree(set.id));

    expect(await insert(secondPhase({ pending_id: set.id }))).toBe(UNIQUE);
  });

  it('refuses a transfer between accounts of two organisations', async () => {
    const foreign = await books.unitOfWork.read(
      { organizationId: books.foreignOrganizationId, personId: null },
      () => books.ledger.standardAccounts(books.foreignOrganizationId),
    );

    expect(await insert({ debit_account_id: foreign.BANK })).toBe(FOREIGN_KEY);
    expect(await insert({ organization_id: books.foreignOrganizationId })).toBe(FORBIDDEN);
  });

  it('refuses an overdraft of a limited account', async () => {
    expect(
      await failure(
        'UPDATE ledger_account SET debits_posted = debits_posted + 1001 WHERE id = $1',
        [fund],
      ),
    ).toBe(CHECK_VIOLATION);
  });

  it('refuses every change of a booked transfer to the serving role', async () => {
    expect(await failure('UPDATE ledger_transfer SET amount = 1')).toBe(FORBIDDEN);
    expect(await failure('DELETE FROM ledger_transfer')).toBe(FORBIDDEN);
    expect(await failure('TRUNCATE ledger_transfer')).toBe(FORBIDDEN);
    expect(await failure('UPDATE ledger_account SET is_limited = false')).toBe(FORBIDDEN);
    expect(await failure('DELETE FROM ledger_account')).toBe(FORBIDDEN);
  });

  it.each([
    'UPDATE ledger_transfer SET amount = 1',
    'UPDATE ledger_transfer SET reference = NULL',
    'DELETE FROM ledger_transfer',
    'TRUNCATE ledger_transfer CASCADE',
    'TRUNCATE organization CASCADE',
  ])('refuses to its operator, too: %s', async (sql) => {
    expect(await operatorFailure(sql)).toBe(BOOKED_IS_FINAL);
  });

  it('keeps a posted part and its reservation apart', async () => {
    const set = setAside(fund, books.accounts.AID_PAYABLE, 100);
    await books.book(set);
    await books.book(post(set.id, 40));

    const rows = await books.database.asOperator(
      `SELECT phase, amount FROM ledger_transfer WHERE $1 IN (id, pending_id) ORDER BY sequence`,
      [set.id],
    );
    expect(rows).toEqual([
      { phase: 'PENDING', amount: '100' },
      { phase: 'POST', amount: '40' },
    ]);
  });
});
