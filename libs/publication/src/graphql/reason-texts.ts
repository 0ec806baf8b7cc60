import { defineReasonTexts } from '@kinward/platform';

defineReasonTexts({
  NEVER_PUBLISHED: 'This kind of need is never shown to the public, not even without names.',
  NO_PUBLICATION_CONSENT:
    'The family has not agreed to a card, or its consent has ended. Ask first, and record it.',
  NO_UPDATE_CONSENT:
    'The family has not agreed that donors are told, or its consent has ended. Ask first, and record it.',
  CARD_EXISTS: 'This need has a card already.',
  NO_CARD_YET: 'This need never had a card, so there is nobody to tell.',
  NOTHING_LEFT_TO_FUND: 'Nothing is missing for this need.',
  TEXT_EMPTY_OR_LONG: 'A public text has from 1 to 300 characters.',
  TEXT_HAS_CONTACT:
    'The text holds what looks like a phone, an address on the net or an account. Such a text is not kept.',
  NO_PUBLIC_LIST:
    'No public list of prisoners was imported, so nobody can tell how many people the text fits. Ask your operator.',
  TOO_FEW_PEOPLE: 'Fewer than 10 people of the public list fit what the text says. Say less.',
  TOO_FEW_TOGETHER:
    'Together with what was said of this family before, fewer than 10 people of the public list fit. Say less.',
  TEXT_TOO_SIMILAR:
    'The text is too much like another one that is or was public, so readers could link the two. Write it anew.',
  AUTHOR_MAY_NOT_PUBLISH: 'Whoever wrote on a text does not let it out. Ask somebody else.',
  PUBLISHER_IN_CONFLICT:
    'You work with this family or have an interest in it, so somebody else must let the text out.',
});
