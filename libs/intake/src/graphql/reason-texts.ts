import { defineReasonTexts } from '@kinward/platform';

defineReasonTexts({
  NO_INTAKE_INBOX:
    'Your organisation has no inbox to seal requests to yet; a coordinator who may screen opens it first (openInbox).',
});
