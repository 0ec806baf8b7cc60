import type { CaseGuard } from '../domain/case-guards.js';
import { defineReasonTexts } from '@kinward/platform';

/** Refusals of the vault that reach people through case work. */
type KeyReason =
  | 'ERASED'
  | 'GRANTER_MAY_NOT_GRANT'
  | 'GRANTER_TIER'
  | 'GRANT_EXPIRY'
  | 'HOLDER_TIER'
  | 'NOT_CERTIFIED'
  | 'NO_CODENAME_LEFT'
  | 'NOT_SCREENED_YET'
  | 'RECOVERY_KEY_MISSING'
  | 'SECOND_PERSON_REQUIRED'
  | 'SIGNER_MAY_NOT_GRANT';

defineReasonTexts<KeyReason>({
  ERASED: 'This case was erased; its keys no longer exist.',
  GRANTER_MAY_NOT_GRANT: 'People on probation cannot give access to others.',
  GRANTER_TIER: 'You hold the story only, so you cannot pass on who the family is.',
  GRANT_EXPIRY: 'Access can be given for at most 90 days.',
  HOLDER_TIER: 'People on probation may hold the story, not who the family is.',
  NOT_CERTIFIED: 'Two trustees have not yet certified this person’s keys.',
  NO_CODENAME_LEFT: 'No free codename was found. Please try again.',
  NOT_SCREENED_YET: 'This request is still in the inbox; a screener accepts it there first.',
  RECOVERY_KEY_MISSING: 'The recovery key of this organisation is not set up yet.',
  SECOND_PERSON_REQUIRED: 'Somebody else must do this.',
  SIGNER_MAY_NOT_GRANT: 'People on probation cannot open cases.',
});

/** Guards of the state machine; their names are the refusals (domain.md C2). */
type TransitionReason =
  CaseGuard | 'REASON_REQUIRED' | 'ROLE_NOT_ALLOWED' | 'SECOND_SIGNATURE_NOT_VALID';

defineReasonTexts<TransitionReason>({
  CAPACITY_REQUIRED: 'The caseworker already carries as many families as is safe.',
  CONSENT_REQUIRED: 'The family has not agreed to be helped, or its consent has lapsed.',
  CONTACT_LOST_TOO_RECENTLY: 'A lost case can be closed after 180 days without contact.',
  CONTACT_NOT_OVERDUE: 'The agreed time between contacts is not over yet.',
  EVIDENCE_OR_EMERGENCY_REQUIRED: 'The case must be verified first.',
  EVIDENCE_REQUIRED: 'The case must be verified first: a list, a document seen, or two referees.',
  FAMILY_CONTACT_REQUIRED: 'The family itself has not been in touch since the pause.',
  HANDSHAKE_REQUIRED: 'A fresh handshake with the family must be recorded first.',
  NEW_CHANNEL_REQUIRED: 'A new contact channel must be agreed and verified first.',
  NOT_BY_VERIFIER: 'Whoever verified the case does not decide on it.',
  NOT_SPAM: 'This request was marked as spam.',
  OPEN_CALL_OUT_REQUIRED: 'Only an open call-out can do this.',
  PROVOCATION_CHECK_REQUIRED: 'First ask whether this request may be a provocation.',
  REASON_REQUIRED: 'Please choose a reason from the list.',
  RECEIVER_ACCEPTANCE_REQUIRED: 'The receiving organisation has not accepted the case.',
  RELEASE_OR_RELOCATION_REQUIRED: 'No release or relocation has been recorded.',
  RETENTION_NOT_OVER: 'The time for which the case must be kept is not over.',
  ROLE_NOT_ALLOWED: 'Your role does not include this step.',
  SCORE_ORDER_OR_EXCEPTION_REQUIRED:
    'The order of the waiting list, or a written exception, decides.',
  SECOND_SIGNATURE_NOT_VALID:
    'The other signature must come from another person in the other role.',
  TRANSFER_CONSENT_REQUIRED: 'The family has not agreed to the transfer.',
  TRANSITION_PLAN_NOT_OVER: 'The agreed plan is not over yet.',
  TWO_HOLDERS_REQUIRED: 'The case needs two holders of its key: a caseworker and a deputy.',
});

/** Who is on a case, and who may hold its keys (decisions 3, 4). */
type HoldingReason =
  | 'ALREADY_HOLDS'
  | 'ALREADY_ON_CASE'
  | 'HOLDER_LIMIT_REACHED'
  | 'NOT_ON_CASE'
  | 'ONLY_CASEWORKER_HANDS_OVER'
  | 'PROBATION_LIMIT_REACHED'
  | 'PROBATION_STORY_TIER_ONLY';

defineReasonTexts<HoldingReason>({
  ALREADY_HOLDS: 'This person already holds the case.',
  ALREADY_ON_CASE: 'This person is already on the case.',
  HOLDER_LIMIT_REACHED: 'This person already holds as many families as is safe.',
  NOT_ON_CASE: 'Access is given to the caseworker or the deputy of the case only.',
  ONLY_CASEWORKER_HANDS_OVER: 'Only the caseworker of the case hands it over.',
  PROBATION_LIMIT_REACHED: 'People on probation hold at most two cases.',
  PROBATION_STORY_TIER_ONLY: 'People on probation may hold the story, not who the family is.',
});

/** What a holder may write about a family, and how a prisoner's history may go on. */
type FamilyReason =
  | 'ALREADY_RECORDED'
  | 'BEFORE_LAST_STATUS'
  | 'CONFLICTS_ON_SAME_DAY'
  | 'STATUS_IS_FINAL'
  | 'STORY_ONLY';

defineReasonTexts<FamilyReason>({
  ALREADY_RECORDED: 'This status is already recorded for that day.',
  BEFORE_LAST_STATUS: 'A later status is already recorded; the history only grows at its end.',
  CONFLICTS_ON_SAME_DAY: 'Another status is already recorded for that day.',
  STATUS_IS_FINAL: 'A death is recorded; nothing follows it.',
  STORY_ONLY: 'You hold the story only; this needs access to who the family is.',
});

/** Contact, consent and verification (domain.md C2, C6; stories 16 to 18). */
type ContactReason =
  | 'ALREADY_VERIFIED'
  | 'CASEWORKER_WITH_ACCESS_REQUIRED'
  | 'CHANNEL_COMPROMISED'
  | 'NOT_LIST_EVIDENCE'
  | 'REFEREE_NOT_ACTIVE'
  | 'TWO_DIFFERENT_REFEREES_REQUIRED'
  | 'VERIFIER_IS_REFEREE'
  | 'WITHDRAWN_SINCE';

defineReasonTexts<ContactReason>({
  ALREADY_VERIFIED: 'Somebody else has verified this case already.',
  CASEWORKER_WITH_ACCESS_REQUIRED:
    'Only a caseworker who can open the case can say that a handshake was passed.',
  CHANNEL_COMPROMISED: 'This channel is compromised: nothing goes over it. Agree on a new one.',
  NOT_LIST_EVIDENCE: 'This recognition is pending or nobody’s; it does not prove the case.',
  REFEREE_NOT_ACTIVE: 'A referee must be past probation and not suspended.',
  TWO_DIFFERENT_REFEREES_REQUIRED: 'Two different people must vouch for the family.',
  VERIFIER_IS_REFEREE: 'Whoever verifies the case cannot vouch for it as well.',
  WITHDRAWN_SINCE: 'The family withdrew this consent after that day. Ask them anew.',
});
