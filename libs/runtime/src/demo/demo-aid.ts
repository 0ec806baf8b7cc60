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

/** How far a need of the demonstration has come, in the order of the work. */
export const DEMO_NEED_STEPS = [
  'DRAFT',
  'SUBMITTED',
  'ASSESSED',
  'APPROVED',
  'WAITING_FUNDS',
  'FUNDED',
] as const;
export type DemoNeedStep = (typeof DEMO_NEED_STEPS)[number] | 'COVERED' | 'HALF_SIGNED';

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
}

const ADULT = { ageBand: '18_59', sex: 'F', count: 1 };
const CHILDREN = { ageBand: '5_17', sex: 'F', count: 2 };

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
];
