import { expect, it } from '@jest/globals';
import { periodEnd } from './period.js';

const seconds = (text: string): number => Date.parse(text) / 1000;
const monthly = { interval: 'month', interval_count: 1 } as const;

it.each([
  ['2027-01-31T10:00:00Z', '2027-01-31T10:00:00Z', '2027-02-28T10:00:00Z'],
  ['2027-01-31T10:00:00Z', '2027-02-28T10:00:00Z', '2027-03-31T10:00:00Z'],
  ['2027-01-15T00:00:00Z', '2027-12-15T00:00:00Z', '2028-01-15T00:00:00Z'],
  ['2028-01-30T00:00:00Z', '2028-01-30T00:00:00Z', '2028-02-29T00:00:00Z'],
])('a month anchored at %s that begins at %s ends at %s', (anchor, start, end) => {
  expect(periodEnd(seconds(anchor), seconds(start), monthly)).toBe(seconds(end));
});

it.each([
  ['day', '2027-03-02T00:00:00Z'],
  ['week', '2027-03-08T00:00:00Z'],
  ['year', '2028-03-01T00:00:00Z'],
] as const)('one %s ends at %s', (interval, end) => {
  const start = seconds('2027-03-01T00:00:00Z');
  expect(periodEnd(start, start, { interval, interval_count: 1 })).toBe(seconds(end));
});
