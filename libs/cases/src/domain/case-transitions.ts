import type { CaseGuard } from './case-guards.js';
import type { ReasonList } from './case-reason-codes.js';
import type { CaseState } from './case-states.js';

/** Who may move a case; other roles never do. The data-protection officer is an appointment. */
export const CASE_ACTOR_ROLES = [
  'CASEWORKER',
  'COORDINATOR',
  'SECURITY_OFFICER',
  'DATA_PROTECTION_OFFICER',
  'FAMILY',
  'SYSTEM',
] as const;
export type CaseActorRole = (typeof CASE_ACTOR_ROLES)[number];

export const CASE_TRANSITIONS = [
  'START_SCREENING',
  'DISMISS',
  'START_VERIFICATION',
  'DECLINE',
  'ACTIVATE',
  'ACTIVATE_EMERGENCY',
  'WAITLIST',
  'PAUSE',
  'RESUME',
  'LOSE_CONTACT',
  'RESTORE_CONTACT',
  'QUARANTINE',
  'LIFT_QUARANTINE',
  'CLOSE_QUARANTINED',
  'START_TRANSITION',
  'RETURN_TO_ACTIVE',
  'TRANSFER',
  'CLOSE',
  'REOPEN',
  'ERASE',
] as const;
export type CaseTransition = (typeof CASE_TRANSITIONS)[number];

/** More than a change of state belongs to these: a family is sealed to somebody else, keys are destroyed. */
export const STEPS_OF_THEIR_OWN: ReadonlySet<CaseTransition> = new Set(['TRANSFER', 'ERASE']);

/** What has to happen in the same unit of work as the change of state; the caller carries it out. */
export type EffectKind =
  | 'STOP_OUTBOUND_CONTACT'
  | 'HOLD_UNRELEASED_PAYMENTS'
  | 'FREEZE_PAYMENTS'
  | 'FREEZE_REVEALS'
  | 'LIFT_HOLDS'
  | 'RESET_CHANNEL_TRUST'
  | 'VERIFICATION_DUE'
  | 'OFFER_APPEAL'
  | 'START_RETENTION'
  | 'ASSIGN_NEW_CODENAME'
  | 'SEAL_LINK_TO_OLD_CODENAME'
  | 'DESTROY_KEYS';

/** One row of the table. A transition has several where its guards depend on the state before. */
export interface TransitionRow {
  readonly name: CaseTransition;
  readonly from: readonly CaseState[];
  readonly to: CaseState;
  readonly guards: readonly CaseGuard[];
  readonly effects: readonly EffectKind[];
}

/** Nobody enters or re-enters ACTIVE with less (decisions.md 3): a pause must not wash a case clean. */
const comeBack = [
  'TWO_HOLDERS_REQUIRED',
  'CONSENT_REQUIRED',
  'EVIDENCE_OR_EMERGENCY_REQUIRED',
] as const satisfies readonly CaseGuard[];

