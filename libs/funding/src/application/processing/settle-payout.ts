import { eur } from '@kinward/kernel';
import type { PayoutFacts } from '../../domain/provider-facts.js';
import { bookOrStop, type Tools } from './tools.js';

/** The provider paid out to our bank; one that failed after that comes back. Each is booked once. */
export async function settlePayout(tools: Tools, payout: PayoutFacts): Promise<boolean> {
  const { db, ledger, organization, ids } = tools;
  if (payout.status === 'OPEN') return true;
  const { BANK, STRIPE } = await ledger.standardAccounts(organization.id);
  const key = `STRIPE_PAYOUT:${payout.id}`;
  const [booked] = await db.query<{ id: string }>(
    'SELECT id FROM ledger_transfer WHERE organization_id = $1 AND idempotency_key = $2',
    [organization.id, key],
  );
  // A failure is only booked back where the payout had been booked; one that never left needs nothing.
  if (payout.status === 'FAILED' && booked === undefined) return true;
  const amount = eur(payout.amountMinor);
  const base = { id: ids.next(), phase: 'DIRECT', code: 'STRIPE_PAYOUT', amount } as const;
  await bookOrStop(tools, [
    payout.status === 'PAID'
      ? { ...base, idempotencyKey: key, debitAccountId: BANK, creditAccountId: STRIPE }
      : {
          ...base,
          idempotencyKey: `${key}:failed`,
          debitAccountId: STRIPE,
          creditAccountId: BANK,
          reversesId: booked?.id ?? null,
        },
  ]);
  return true;
}
