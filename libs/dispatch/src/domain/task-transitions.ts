import type { TaskGuard } from './task-guards.js';
import { BEFORE_REPORT, HELD_STATES, UNHELD_STATES, type TaskState } from './task-states.js';

export const TASK_TRANSITIONS = [
  'CLEAR',
  'CLEAR_BY_PROTOCOL',
  'OPEN',
  'WIDEN',
  'CLAIM',
  'ACCEPT',
  'START',
  'RENEW',
  'HAND_BACK',
  'LAPSE',
  'TAKE_BACK',
  'REOPEN',
  'REPORT',
  'ABORT',
  'VERIFY',
  'FAIL',
  'CANCEL',
  'EXPIRE',
] as const;
export type TaskTransition = (typeof TASK_TRANSITIONS)[number];

/** Who may ask for a transition; HOLDER is the volunteer who has it, SYSTEM a rule that acts by itself. */
export type TaskActor =
  'CASEWORKER' | 'COORDINATOR' | 'SECURITY_OFFICER' | 'VOLUNTEER' | 'HOLDER' | 'SYSTEM';

/** What happens in the same transaction. */
export type TaskEffect =
  | 'SEAL_TO_RINGS'
  | 'ASK_RING'
  | 'START_CLAIM_LEASE'
  | 'START_WORK_LEASE'
  | 'RELEASE_LOCK'
  | 'DESTROY_LOCK'
  | 'PURGE_DETAILS'
  | 'PURGE_ALL'
  | 'NEED_IN_DELIVERY'
  | 'NEED_BACK'
  | 'ALARM_AND_FREEZE'
  | 'COUNT_FOR_VOLUNTEER';

/** One row of the state machine of domain.md C5. */
export interface TaskTransitionRow {
  readonly name: TaskTransition;
  readonly from: readonly TaskState[];
  /** `SAME` stays. */
  readonly to: TaskState | 'SAME';
  readonly who: readonly TaskActor[];
  readonly guards: readonly TaskGuard[];
  readonly effects: readonly TaskEffect[];
}

const WORKING = ['ACCEPTED', 'IN_PROGRESS'] as const;
const GIVEN_UP = ['DESTROY_LOCK', 'NEED_BACK'] as const;

/**
 * The state machine of domain.md C5. Rows beyond the design: a call-out's protocol clears what carries no personal
 * data; `WIDEN` asks further people; a task that nobody is left for waits in RETURNED_TO_POOL for the desk; the tasks of
 * somebody suspended are taken back; and a report that says "failed" ends there once somebody has looked at it.
 */
