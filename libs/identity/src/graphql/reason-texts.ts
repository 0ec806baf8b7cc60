import { defineReasonTexts } from '@kinward/platform';

type SignInReason = 'SIGN_IN_REFUSED' | 'TOO_MANY_ATTEMPTS' | 'SIGN_IN_BUSY';

defineReasonTexts<SignInReason>({
  SIGN_IN_REFUSED: 'This address and passphrase do not belong together.',
  TOO_MANY_ATTEMPTS: 'Too many attempts for this address. Please wait ten minutes.',
  SIGN_IN_BUSY: 'Many people sign in right now. Please try again in a moment.',
});
