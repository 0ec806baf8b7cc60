/** How far a payout of the demonstration has come; what it is called is its state. */
export type DemoPayoutStep =
  | 'DRAFT'
  | 'PENDING_SECURITY'
  | 'PENDING_APPROVAL'
  | 'APPROVED'
  | 'RELEASED'
  | 'IN_TRANSIT'
  | 'DELIVERED'
  | 'EVIDENCED'
  | 'RECONCILED'
  | 'BLOCKED'
  | 'REJECTED'
  | 'CANCELLED'
  | 'FROZEN'
  | 'FAILED'
  | 'RETURNED'
  | 'LOST_OR_SEIZED'
  | 'DISPUTED';

export interface DemoPayout {
  readonly until: DemoPayoutStep;
  /** A part of what the need asks for, in cents; all of it where nothing is said. */
  readonly minorUnits?: string;
  readonly recipient?: 'PERSON_HELD';
  /** A carrier that the payout goes through. */
  readonly courier?: string;
  /** Two people approve it, because the sum or the kind of need asks for it. */
  readonly isApprovedByTwo?: true;
  /** Its kind takes the word of security, whatever the way. */
  readonly isClearedBySecurity?: true;
  /** Somebody saw the bill of the house that was paid, and kept what proves it. */
  readonly hasReceipt?: true;
  /** The whole document is kept, by two people together, instead of the family's word. */
  readonly isDocumented?: true;
}

/** So many days ago needs were asked for that may have a card by now. */
export const CARD_NEEDS_DAY = 19;

/** How far a need of the demonstration has come, in the order of the work. */
export const DEMO_NEED_STEPS = [
  'DRAFT',
  'SUBMITTED',
  'ASSESSED',
  'APPROVED',
  'WAITING_FUNDS',
  'FUNDED',
] as const;
export type DemoNeedStep =
  (typeof DEMO_NEED_STEPS)[number] | 'COVERED' | 'HALF_SIGNED' | 'REJECTED';

export interface DemoNeed {
  readonly codename: string;
  readonly code: string;
  readonly minorUnits: string;
  readonly dueInDays: number;
  readonly channelClass: string;
  readonly reach: readonly {
    readonly ageBand: string;
    readonly sex: string;
    readonly count: number;
  }[];
  readonly until: DemoNeedStep;
  /** Where it was asked for before the others; left out, in the present. */
  readonly toldDaysAgo?: number;
  /** Its kind takes two signatures, and both are there. */
  readonly isSignedByTwo?: true;
  /** The fund that pays, for needs that are funded. */
  readonly fund?: string;
  /** Pays in its place where the demonstration has gifts: without the stand-in of the payment provider it has none. */
  readonly giftFund?: string;
  /** What is paid out of it, for needs that are funded. */
  readonly payouts?: readonly DemoPayout[];
}

/** People whom a need of the demonstration reaches. */
export const ADULT = { ageBand: '18_59', sex: 'F', count: 1 };
export const CHILDREN = { ageBand: '5_17', sex: 'F', count: 2 };

export const MAN = { ageBand: '18_59', sex: 'M', count: 1 };
