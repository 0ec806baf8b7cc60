import { describe, expect, it } from '@jest/globals';
import { wordsFault } from './call-out-words.js';

describe('the words of an alarm', () => {
  it.each([
    ['EMPTY', ' \n'],
    ['TOO_LONG', 'x'.repeat(2_001)],
    ['FORBIDDEN_CHARACTER', 'Demo-\u0000'],
    ['FORBIDDEN_CHARACTER', 'Demo-\u202Etext'],
  ])('are refused as %s', (fault, text) => {
    expect(wordsFault(text)).toBe(fault);
  });

  it('may have lines and any alphabet', () => {
    expect(wordsFault('Demo-першы радок\n\tдругі')).toBeNull();
  });
});
