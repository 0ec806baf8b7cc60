import { describe, expect, it } from '@jest/globals';
import { CASE_REASONS, findReason } from './case-reason-codes.js';
import type { ReasonList } from './case-reason-codes.js';

describe('findReason', () => {
  it.each<[ReasonList, string, boolean | null]>([
    ['DECLINE', 'COULD_NOT_BE_CONFIRMED', true],
    ['DECLINE', 'WITHDRAWN_BY_FAMILY', false],
    ['CLOSE', 'QUARANTINE_NOT_RESOLVED', true],
    ['PAUSE', 'SUMMONED_OR_WATCHED', false],
    ['QUARANTINE', 'SEARCH', false],
    ['DECLINE', 'SEARCH', null],
    ['CLOSE', 'toString', null],
  ])('%s %s: appeal %s', (list, code, appeal) => {
    expect(findReason(list, code)?.appealPossible ?? null).toBe(appeal);
  });

  it.each(Object.keys(CASE_REASONS) as ReasonList[])('%s has each code once', (list) => {
    const codes = CASE_REASONS[list].map((reason) => reason.code);

    expect(new Set(codes).size).toBe(codes.length);
  });

  it('never calls a claim false', () => {
    const codes = Object.values(CASE_REASONS).flatMap((list) => list.map(({ code }) => code));

    expect(codes.filter((code) => /FAKE|FALSE|FRAUD|LIE/.test(code))).toEqual([]);
  });
});
