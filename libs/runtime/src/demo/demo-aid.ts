/** A fund of the demonstration; amounts are cents. */
export interface DemoFund {
  readonly code: string;
  readonly name: string;
  readonly kind: 'GRANT' | 'PUBLIC' | 'EMERGENCY';
  readonly rules: {
    readonly groups?: readonly string[];
    readonly excludedCodes?: readonly string[];
    readonly regions?: readonly string[];
    readonly overheadPercent?: number;
  };
  readonly lapsesInDays: number | null;
  readonly floor: string | null;
  readonly isPublic: boolean;
  readonly isFreeFund: boolean;
  /** The grant behind it, where there is one. */
  readonly grant: {
    readonly code: string;
    readonly minorUnits: string;
    readonly isManaged: boolean;
  } | null;
}

/** The pots of the demonstration. */
export const DEMO_FUNDS: readonly DemoFund[] = [
  {
    code: 'G-NORTH',
    name: 'Northern programme',
    kind: 'GRANT',
    rules: {
      regions: ['IN_COUNTRY'],
      excludedCodes: ['EVA-URGENT', 'EVA-FAMILY'],
      overheadPercent: 7,
    },
    lapsesInDays: 300,
    floor: null,
    isPublic: false,
    isFreeFund: false,
    grant: { code: 'GRANT-NORTH', minorUnits: '12000000', isManaged: false },
  },
  {
    code: 'G-CHILD',
    name: 'Children first',
    kind: 'GRANT',
    rules: { groups: ['CHD', 'PSY'] },
    lapsesInDays: 20,
    floor: null,
    isPublic: false,
    isFreeFund: false,
    grant: { code: 'GRANT-CHILD', minorUnits: '3000000', isManaged: true },
  },
  {
    code: 'G-REHAB',
    name: 'Recovery abroad',
    kind: 'GRANT',
    rules: { groups: ['MED', 'PSY'], regions: ['ABROAD'] },
    lapsesInDays: 200,
    floor: null,
    isPublic: false,
    isFreeFund: false,
    grant: { code: 'GRANT-REHAB', minorUnits: '6000000', isManaged: true },
  },
  {
    code: 'P-FREE',
    name: 'Where it is needed most',
    kind: 'PUBLIC',
    rules: {},
    lapsesInDays: null,
    floor: null,
    isPublic: true,
    isFreeFund: true,
    grant: null,
  },
  {
    code: 'P-EMERG',
    name: 'First hours',
    kind: 'EMERGENCY',
    rules: {},
    lapsesInDays: null,
    floor: '500000',
    isPublic: true,
    isFreeFund: false,
    grant: null,
  },
];

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
}

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
  /** The fund that pays, for needs that are funded. */
  readonly fund?: string;
  /** What is paid out of it, for needs that are funded. */
  readonly payouts?: readonly DemoPayout[];
}

const ADULT = { ageBand: '18_59', sex: 'F', count: 1 };
const CHILDREN = { ageBand: '5_17', sex: 'F', count: 2 };

const MAN = { ageBand: '18_59', sex: 'M', count: 1 };

const paid = (need: Omit<DemoNeed, 'until'>): DemoNeed => ({ ...need, until: 'FUNDED' });

/** What nobody found the time or the money for: the day after, the desk says so by itself. */
const LATE_NEEDS: readonly DemoNeed[] = [
  {
    codename: 'PLOVER-33',
    code: 'LEG-ADVICE',
    minorUnits: '4000',
    dueInDays: 0,
    channelClass: 'SERVICE_REMOTE',
    reach: [ADULT],
    until: 'SUBMITTED',
  },
  {
    codename: 'PLOVER-33',
    code: 'LIV-RENT',
    minorUnits: '40000',
    dueInDays: 0,
    channelClass: 'VENDOR_DIRECT_ABROAD',
    reach: [ADULT],
    until: 'WAITING_FUNDS',
  },
];

