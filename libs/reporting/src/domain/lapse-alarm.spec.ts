import { expect, it } from '@jest/globals';
import { isLapsing, type LapseFacts } from './lapse-alarm.js';

const facts = (more: Partial<LapseFacts>): LapseFacts => ({
  ...{ state: 'OPEN', daysLeft: 20, unspentMinor: 1_140_000n },
  ...more,
});

it.each([
  [{}, true],
  [{ daysLeft: 60 }, true],
  [{ daysLeft: 0 }, true],
  [{ state: 'CLOSING' }, true],
  [{ daysLeft: 61 }, false],
  [{ daysLeft: -1 }, false],
  [{ unspentMinor: 0n }, false],
  [{ unspentMinor: -1n }, false],
  [{ state: 'SUSPENDED' }, false],
  [{ state: 'PIPELINE' }, false],
  [{ state: 'REPORTED' }, false],
] as const)('of a grant with %j the alarm is %s', (more, expected) => {
  expect(isLapsing(facts(more))).toBe(expected);
});
