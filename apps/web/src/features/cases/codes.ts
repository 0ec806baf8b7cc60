import type { CaseListInput } from './case-list.documents';

/** What may be promised next (libs/cases, `next-step.ts`). */
export const NEXT_STEPS = [
  'CALL_FAMILY',
  'TRY_HANDSHAKE',
  'AWAIT_FAMILY',
  'REVIEW_NEED',
  'REVIEW_CASE',
  'SEND_PARCEL',
  'VISIT_DUE',
  'PLAN_RELEASE',
  'RENEW_CONSENT',
  'SCREEN',
  'VERIFY',
  'HANDOVER',
] as const;

/** What came of a try to reach the family, the most usual first. */
export const OUTCOMES = [
  'REACHED',
  'NO_ANSWER',
  'THEY_CONTACTED_US',
  'HANDSHAKE_PASSED',
  'HANDSHAKE_FAILED',
  'WRONG_PERSON',
  'DO_NOT_CONTACT',
] as const;

/** What a note is about (libs/cases, `case-note.ts`). */
export const NOTE_KINDS = ['OBSERVATION', 'AGREEMENT', 'CAUTION', 'OPEN_QUESTION'] as const;

export const CHANNEL_KINDS = [
  'PHONE',
  'MESSENGER',
  'EMAIL',
  'CONTACT_PERSON',
  'IN_PERSON',
  'POST',
] as const;

/** What may be reported about a way to reach the family. */
export const CHANNEL_EVENTS = [
  'HANDSHAKE_PASSED',
  'DOUBT_RECORDED',
  'COMPROMISE_CONFIRMED',
  'RELEASE',
  'ARREST',
  'SEARCH',
  'INTERROGATION',
] as const;

export const RELATIONS = [
  'SPOUSE',
  'PARTNER',
  'PARENT',
  'CHILD',
  'SIBLING',
  'GRANDPARENT',
  'GRANDCHILD',
  'OTHER_RELATIVE',
  'GUARDIAN',
  'FRIEND',
  'SELF',
] as const;

export const REVEAL_PURPOSES = [
  'CONTACT_FAMILY',
  'VERIFY_CASE',
  'PREPARE_DELIVERY',
  'LEGAL_HELP',
  'EMERGENCY',
  'FAMILY_ASKED',
  'HANDOVER',
] as const;

export const DOCUMENT_KINDS = [
  'CHARGE',
  'VERDICT',
  'SEARCH_RECORD',
  'RELEASE_CERTIFICATE',
  'PRISON_LETTER',
  'FINE_ORDER',
] as const;

/** Why a family may come before others on the waiting list. */
export const EXCEPTIONS = [
  'CHILD_AT_RISK',
  'HEALTH_AT_RISK',
  'FUNDS_ONLY_FIT_THIS_CASE',
  'DEADLINE_NEAR',
] as const;

const REFUSED = [
  'COULD_NOT_BE_CONFIRMED',
  'OUTSIDE_MANDATE',
  'COVERED_ELSEWHERE',
  'SAME_AS_ANOTHER_CASE',
  'PROVOCATION_SUSPECTED',
  'NO_SAFE_WAY_TO_HELP',
  'WITHDRAWN_BY_FAMILY',
] as const;

const CLOSED = [
  'PLAN_COMPLETED',
  'FAMILY_ASKED',
  'CONTACT_NOT_RESTORED',
  'OUTSIDE_MANDATE',
  'COVERED_ELSEWHERE',
  'QUARANTINE_NOT_RESOLVED',
] as const;

/** Reasons by transition (libs/cases, `case-reason-codes.ts`). Only a pause may go without one. */
export const REASONS: Readonly<Record<string, readonly string[]>> = {
  DISMISS: ['SPAM', ...REFUSED],
  DECLINE: REFUSED,
  CLOSE: CLOSED,
  CLOSE_QUARANTINED: CLOSED,
  PAUSE: ['FAMILY_ASKED', 'SUMMONED_OR_WATCHED', 'TRAVELLING'],
  QUARANTINE: [
    'SEARCH',
    'INTERROGATION',
    'ARREST_IN_HOUSEHOLD',
    'DEVICE_SEIZED',
    'CHANNEL_COMPROMISED',
    'PROVOCATION_SUSPECTED',
    'HELPER_UNDER_PRESSURE',
    'PARTNER_INCIDENT',
    'DATA_EXPOSED',
  ],
};

type CaseState = NonNullable<CaseListInput['states']>[number];

/** States in which somebody works with the family. */
export const LIVE_STATES = [
  'INTAKE',
  'SCREENING',
  'VERIFYING',
  'WAITLISTED',
  'ACTIVE',
  'PAUSED_BY_FAMILY',
  'CONTACT_LOST',
  'QUARANTINED',
  'TRANSITION',
] as const satisfies readonly CaseState[];

/** States in which nobody works with the family any more. */
export const OVER_STATES = [
  'CLOSED',
  'DECLINED',
  'TRANSFERRED',
  'ERASED',
] as const satisfies readonly CaseState[];
