import { defineReasonTexts } from '@kinward/platform';
import type { VettingGuard } from '../domain/vetting-guards.js';

/** Guards whose names reach people; two others say that a signature waits, and are no refusal. */
type VettingReason =
  | Exclude<
      VettingGuard,
      'PANEL_REQUIRED' | 'RECHECK_REASON_REQUIRED' | 'SECOND_SIGNATURE_REQUIRED'
    >
  | 'ACCOUNT_TAKEN'
  | 'ANOTHER_ACCOUNT_KNOWN'
  | 'APPLICANT_FORGOTTEN'
  | 'INTERVIEW_GIVEN'
  | 'NOT_TRUSTED'
  | 'REFEREES_NOT_INDEPENDENT'
  | 'REFEREE_NAMED'
  | 'VOUCHER_NOT_ACTIVE'
  | 'REFEREE_OWES_THE_APPLICANT'
  | 'REFERENCE_GIVEN'
  | 'REVIEW_CLOSED'
  | 'TOO_MANY_APPLICATIONS'
  | 'TRAINING_RECORDED'
  | 'VETTING_ROLE_NOT_ALLOWED';

defineReasonTexts<VettingReason>({
  ACCOUNT_TAKEN: 'This account belongs to another volunteer or applicant. Choose the right one.',
  ALREADY_SIGNED_BY_YOU: 'You have signed already; the other signature must be another person’s.',
  ANOTHER_ACCOUNT_KNOWN: 'The screening named another account of this applicant. Use that one.',
  APPLICANT_FORGOTTEN: 'The application is over, and who it was has been destroyed.',
  COUNTRY_NOT_SAFE:
    'Thank you. Helping from this country could put you in danger, so we cannot accept it. Please stay safe.',
  INTERVIEW_GIVEN: 'You have held your interview. The second must be somebody else’s.',
  NOT_TRUSTED: 'This volunteer is trusted with no case.',
  OWN_VETTING: 'Nobody decides on himself. Ask a colleague.',
  PROBATION_NOT_OVER: 'The probation lasts 60 days, or until five tasks are verified.',
  RECHECK_TOO_EARLY: 'The next re-check is more than 30 days away.',
  REFEREES_NOT_INDEPENDENT:
    'This referee and another one stand in the same chain of vouchers. Name somebody from another chain.',
  REFEREE_NAMED: 'This referee has been asked already.',
  VOUCHER_NOT_ACTIVE: 'Only people in good standing speak for others. Name somebody else.',
  REFEREE_OWES_THE_APPLICANT: 'The applicant vouched for this person, directly or through others.',
  REFERENCE_GIVEN: 'You have given your word already.',
  REVIEW_CLOSED: 'This review is closed.',
  REVIEW_OPEN:
    'Somebody whom this person vouched for was exposed. Security has to close that review first.',
  SUBJECT_VETTED_YOU: 'This person once vetted you. Somebody else has to do this.',
  TOO_MANY_APPLICATIONS: 'Many people write to us right now. Please try again in an hour.',
  TRAINING_RECORDED: 'This part of the training is recorded already.',
  TRAINING_REQUIRED: 'All three parts of the training come first: record what is missing.',
  TRUSTED_ALREADY: 'This volunteer is trusted with another case. End that trust first.',
  TWO_INTERVIEWERS_REQUIRED:
    'Two different people have to speak with the applicant, live, and be for it.',
  TWO_REFERENCES_REQUIRED: 'Two independent referees in good standing have to vouch first.',
  VETTING_ROLE_NOT_ALLOWED: 'Your role does not include this step.',
  VOLUNTEER_ACCOUNT_REQUIRED:
    'The account must have the role of a volunteer. Ask the operator for one.',
  YOU_VOUCHED: 'You are a referee of this applicant. Somebody else has to judge.',
});
