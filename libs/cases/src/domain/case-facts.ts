import type { CalendarDay } from './calendar-day.js';
import type { VerificationEvidence } from './verification.js';

/**
 * What the guards of the state machine look at, read under the lock of the case by somebody who may
 * read it. Plain facts without identities of the family: nothing here needs a sealed field.
 */
export interface CaseFacts {
  readonly markedAsSpam: boolean;
  /** Somebody asked whether this request is bait before anything was answered to it. */
  readonly provocationCheckDone: boolean;
  /** Staff who hold the case's key: the case manager and the deputy. */
  readonly holderIds: readonly string[];
  /** The consent that aid depends on is given, not withdrawn, not lapsed. */
  readonly aidConsentLive: boolean;
  /** A live consent to hand the case to the organisation that accepted it. */
  readonly transferConsentLive: boolean;
  /** The accepted evidence, `null` where the case is not verified. */
  readonly evidence: VerificationEvidence | null;
  /** Everybody who took part in verifying. */
  readonly verifierIds: readonly string[];
  /** Last day to verify a case that a call-out made active; `null` where none did. */
  readonly emergencyVerificationDueDay: CalendarDay | null;
  readonly callOutOpen: boolean;
  /** There is room for one more active case. */
  readonly capacityFree: boolean;
  /** The case is first on the waiting list by its score. */
  readonly firstByScore: boolean;
  /** A coordinator wrote down why this case goes before a higher score. */
  readonly writtenException: boolean;
  /** The family itself got in touch after its pause. */
  readonly familyContactedUs: boolean;
  readonly newChannelAgreed: boolean;
  /** A fresh-contact handshake was passed after the contact was lost or the case quarantined. */
  readonly handshakePassed: boolean;
  readonly releaseOrRelocationRecorded: boolean;
  readonly receivingOrganizationAccepted: boolean;
  /** Day of the last confirmed contact, or of the request itself where there was none since. */
  readonly lastConfirmedContact: CalendarDay;
  /** The agreed days between contacts. */
  readonly contactRhythmDays: number;
  readonly transitionPlan: TransitionPlan | null;
  /** Last day of the longest retention, `null` while the case is live. */
  readonly retentionEndsOn: CalendarDay | null;
  /** The family asked to be erased before that day. */
  readonly erasureAskedByFamily: boolean;
}

/** The agreed accompaniment after a release or a reunion abroad. */
export interface TransitionPlan {
  readonly startedOn: CalendarDay;
  readonly months: number;
}