/** The state machine of domain.md C2. */
export const CASE_TRANSITION_TABLE: readonly TransitionRow[] = [
  {
    name: 'START_SCREENING',
    from: ['INTAKE'],
    to: 'SCREENING',
    guards: ['NOT_SPAM', 'PROVOCATION_CHECK_REQUIRED'],
    effects: [],
  },
  {
    // Spam, bait, a second copy: nobody has to take it on only to be able to refuse it.
    name: 'DISMISS',
    from: ['INTAKE'],
    to: 'DECLINED',
    guards: [],
    effects: ['OFFER_APPEAL', 'START_RETENTION'],
  },
  { name: 'START_VERIFICATION', from: ['SCREENING'], to: 'VERIFYING', guards: [], effects: [] },
  {
    name: 'DECLINE',
    from: ['SCREENING'],
    to: 'DECLINED',
    guards: [],
    effects: ['OFFER_APPEAL', 'START_RETENTION'],
  },
  {
    name: 'DECLINE',
    from: ['VERIFYING'],
    to: 'DECLINED',
    guards: ['NOT_BY_VERIFIER'],
    effects: ['OFFER_APPEAL', 'START_RETENTION'],
  },
  {
    name: 'ACTIVATE_EMERGENCY',
    from: ['SCREENING'],
    to: 'ACTIVE',
    guards: ['OPEN_CALL_OUT_REQUIRED', 'TWO_HOLDERS_REQUIRED'],
    effects: ['VERIFICATION_DUE'],
  },
  {
    name: 'ACTIVATE',
    from: ['VERIFYING'],
    to: 'ACTIVE',
    guards: ['NOT_BY_VERIFIER', 'EVIDENCE_REQUIRED', 'CONSENT_REQUIRED', 'TWO_HOLDERS_REQUIRED'],
    effects: [],
  },
  {
    name: 'WAITLIST',
    from: ['VERIFYING'],
    to: 'WAITLISTED',
    guards: ['NOT_BY_VERIFIER', 'EVIDENCE_REQUIRED', 'CONSENT_REQUIRED'],
    effects: [],
  },
  {
    name: 'ACTIVATE',
    from: ['WAITLISTED'],
    to: 'ACTIVE',
    guards: [
      'CAPACITY_REQUIRED',
      'SCORE_ORDER_OR_EXCEPTION_REQUIRED',
      'EVIDENCE_REQUIRED',
      'CONSENT_REQUIRED',
      'TWO_HOLDERS_REQUIRED',
    ],
    effects: [],
  },
  {
    name: 'PAUSE',
    from: ['ACTIVE'],
    to: 'PAUSED_BY_FAMILY',
    guards: [],
    effects: ['STOP_OUTBOUND_CONTACT', 'HOLD_UNRELEASED_PAYMENTS'],
  },
  {
    name: 'RESUME',
    from: ['PAUSED_BY_FAMILY'],
    to: 'ACTIVE',
    guards: ['FAMILY_CONTACT_REQUIRED', ...comeBack],
    effects: ['LIFT_HOLDS'],
  },
  {
    name: 'LOSE_CONTACT',
    from: ['ACTIVE'],
    to: 'CONTACT_LOST',
    guards: ['CONTACT_NOT_OVERDUE'],
    effects: [],
  },
  {
    name: 'RESTORE_CONTACT',
    from: ['CONTACT_LOST'],
    to: 'ACTIVE',
    guards: ['HANDSHAKE_REQUIRED', ...comeBack],
    effects: [],
  },
  {
    name: 'CLOSE',
    from: ['CONTACT_LOST'],
    to: 'CLOSED',
    guards: ['CONTACT_LOST_TOO_RECENTLY'],
    effects: ['OFFER_APPEAL', 'START_RETENTION'],
  },
  {
    name: 'QUARANTINE',
    from: [
      'INTAKE',
      'SCREENING',
      'VERIFYING',
      'WAITLISTED',
      'ACTIVE',
      'PAUSED_BY_FAMILY',
      'CONTACT_LOST',
      'TRANSITION',
    ],
    to: 'QUARANTINED',
    guards: [],
    effects: ['STOP_OUTBOUND_CONTACT', 'FREEZE_PAYMENTS', 'FREEZE_REVEALS'],
  },
  {
    name: 'LIFT_QUARANTINE',
    from: ['QUARANTINED'],
    to: 'ACTIVE',
    guards: ['NEW_CHANNEL_REQUIRED', 'HANDSHAKE_REQUIRED', ...comeBack],
    effects: ['LIFT_HOLDS'],
  },
  {
    // No handshake here: a family that vanished, or never existed, cannot pass one.
    name: 'CLOSE_QUARANTINED',
    from: ['QUARANTINED'],
    to: 'CLOSED',
    guards: [],
    effects: ['OFFER_APPEAL', 'START_RETENTION'],
  },
  {
    name: 'START_TRANSITION',
    from: ['ACTIVE'],
    to: 'TRANSITION',
    guards: ['RELEASE_OR_RELOCATION_REQUIRED'],
    effects: ['RESET_CHANNEL_TRUST'],
  },
  {
    name: 'RETURN_TO_ACTIVE',
    from: ['TRANSITION'],
    to: 'ACTIVE',
    guards: ['TRANSITION_PLAN_NOT_OVER', ...comeBack],
    effects: [],
  },
  {
    name: 'CLOSE',
    from: ['TRANSITION'],
    to: 'CLOSED',
    guards: ['TRANSITION_PLAN_NOT_OVER'],
    effects: ['OFFER_APPEAL', 'START_RETENTION'],
  },
  {
    name: 'TRANSFER',
    from: ['ACTIVE', 'TRANSITION'],
    to: 'TRANSFERRED',
    guards: ['RECEIVER_ACCEPTANCE_REQUIRED', 'TRANSFER_CONSENT_REQUIRED'],
    effects: ['START_RETENTION'],
  },
  {
    name: 'REOPEN',
    from: ['CLOSED', 'DECLINED', 'TRANSFERRED'],
    to: 'SCREENING',
    guards: [],
    effects: ['ASSIGN_NEW_CODENAME', 'SEAL_LINK_TO_OLD_CODENAME'],
  },
  {
    name: 'ERASE',
    from: ['CLOSED', 'DECLINED', 'TRANSFERRED'],
    to: 'ERASED',
    guards: ['RETENTION_NOT_OVER'],
    effects: ['DESTROY_KEYS'],
  },
];

