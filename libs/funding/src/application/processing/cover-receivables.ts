import { eur } from '@kinward/kernel';
import { available } from '@kinward/ledger';
import { FundStore } from '../../infrastructure/fund.store.js';
import { bookOrStop, toolsOf, type GiftWork, type Tools } from './tools.js';

/** Something the free fund owes; `table` is where it is written down. */
interface Debt {
  readonly id: string;
  readonly table: 'gift_refund' | 'gift_dispute';
  readonly amountMinor: string;
}

/** Decided disputes, and refunds that no fund could pay. An open dispute may still be won. */
const DEBTS = `
  SELECT id, 'gift_dispute' AS "table", missing_minor AS "amountMinor", opened_on AS since FROM gift_dispute
  WHERE organization_id = $1 AND state <> 'OPEN' AND missing_minor > 0 AND covered_transfer_id IS NULL
  UNION ALL
  SELECT id, 'gift_refund', amount_minor, requested_at::date FROM gift_refund
  WHERE organization_id = $1 AND state = 'SUCCEEDED' AND paid_from = $2 AND covered_transfer_id IS NULL
  ORDER BY since, id`;

/**
 * Fills what donors took back from the free fund, oldest first, as far as the fund has money above its floor that
 * is promised to nobody. What it cannot pay waits. Returns how many debts it paid.
 */
export function coverReceivables(work: GiftWork): Promise<number> {
  return work.inTransaction((db) => cover(toolsOf(work, db)));
}

async function cover(tools: Tools): Promise<number> {
  const { db, ledger, organization, ids } = tools;
  const free = await new FundStore(db).free(organization.id);
  if (free === null) return 0;
  const { DONOR_RECEIVABLE } = await ledger.standardAccounts(organization.id);
  await db.query('SELECT FROM fund WHERE id = $1 FOR NO KEY UPDATE', [free.id]);
  const totals = (await ledger.totals(organization.id, [free.accountId])).get(free.accountId);
  let left = (totals === undefined ? 0n : available(totals)) - free.floorMinor;
  let covered = 0;
  for (const debt of await db.query<Debt>(DEBTS, [organization.id, DONOR_RECEIVABLE])) {
    const amountMinor = BigInt(debt.amountMinor);
    if (amountMinor > left) continue;
    const [transferId] = await bookOrStop(tools, [
      {
        id: ids.next(),
        phase: 'DIRECT',
        code: 'RECEIVABLE_COVERED',
        idempotencyKey: `RECEIVABLE_COVERED:${debt.id}`,
        debitAccountId: free.accountId,
        creditAccountId: DONOR_RECEIVABLE,
        amount: eur(amountMinor),
      },
    ]);
    await db.query(`UPDATE ${debt.table} SET covered_transfer_id = $2 WHERE id = $1`, [
      debt.id,
      transferId,
    ]);
    left -= amountMinor;
    covered += 1;
  }
  return covered;
}
