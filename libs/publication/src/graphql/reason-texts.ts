import { defineReasonTexts } from '@kinward/platform';

defineReasonTexts({
  NEVER_PUBLISHED: 'This kind of need is never shown to the public, not even without names.',
  NO_PUBLICATION_CONSENT:
    'The family has not agreed to a card, or its consent has ended. Ask first, and record it.',
  CARD_EXISTS: 'This need has a card already.',
  NOTHING_LEFT_TO_FUND: 'Nothing is missing for this need.',
});
