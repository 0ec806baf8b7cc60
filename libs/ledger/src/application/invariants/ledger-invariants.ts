import { MAX_MINOR_UNITS } from '@kinward/kernel';
import { STANDARD_ACCOUNTS } from '../../domain/account.js';
import type { Invariant } from './invariant.js';

/** Accounts with what waits to be folded. */
const TOTALS = `totals AS (
  SELECT a.id, a.organization_id, a.code, a.kind, a.is_limited,
    a.debits_pending + coalesce(d.dp, 0) AS dp, a.debits_posted + coalesce(d.dd, 0) AS dd,
    a.credits_pending + coalesce(d.cp, 0) AS cp, a.credits_posted + coalesce(d.cd, 0) AS cd
  FROM ledger_account a LEFT JOIN (
    SELECT account_id, sum(debits_pending) AS dp, sum(debits_posted) AS dd, sum(credits_pending) AS cp,
      sum(credits_posted) AS cd FROM ledger_delta GROUP BY account_id) d ON d.account_id = a.id)`;

/** What each account should hold, from the transfers alone. */
const MOVED = `
  open_or_booked AS (
    SELECT t.debit_account_id, t.credit_account_id, t.amount, t.phase = 'PENDING' AS is_pending
    FROM ledger_transfer t
    WHERE t.phase IN ('DIRECT', 'POST') OR t.phase = 'PENDING'
      AND NOT EXISTS (SELECT FROM ledger_transfer r WHERE r.pending_id = t.id)),
  sides AS (
    SELECT debit_account_id AS account_id, is_pending, amount AS debit, 0::bigint AS credit FROM open_or_booked
    UNION ALL
    SELECT credit_account_id, is_pending, 0, amount FROM open_or_booked),
  moved AS (
    SELECT account_id, sum(debit) FILTER (WHERE is_pending) AS dp, sum(debit) FILTER (WHERE NOT is_pending) AS dd,
      sum(credit) FILTER (WHERE is_pending) AS cp, sum(credit) FILTER (WHERE NOT is_pending) AS cd
    FROM sides GROUP BY account_id)`;

const STANDARD_KINDS = Object.entries(STANDARD_ACCOUNTS)
  .map(([code, kind]) => `('${code}', '${kind}')`)
  .join(', ');

