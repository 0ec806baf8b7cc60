import { disclosePeople } from './disclosure-control.js';

/** A need that waits for money and that a fund may serve; amounts in minor units. */
export interface WaitingNeed {
  readonly needId: string;
  readonly missingMinor: bigint;
}

/** What a sum more would do: who could be funded without it, and who only with it. */
export interface WhatIf<Need> {
  readonly now: readonly Need[];
  readonly lifted: readonly Need[];
}

/**
 * Funds needs in the order of the queue, each whole, until one does not fit: nobody further back is served before
 * them, so that a sum more never takes anything from anybody.
 * @param waiting in the order of the queue
 * @param roomMinor what the fund can promise now; below nothing counts as nothing
 */
export function whatIf<Need extends WaitingNeed>(
  waiting: readonly Need[],
  roomMinor: bigint,
  moreMinor: bigint,
): WhatIf<Need> {
  const room = roomMinor > 0n ? roomMinor : 0n;
  const without = served(waiting, room);
  const withMore = served(waiting, room + (moreMinor > 0n ? moreMinor : 0n));
  return { now: waiting.slice(0, without), lifted: waiting.slice(without, withMore) };
}

/** How many of them a sum serves. */
function served(waiting: readonly WaitingNeed[], sumMinor: bigint): number {
  let left = sumMinor;
  const first = waiting.findIndex(({ missingMinor }) => {
    left -= missingMinor;
    return left < 0n;
  });
  return first < 0 ? waiting.length : first;
}

/** Sums that leave the house are whole steps: with finer ones the amount of a single need could be found by trying. */
export const STEP_MINOR = 50_000n;

/** A sum as somebody outside the desk may try it. */
export function wholeSteps(moreMinor: bigint): bigint {
  return (moreMinor / STEP_MINOR) * STEP_MINOR;
}

/** A count of needs as it may leave the house: by families, null below ten, else a multiple of five. */
export function discloseNeeds(needs: readonly { readonly caseId: string }[]): number | null {
  const families = new Set(needs.map(({ caseId }) => caseId)).size;
  return disclosePeople(families) === null ? null : disclosePeople(needs.length);
}
