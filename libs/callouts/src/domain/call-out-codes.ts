/** What a caller says of an alarm. */
export const VERDICTS = ['PROCEED', 'FALSE_ALARM', 'SUSPECTED_PROVOCATION'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** How urgent it is; the same codes as those of needs and tasks. */
export const CALL_OUT_PRIORITIES = ['P0', 'P1', 'P2', 'P3', 'P4'] as const;
export type CallOutPriority = (typeof CALL_OUT_PRIORITIES)[number];

/** Why security is asked: codes, because a text would sooner or later hold a name. */
export const ESCALATION_REASONS = [
  'NOBODY_ACKNOWLEDGED',
  'DANGER_TO_HELPERS',
  'SOURCE_DOUBTFUL',
  'CHANNEL_COMPROMISED',
  'BEYOND_OUR_MEANS',
] as const;

/** How a call-out ended. */
export const CALL_OUT_OUTCOMES = [
  'STABLE_WITH_OWNER',
  'PARTLY_HELPED',
  'FAMILY_DECLINED',
  'COULD_NOT_HELP',
  'PROVOCATION_CONFIRMED',
  'PROVOCATION_NOT_CONFIRMED',
] as const;

/** The code of a list, or undefined. */
export function findCode<Code extends string>(
  list: readonly Code[],
  code: string | null | undefined,
): Code | undefined {
  return list.find((each) => each === code);
}
