import type { VettingGuard } from './vetting-guards.js';
import { APPLICATION_STATES, WORKING_STATES, type VettingState } from './vetting-states.js';

export const VETTING_TRANSITIONS = [
  'START_SCREENING',
  'ASK_REFERENCES',
  'START_INTERVIEWS',
  'FINISH_INTERVIEWS',
  'ADMIT',
  'START_PROBATION',
  'ACTIVATE',
  'TRUST',
  'RENEW',
  'FALL_DUE',
  'RECHECK',
  'SUSPEND',
  'REINSTATE',
  'DECLINE',
  'WITHDRAW',
  'REVOKE',
  'RESIGN',
] as const;
export type VettingTransition = (typeof VETTING_TRANSITIONS)[number];

/** Who moves somebody: a desk, the volunteer, one of two who were asked, or time. */
export type VettingActor =
  | 'COORDINATOR'
  | 'SECURITY'
  | 'ADMINISTRATOR'
  | 'PANEL'
  | 'REFEREE'
  | 'INTERVIEWER'
  | 'COLLEAGUE'
  | 'VOLUNTEER'
  | 'SYSTEM';

/** One row of the state machine of domain.md C6. */
export interface VettingTransitionRow {
  readonly name: VettingTransition;
  readonly from: readonly VettingState[];
  /** `STATE_BEFORE` is the working state that a re-check or a suspension kept. */
  readonly to: VettingState | 'STATE_BEFORE';
  readonly who: readonly VettingActor[];
  readonly guards: readonly VettingGuard[];
}

const BOTH_DESKS = ['COORDINATOR', 'SECURITY'] as const satisfies readonly VettingActor[];

/** What every way up asks of whoever signs it. */
const CLEAN_HANDS = [
  'OWN_VETTING',
  'SUBJECT_VETTED_YOU',
  'YOU_VOUCHED',
] as const satisfies readonly VettingGuard[];
/** Security and coordination, two people. */
const SIGNED_BY_TWO = [
  'ALREADY_SIGNED_BY_YOU',
  'SECOND_SIGNATURE_REQUIRED',
] as const satisfies readonly VettingGuard[];

/**
 * The state machine of domain.md C6. Every way up takes a security officer and a coordinator, V3 a panel; every way
 * down takes one person, so that nobody waits with stopping somebody.
 */
