import { err, refused, wrongState, ok, type DomainError, type Result } from '@kinward/kernel';

/** PROPOSED by the job, PUBLISHED once two people have signed, WITHDRAWN for good. */
export const TOTALS_STATES = ['PROPOSED', 'PUBLISHED', 'WITHDRAWN'] as const;
export type TotalsState = (typeof TOTALS_STATES)[number];

/** People who publish a snapshot together (decision 12: one gate for everything that leaves the house). */
export const SIGNATURES_TO_PUBLISH = 2;

/** What was done with a snapshot; nothing of it is ever taken back. */
export interface TotalsActs {
  readonly signedBy: readonly string[];
  readonly isWithdrawn: boolean;
}

export function totalsState({ signedBy, isWithdrawn }: TotalsActs): TotalsState {
  if (isWithdrawn) return 'WITHDRAWN';
  return signedBy.length >= SIGNATURES_TO_PUBLISH ? 'PUBLISHED' : 'PROPOSED';
}

/** Errors: WRONG_STATE for a snapshot that is published or withdrawn; REFUSED with `SIGNED_BY_YOU`. */
export function maySign(acts: TotalsActs, personId: string): Result<void, DomainError> {
  const state = totalsState(acts);
  if (state !== 'PROPOSED') return err(wrongState(state));
  return acts.signedBy.includes(personId) ? err(refused('SIGNED_BY_YOU')) : ok();
}

/** One person is enough, before and after it was published. Errors: WRONG_STATE for one that is withdrawn. */
export function mayWithdraw(acts: TotalsActs): Result<void, DomainError> {
  return acts.isWithdrawn ? err(wrongState('WITHDRAWN')) : ok();
}
