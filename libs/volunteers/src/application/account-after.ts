import type { VettingTransition } from '../domain/vetting-transitions.js';
import type { Account, AccountStanding } from '../infrastructure/account.store.js';

/**
 * How an account stands after a move. The account of somebody who only volunteers follows the vetting. Whoever works here
 * in another role, too, is stopped with a suspension, and never gains by the vetting: what the account was before
 * comes back, or the probation where nobody knows. Null leaves it as it is.
 */
export function accountAfter(
  transition: VettingTransition,
  wanted: AccountStanding | null,
  {
    account,
    before,
  }: { readonly account: Account | null; readonly before: 'PROBATION' | 'ACTIVE' | null },
): AccountStanding | null {
  const isVolunteerOnly = account?.roles.every((role) => role === 'VOLUNTEER') === true;
  if (wanted === null || isVolunteerOnly) return wanted;
  if (transition === 'SUSPEND' || transition === 'REVOKE') return 'SUSPENDED';
  return transition === 'REINSTATE' ? (before ?? 'PROBATION') : null;
}
