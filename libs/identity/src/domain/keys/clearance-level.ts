/** How far the trustees let a person reach. The level is signed; a column beside it proves nothing. */
export const CLEARANCE_LEVELS = ['PROBATION', 'STAFF'] as const;
export type ClearanceLevel = (typeof CLEARANCE_LEVELS)[number];

/** People on probation never hold names, addresses or phones (decisions.md 3). */
export function mayHoldT0(level: ClearanceLevel): boolean {
  return level === 'STAFF';
}

/** People on probation pass no keys on (decisions.md 3). */
export function mayGrant(level: ClearanceLevel): boolean {
  return level === 'STAFF';
}

export function isClearanceLevel(value: unknown): value is ClearanceLevel {
  return CLEARANCE_LEVELS.some((level) => level === value);
}
