import { defineReasonTexts } from '@kinward/platform';
import type { CallOutGuard } from '../domain/call-out-guards.js';

/** Guards that keep a word for later reach nobody as a refusal; one only stops a rule that acts by itself. */
type CallOutReason =
  | Exclude<
      CallOutGuard,
      | 'ACKNOWLEDGEMENT_NOT_OVERDUE'
      | 'SECOND_CALL_REQUIRED'
      | 'COORDINATOR_CALL_REQUIRED'
      | 'SECURITY_OR_TWO_REQUIRED'
      | 'DESK_DECIDES'
    >
  | 'CALL_OUT_CAP_EXCEEDED'
  | 'CALL_OUT_CASE_OVER'
  | 'CALL_OUT_ROLE_NOT_ALLOWED'
  | 'CASE_HAS_CALL_OUT'
  | 'NO_EMERGENCY_FUND'
  | 'OTHER_FAMILY'
  | 'WORDS_CANNOT_BE_SEALED';

defineReasonTexts<CallOutReason>({
  ALREADY_ACKNOWLEDGED: 'Somebody has seen it already. Look who, and ask whether they need you.',
  CALL_OUT_CAP_EXCEEDED:
    'This is more than one call-out may draw. Take less now, and ask for the rest as needs.',
  CALL_OUT_CAP_LOST:
    'An earlier call-out still waits for its second signature after 72 hours. Have it signed, or give its money back; then dispatch again.',
  CALL_OUT_CASE_OVER: 'This case is over. Reopen it first, or raise the alarm without it.',
  CALL_OUT_ROLE_NOT_ALLOWED: 'Your role does not include this step. Ask the duty desk.',
  CASE_HAS_CALL_OUT: 'This family has an open call-out. Work on that one.',
  DISPATCHER_DOES_NOT_SIGN: 'Whoever dispatched does not sign. Ask somebody else.',
  NOTHING_TO_SIGN: 'Nothing was set aside, so there is nothing to sign.',
  NO_EMERGENCY_FUND: 'There is no open emergency fund. Ask finance to open one.',
  OTHER_FAMILY: 'This call-out is about another family. Raise one of its own.',
  OUTCOME_REQUIRED: 'Please choose how it ended.',
  REASON_REQUIRED: 'Please choose a reason from the list.',
  SECOND_CALLER_IS_ANOTHER: 'You made the first call. Ask somebody else for the second.',
  SECOND_CALL_MADE: 'Two people have called already.',
  SECOND_CALL_MISSING: 'The second call is still missing. Make it, then close.',
  SIGNED_ALREADY: 'Somebody has signed already.',
  TRIGGER_REQUIRED: 'Say with your call what happened: choose a trigger.',
  WORDS_CANNOT_BE_SEALED:
    'People on probation cannot seal words. Raise the alarm without them, and tell the duty desk.',
});
