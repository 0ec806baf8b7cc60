import type { CallOutGuard } from './call-out-guards.js';
import { PAID_STATES, RUNNING_STATES, type CallOutState } from './call-out-states.js';

export const CALL_OUT_TRANSITIONS = [
  'ACKNOWLEDGE',
  'TRIAGE',
  'DISMISS',
  'SUSPECT',
  'SECOND_CALL',
  'DISPATCH',
  'SIGN',
  'BEGIN',
  'STABILISE',
  'HAND_OVER',
  'ACCEPT',
  'CLOSE',
  'ESCALATE',
  'ESCALATE_UNACKNOWLEDGED',
  'RETURN',
] as const;
export type CallOutTransition = (typeof CALL_OUT_TRANSITIONS)[number];

/**
 * Who may ask for a transition. DUTY is a caseworker who is on duty, OWNER whoever is to take the family on, SYSTEM a
 * rule that acts by itself.
 */
export type CallOutActor =
  | 'CASEWORKER'
  | 'COORDINATOR'
  | 'FINANCE_OFFICER'
  | 'SECURITY_OFFICER'
  | 'DUTY'
  | 'OWNER'
  | 'SYSTEM';

/** What happens in the same transaction; calls are forgotten where it is an alarm again, to be judged anew. */
export type CallOutEffect =
  | 'PING_SECURITY'
  | 'ALARM_SECURITY'
  | 'FREEZE_PAYOUTS'
  | 'RUN_PROTOCOL'
  | 'START_SIGNATURE_CLOCK'
  | 'PING_OWNER'
  | 'CANCEL_TASKS'
  | 'CANCEL_NEEDS'
  | 'RELEASE_MONEY'
  | 'FORGET_CALLS'
  | 'PURGE_WORDS';

/** One row of the state machine of domain.md C5. */
export interface CallOutTransitionRow {
  readonly name: CallOutTransition;
  readonly from: readonly CallOutState[];
  /** `SAME` stays; `STATE_BEFORE` is the one that an escalation kept. */
  readonly to: CallOutState | 'SAME' | 'STATE_BEFORE';
  readonly who: readonly CallOutActor[];
  readonly guards: readonly CallOutGuard[];
  readonly effects: readonly CallOutEffect[];
}

const CALLERS = ['COORDINATOR', 'SECURITY_OFFICER', 'DUTY'] as const;

