import { defineReasonTexts } from '@kinward/platform';

/** Erasing a case, and handing it over to another organisation. */
type EndingReason =
  | 'ALREADY_APPOINTED'
  | 'ALREADY_OFFERED'
  | 'CALL_OUT_UNDER_WAY'
  | 'COMPLAINT_UNANSWERED'
  | 'INCOMPATIBLE_DUTIES'
  | 'ERASURE_NOT_PROPOSED'
  | 'MONEY_UNDER_WAY'
  | 'NOT_DATA_PROTECTION_OFFICER'
  | 'NOT_YOUR_PARCEL'
  | 'NOT_YOUR_SIDE'
  | 'REGION_UNKNOWN_HERE'
  | 'STEP_OF_ITS_OWN'
  | 'TASK_UNDER_WAY';

defineReasonTexts<EndingReason>({
  ALREADY_APPOINTED: 'This person is already the data-protection officer.',
  ALREADY_OFFERED: 'This case is already offered to an organisation; withdraw that offer first.',
  CALL_OUT_UNDER_WAY: 'A call-out for this family is still open.',
  COMPLAINT_UNANSWERED: 'A complaint of this family still waits for its answer.',
  INCOMPATIBLE_DUTIES:
    'A security officer or a volunteer cannot be the data-protection officer as well.',
  ERASURE_NOT_PROPOSED: 'A security officer must propose the erasure first, or propose it again.',
  MONEY_UNDER_WAY: 'Money for this family is set aside or on its way; settle that first.',
  NOT_DATA_PROTECTION_OFFICER: 'Only the data-protection officer does this.',
  NOT_YOUR_PARCEL: 'The family was sealed to the person who accepted it; only they can open it.',
  NOT_YOUR_SIDE: 'It is for the other organisation to do this.',
  REGION_UNKNOWN_HERE: 'Your organisation does not work in the region of this family.',
  STEP_OF_ITS_OWN: 'This step has its own place: hand the case over, or propose its erasure.',
  TASK_UNDER_WAY: 'A task for this family is still open.',
});