export const VETTING_TRANSITION_TABLE: readonly VettingTransitionRow[] = [
  {
    name: 'START_SCREENING',
    from: ['APPLIED'],
    to: 'SCREENING',
    who: BOTH_DESKS,
    guards: ['OWN_VETTING', 'SUBJECT_VETTED_YOU'],
  },
  {
    name: 'ASK_REFERENCES',
    from: ['SCREENING'],
    to: 'REFERENCES',
    who: BOTH_DESKS,
    guards: ['OWN_VETTING', 'SUBJECT_VETTED_YOU', 'COUNTRY_NOT_SAFE'],
  },
  {
    // Happens with the second reference that counts.
    name: 'START_INTERVIEWS',
    from: ['REFERENCES'],
    to: 'INTERVIEW',
    who: ['REFEREE'],
    guards: ['TWO_REFERENCES_REQUIRED'],
  },
  {
    // Happens with the second interview that speaks for the applicant.
    name: 'FINISH_INTERVIEWS',
    from: ['INTERVIEW'],
    to: 'SECURITY_REVIEW',
    who: ['INTERVIEWER'],
    guards: ['TWO_INTERVIEWERS_REQUIRED'],
  },
  {
    name: 'ADMIT',
    from: ['SECURITY_REVIEW'],
    to: 'TRAINING',
    who: BOTH_DESKS,
    guards: [
      ...CLEAN_HANDS,
      'COUNTRY_NOT_SAFE',
      'TWO_REFERENCES_REQUIRED',
      'TWO_INTERVIEWERS_REQUIRED',
      ...SIGNED_BY_TWO,
    ],
  },
  {
    name: 'START_PROBATION',
    from: ['TRAINING'],
    to: 'PROBATION',
    who: ['COORDINATOR'],
    guards: [
      'OWN_VETTING',
      'SUBJECT_VETTED_YOU',
      'COUNTRY_NOT_SAFE',
      'TRAINING_REQUIRED',
      'VOLUNTEER_ACCOUNT_REQUIRED',
    ],
  },
  {
    name: 'ACTIVATE',
    from: ['PROBATION'],
    to: 'ACTIVE',
    who: BOTH_DESKS,
    guards: [
      ...CLEAN_HANDS,
      'COUNTRY_NOT_SAFE',
      'REVIEW_OPEN',
      'PROBATION_NOT_OVER',
      ...SIGNED_BY_TWO,
    ],
  },
  {
    // V3 for one case; the state stays.
    name: 'TRUST',
    from: ['ACTIVE'],
    to: 'ACTIVE',
    who: ['COORDINATOR', 'SECURITY', 'PANEL'],
    guards: [
      ...CLEAN_HANDS,
      'COUNTRY_NOT_SAFE',
      'REVIEW_OPEN',
      'TRUSTED_ALREADY',
      'ALREADY_SIGNED_BY_YOU',
      'PANEL_REQUIRED',
    ],
  },
  {
    // A re-check in time: nothing stops in between.
    name: 'RENEW',
    from: ['ACTIVE'],
    to: 'ACTIVE',
    who: BOTH_DESKS,
    guards: [
      ...CLEAN_HANDS,
      'COUNTRY_NOT_SAFE',
      'REVIEW_OPEN',
      'RECHECK_TOO_EARLY',
      ...SIGNED_BY_TWO,
    ],
  },
  {
    name: 'FALL_DUE',
    from: WORKING_STATES,
    to: 'RECHECK_DUE',
    who: ['COORDINATOR', 'SECURITY', 'COLLEAGUE', 'VOLUNTEER', 'SYSTEM'],
    guards: ['RECHECK_REASON_REQUIRED'],
  },
  {
    name: 'RECHECK',
    from: ['RECHECK_DUE'],
    to: 'STATE_BEFORE',
    who: BOTH_DESKS,
    guards: [...CLEAN_HANDS, 'COUNTRY_NOT_SAFE', 'REVIEW_OPEN', ...SIGNED_BY_TWO],
  },
  {
    name: 'SUSPEND',
    from: [...WORKING_STATES, 'RECHECK_DUE'],
    to: 'SUSPENDED',
    who: ['SECURITY', 'ADMINISTRATOR'],
    guards: ['OWN_VETTING'],
  },
  {
    name: 'REINSTATE',
    from: ['SUSPENDED'],
    to: 'STATE_BEFORE',
    who: BOTH_DESKS,
    guards: [...CLEAN_HANDS, 'COUNTRY_NOT_SAFE', 'REVIEW_OPEN', ...SIGNED_BY_TWO],
  },
  {
    name: 'DECLINE',
    from: APPLICATION_STATES,
    to: 'DECLINED',
    who: BOTH_DESKS,
    guards: ['OWN_VETTING', 'SUBJECT_VETTED_YOU'],
  },
  {
    // The applicant has asked us to forget it.
    name: 'WITHDRAW',
    from: APPLICATION_STATES,
    to: 'RESIGNED',
    who: BOTH_DESKS,
    guards: [],
  },
  {
    name: 'REVOKE',
    from: [...WORKING_STATES, 'RECHECK_DUE', 'SUSPENDED'],
    to: 'REVOKED',
    who: ['SECURITY'],
    guards: ['OWN_VETTING'],
  },
  {
    name: 'RESIGN',
    from: [...WORKING_STATES, 'RECHECK_DUE'],
    to: 'RESIGNED',
    who: ['VOLUNTEER'],
    guards: [],
  },
];
