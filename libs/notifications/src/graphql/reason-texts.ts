import { defineReasonTexts } from '@kinward/platform';

defineReasonTexts({
  NOT_ON_DUTY: 'You are not on duty, so there is nothing to end.',
});