/** Needs that are paid for: between them a payout in every state (domain.md C4). */
const PAID_NEEDS: readonly DemoNeed[] = [
  // Stopped on its last step, when the family asked not to be contacted.
  paid({
    codename: 'CRANE-17',
    code: 'LIV-GRANT',
    minorUnits: '50000',
    dueInDays: 10,
    channelClass: 'PARTNER_ROUTE',
    reach: [{ ageBand: '60_PLUS', sex: 'F', count: 1 }],
    fund: 'G-NORTH',
    payouts: [{ until: 'APPROVED' }],
  }),
  paid({
    codename: 'STORK-11',
    code: 'LIV-FOOD',
    minorUnits: '6000',
    dueInDays: 6,
    channelClass: 'PARTNER_ROUTE',
    reach: [ADULT, CHILDREN],
    fund: 'G-NORTH',
    payouts: [{ until: 'DELIVERED' }],
  }),
  paid({
    codename: 'STORK-11',
    code: 'LIV-UTIL',
    minorUnits: '6000',
    dueInDays: 20,
    channelClass: 'PARTNER_ROUTE',
    reach: [ADULT],
    fund: 'G-NORTH',
    payouts: [{ until: 'EVIDENCED' }],
  }),
  paid({
    codename: 'STORK-11',
    code: 'LIV-DEBT',
    minorUnits: '20000',
    dueInDays: 25,
    channelClass: 'PARTNER_ROUTE',
    reach: [ADULT],
    fund: 'G-NORTH',
    payouts: [{ until: 'APPROVED' }],
  }),
  paid({
    codename: 'STORK-11',
    code: 'DET-CLOTHES',
    minorUnits: '8000',
    dueInDays: 18,
    channelClass: 'PARCEL_BY_RELATIVE',
    reach: [MAN],
    fund: 'G-NORTH',
    payouts: [{ until: 'IN_TRANSIT', recipient: 'PERSON_HELD' }],
  }),
  paid({
    codename: 'HERON-41',
    code: 'CAREGIVER',
    minorUnits: '12000',
    dueInDays: 15,
    channelClass: 'PARTNER_ROUTE',
    reach: [{ ageBand: '60_PLUS', sex: 'F', count: 1 }],
    fund: 'G-NORTH',
    payouts: [{ until: 'FROZEN', courier: 'Demo-Partner P7' }],
  }),
  paid({
    codename: 'HERON-41',
    code: 'LIV-FOOD',
    minorUnits: '6000',
    dueInDays: 8,
    channelClass: 'PARTNER_ROUTE',
    reach: [ADULT],
    fund: 'G-NORTH',
    payouts: [{ until: 'LOST_OR_SEIZED' }],
  }),
  paid({
    codename: 'HERON-41',
    code: 'LIV-UTIL',
    minorUnits: '6000',
    dueInDays: 22,
    channelClass: 'PARTNER_ROUTE',
    reach: [ADULT],
    fund: 'G-NORTH',
    payouts: [{ until: 'REJECTED' }],
  }),
  paid({
    codename: 'KINGFISHER-05',
    code: 'MED-CHRONIC',
    minorUnits: '4000',
    dueInDays: 9,
    channelClass: 'VENDOR_DIRECT_ABROAD',
    reach: [ADULT],
    fund: 'G-REHAB',
    payouts: [{ until: 'DRAFT' }],
  }),
  paid({
    codename: 'KINGFISHER-05',
    code: 'MED-CHECK',
    minorUnits: '20000',
    dueInDays: 16,
    channelClass: 'VENDOR_DIRECT_ABROAD',
    reach: [ADULT],
    fund: 'G-REHAB',
    payouts: [{ until: 'CANCELLED' }],
  }),
  paid({
    codename: 'DIPPER-07',
    code: 'MED-CHECK',
    minorUnits: '20000',
    dueInDays: 12,
    channelClass: 'VENDOR_DIRECT_ABROAD',
    reach: [MAN],
    fund: 'G-REHAB',
    payouts: [{ until: 'PENDING_SECURITY' }],
  }),
  paid({
    codename: 'DIPPER-07',
    code: 'MED-URGENT',
    minorUnits: '40000',
    dueInDays: 2,
    channelClass: 'VENDOR_DIRECT_ABROAD',
    reach: [MAN],
    fund: 'G-REHAB',
    payouts: [{ until: 'BLOCKED' }],
  }),
  paid({
    codename: 'SISKIN-24',
    code: 'PSY-THERAPY',
    minorUnits: '40000',
    dueInDays: 30,
    channelClass: 'SERVICE_REMOTE',
    reach: [MAN],
    fund: 'G-REHAB',
    payouts: [{ until: 'RETURNED' }],
  }),
  paid({
    codename: 'SISKIN-24',
    code: 'MED-CHECK',
    minorUnits: '20000',
    dueInDays: 14,
    channelClass: 'VENDOR_DIRECT_ABROAD',
    reach: [MAN],
    fund: 'G-REHAB',
    payouts: [{ until: 'FAILED' }],
  }),
  paid({
    codename: 'SISKIN-24',
    code: 'MED-CHRONIC',
    minorUnits: '4000',
    dueInDays: 11,
    channelClass: 'VENDOR_DIRECT_ABROAD',
    reach: [MAN],
    fund: 'G-REHAB',
    payouts: [{ until: 'DISPUTED' }],
  }),
];