/** What the books themselves promise. The database refuses most of this, too; a restored dump may know better. */
export const LEDGER_INVARIANTS: readonly Invariant[] = [
  {
    code: 'TOTALS_ARE_SUMS',
    sentence:
      'The totals of an account, with what waits to be folded, are the sums of its transfers.',
    sql: `WITH ${TOTALS}, ${MOVED}
      SELECT t.organization_id, t.id FROM totals t LEFT JOIN moved m ON m.account_id = t.id
      WHERE (t.dp, t.dd, t.cp, t.cd) IS DISTINCT FROM
        (coalesce(m.dp, 0), coalesce(m.dd, 0), coalesce(m.cp, 0), coalesce(m.cd, 0))`,
  },
  {
    code: 'DEBITS_EQUAL_CREDITS',
    sentence: 'Over all accounts of an organisation, debits equal credits, booked and pending.',
    sql: `WITH ${TOTALS}
      SELECT organization_id, organization_id AS id FROM totals GROUP BY organization_id
      HAVING sum(dd) <> sum(cd) OR sum(dp) <> sum(cp)`,
  },
  {
    code: 'NO_NEGATIVE_TOTALS',
    sentence: 'No total of an account is below zero.',
    sql: `WITH ${TOTALS}
      SELECT organization_id, id FROM totals WHERE least(dp, dd, cp, cd) < 0`,
  },
  {
    code: 'NO_OVERDRAFT',
    sentence: 'No limited account gives or sets aside more than it has received.',
    sql: `WITH ${TOTALS}
      SELECT organization_id, id FROM totals WHERE is_limited AND dp + dd > cd`,
  },
  {
    code: 'FUNDS_ARE_LIMITED',
    sentence: 'Every fund is a limited account, and nothing else is.',
    sql: `SELECT organization_id, id FROM ledger_account WHERE is_limited <> (kind = 'FUND')`,
  },
  {
    code: 'STANDARD_ACCOUNTS_HAVE_THEIR_KIND',
    sentence: 'The accounts that every organisation has are of their own kind.',
    sql: `SELECT a.organization_id, a.id FROM ledger_account a
      JOIN (VALUES ${STANDARD_KINDS}) AS standard (code, kind) ON standard.code = a.code
      WHERE a.kind <> standard.kind`,
  },
  {
    code: 'SECOND_PHASE_KEEPS_TO_FIRST',
    sentence:
      'Whatever posts or voids resolves a pending transfer of the same accounts: all of it, or when posting, no more.',
    sql: `SELECT r.organization_id, r.id FROM ledger_transfer r
      LEFT JOIN ledger_transfer p ON p.id = r.pending_id AND p.phase = 'PENDING'
        AND p.organization_id = r.organization_id AND p.debit_account_id = r.debit_account_id
        AND p.credit_account_id = r.credit_account_id
        AND (p.amount = r.amount OR r.phase = 'POST' AND p.amount > r.amount)
      WHERE (r.phase IN ('POST', 'VOID') OR r.pending_id IS NOT NULL) AND p.id IS NULL`,
  },
  {
    code: 'RESOLVED_ONCE',
    sentence: 'A pending transfer is resolved at most once.',
    sql: `SELECT min(organization_id::text)::uuid AS organization_id, pending_id AS id FROM ledger_transfer
      WHERE pending_id IS NOT NULL GROUP BY pending_id HAVING count(*) > 1`,
  },
  {
    code: 'EXPIRED_ARE_RESOLVED',
    sentence: 'What was set aside is booked or free again within a day of its end.',
    sql: `SELECT p.organization_id, p.id FROM ledger_transfer p
      WHERE p.phase = 'PENDING' AND p.expires_at < $1::timestamptz - interval '1 day'
        AND NOT EXISTS (SELECT FROM ledger_transfer r WHERE r.pending_id = p.id)`,
  },
  {
    code: 'REVERSALS_WITHIN_WHAT_THEY_REVERSE',
    sentence: 'Together, the reversals of a transfer never take back more than it moved.',
    // A reversal of a reversal gives back; the depth ends a circle, which the next invariant finds.
    sql: `WITH RECURSIVE line AS (
        SELECT id AS root, organization_id, id, amount, 1 AS sign, 1 AS depth FROM ledger_transfer
        WHERE id IN (SELECT reverses_id FROM ledger_transfer WHERE reverses_id IS NOT NULL)
        UNION ALL
        SELECT line.root, line.organization_id, r.id, r.amount, -line.sign, line.depth + 1
        FROM line JOIN ledger_transfer r ON r.reverses_id = line.id WHERE line.depth < 20)
      SELECT organization_id, root AS id FROM line GROUP BY organization_id, root
      HAVING sum(sign * amount) < 0`,
  },
  {
    code: 'REVERSALS_REVERSE_A_MOVEMENT',
    sentence: 'A reversal takes back an earlier movement of the same organisation.',
    sql: `SELECT r.organization_id, r.id FROM ledger_transfer r
      LEFT JOIN ledger_transfer m ON m.id = r.reverses_id AND m.phase IN ('DIRECT', 'POST')
        AND m.organization_id = r.organization_id AND m.sequence < r.sequence
      WHERE r.reverses_id IS NOT NULL AND m.id IS NULL`,
  },
  {
    code: 'ACCOUNTS_OF_ONE_ORGANISATION',
    sentence:
      'Every transfer moves between two accounts that exist and belong to its own organisation.',
    sql: `SELECT t.organization_id, t.id FROM ledger_transfer t
      LEFT JOIN ledger_account d ON d.id = t.debit_account_id AND d.organization_id = t.organization_id
      LEFT JOIN ledger_account c ON c.id = t.credit_account_id AND c.organization_id = t.organization_id
      WHERE d.id IS NULL OR c.id IS NULL OR d.id = c.id`,
  },
  {
    code: 'ONE_CURRENCY',
    sentence: 'A transfer and both of its accounts are in one currency.',
    sql: `SELECT t.organization_id, t.id FROM ledger_transfer t
      JOIN ledger_account a ON a.id IN (t.debit_account_id, t.credit_account_id)
      WHERE a.currency <> t.currency`,
  },
  {
    code: 'AMOUNTS_IN_RANGE',
    sentence: 'Every amount is above zero and not greater than the most that can be booked.',
    sql: `SELECT organization_id, id FROM ledger_transfer
      WHERE amount <= 0 OR amount > ${String(MAX_MINOR_UNITS)}`,
  },
  {
    code: 'KEYS_ARE_UNIQUE',
    sentence: 'An organisation uses an idempotency key once.',
    sql: `SELECT organization_id, min(id::text)::uuid AS id FROM ledger_transfer
      GROUP BY organization_id, idempotency_key HAVING count(*) > 1`,
  },
  {
    code: 'MOVEMENTS_OF_KNOWN_ACCOUNTS',
    sentence: 'What waits to be folded belongs to an account of the same organisation.',
    sql: `SELECT d.organization_id, d.account_id AS id FROM ledger_delta d
      LEFT JOIN ledger_account a ON a.id = d.account_id AND a.organization_id = d.organization_id
      WHERE a.id IS NULL`,
  },
  {
    code: 'PAYABLE_PENDING_IS_WHAT_FUNDS_SET_ASIDE',
    sentence: 'What is pending on the aid payable is what the funds have set aside.',
    sql: `WITH ${TOTALS}
      SELECT organization_id, organization_id AS id FROM totals GROUP BY organization_id
      HAVING coalesce(sum(cp) FILTER (WHERE code = 'AID_PAYABLE'), 0) <>
        coalesce(sum(dp) FILTER (WHERE kind = 'FUND'), 0)`,
  },
  {
    code: 'TRANSIT_NOT_NEGATIVE',
    sentence: 'No more aid arrives, returns or is lost than has left.',
    sql: `WITH ${TOTALS}
      SELECT organization_id, id FROM totals WHERE code = 'AID_IN_TRANSIT' AND cd > dd`,
  },
];