/** One of these roles acts alone, or two people sign, one for each role. */
export type WhoMay =
  | { readonly oneOf: readonly CaseActorRole[] }
  | { readonly bothOf: readonly [CaseActorRole, CaseActorRole] };

/**
 * Who may do what. Where the design names two roles for two targets of one state, the first role
 * goes with the first target: caseworkers carry a case on, coordinators end it.
 */
export const WHO_MAY: Readonly<Record<CaseTransition, WhoMay>> = {
  START_SCREENING: { oneOf: ['CASEWORKER'] },
  DISMISS: { oneOf: ['CASEWORKER', 'COORDINATOR'] },
  START_VERIFICATION: { oneOf: ['CASEWORKER'] },
  DECLINE: { oneOf: ['COORDINATOR'] },
  ACTIVATE: { oneOf: ['COORDINATOR'] },
  ACTIVATE_EMERGENCY: { oneOf: ['COORDINATOR'] },
  WAITLIST: { oneOf: ['COORDINATOR'] },
  PAUSE: { oneOf: ['FAMILY', 'CASEWORKER'] },
  RESUME: { oneOf: ['CASEWORKER'] },
  LOSE_CONTACT: { oneOf: ['SYSTEM'] },
  RESTORE_CONTACT: { oneOf: ['CASEWORKER'] },
  QUARANTINE: { oneOf: ['SECURITY_OFFICER', 'SYSTEM'] },
  LIFT_QUARANTINE: { bothOf: ['SECURITY_OFFICER', 'COORDINATOR'] },
  CLOSE_QUARANTINED: { bothOf: ['SECURITY_OFFICER', 'COORDINATOR'] },
  START_TRANSITION: { oneOf: ['CASEWORKER'] },
  RETURN_TO_ACTIVE: { oneOf: ['CASEWORKER'] },
  TRANSFER: { oneOf: ['COORDINATOR'] },
  CLOSE: { oneOf: ['COORDINATOR'] },
  REOPEN: { oneOf: ['CASEWORKER'] },
  ERASE: { bothOf: ['SECURITY_OFFICER', 'DATA_PROTECTION_OFFICER'] },
};

/** Which transitions need a reason, and from which list. A pause never waits for one. */
export const REASON_OF: Readonly<
  Partial<Record<CaseTransition, { readonly list: ReasonList; readonly required: boolean }>>
> = {
  DISMISS: { list: 'DISMISS', required: true },
  DECLINE: { list: 'DECLINE', required: true },
  CLOSE: { list: 'CLOSE', required: true },
  CLOSE_QUARANTINED: { list: 'CLOSE', required: true },
  QUARANTINE: { list: 'QUARANTINE', required: true },
  PAUSE: { list: 'PAUSE', required: false },
};
