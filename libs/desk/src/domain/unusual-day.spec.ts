import { describe, expect, it } from '@jest/globals';
import { judgeDay, oddFirst } from './unusual-day.js';

const day = (today: number, mostBefore: number, middleBefore: number, daysBefore = 20) => ({
  ...{ today, mostBefore, middleBefore, daysBefore },
});

describe('a day beside the four weeks before it', () => {
  it.each([
    [day(3, 3, 1), 'USUAL'],
    [day(0, 3, 1), 'USUAL'],
    [day(4, 3, 2), 'MORE'],
    [day(6, 3, 2), 'FAR_MORE'],
    [day(6, 9, 1), 'USUAL'],
    [day(50, 1, 1, 4), 'TOO_NEW'],
    [day(0, 0, 0, 0), 'TOO_NEW'],
  ])('%j is %s', (given, judgement) => {
    expect(judgeDay(given)).toBe(judgement);
  });

  it('puts the odd ones first, then those who opened most', () => {
    const people = [day(9, 9, 3), day(4, 3, 2), day(1, 0, 0, 0), day(6, 3, 2)]
      .map((each) => ({ ...each, judgement: judgeDay(each) }))
      .toSorted(oddFirst);
    expect(people.map(({ today }) => today)).toEqual([6, 4, 9, 1]);
  });
});
