import { defineReasonTexts } from '@kinward/platform';

defineReasonTexts({
  FAMILY_PAUSED: 'The family asked for a pause. It reads nothing of ours until it goes on again.',
  MAILBOX_EXISTS: 'This family has a mailbox. It can close it with its closing word.',
  MAILBOX_HELD: 'The family said its word for danger. Nothing goes out until security lifts this.',
});
