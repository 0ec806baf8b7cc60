import { defineReasonTexts } from '@kinward/platform';
import type { NeedGuard } from '../domain/need-guards.js';

/** Guards of the state machine that reach people; their names are the refusals (domain.md C3). */
type NeedReason =
  | Exclude<NeedGuard, 'REASON_REQUIRED'>
  | 'CASE_NOT_ACTIVE'
  | 'CASE_NOT_LIVE'
  | 'END_REQUIRED'
  | 'MORE_THAN_DELIVERED'
  | 'MORE_THAN_RELEASED'
  | 'MORE_THAN_RESERVED'
  | 'NEED_AMOUNT_EXCEEDED'
  | 'NEED_ROLE_NOT_ALLOWED';

defineReasonTexts<NeedReason>({
  AID_CONSENT_REQUIRED:
    'The family has not agreed to be helped, or its consent has lapsed. Ask, and record it.',
  ALREADY_SIGNED_BY_YOU: 'You have signed already; the other signature must be another person’s.',
  AMOUNT_REQUIRED: 'This kind of need costs something. Enter the amount first.',
  CALL_OUT_UNDER_CAP_REQUIRED: 'Only an open call-out can approve it before it is assessed.',
  CASE_HALTED: 'The case is paused or in quarantine, so the need stays suspended.',
  CASE_NOT_ACTIVE: 'The case is not accepted yet. Decide on the case first.',
  CASE_NOT_HALTED: 'Only a pause or a quarantine of the case suspends its needs.',
  CASE_NOT_LIVE:
    'The case is closed, paused or in quarantine. Nothing goes out until the family or security says so.',
  CHANNEL_NOT_CLEARED: 'This way is not safe for where the family is now. Choose another channel.',
  COSTS_NOTHING: 'This need costs nothing, so it does not wait for money.',
  DUE_DAY_NOT_PASSED: 'The due day has not passed.',
  DUE_DAY_PASSED: 'The due day has passed. Send it back and agree on a new day with the family.',
  DUE_DAY_REQUIRED: 'Enter by when the family needs it.',
  DUPLICATE_ANSWER_REQUIRED: 'First answer whether somebody else already helps with it.',
  END_REQUIRED: 'Say until when, or how many times; endless help is reviewed, not promised.',
  FULLY_DELIVERED_REQUIRED: 'Not all of it is delivered yet.',
  FULLY_FUNDED_REQUIRED: 'The reserved money is not the whole amount yet.',
  MONEY_STANDS: 'Money is reserved for this need or on its way. Release or return it first.',
  MORE_THAN_DELIVERED: 'More than counts as delivered cannot be missing.',
  MORE_THAN_RELEASED: 'More than was paid out cannot arrive, come back or be lost.',
  MORE_THAN_RESERVED: 'This is more than was reserved. Reserve the difference first.',
  NEED_AMOUNT_EXCEEDED: 'This is more than the need still lacks.',
  NEED_ROLE_NOT_ALLOWED: 'Your role does not include this step.',
  NOTHING_OUT_REQUIRED: 'Another part of the aid is still on its way.',
  PRIORITY_REQUIRED: 'The need has no priority yet. Screen it first.',
  SECOND_APPROVER_REQUIRED: 'Above this amount a second approver must sign too.',
  SELF_APPROVAL: 'Whoever wrote it does not decide on it. Ask another coordinator.',
});
