import { addTotals, available, NO_TOTALS, type AccountTotals } from './account.js';
import type { Transfer } from './transfer.js';

/** What a batch of transfers does to each account it touches. */
export type Effects = ReadonlyMap<string, AccountTotals>;

/**
 * Adds up the movements of transfers that are booked together. `pending` gives the full amount of the pending
 * transfers that are resolved here.
 * @throws Error when a resolved pending transfer is not among `pending`
 */
export function effectsOf(
  transfers: readonly Transfer[],
  pending: ReadonlyMap<string, { readonly amount: bigint }>,
): Effects {
  const effects = new Map<string, AccountTotals>();
  const move = (accountId: string, movement: Partial<AccountTotals>): void => {
    const before = effects.get(accountId) ?? NO_TOTALS;
    effects.set(accountId, addTotals(before, { ...NO_TOTALS, ...movement }));
  };
  for (const transfer of transfers) {
    const { amount, debitAccountId, creditAccountId } = transfer;
    const setAside = transfer.pendingId === null ? 0n : amountOf(pending, transfer.pendingId);
    switch (transfer.phase) {
      case 'DIRECT':
        move(debitAccountId, { debitsPosted: amount });
        move(creditAccountId, { creditsPosted: amount });
        break;
      case 'PENDING':
        move(debitAccountId, { debitsPending: amount });
        move(creditAccountId, { creditsPending: amount });
        break;
      case 'POST':
        move(debitAccountId, { debitsPending: -setAside, debitsPosted: amount });
        move(creditAccountId, { creditsPending: -setAside, creditsPosted: amount });
        break;
      case 'VOID':
        move(debitAccountId, { debitsPending: -setAside });
        move(creditAccountId, { creditsPending: -setAside });
        break;
    }
  }
  return effects;
}

/** Accounts from which the batch takes more than it brings: only these can run dry, so only these are locked. */
export function drawnAccounts(effects: Effects): readonly string[] {
  return [...effects].filter(([, effect]) => available(effect) < 0n).map(([id]) => id);
}

function amountOf(pending: ReadonlyMap<string, { readonly amount: bigint }>, id: string): bigint {
  const found = pending.get(id);
  if (found === undefined) throw new Error('a resolution without its pending transfer');
  return found.amount;
}
