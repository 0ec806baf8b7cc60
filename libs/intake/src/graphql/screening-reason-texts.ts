import { defineReasonTexts } from '@kinward/platform';

defineReasonTexts({
  APPEAL_TOO_LATE:
    'The days for an appeal are over and the request is destroyed. A new one can be sent.',
  CONSENT_WITHDRAWN:
    'The family has taken its consent back. Decline the request as withdrawn, or end the consent of its case.',
  DO_NOT_CONTACT: 'The applicant asked not to be contacted. Decide with what is here.',
  HOLDER_NOT_ACTIVE: 'This person is on probation or suspended. Choose a screener who is active.',
  INBOX_IS_OPEN:
    'Your organisation has an inbox already. Ask somebody who holds its key to pass it on.',
  LAST_INBOX_KEY:
    'Nobody else could open the inbox any more. Give the key to another screener first.',
  NOT_A_SCREENER: 'Only screeners work on the inbox; a coordinator can make you one.',
  NO_INTAKE_KEY: 'You hold no key to the inbox. Ask a screener who does to grant it.',
  NO_PROPOSED_CHANGE: 'There is no later version to compare.',
  ONLY_COORDINATOR_ASSIGNS: 'Only a coordinator gives a case to somebody else.',
  PROPOSED_CHANGE_WAITS: 'A later version of this request came. Decide on it first.',
  SCREENING_BUDGET_SPENT:
    'You have opened as many identities of requests as one person may in a day. Ask another screener to go on.',
});
