import type { DisbursementTransition } from './disbursement-transitions.js';
import type { ReasonList } from './reason-codes.js';

/** What became of money that was disputed. */
export const DISPUTE_FINDINGS = ['RECEIVED', 'LOST', 'CAME_BACK'] as const;
export type DisputeFinding = (typeof DISPUTE_FINDINGS)[number];

/** The list that the reason of a finding is chosen from. */
export const REASONS_OF_FINDING = {
  RECEIVED: 'SETTLE_DISPUTE',
  LOST: 'SETTLE_AS_LOST',
  CAME_BACK: 'SETTLE_AS_RETURNED',
} as const satisfies Readonly<Record<DisputeFinding, ReasonList>>;

/** A part of one delivery that never arrived, in minor units. */
export interface TakenBack {
  readonly transferId: string;
  readonly amountMinor: bigint;
}

/** @param isWhole nothing of the payout arrived */
export function settlementOf(finding: DisputeFinding, isWhole: boolean): DisbursementTransition {
  if (finding === 'RECEIVED') return 'SETTLE_DISPUTE';
  if (finding === 'LOST') return isWhole ? 'SETTLE_AS_LOST' : 'SETTLE_PART_LOST';
  return isWhole ? 'SETTLE_AS_RETURNED' : 'SETTLE_PART_RETURNED';
}

/**
 * Which deliveries to take back for what is missing: the first ones given, as far as they go.
 * @param deliveries what is left of each, the latest first
 * @throws Error where they do not add up to what is missing: the books and the payout contradict each other
 */
export function takeBackFrom(deliveries: readonly TakenBack[], missingMinor: bigint): TakenBack[] {
  let open = missingMinor;
  const parts: TakenBack[] = [];
  for (const { transferId, amountMinor: left } of deliveries) {
    const amountMinor = left < open ? left : open;
    if (amountMinor <= 0n) continue;
    parts.push({ transferId, amountMinor });
    open -= amountMinor;
  }
  if (open > 0n) throw new Error('deliveries were booked for less than counts as delivered');
  return parts;
}