/** The state machine of domain.md C5; ADR 0019 says who leads where the design is silent. */
export const CALL_OUT_TRANSITION_TABLE: readonly CallOutTransitionRow[] = [
  {
    name: 'ACKNOWLEDGE',
    from: ['ALERT'],
    to: 'SAME',
    who: CALLERS,
    guards: ['ALREADY_ACKNOWLEDGED'],
    effects: [],
  },
  {
    // Nobody had come in time; whoever comes now takes it back.
    name: 'ACKNOWLEDGE',
    from: ['ESCALATED'],
    to: 'STATE_BEFORE',
    who: ['COORDINATOR', 'SECURITY_OFFICER'],
    guards: ['ALREADY_ACKNOWLEDGED'],
    effects: ['FORGET_CALLS'],
  },
  {
    name: 'TRIAGE',
    from: ['ALERT'],
    to: 'TRIAGED',
    who: CALLERS,
    guards: ['TRIGGER_REQUIRED', 'SECOND_CALL_REQUIRED', 'COORDINATOR_CALL_REQUIRED'],
    effects: [],
  },
  {
    name: 'DISMISS',
    from: ['ALERT'],
    to: 'FALSE_ALARM',
    who: CALLERS,
    guards: ['SECOND_CALL_REQUIRED', 'COORDINATOR_CALL_REQUIRED'],
    effects: ['PURGE_WORDS'],
  },
  {
    // Security alone, or two people, at any time before the hand-over.
    name: 'SUSPECT',
    from: ['ALERT', ...RUNNING_STATES, 'ESCALATED'],
    to: 'SUSPECTED_PROVOCATION',
    who: CALLERS,
    guards: ['SECURITY_OR_TWO_REQUIRED', 'DESK_DECIDES'],
    effects: [
      'ALARM_SECURITY',
      'PING_SECURITY',
      'FREEZE_PAYOUTS',
      'CANCEL_TASKS',
      'RELEASE_MONEY',
      'CANCEL_NEEDS',
    ],
  },
  {
    // Where one person was enough, the other one follows.
    name: 'SECOND_CALL',
    from: [...RUNNING_STATES, 'HANDED_OVER'],
    to: 'SAME',
    who: CALLERS,
    guards: ['SECOND_CALL_MADE', 'SECOND_CALLER_IS_ANOTHER'],
    effects: [],
  },
  {
    name: 'DISPATCH',
    from: ['TRIAGED'],
    to: 'DISPATCHED',
    who: ['COORDINATOR'],
    guards: ['CALL_OUT_CAP_LOST'],
    effects: ['RUN_PROTOCOL', 'START_SIGNATURE_CLOCK'],
  },
  {
    name: 'SIGN',
    from: PAID_STATES,
    to: 'SAME',
    who: ['COORDINATOR', 'FINANCE_OFFICER'],
    guards: ['NOTHING_TO_SIGN', 'SIGNED_ALREADY', 'DISPATCHER_DOES_NOT_SIGN'],
    effects: [],
  },
  {
    // By hand, or by itself once somebody has accepted a task of it.
    name: 'BEGIN',
    from: ['DISPATCHED'],
    to: 'STABILISING',
    who: ['COORDINATOR', 'CASEWORKER', 'SYSTEM'],
    guards: [],
    effects: [],
  },
  {
    name: 'STABILISE',
    from: ['DISPATCHED', 'STABILISING'],
    to: 'STABILISED',
    who: ['COORDINATOR', 'CASEWORKER'],
    guards: [],
    effects: [],
  },
  {
    name: 'HAND_OVER',
    from: ['STABILISED'],
    to: 'SAME',
    who: ['COORDINATOR'],
    guards: [],
    effects: ['PING_OWNER'],
  },
  {
    name: 'ACCEPT',
    from: ['STABILISED'],
    to: 'HANDED_OVER',
    who: ['OWNER'],
    guards: [],
    effects: [],
  },
  {
    name: 'CLOSE',
    from: ['HANDED_OVER'],
    to: 'CLOSED',
    who: ['COORDINATOR'],
    guards: ['OUTCOME_REQUIRED', 'SECOND_CALL_MISSING'],
    effects: ['CANCEL_TASKS', 'RELEASE_MONEY', 'PURGE_WORDS'],
  },
  {
    name: 'CLOSE',
    from: ['SUSPECTED_PROVOCATION'],
    to: 'CLOSED',
    who: ['SECURITY_OFFICER'],
    guards: ['OUTCOME_REQUIRED'],
    effects: ['CANCEL_TASKS', 'RELEASE_MONEY', 'PURGE_WORDS'],
  },
  {
    name: 'ESCALATE',
    from: ['ALERT', ...RUNNING_STATES],
    to: 'ESCALATED',
    who: ['COORDINATOR', 'CASEWORKER'],
    guards: ['REASON_REQUIRED'],
    effects: ['PING_SECURITY'],
  },
  {
    name: 'ESCALATE_UNACKNOWLEDGED',
    from: ['ALERT'],
    to: 'ESCALATED',
    who: ['SYSTEM'],
    guards: ['ACKNOWLEDGEMENT_NOT_OVERDUE'],
    effects: ['PING_SECURITY'],
  },
  {
    name: 'RETURN',
    from: ['ESCALATED'],
    to: 'STATE_BEFORE',
    who: ['SECURITY_OFFICER'],
    guards: [],
    effects: ['FORGET_CALLS'],
  },
];
