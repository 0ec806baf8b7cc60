import { defineReasonTexts } from '@kinward/platform';

defineReasonTexts({
  TOO_MANY_VIEWS: 'You keep twenty views already. Delete one first.',
});