export const TASK_TRANSITION_TABLE: readonly TaskTransitionRow[] = [
  {
    name: 'CLEAR',
    from: ['DRAFT'],
    to: 'CLEARED',
    who: ['SECURITY_OFFICER', 'COORDINATOR'],
    guards: ['AUTHOR_DOES_NOT_CLEAR', 'SECURITY_CLEARS_PERSONAL_DATA', 'TASK_IS_DUE'],
    effects: [],
  },
  {
    name: 'CLEAR_BY_PROTOCOL',
    from: ['DRAFT'],
    to: 'CLEARED',
    who: ['SYSTEM'],
    guards: ['NO_PERSONAL_DATA'],
    effects: [],
  },
  {
    name: 'OPEN',
    from: ['CLEARED'],
    to: 'OPEN',
    who: ['COORDINATOR'],
    guards: ['TASK_IS_DUE', 'CASE_NOT_LIVE', 'NOBODY_FITS'],
    effects: ['SEAL_TO_RINGS', 'ASK_RING'],
  },
  {
    name: 'WIDEN',
    from: ['OPEN', 'RETURNED_TO_POOL'],
    to: 'OPEN',
    who: ['COORDINATOR'],
    guards: ['TASK_IS_DUE', 'CASE_NOT_LIVE', 'NOBODY_FITS'],
    effects: ['SEAL_TO_RINGS', 'ASK_RING'],
  },
  {
    name: 'CLAIM',
    from: ['OPEN'],
    to: 'CLAIMED',
    who: ['VOLUNTEER'],
    guards: [
      'VOLUNTEER_MAY_NOT_WORK',
      'NOT_ASKED',
      'DOES_NOT_FIT_YOU',
      'TASK_IS_DUE',
      'TOO_MANY_OPEN_TASKS',
    ],
    effects: ['START_CLAIM_LEASE'],
  },
  {
    name: 'ACCEPT',
    from: ['CLAIMED'],
    to: 'ACCEPTED',
    who: ['HOLDER'],
    guards: ['VOLUNTEER_MAY_NOT_WORK', 'LEASE_OVER', 'CASE_NOT_LIVE'],
    effects: ['RELEASE_LOCK', 'START_WORK_LEASE', 'NEED_IN_DELIVERY'],
  },
  {
    name: 'START',
    from: ['ACCEPTED'],
    to: 'IN_PROGRESS',
    who: ['HOLDER'],
    guards: ['VOLUNTEER_MAY_NOT_WORK', 'LEASE_OVER'],
    effects: [],
  },
  {
    name: 'RENEW',
    from: WORKING,
    to: 'SAME',
    who: ['HOLDER'],
    guards: ['VOLUNTEER_MAY_NOT_WORK', 'LEASE_OVER', 'NO_RENEWAL_LEFT'],
    effects: ['START_WORK_LEASE'],
  },
  {
    name: 'HAND_BACK',
    from: HELD_STATES,
    to: 'RETURNED_TO_POOL',
    who: ['HOLDER'],
    guards: ['REASON_REQUIRED'],
    effects: GIVEN_UP,
  },
  {
    name: 'LAPSE',
    from: HELD_STATES,
    to: 'RETURNED_TO_POOL',
    who: ['SYSTEM'],
    guards: ['LEASE_NOT_OVER'],
    effects: GIVEN_UP,
  },
  {
    name: 'TAKE_BACK',
    from: HELD_STATES,
    to: 'RETURNED_TO_POOL',
    who: ['SYSTEM'],
    guards: ['MAY_STILL_WORK'],
    effects: GIVEN_UP,
  },
  {
    name: 'REOPEN',
    from: ['RETURNED_TO_POOL'],
    to: 'OPEN',
    who: ['SYSTEM'],
    guards: ['NOBODY_FITS'],
    effects: ['ASK_RING'],
  },
  {
    name: 'REPORT',
    from: WORKING,
    to: 'REPORTED',
    who: ['HOLDER'],
    guards: [],
    effects: ['DESTROY_LOCK', 'PURGE_DETAILS'],
  },
  {
    // One tap, also before anything was accepted.
    name: 'ABORT',
    from: HELD_STATES,
    to: 'ABORTED_UNSAFE',
    who: ['HOLDER'],
    guards: [],
    effects: ['ALARM_AND_FREEZE', 'NEED_BACK', 'PURGE_ALL'],
  },
  {
    name: 'VERIFY',
    from: ['REPORTED'],
    to: 'VERIFIED',
    who: ['COORDINATOR', 'CASEWORKER'],
    guards: ['DOER_DOES_NOT_VERIFY'],
    effects: ['COUNT_FOR_VOLUNTEER', 'PURGE_ALL'],
  },
  {
    name: 'FAIL',
    from: ['REPORTED'],
    to: 'FAILED',
    who: ['COORDINATOR', 'CASEWORKER'],
    guards: ['DOER_DOES_NOT_VERIFY'],
    effects: ['NEED_BACK', 'PURGE_ALL'],
  },
  {
    name: 'CANCEL',
    from: BEFORE_REPORT,
    to: 'CANCELLED',
    who: ['COORDINATOR', 'SECURITY_OFFICER'],
    guards: ['REASON_REQUIRED'],
    effects: ['NEED_BACK', 'PURGE_ALL'],
  },
  {
    name: 'EXPIRE',
    from: UNHELD_STATES,
    to: 'EXPIRED',
    who: ['SYSTEM'],
    guards: ['TASK_NOT_DUE'],
    effects: ['PURGE_ALL'],
  },
];
