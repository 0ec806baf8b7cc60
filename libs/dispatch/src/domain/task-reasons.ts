/** Reasons people choose from; a reason is a code, never a text. */
export const TASK_REASONS = {
  HAND_BACK: ['NO_TIME', 'CANNOT_REACH', 'NOT_SAFE_FOR_ME', 'MISSING_SKILL', 'TOO_FAR', 'PERSONAL'],
  CANCEL: ['NOT_NEEDED', 'FAMILY_ASKED', 'WRONG_DETAILS', 'REPLACED', 'CASE_CHANGED', 'SECURITY'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** What became of it, one tap each (domain.md B 50). */
export const TASK_OUTCOMES = ['DONE', 'PARTLY', 'FAILED', 'UNSAFE'] as const;
export type TaskOutcome = (typeof TASK_OUTCOMES)[number];

/** True for a reason on the list. */
export function isTaskReason(list: keyof typeof TASK_REASONS, code: string): boolean {
  return (TASK_REASONS[list] as readonly string[]).includes(code);
}
