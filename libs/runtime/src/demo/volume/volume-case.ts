import { CODENAME_BYTES, CODENAME_COUNT, codenameFrom, type CaseState } from '@kinward/cases';
import type { JurisdictionPack } from '@kinward/jurisdictions';
import { SeededRandom } from './seeded-random.js';
import { drawNeeds, type VolumeNeed } from './volume-need.js';

/** One invented family; everything about it follows from its number. */
export interface VolumeCase {
  readonly codename: string;
  readonly state: CaseState;
  readonly region: string;
  /** Days before the seeding day. */
  readonly openedDaysAgo: number;
  readonly contactDaysAgo: number;
  /** Days after the seeding day. */
  readonly nextStepInDays: number;
  readonly trust: string;
  readonly members: readonly VolumeMember[];
  readonly prisoner: {
    readonly name: string;
    readonly facilityType: string;
    readonly status: string;
    readonly sinceDaysAgo: number;
    readonly recognitionBasis: string;
  };
  readonly needs: readonly VolumeNeed[];
}

export interface VolumeMember {
  readonly name: string;
  readonly relation: string;
  readonly age: number;
}

/** Coprime to the number of codenames, so that no two numbers below it share one. */
export const CODENAME_STEP = 1_000_003n;
const CODENAME_START = 7_919n;

/** Shares in percent; the few that wait for a screener come from field files instead. */
const STATES = {
  SCREENING: 3,
  VERIFYING: 5,
  WAITLISTED: 6,
  ACTIVE: 68,
  PAUSED_BY_FAMILY: 3,
  CONTACT_LOST: 3,
  CLOSED: 12,
} as const;
const TRUST = { VERIFIED: 70, UNKNOWN: 20, DEGRADED: 10 } as const;
const STATUS = { SENTENCED: 60, REMAND: 20, RELEASED: 15, RESTRICTED_FREEDOM_HOME: 5 } as const;
/** Members beside the applicant; 3.2 people in a family on average (background.md A7). */
const MEMBERS = { 1: 20, 2: 35, 3: 30, 4: 15 } as const;
const GROWN_UP = { least: 19, most: 78 };
const CHILD_SHARE = 0.55;

/** The codename of a number: a walk over all of them in steps that never meet. */
export function volumeCodename(number: number): string {
  const index = (CODENAME_START + BigInt(number) * CODENAME_STEP) % BigInt(CODENAME_COUNT);
  const bytes = Buffer.alloc(CODENAME_BYTES);
  bytes.writeBigUInt64BE(index);
  return codenameFrom(bytes);
}

/** The family with this number, the same at every seeding. */
export function drawCase(number: number, pack: JurisdictionPack): VolumeCase {
  const random = new SeededRandom(number);
  const state = random.weighted(STATES);
  const openedDaysAgo = random.between(5, 700);
  const name = `Demo-Volume ${number}`;
  const applicant = {
    name: `${name} Applicant`,
    relation: 'SPOUSE',
    age: random.between(GROWN_UP.least, GROWN_UP.most),
  };
  const others = Array.from({ length: Number(random.weighted(MEMBERS)) }, (_, index) =>
    random.chance(CHILD_SHARE)
      ? { name: `${name} Child ${index}`, relation: 'CHILD', age: random.between(0, 17) }
      : { name: `${name} Parent ${index}`, relation: 'PARENT', age: random.between(45, 85) },
  );
  const members = [applicant, ...others];
  return {
    codename: volumeCodename(number),
    state,
    region: random.pick(pack.regionClasses).code,
    openedDaysAgo,
    contactDaysAgo: random.between(1, 25),
    nextStepInDays: random.between(0, 30),
    trust: random.weighted(TRUST),
    members,
    prisoner: {
      name: `${name} Prisoner`,
      facilityType: random.pick(pack.facilityTypes).code,
      status: random.weighted(STATUS),
      sinceDaysAgo: random.between(30, 1_500),
      recognitionBasis: random.pick(pack.recognitionBases).code,
    },
    needs: drawNeeds(random, { pack, state, members }),
  };
}
