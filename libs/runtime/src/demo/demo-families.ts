/** What happens to a demonstration's case after it was opened, in order. */
export type DemoAct =
  | 'ACTIVATE'
  | 'WAITLIST'
  | 'DECLINE'
  | 'PAUSE'
  | 'START_TRANSITION'
  | 'QUARANTINE'
  | 'FALL_SILENT'
  | 'EXPOSE'
  | 'STAY_IN_VERIFICATION'
  | 'STAY_IN_SCREENING'
  | 'STAY_IN_INTAKE';

/** One of the twelve families; invented throughout, surnames begin with Demo-. Days count back from the seeding day. */
export interface DemoFamily {
  readonly codename: string;
  readonly caseworker: string;
  readonly deputy: string;
  readonly region: string;
  readonly summary: string;
  readonly members: readonly {
    readonly name: string;
    readonly relation: string;
    readonly age: number;
  }[];
  readonly prisoner: {
    readonly name: string;
    readonly status: string;
    readonly sinceDaysAgo: number;
    readonly facilityType: string | null;
    readonly stateLists: readonly string[];
    readonly recognitionBasis: string;
  };
  readonly nextStep: { readonly kind: string; readonly inDays: number };
  readonly act: DemoAct;
  /** Where it came before the others did. */
  readonly openedDaysAgo?: number;
}

const ONE = 'caseworker';
const TWO = 'caseworker-two';
const THREE = 'caseworker-three';

const prisoner = (
  name: string,
  status: string,
  sinceDaysAgo: number,
  more: Partial<DemoFamily['prisoner']> = {},
): DemoFamily['prisoner'] => ({
  name,
  status,
  sinceDaysAgo,
  facilityType: 'COLONY',
  stateLists: [],
  recognitionBasis: 'VIASNA',
  ...more,
});

