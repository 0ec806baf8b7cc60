import { defineReasonTexts } from '@kinward/platform';

defineReasonTexts({
  TOO_MANY_DRAFTS: 'You keep forty drafts already. Finish one of them or throw it away.',
});
