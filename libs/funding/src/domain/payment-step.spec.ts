import { describe, expect, it } from '@jest/globals';
import { paymentStep } from './payment-step.js';

const REFUSED = ['BY', 'RU'];

describe('what is done about a payment', () => {
  it.each([
    ['AUTHORISED', 'DE', 'CAPTURE', 'PENDING'],
    ['AUTHORISED', 'BY', 'CANCEL', 'BLOCKED_RISK'],
    ['AUTHORISED', 'RU', 'CANCEL', 'BLOCKED_RISK'],
    ['AUTHORISED', null, 'CANCEL', 'BLOCKED_RISK'],
    ['SUCCEEDED', 'DE', null, 'SUCCEEDED'],
    ['CANCELED', 'DE', null, 'FAILED'],
    ['PROCESSING', 'DE', null, 'PENDING'],
    ['PROCESSING', null, null, 'PENDING'],
    ['BOUNCED', null, null, 'FAILED'],
    ['OPEN', null, null, 'INTENT'],
  ] as const)('%s by a card of %s: %s, then %s', (status, cardCountry, act, progress) => {
    expect(paymentStep('INTENT', { status, cardCountry }, REFUSED)).toEqual({ act, progress });
  });

  it('never captures what was blocked, even when the country changes its mind', () => {
    const step = paymentStep('BLOCKED_RISK', { status: 'AUTHORISED', cardCountry: 'DE' }, REFUSED);

    expect(step).toEqual({ act: 'CANCEL', progress: 'BLOCKED_RISK' });
  });
});
