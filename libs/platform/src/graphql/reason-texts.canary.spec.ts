import { describe, expect, it } from '@jest/globals';
import { defineReasonTexts, textOfReason } from './reason-texts.js';

describe('sentences of refusals', () => {
  it('are one for each code, whichever domain says it', () => {
    defineReasonTexts({ CANARY_REASON: 'Sing.' });
    defineReasonTexts({ CANARY_REASON: 'Sing.' });
    expect(textOfReason('CANARY_REASON')).toBe('Sing.');
    expect(() => defineReasonTexts({ CANARY_REASON: 'Be silent.' })).toThrow('CANARY_REASON');
    expect(textOfReason('UNKNOWN_REASON')).toBe('A rule does not allow this.');
  });
});
