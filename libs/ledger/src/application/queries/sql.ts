/** Side on which an account grows: what it owns and spends on the left, what it owes and holds on the right. */
export const IS_DEBIT_SIDE = `a.kind IN ('ASSET', 'EXPENSE')`;

/** Both sides of each booked movement, seen from account `$2` of organisation `$1`; the amount as its balance sees it. */
export const MOVEMENTS = `
  movement AS (
    SELECT t.id, t.sequence, t.booked_at, t.code, t.reference, t.amount, 'DEBIT' AS side,
      t.credit_account_id AS counter_id, CASE WHEN ${IS_DEBIT_SIDE} THEN t.amount ELSE -t.amount END AS signed
    FROM ledger_account a JOIN ledger_transfer t ON t.debit_account_id = a.id
    WHERE a.organization_id = $1 AND a.id = $2 AND t.phase IN ('DIRECT', 'POST')
    UNION ALL
    SELECT t.id, t.sequence, t.booked_at, t.code, t.reference, t.amount, 'CREDIT',
      t.debit_account_id, CASE WHEN ${IS_DEBIT_SIDE} THEN -t.amount ELSE t.amount END
    FROM ledger_account a JOIN ledger_transfer t ON t.credit_account_id = a.id
    WHERE a.organization_id = $1 AND a.id = $2 AND t.phase IN ('DIRECT', 'POST'))`;
