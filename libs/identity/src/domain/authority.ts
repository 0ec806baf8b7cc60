import { err, ok, refused, type RefusedError, type Result } from '@kinward/kernel';
import type { Standing } from './standing.js';

/** What somebody may do at the desk. */
export interface Authority {
  readonly roles: readonly string[];
  readonly screener: boolean;
  readonly standing: Standing;
}

const RANK: Readonly<Record<Standing, number>> = { SUSPENDED: 0, PROBATION: 1, ACTIVE: 2 };

/** Whoever does one of these does none of the others (security.md § 8.13: admin ≠ key granter ≠ payer ≠ auditor). */
const APART = [['ADMINISTRATOR'], ['COORDINATOR', 'CASEWORKER'], ['FINANCE_OFFICER'], ['AUDITOR']];

/** Whether anything is added: that takes two people. */
export function raises(before: Authority, after: Authority): boolean {
  return (
    after.roles.some((role) => !before.roles.includes(role)) ||
    (after.screener && !before.screener) ||
    RANK[after.standing] > RANK[before.standing]
  );
}

/** Whether anything is taken away: then what is open under it ends. */
export function lowers(before: Authority, after: Authority): boolean {
  return raises(after, before);
}

/**
 * Whether somebody may be this. Errors: REFUSED with `SAME_AS_BEFORE`, `ROLE_REQUIRED`, `VOLUNTEERS_BY_VETTING`,
 * `ROLES_APART`, `SCREENER_NEEDS_CASES` or `CERTIFIED_FOR_PROBATION`.
 * @param isOnlyProbation whether the trustees certified the person for probation only
 */
export function checkAuthority(
  before: Authority,
  after: Authority,
  isOnlyProbation: boolean,
): Result<void, RefusedError> {
  if (!raises(before, after) && !lowers(before, after)) return err(refused('SAME_AS_BEFORE'));
  if (after.roles.length === 0) return err(refused('ROLE_REQUIRED'));
  // Tasks in hand, trust and re-checks hang on it: vetting gives and takes it.
  const isVolunteer = before.roles.includes('VOLUNTEER') || after.roles.includes('VOLUNTEER');
  if (isVolunteer) return err(refused('VOLUNTEERS_BY_VETTING'));
  const fields = APART.filter((roles) => roles.some((role) => after.roles.includes(role)));
  // What has grown so in other times may be taken apart, not added to.
  if (fields.length > 1 && raises(before, after)) return err(refused('ROLES_APART'));
  const worksOnCases = after.roles.some((role) => ['COORDINATOR', 'CASEWORKER'].includes(role));
  if (after.screener && !worksOnCases) return err(refused('SCREENER_NEEDS_CASES'));
  const becomesActive = after.standing === 'ACTIVE' && before.standing !== 'ACTIVE';
  if (becomesActive && isOnlyProbation) return err(refused('CERTIFIED_FOR_PROBATION'));
  return ok();
}
