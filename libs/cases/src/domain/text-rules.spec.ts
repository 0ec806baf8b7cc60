import { describe, expect, it } from '@jest/globals';
import { checkText } from './text-rules.js';

const point = (code: number): string => String.fromCodePoint(code);

interface Outcome {
  readonly multiline?: boolean;
  readonly optional?: boolean;
  readonly maxLength?: number;
}

function outcomeOf(text: string, rule: Outcome = {}): string {
  const checked = checkText({ field: 'note', maxLength: 10, text, ...rule });
  return checked.ok ? `"${checked.value}"` : `${checked.error.field} ${checked.error.reason}`;
}

describe('checkText', () => {
  it.each<[string, string, string, Outcome?]>([
    ['plain text', 'Demo-text', '"Demo-text"'],
    ['spaces at the ends', '  Demo  ', '"Demo"'],
    ['Belarusian letters', 'Ўзор-ёсць', '"Ўзор-ёсць"'],
    ['a letter in two parts', 'e\u0301', '"\u00e9"'],
    ['ten characters outside the basic plane', '𐐀'.repeat(10), `"${'𐐀'.repeat(10)}"`],
    ['ten letters in two parts each', 'e\u0301'.repeat(10), `"${'\u00e9'.repeat(10)}"`],
    ['eleven characters', 'a'.repeat(11), 'note TOO_LONG'],
    ['ten characters and spaces around', ` ${'a'.repeat(10)} `, `"${'a'.repeat(10)}"`],
    ['a flood', 'a'.repeat(1_000_000), 'note TOO_LONG'],
    ['a flood of blanks', ' '.repeat(41), 'note TOO_LONG'],
    ['nothing', '', 'note BLANK'],
    ['blanks', ' \u00a0\u2003 ', 'note BLANK'],
    ['invisible marks', '\u200b\u200d', 'note BLANK'],
    ['nothing where that is allowed', '  ', '""', { optional: true }],
    ['invisible marks where nothing is allowed', '\u200b', 'note BLANK', { optional: true }],
    ['a line break in one line', 'a\nb', 'note FORBIDDEN_CHARACTER'],
    ['a tab in one line', 'a\tb', 'note FORBIDDEN_CHARACTER'],
    ['a line break in a long text', 'a\nb\tc', '"a\nb\tc"', { multiline: true }],
    ['the line breaks of Windows', 'a\r\nb\rc', '"a\nb\nc"', { multiline: true }],
    ['a lone first half of a pair', 'a\ud800b', 'note FORBIDDEN_CHARACTER'],
    ['a lone second half of a pair', 'a\udc00b', 'note FORBIDDEN_CHARACTER'],
  ])('%s', (...[, text, outcome, rule]) => {
    expect(outcomeOf(text, rule)).toBe(outcome);
  });

  const controls = [...Array(0x20).keys(), ...range(0x7f, 0x9f)].filter(
    (code) => ![0x09, 0x0a, 0x0d].includes(code),
  );
  const marks = [0x061c, 0x200e, 0x200f, ...range(0x202a, 0x202e), ...range(0x2066, 0x2069)];

  it.each([...controls, ...marks])('refuses character number %i everywhere', (code) => {
    for (const multiline of [false, true]) {
      for (const text of [`a${point(code)}b`, `${point(code)}ab`, `ab${point(code)}`]) {
        expect(outcomeOf(text, { multiline })).toBe('note FORBIDDEN_CHARACTER');
      }
    }
  });

  it('refuses a carriage return in one line', () => {
    expect(outcomeOf('a\rb')).toBe('note FORBIDDEN_CHARACTER');
  });
});

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
