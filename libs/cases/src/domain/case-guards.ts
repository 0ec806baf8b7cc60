import { addMonths, daysBetween } from './calendar-day.js';
import type { CalendarDay } from './calendar-day.js';
import type { CaseFacts } from './case-facts.js';
import { hasTwoHolders } from './holders.js';
import { contactOverdue } from './next-step.js';

/** Days without contact after which a lost case may be closed (domain.md C2). */
export const CLOSE_AFTER_DAYS_WITHOUT_CONTACT = 180;
/** Bounds of the accompaniment after a release, in months (domain.md C2). */
export const TRANSITION_PLAN_MONTHS = { least: 6, most: 24 } as const;

export interface GuardContext {
  readonly facts: CaseFacts;
  /** The person who acts; `null` for the family and for the system. */
  readonly actorId: string | null;
  readonly today: CalendarDay;
}

/**
 * The guards by name; `true` lets pass. A guard that fails refuses with its own name as the reason,
 * so that the table, the refusal and the screen's explanation can never drift apart.
 */
export const CASE_GUARDS = {
  NOT_SPAM: ({ facts }) => !facts.markedAsSpam,
  PROVOCATION_CHECK_REQUIRED: ({ facts }) => facts.provocationCheckDone,
  TWO_HOLDERS_REQUIRED: ({ facts }) => hasTwoHolders(facts.holderIds),
  CONSENT_REQUIRED: ({ facts }) => facts.aidConsentLive,
  EVIDENCE_REQUIRED: ({ facts }) => facts.evidence !== null,
  /** For a case that comes back: verified, or still inside the days a call-out gave it. */
  EVIDENCE_OR_EMERGENCY_REQUIRED: ({ facts, today }) =>
    facts.evidence !== null ||
    (facts.emergencyVerificationDueDay !== null && today <= facts.emergencyVerificationDueDay),
  NOT_BY_VERIFIER: ({ facts, actorId }) => actorId !== null && !facts.verifierIds.includes(actorId),
  OPEN_CALL_OUT_REQUIRED: ({ facts }) => facts.callOutOpen,
  CAPACITY_REQUIRED: ({ facts }) => facts.capacityFree,
  SCORE_ORDER_OR_EXCEPTION_REQUIRED: ({ facts }) => facts.firstByScore || facts.writtenException,
  FAMILY_CONTACT_REQUIRED: ({ facts }) => facts.familyContactedUs,
  NEW_CHANNEL_REQUIRED: ({ facts }) => facts.newChannelAgreed,
  HANDSHAKE_REQUIRED: ({ facts }) => facts.handshakePassed,
  RELEASE_OR_RELOCATION_REQUIRED: ({ facts }) => facts.releaseOrRelocationRecorded,
  RECEIVER_ACCEPTANCE_REQUIRED: ({ facts }) => facts.receivingOrganizationAccepted,
  TRANSFER_CONSENT_REQUIRED: ({ facts }) => facts.transferConsentLive,
  CONTACT_NOT_OVERDUE: ({ facts, today }) =>
    contactOverdue(facts.lastConfirmedContact, facts.contactRhythmDays, today),
  CONTACT_LOST_TOO_RECENTLY: ({ facts, today }) =>
    daysBetween(facts.lastConfirmedContact, today) >= CLOSE_AFTER_DAYS_WITHOUT_CONTACT,
  TRANSITION_PLAN_NOT_OVER: ({ facts: { transitionPlan }, today }) =>
    transitionPlan !== null &&
    transitionPlan.months >= TRANSITION_PLAN_MONTHS.least &&
    transitionPlan.months <= TRANSITION_PLAN_MONTHS.most &&
    today >= addMonths(transitionPlan.startedOn, transitionPlan.months),
  RETENTION_NOT_OVER: ({ facts, today }) =>
    facts.erasureAskedByFamily || (facts.retentionEndsOn !== null && today > facts.retentionEndsOn),
} as const satisfies Readonly<Record<string, (context: GuardContext) => boolean>>;

export type CaseGuard = keyof typeof CASE_GUARDS;
