import type { CallOutState } from './list.documents';

export const VERDICTS = ['PROCEED', 'FALSE_ALARM', 'SUSPECTED_PROVOCATION'] as const;
export const PRIORITIES = ['P0', 'P1', 'P2', 'P3', 'P4'] as const;

/** Why security is asked; that nobody came in time the desk itself says. */
export const ESCALATION_REASONS = [
  'DANGER_TO_HELPERS',
  'SOURCE_DOUBTFUL',
  'CHANNEL_COMPROMISED',
  'BEYOND_OUR_MEANS',
] as const;

/** How it ended where people were helped. */
export const OUTCOMES = [
  'STABLE_WITH_OWNER',
  'PARTLY_HELPED',
  'FAMILY_DECLINED',
  'COULD_NOT_HELP',
] as const;
/** How it ended where somebody may have set a trap. */
export const PROVOCATION_OUTCOMES = ['PROVOCATION_CONFIRMED', 'PROVOCATION_NOT_CONFIRMED'] as const;

/** Two people have looked at it and somebody works on it. */
export const RUNNING: readonly CallOutState[] = [
  'TRIAGED',
  'DISPATCHED',
  'STABILISING',
  'STABILISED',
];
/** Nobody works on these any more. */
export const ENDED: readonly CallOutState[] = ['CLOSED', 'FALSE_ALARM'];
export const OPEN: readonly CallOutState[] = [
  'ALERT',
  'ESCALATED',
  ...RUNNING,
  'HANDED_OVER',
  'SUSPECTED_PROVOCATION',
];

/** Where the words of a reason in the history are: that of an ending is how it ended. */
export function reasonText(reason: string): string {
  const outcomes: readonly string[] = [...OUTCOMES, ...PROVOCATION_OUTCOMES];
  return outcomes.includes(reason) ? `callouts:outcome.${reason}` : `callouts:reason.${reason}`;
}
