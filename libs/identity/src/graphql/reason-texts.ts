import { defineReasonTexts } from '@kinward/platform';

type SignInReason = 'SIGN_IN_REFUSED' | 'TOO_MANY_ATTEMPTS' | 'SIGN_IN_BUSY';
type PersonChangeReason =
  | 'ALREADY_DECIDED'
  | 'CERTIFIED_FOR_PROBATION'
  | 'CHANGED_MEANWHILE'
  | 'CHANGE_AWAITS_SECOND'
  | 'LAST_OF_ROLE'
  | 'NOT_YOURSELF'
  | 'ROLES_APART'
  | 'ROLE_REQUIRED'
  | 'SAME_AS_BEFORE'
  | 'SCREENER_NEEDS_CASES'
  | 'CHANGE_NEEDS_ANOTHER'
  | 'VOLUNTEERS_BY_VETTING';

defineReasonTexts<SignInReason>({
  SIGN_IN_REFUSED: 'This address and passphrase do not belong together.',
  TOO_MANY_ATTEMPTS: 'Too many attempts for this address. Please wait ten minutes.',
  SIGN_IN_BUSY: 'Many people sign in right now. Please try again in a moment.',
});

type PasskeyReason =
  | 'PASSKEYS_UNAVAILABLE'
  | 'TOO_MANY_PASSKEYS'
  | 'PASSKEY_REFUSED'
  | 'PASSKEY_LEAVES_DEVICE'
  | 'PASSKEY_KNOWN';

defineReasonTexts<PasskeyReason>({
  PASSKEYS_UNAVAILABLE:
    'This desk is reached by a number; passkeys need a name, such as localhost.',
  TOO_MANY_PASSKEYS: 'You have five passkeys already. Remove one first.',
  PASSKEY_REFUSED: 'The answer of the device could not be checked. Please try once more.',
  PASSKEY_LEAVES_DEVICE:
    'This passkey would be copied to an account elsewhere. Use a security key, or what this device keeps to itself.',
  PASSKEY_KNOWN: 'This device has a passkey for the desk already.',
});

defineReasonTexts<PersonChangeReason>({
  ALREADY_DECIDED: 'This change has been decided already.',
  CERTIFIED_FOR_PROBATION:
    'The trustees certified this person for probation only. They sign first.',
  CHANGED_MEANWHILE: 'This person was changed meanwhile. Refuse this change and propose it anew.',
  CHANGE_AWAITS_SECOND: 'Another change of this person waits for a second person.',
  LAST_OF_ROLE: 'Nobody else would be left in this role. Give it to somebody first.',
  NOT_YOURSELF: 'Nobody changes their own rights. Ask a colleague.',
  ROLES_APART: 'Administration, cases, payments and audit stay with different people.',
  ROLE_REQUIRED: 'Somebody without a role can do nothing. Suspend the person instead.',
  SAME_AS_BEFORE: 'Nothing would change.',
  SCREENER_NEEDS_CASES: 'Only coordinators and caseworkers screen requests.',
  CHANGE_NEEDS_ANOTHER: 'Whoever proposed a change does not sign it. A second person does.',
  VOLUNTEERS_BY_VETTING: 'Volunteers are taken on, suspended and let go by vetting.',
});
