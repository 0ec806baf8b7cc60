import { defineReasonTexts } from '@kinward/platform';

defineReasonTexts({
  SIGNED_BY_YOU: 'You have signed this month already. Somebody else has to read it, too.',
});
