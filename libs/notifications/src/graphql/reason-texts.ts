import { defineReasonTexts } from '@kinward/platform';

defineReasonTexts({
  NOT_ON_DUTY: 'There is no duty to end.',
  NOT_FOR_DUTY: 'This person does not do duty.',
  ON_DUTY_NOW: 'This person is on duty now. Change the end, or plan for after it.',
});
