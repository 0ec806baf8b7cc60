import { describe, expect, it } from '@jest/globals';
import { LONG_TEXT, neutralise } from './neutral-text.js';

describe('a free text', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ["'=1+1", "'=1+1"],
    ['  @SUM(A1)', "'@SUM(A1)"],
    ['-dash', "'-dash"],
    ['+1', "'+1"],
  ])('%j is kept as %j, which no spreadsheet calculates', (text, kept) => {
    expect(neutralise(text)).toEqual({ text: kept, warnings: ['FORMULA_TEXT'] });
  });

  it('loses controls and direction marks, and keeps line breaks', () => {
    expect(neutralise('Demo\u202e-Name\u0000')).toEqual({
      text: 'Demo-Name',
      warnings: ['CONTROL_CHARACTERS'],
    });
    expect(neutralise('one\r\ntwo\tthree')).toEqual({ text: 'one\ntwo\tthree', warnings: [] });
  });

  it('stays whole however long it is, and letters of any script are no warning', () => {
    const long = 'я'.repeat(LONG_TEXT + 1);

    expect(neutralise(long)).toEqual({ text: long, warnings: ['LONG_TEXT'] });
    expect(neutralise('ў'.repeat(LONG_TEXT)).warnings).toEqual([]);
    expect(neutralise('Дар’я Дэма-Жыта 👩‍👧').warnings).toEqual([]);
  });
});
