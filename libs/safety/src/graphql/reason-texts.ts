import { defineReasonTexts } from '@kinward/platform';

type RevealReason = 'QUARANTINED';

defineReasonTexts<RevealReason>({
  QUARANTINED: 'This case is in quarantine; nobody may look at who the family is.',
});
