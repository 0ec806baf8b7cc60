import { describe, expect, it } from '@jest/globals';
import { digestDueAt, JITTER_SECONDS, retryAt } from './ping-times.js';

const at = (time: string) => new Date(`2026-03-01T${time}Z`);

describe('the time of a ping', () => {
  it.each([
    ['the next full hour', '10:12:00', 0, null, '11:00:00'],
    ['the next one at a full hour', '10:00:00', 0, null, '11:00:00'],
    ['up to twenty minutes later', '10:12:00', JITTER_SECONDS, null, '11:20:00'],
    ['an hour after the last one', '11:25:00', 0, '11:20:00', '12:20:00'],
    ['the hour where the last one is long ago', '11:25:00', 60, '09:00:00', '12:01:00'],
  ])('is %s', (_, now, jitter, last, expected) => {
    const due = digestDueAt(at(now), jitter, last === null ? null : at(last));

    expect(due).toEqual(at(expected));
  });

  it('of the next attempt grows and comes to an end', () => {
    const minutes = Array.from({ length: 9 }, (_, before) => {
      const again = retryAt(at('10:00:00'), before + 1);
      return again === null ? null : (again.getTime() - at('10:00:00').getTime()) / 60_000;
    });

    expect(minutes).toEqual([1, 5, 15, 30, 60, 60, 120, 240, null]);
  });
});
