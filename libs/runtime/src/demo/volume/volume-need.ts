import type { CaseState } from '@kinward/cases';
import type { JurisdictionPack, NeedType } from '@kinward/jurisdictions';
import type { NeedState, TriageFacts } from '@kinward/needs';
import type { SeededRandom } from './seeded-random.js';

/** One invented need. No state in which money has moved: the books of invented volume stay empty and true. */
export interface VolumeNeed {
  readonly type: NeedType;
  readonly state: NeedState;
  readonly stateBefore: NeedState | null;
  readonly amountMinor: bigint;
  readonly channelClass: string | null;
  /** Days before the seeding day. */
  readonly askedDaysAgo: number;
  /** Days after the seeding day. */
  readonly dueInDays: number;
  readonly facts: TriageFacts;
}

const OPEN = { DRAFT: 10, SUBMITTED: 20, ASSESSED: 15, APPROVED: 10, WAITING_FUNDS: 20 } as const;
const OVER = { REJECTED: 10, CANCELLED: 10, EXPIRED: 5, UNMET: 5 } as const;
/** 6 needs of a case in a year (background.md A7), half of them over. */
const LEAST = 3;
const MOST = 9;
const OPEN_SHARE = 0.5;
/** What help costs that the taxonomy prices at nothing, minor units of EUR: free help never waits for money. */
const SMALL_COST_MINOR = 5_000n;

/** The needs of one family: what is open only while its case is. */
export function drawNeeds(
  random: SeededRandom,
  family: {
    readonly pack: JurisdictionPack;
    readonly state: CaseState;
    readonly members: readonly { readonly age: number }[];
  },
): VolumeNeed[] {
  const { members } = family;
  const minors = members.filter(({ age }) => age < 18).length;
  const facts: TriageFacts = {
    minors,
    singleCarer: minors > 0 && members.length - minors === 1,
    disability: random.chance(0.08),
    seriousIllness: random.chance(0.1),
    age60Plus: members.some(({ age }) => age >= 60),
    pregnancy: random.chance(0.02),
    bothParentsHeld: random.chance(0.01),
    noOtherSupport: random.chance(0.4),
  };
  return Array.from({ length: random.between(LEAST, MOST) }, () => {
    const type = random.pick(family.pack.needTypes);
    return {
      type,
      ...drawState(random, family.state),
      amountMinor: type.typicalMinor > 0n ? type.typicalMinor : SMALL_COST_MINOR,
      channelClass: type.channels[0] ?? null,
      askedDaysAgo: random.between(0, 200),
      dueInDays: random.between(1, 60),
      facts,
    };
  });
}

function drawState(
  random: SeededRandom,
  caseState: CaseState,
): Pick<VolumeNeed, 'state' | 'stateBefore'> {
  if (caseState === 'CLOSED' || !random.chance(OPEN_SHARE)) {
    return { state: random.weighted(OVER), stateBefore: null };
  }
  if (caseState === 'SCREENING') return { state: 'DRAFT', stateBefore: null };
  const state = random.weighted(OPEN);
  return caseState === 'PAUSED_BY_FAMILY'
    ? { state: 'SUSPENDED', stateBefore: state }
    : { state, stateBefore: null };
}
