/** What a donor does with the payment page; null leaves it open. The names are those of the stand-in's page. */
type DemoPayment = 'card' | 'card_by' | 'delayed' | null;

/** What happens to a gift afterwards. */
export type DemoAftermath =
  'REFUND' | 'DISPUTE' | 'LOSE_DISPUTE' | 'FORGET' | 'PAUSE' | 'STOP' | 'CARD_ENDS';

/** A gift of one of the seven donors; amounts are cents, days count back from the seeding. */
export interface DemoGift {
  readonly donor: string;
  readonly daysAgo: number;
  readonly rhythm: 'ONCE' | 'MONTHLY';
  /** Code of a fund, or `CARD` for the case card of STORK. */
  readonly to: 'P-FREE' | 'P-EMERG' | 'CARD';
  readonly minorUnits: string;
  readonly pays: DemoPayment;
  readonly aftermath: readonly { readonly daysAgo: number; readonly what: DemoAftermath }[];
  /** Of a private page that everybody may open; others are as private as anybody's. */
  readonly token: string | undefined;
}

const gift = (given: Partial<DemoGift> & Pick<DemoGift, 'donor' | 'daysAgo'>): DemoGift => ({
  ...{ rhythm: 'ONCE', to: 'P-FREE', minorUnits: '5000', pays: 'card', aftermath: [] },
  token: undefined,
  ...given,
});

/** In hours and days before the seeding: so that everything that is told of the present comes before it. */
export const CARD_DAY = 0.05;

/** Private pages of the demonstration. Their links are public, like the passphrases: they protect nothing and say so. */
export const DEMO_LINKS = {
  MONTHLY: 'demo-link-everybody-knows-of-a-monthly-gift',
  CARD: 'demo-link-everybody-knows-of-a-gift-to-a-card',
} as const;

/** Seven donors; between them a gift and a monthly gift in every state (domain.md C6). */
export const DEMO_GIFTS: readonly DemoGift[] = [
  // The godparent of STORK: every month since autumn, and once for the parcel.
  gift({
    donor: 'godparent',
    daysAgo: 100,
    rhythm: 'MONTHLY',
    minorUnits: '30000',
    token: DEMO_LINKS.MONTHLY,
  }),
  gift({
    donor: 'godparent',
    daysAgo: CARD_DAY,
    to: 'CARD',
    minorUnits: '2000',
    token: DEMO_LINKS.CARD,
  }),
  gift({
    donor: 'two',
    daysAgo: 90,
    rhythm: 'MONTHLY',
    minorUnits: '2500',
    aftermath: [{ daysAgo: 80, what: 'PAUSE' }],
  }),
  gift({ donor: 'two', daysAgo: 40, aftermath: [{ daysAgo: 2, what: 'DISPUTE' }] }),
  // The first hours of a call-out need money that is there.
  gift({ donor: 'three', daysAgo: 40, to: 'P-EMERG', minorUnits: '900000' }),
  gift({
    donor: 'three',
    daysAgo: 32,
    rhythm: 'MONTHLY',
    aftermath: [{ daysAgo: 20, what: 'CARD_ENDS' }],
  }),
  gift({
    donor: 'four',
    daysAgo: 80,
    rhythm: 'MONTHLY',
    minorUnits: '1500',
    aftermath: [{ daysAgo: 32, what: 'STOP' }],
  }),
  gift({ donor: 'four', daysAgo: 40, aftermath: [{ daysAgo: 32, what: 'REFUND' }] }),
  // Cards of a country where having given is dangerous.
  gift({ donor: 'blocked', daysAgo: 40, pays: 'card_by' }),
  gift({ donor: 'blocked', daysAgo: 40, rhythm: 'MONTHLY', pays: 'card_by' }),
  gift({
    donor: 'charge-back',
    daysAgo: 40,
    minorUnits: '20000',
    aftermath: [
      { daysAgo: 32, what: 'DISPUTE' },
      { daysAgo: 20, what: 'LOSE_DISPUTE' },
    ],
  }),
  // Left open until the page had run out.
  gift({ donor: 'charge-back', daysAgo: 40, pays: null }),
  gift({ donor: 'forgotten', daysAgo: 40, aftermath: [{ daysAgo: 20, what: 'FORGET' }] }),
  gift({ donor: 'three', daysAgo: CARD_DAY, pays: null }),
  // By bank debit: on its way for days.
  gift({ donor: 'two', daysAgo: CARD_DAY, pays: 'delayed', minorUnits: '4000' }),
  gift({ donor: 'four', daysAgo: CARD_DAY, rhythm: 'MONTHLY', pays: null }),
];

/** An address that leads nowhere. */
export function demoDonorEmail(donor: string): string {
  return `demo-donor-${donor}@donors.example`;
}
