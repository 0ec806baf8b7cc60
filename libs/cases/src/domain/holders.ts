import { err, invalidInput, ok, refused } from '@kinward/kernel';
import type { DomainError, Result } from '@kinward/kernel';

/** No setting raises the number of active identity-tier cases of one person above this. */
export const HARD_LIMIT_ACTIVE_T0_CASES = 40;

/** How much one person may hold; an organisation's setting (decisions.md 3). */
export interface HolderLimits {
  readonly activeT0Cases: number;
  readonly probationT1Cases: number;
}

export const DEFAULT_HOLDER_LIMITS: HolderLimits = { activeT0Cases: 25, probationT1Cases: 2 };

/** Data tiers that a holder can be given: identity and locator, or the story alone. */
export type HeldTier = 'T0' | 'T1';

/** A person's present load, counted over live cases. */
export interface HolderLoad {
  readonly onProbation: boolean;
  readonly activeT0Cases: number;
  readonly t1Cases: number;
}

export interface HoldRequest {
  readonly tier: HeldTier;
  readonly alreadyHolds: boolean;
  readonly load: HolderLoad;
  readonly limits: HolderLimits;
}

/**
 * Whether a person may take one more case, as case manager or deputy. Refuses `ALREADY_HOLDS`,
 * `PROBATION_STORY_TIER_ONLY`, `PROBATION_LIMIT_REACHED`, `HOLDER_LIMIT_REACHED`. The point is not
 * the workload: it is how many families one taken laptop names.
 */
export function decideHold({
  tier,
  alreadyHolds,
  load,
  limits,
}: HoldRequest): Result<void, DomainError> {
  if (alreadyHolds) return err(refused('ALREADY_HOLDS'));
  if (load.onProbation) {
    if (tier === 'T0') return err(refused('PROBATION_STORY_TIER_ONLY'));
    return load.t1Cases < limits.probationT1Cases ? ok() : err(refused('PROBATION_LIMIT_REACHED'));
  }
  if (tier === 'T1') return ok();
  const limit = Math.min(limits.activeT0Cases, HARD_LIMIT_ACTIVE_T0_CASES);
  return load.activeT0Cases < limit ? ok() : err(refused('HOLDER_LIMIT_REACHED'));
}

/**
 * Checks an organisation's setting: whole numbers, at least one active case and at most the hard
 * limit. Invalid fields answer `NOT_A_COUNT` or `OVER_HARD_LIMIT`.
 */
export function checkHolderLimits(limits: HolderLimits): Result<HolderLimits, DomainError> {
  const { activeT0Cases, probationT1Cases } = limits;
  if (!Number.isInteger(activeT0Cases) || activeT0Cases < 1) {
    return err(invalidInput('activeT0Cases', 'NOT_A_COUNT'));
  }
  if (activeT0Cases > HARD_LIMIT_ACTIVE_T0_CASES) {
    return err(invalidInput('activeT0Cases', 'OVER_HARD_LIMIT'));
  }
  if (!Number.isInteger(probationT1Cases) || probationT1Cases < 0) {
    return err(invalidInput('probationT1Cases', 'NOT_A_COUNT'));
  }
  return probationT1Cases > DEFAULT_HOLDER_LIMITS.probationT1Cases
    ? err(invalidInput('probationT1Cases', 'OVER_HARD_LIMIT'))
    : ok(limits);
}

/** True when two different people hold the case: the case manager and a deputy. */
export function hasTwoHolders(holderIds: readonly string[]): boolean {
  return new Set(holderIds).size >= 2;
}

/**
 * The load shown to coordinators: green to the organisation's limit (25 where it set none), amber to 40, red above
 * (domain.md B, story 3).
 */
export function loadBand(
  activeCases: number,
  limit = DEFAULT_HOLDER_LIMITS.activeT0Cases,
): 'GREEN' | 'AMBER' | 'RED' {
  if (activeCases <= limit) return 'GREEN';
  return activeCases <= HARD_LIMIT_ACTIVE_T0_CASES ? 'AMBER' : 'RED';
}
