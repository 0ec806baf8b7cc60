import { describe, expect, it } from '@jest/globals';
import { spendingCsv } from './spending-csv.js';

const line = {
  group: 'LIV',
  label: 'Living, "basic"',
  waitingMinor: 0n,
  reservedMinor: 1n,
  spentMinor: 2n,
  deliveredMinor: 3n,
  confirmedMinor: 9_007_199_254_740_993n,
};

describe('the report of a donor as text', () => {
  it('has a row for each line, texts quoted, amounts whole', () => {
    expect(spendingCsv([line, { ...line, group: null, label: null }])).toBe(
      'need_group,label,waiting,reserved,spent,delivered,confirmed,currency\r\n' +
        'LIV,"Living, ""basic""",0,1,2,3,9007199254740993,EUR\r\n' +
        'WAITING,,0,1,2,3,9007199254740993,EUR\r\n',
    );
  });
});
