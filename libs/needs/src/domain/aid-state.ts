/** Cases in which aid is decided on and paid. */
const AIDED_CASE_STATES: readonly string[] = ['ACTIVE', 'TRANSITION'];
/** Cases in which everything stands still until the family or the security desk says otherwise. */
const HALTED_CASE_STATES: readonly string[] = ['PAUSED_BY_FAMILY', 'QUARANTINED'];
/** Cases that are over: their needs go no further. */
const ENDED_CASE_STATES: readonly string[] = ['CLOSED', 'DECLINED', 'TRANSFERRED', 'ERASED'];

/** True while the family paused the work or the case is in quarantine. */
export function isHalted(caseState: string): boolean {
  return HALTED_CASE_STATES.includes(caseState);
}

/** Why nothing may be written about a need of this case, or null where it may be. */
export function workRefusal(caseState: string): 'CASE_NOT_LIVE' | null {
  const isOver = ENDED_CASE_STATES.includes(caseState);
  return isOver || isHalted(caseState) ? 'CASE_NOT_LIVE' : null;
}

/** Why no aid may be approved or paid in this case, or null where it may be. */
export function aidRefusal(caseState: string): 'CASE_NOT_LIVE' | 'CASE_NOT_ACTIVE' | null {
  return (
    workRefusal(caseState) ?? (AIDED_CASE_STATES.includes(caseState) ? null : 'CASE_NOT_ACTIVE')
  );
}
