/** The states of a call-out, in the order of its life (domain.md C5). */
export const CALL_OUT_STATES = [
  'ALERT',
  'TRIAGED',
  'DISPATCHED',
  'STABILISING',
  'STABILISED',
  'HANDED_OVER',
  'CLOSED',
  'FALSE_ALARM',
  'SUSPECTED_PROVOCATION',
  'ESCALATED',
] as const;
export type CallOutState = (typeof CALL_OUT_STATES)[number];

/** Nobody works on it any more, and its case may have another one. */
export const ENDED_STATES = ['CLOSED', 'FALSE_ALARM'] as const satisfies readonly CallOutState[];

/** Two people have looked at it and somebody works on it. */
export const RUNNING_STATES = [
  'TRIAGED',
  'DISPATCHED',
  'STABILISING',
  'STABILISED',
] as const satisfies readonly CallOutState[];

/** The protocol has run, so there may be money that asks for its second signature. */
export const PAID_STATES = [
  'DISPATCHED',
  'STABILISING',
  'STABILISED',
  'HANDED_OVER',
  'CLOSED',
  'SUSPECTED_PROVOCATION',
  'ESCALATED',
] as const satisfies readonly CallOutState[];
