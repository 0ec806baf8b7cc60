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
  RECOVERY_KEY_MISSING: 'The recovery key of this organisation is not set up yet.',
  SECOND_PERSON_REQUIRED: 'Somebody else must do this.',
  SIGNER_MAY_NOT_GRANT: 'People on probation cannot open cases.',
});
