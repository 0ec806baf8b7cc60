/** In the hands of one volunteer, under a lease. */
export const HELD = ['CLAIMED', 'ACCEPTED', 'IN_PROGRESS'] as const;
/** Over for the volunteer, and waiting for the desk's look. */
export const MINE = [...HELD, 'REPORTED'] as const;
/** What a volunteer had, and what became of it. */
export const PAST = ['VERIFIED', 'FAILED', 'ABORTED_UNSAFE', 'CANCELLED', 'EXPIRED'] as const;
/** Where the holder may open the details. */
export const READABLE: readonly string[] = ['ACCEPTED', 'IN_PROGRESS'];

export const HAND_BACK_REASONS = [
  'NO_TIME',
  'CANNOT_REACH',
  'NOT_SAFE_FOR_ME',
  'MISSING_SKILL',
  'TOO_FAR',
  'PERSONAL',
] as const;

export const CANCEL_REASONS = [
  'NOT_NEEDED',
  'FAMILY_ASKED',
  'WRONG_DETAILS',
  'REPLACED',
  'CASE_CHANGED',
  'SECURITY',
] as const;

/** What became of it, one tap each. */
export const OUTCOMES = ['DONE', 'PARTLY', 'FAILED', 'UNSAFE'] as const;
