import type { GiftPart, ThreadStatus } from './gift-thread.js';

/** A gift that has arrived, with its parts; minor units. */
export interface SpendingGift {
  readonly amountMinor: bigint;
  readonly feeMinor: bigint;
  readonly refundedMinor: bigint;
  /** The donor's bank took all of it back. */
  readonly isChargedBack: boolean;
  readonly parts: readonly GiftPart[];
}

/** How far money has come, in minor units; each cent stands in one of them. */
export interface SpendingSums {
  readonly waitingMinor: bigint;
  readonly reservedMinor: bigint;
  /** Has left for a family and has not arrived yet. */
  readonly spentMinor: bigint;
  readonly deliveredMinor: bigint;
  /** Delivered, and confirmed by the family. */
  readonly confirmedMinor: bigint;
}

/** One group of needs; null for what waits and has no group yet. */
export interface SpendingLine extends SpendingSums {
  readonly group: string | null;
}

/** `givenMinor` less `returnedMinor` less `feeMinor` is the sum of all lines, to the cent. */
export interface DonorSpending {
  readonly givenMinor: bigint;
  readonly returnedMinor: bigint;
  /** What the payment provider kept of what did not go back; where less stayed than its fee, the house bore the rest. */
  readonly feeMinor: bigint;
  readonly lines: readonly SpendingLine[];
}

const COLUMN: Readonly<Record<ThreadStatus, keyof SpendingSums>> = {
  WAITING: 'waitingMinor',
  RESERVED: 'reservedMinor',
  ON_ITS_WAY: 'spentMinor',
  DELIVERED: 'deliveredMinor',
  CONFIRMED: 'confirmedMinor',
};
const NOTHING: SpendingSums = {
  waitingMinor: 0n,
  reservedMinor: 0n,
  spentMinor: 0n,
  deliveredMinor: 0n,
  confirmedMinor: 0n,
};

/** Sums what one donor's gifts did, by group of needs; lines by group, what waits last. */
export function donorSpending(gifts: readonly SpendingGift[]): DonorSpending {
  const lines = new Map<string | null, SpendingLine>();
  let [givenMinor, returnedMinor, feeMinor] = [0n, 0n, 0n];
  for (const gift of gifts) {
    const returned = gift.isChargedBack ? gift.amountMinor : gift.refundedMinor;
    const stayed = gift.amountMinor - returned;
    givenMinor += gift.amountMinor;
    returnedMinor += returned;
    feeMinor += gift.feeMinor < stayed ? gift.feeMinor : stayed;
    for (const { status, group, amountMinor } of gift.isChargedBack ? [] : gift.parts) {
      const line = lines.get(group) ?? { group, ...NOTHING };
      const column = COLUMN[status];
      lines.set(group, { ...line, [column]: line[column] + amountMinor });
    }
  }
  const sorted = [...lines.values()].sort((one, other) => rank(one).localeCompare(rank(other)));
  return { givenMinor, returnedMinor, feeMinor, lines: sorted };
}

function rank({ group }: SpendingLine): string {
  return group ?? '\uffff';
}