/** The twelve families as far as today's features tell their story. */
export const DEMO_FAMILIES: readonly DemoFamily[] = [
  {
    codename: 'STORK-11',
    caseworker: ONE,
    deputy: TWO,
    region: 'IN_WEST',
    summary: 'Mother alone with three children; the parcel calendar sets the rhythm.',
    members: [
      { name: 'Demo-Stork Alena', relation: 'SPOUSE', age: 38 },
      { name: 'Demo-Stork Child One', relation: 'CHILD', age: 4 },
      { name: 'Demo-Stork Child Two', relation: 'CHILD', age: 9 },
      { name: 'Demo-Stork Child Three', relation: 'CHILD', age: 13 },
    ],
    prisoner: prisoner('Demo-Stork Father', 'SENTENCED', 700, { stateLists: ['EXTREMIST'] }),
    nextStep: { kind: 'SEND_PARCEL', inDays: 9 },
    act: 'ACTIVATE',
    openedDaysAgo: 20,
  },
  {
    codename: 'HERON-41',
    caseworker: ONE,
    deputy: THREE,
    region: 'IN_EAST',
    summary: 'Grandmother cares for her grandson since both parents were taken.',
    members: [
      { name: 'Demo-Heron Grandmother', relation: 'GRANDPARENT', age: 71 },
      { name: 'Demo-Heron Grandson', relation: 'GRANDCHILD', age: 8 },
    ],
    prisoner: prisoner('Demo-Heron Mother', 'REMAND', 2, { facilityType: 'SIZO' }),
    nextStep: { kind: 'CALL_FAMILY', inDays: 0 },
    act: 'ACTIVATE',
    openedDaysAgo: 2,
  },
  {
    codename: 'KINGFISHER-05',
    caseworker: TWO,
    deputy: ONE,
    region: 'ABROAD_PL',
    summary: 'Wife abroad; money to the prisoner directly would mark him.',
    members: [{ name: 'Demo-Kingfisher Wife', relation: 'SPOUSE', age: 41 }],
    prisoner: prisoner('Demo-Kingfisher Husband', 'SENTENCED', 900, { stateLists: ['TERRORIST'] }),
    nextStep: { kind: 'REVIEW_NEED', inDays: 4 },
    act: 'ACTIVATE',
  },
  {
    codename: 'SWIFT-12',
    caseworker: TWO,
    deputy: THREE,
    region: 'ABROAD_LT',
    summary: 'Released without documents; teeth, papers, a room.',
    members: [{ name: 'Demo-Swift Himself', relation: 'SELF', age: 34 }],
    prisoner: prisoner('Demo-Swift Himself', 'RELEASED', 12),
    nextStep: { kind: 'REVIEW_CASE', inDays: 3 },
    act: 'START_TRANSITION',
  },
  {
    codename: 'BITTERN-06',
    caseworker: TWO,
    deputy: ONE,
    region: 'IN_CAPITAL',
    summary: 'Released by pardon decree and kept inside; asks for other families.',
    members: [{ name: 'Demo-Bittern Herself', relation: 'SELF', age: 29 }],
    prisoner: prisoner('Demo-Bittern Herself', 'PARDONED', 6),
    nextStep: { kind: 'TRY_HANDSHAKE', inDays: 1 },
    act: 'QUARANTINE',
  },
  {
    codename: 'CRANE-17',
    caseworker: THREE,
    deputy: ONE,
    region: 'IN_WEST',
    summary: 'Parents over sixty; the mother was summoned and asked for quiet.',
    members: [
      { name: 'Demo-Crane Mother', relation: 'PARENT', age: 63 },
      { name: 'Demo-Crane Father', relation: 'PARENT', age: 66 },
    ],
    prisoner: prisoner('Demo-Crane Daughter', 'INCOMMUNICADO', 120),
    nextStep: { kind: 'AWAIT_FAMILY', inDays: 13 },
    act: 'PAUSE',
  },
  {
    codename: 'WAGTAIL-58',
    caseworker: THREE,
    deputy: TWO,
    region: 'IN_EAST',
    summary: 'Wife with two children; waits because a budget line is full.',
    members: [
      { name: 'Demo-Wagtail Wife', relation: 'SPOUSE', age: 36 },
      { name: 'Demo-Wagtail Child', relation: 'CHILD', age: 11 },
    ],
    prisoner: prisoner('Demo-Wagtail Husband', 'SENTENCED', 400),
    nextStep: { kind: 'REVIEW_CASE', inDays: 7 },
    act: 'WAITLIST',
  },
  {
    codename: 'PLOVER-33',
    caseworker: ONE,
    deputy: TWO,
    region: 'ABROAD_PL',
    summary: 'Husband with a small child; another organisation already pays for therapy.',
    members: [
      { name: 'Demo-Plover Husband', relation: 'SPOUSE', age: 39 },
      { name: 'Demo-Plover Child', relation: 'CHILD', age: 6 },
    ],
    prisoner: prisoner('Demo-Plover Wife', 'RESTRICTED_FREEDOM_HOME', 200, { facilityType: null }),
    nextStep: { kind: 'CALL_FAMILY', inDays: 2 },
    act: 'ACTIVATE',
  },
  {
    codename: 'DIPPER-07',
    caseworker: ONE,
    deputy: THREE,
    region: 'ABROAD_GE',
    summary: 'Brother of a gravely ill man; the medical parcel came back.',
    members: [{ name: 'Demo-Dipper Brother', relation: 'SIBLING', age: 45 }],
    prisoner: prisoner('Demo-Dipper Patient', 'SENTENCED', 1000, {
      facilityType: 'PRISON_HOSPITAL',
    }),
    nextStep: { kind: 'PLAN_RELEASE', inDays: 60 },
    act: 'ACTIVATE',
  },
  {
    codename: 'LAPWING-20',
    caseworker: THREE,
    deputy: TWO,
    region: 'IN_CAPITAL',
    summary: 'Widow with a child; her husband died in custody.',
    members: [
      { name: 'Demo-Lapwing Widow', relation: 'SPOUSE', age: 44 },
      { name: 'Demo-Lapwing Child', relation: 'CHILD', age: 15 },
    ],
    prisoner: prisoner('Demo-Lapwing Husband', 'DIED', 20),
    nextStep: { kind: 'CALL_FAMILY', inDays: 5 },
    act: 'START_TRANSITION',
    openedDaysAgo: 20,
  },
  {
    codename: 'SISKIN-24',
    caseworker: TWO,
    deputy: THREE,
    region: 'ABROAD_LT',
    summary: 'Couple with a baby; he is a former prisoner in rehabilitation.',
    members: [
      { name: 'Demo-Siskin Husband', relation: 'SELF', age: 33 },
      { name: 'Demo-Siskin Wife', relation: 'PARTNER', age: 31 },
      { name: 'Demo-Siskin Baby', relation: 'CHILD', age: 1 },
    ],
    prisoner: prisoner('Demo-Siskin Husband', 'RELEASED', 300),
    nextStep: { kind: 'RENEW_CONSENT', inDays: 30 },
    act: 'ACTIVATE',
    openedDaysAgo: 20,
  },
  {
    codename: 'GOLDFINCH-99',
    caseworker: THREE,
    deputy: ONE,
    region: 'IN_CAPITAL',
    summary: 'The story could not be confirmed: a template of a verdict was reused.',
    members: [{ name: 'Demo-Goldfinch Applicant', relation: 'SPOUSE', age: 30 }],
    prisoner: prisoner('Demo-Goldfinch Claimed', 'REMAND', 15, { recognitionBasis: 'PENDING' }),
    nextStep: { kind: 'VERIFY', inDays: 1 },
    act: 'DECLINE',
  },
];