/** Needs of the twelve families, one for each step of the way. */
export const DEMO_NEEDS: readonly DemoNeed[] = [
  {
    codename: 'STORK-11',
    code: 'CHD-SCHOOL',
    minorUnits: '10000',
    dueInDays: 14,
    channelClass: 'PARTNER_ROUTE',
    reach: [CHILDREN],
    until: 'FUNDED',
    fund: 'G-CHILD',
    payouts: [{ until: 'RECONCILED' }],
  },
  {
    codename: 'STORK-11',
    code: 'DET-PARCEL',
    minorUnits: '4000',
    dueInDays: 9,
    channelClass: 'PARCEL_BY_RELATIVE',
    reach: [ADULT],
    until: 'WAITING_FUNDS',
  },
  {
    codename: 'HERON-41',
    code: 'CHD-CARE',
    minorUnits: '20000',
    dueInDays: 1,
    channelClass: 'PARTNER_ROUTE',
    reach: [{ ageBand: '5_17', sex: 'M', count: 1 }],
    until: 'ASSESSED',
  },
  {
    codename: 'KINGFISHER-05',
    // Shop money for a person on a list: refused, and letters and advice instead.
    code: 'DET-SHOP',
    minorUnits: '3000',
    dueInDays: 7,
    channelClass: 'PARCEL_BY_RELATIVE',
    reach: [MAN],
    until: 'REJECTED',
  },
  {
    codename: 'KINGFISHER-05',
    code: 'LEG-ADVICE',
    minorUnits: '4000',
    dueInDays: 5,
    channelClass: 'SERVICE_REMOTE',
    reach: [ADULT],
    until: 'SUBMITTED',
  },
  {
    codename: 'SWIFT-12',
    code: 'MED-DENTAL',
    minorUnits: '110000',
    dueInDays: 30,
    channelClass: 'VENDOR_DIRECT_ABROAD',
    reach: [{ ageBand: '18_59', sex: 'M', count: 1 }],
    until: 'FUNDED',
    fund: 'G-REHAB',
    payouts: [
      { until: 'RELEASED', minorUnits: '60000' },
      { until: 'PENDING_APPROVAL', minorUnits: '50000' },
    ],
  },
  {
    codename: 'SWIFT-12',
    code: 'LGL-DOCS',
    minorUnits: '12000',
    dueInDays: 21,
    channelClass: 'VENDOR_DIRECT_ABROAD',
    reach: [{ ageBand: '18_59', sex: 'M', count: 1 }],
    until: 'DRAFT',
  },
  {
    codename: 'PLOVER-33',
    code: 'PSY-THERAPY',
    minorUnits: '40000',
    dueInDays: 30,
    channelClass: 'SERVICE_REMOTE',
    reach: [{ ageBand: '18_59', sex: 'M', count: 1 }],
    until: 'COVERED',
  },
  {
    codename: 'DIPPER-07',
    code: 'MED-CHRONIC',
    minorUnits: '4000',
    dueInDays: 10,
    channelClass: 'VENDOR_DIRECT_ABROAD',
    reach: [{ ageBand: '18_59', sex: 'M', count: 1 }],
    until: 'APPROVED',
  },
  {
    codename: 'SISKIN-24',
    code: 'PSY-TORTURE',
    minorUnits: '80000',
    dueInDays: 40,
    channelClass: 'VENDOR_DIRECT_ABROAD',
    reach: [{ ageBand: '18_59', sex: 'M', count: 1 }],
    until: 'HALF_SIGNED',
  },
  {
    codename: 'SISKIN-24',
    code: 'LIV-RENT',
    minorUnits: '40000',
    dueInDays: 12,
    channelClass: 'VENDOR_DIRECT_ABROAD',
    reach: [ADULT, { ageBand: '0_4', sex: 'M', count: 1 }],
    until: 'WAITING_FUNDS',
  },
  ...LATE_NEEDS,
  ...PAID_NEEDS,
];
