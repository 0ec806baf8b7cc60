import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { discloseNeeds, STEP_MINOR, whatIf, wholeSteps, type WaitingNeed } from './what-if.js';

const queue: fc.Arbitrary<readonly WaitingNeed[]> = fc
  .array(fc.bigInt({ min: 1n, max: 100_000n }), { maxLength: 30 })
  .map((sums) => sums.map((missingMinor, place) => ({ needId: String(place), missingMinor })));
const sum = fc.bigInt({ min: -50_000n, max: 1_000_000n });
const more = fc.bigInt({ min: 0n, max: 1_000_000n });
const total = (needs: readonly WaitingNeed[]): bigint =>
  needs.reduce((all, { missingMinor }) => all + missingMinor, 0n);

describe('what a sum more would lift', () => {
  it('is served in the order of the queue, and nobody is passed over', () => {
    fc.assert(
      fc.property(queue, sum, more, (waiting, room, extra) => {
        const { now, lifted } = whatIf(waiting, room, extra);
        expect([...now, ...lifted]).toEqual(waiting.slice(0, now.length + lifted.length));
      }),
    );
  });

  it('never costs more than there is, and the next one would', () => {
    fc.assert(
      fc.property(queue, sum, more, (waiting, room, extra) => {
        const { now, lifted } = whatIf(waiting, room, extra);
        const most = (room > 0n ? room : 0n) + extra;
        const all = [...now, ...lifted];
        expect(total(all) <= most).toBe(true);
        const next = waiting[all.length];
        if (next !== undefined) expect(total(all) + next.missingMinor > most).toBe(true);
      }),
    );
  });

  it('lifts everybody whom less would lift', () => {
    fc.assert(
      fc.property(queue, sum, more, more, (waiting, room, one, other) => {
        const less = whatIf(waiting, room, one).lifted;
        const greater = whatIf(waiting, room, one + other).lifted;
        expect(greater.slice(0, less.length)).toEqual(less);
      }),
    );
  });

  it('lifts nobody without a sum', () => {
    fc.assert(
      fc.property(queue, sum, (waiting, room) => {
        expect(whatIf(waiting, room, 0n).lifted).toEqual([]);
      }),
    );
  });
});

describe('what leaves the house', () => {
  it('is a sum in whole steps, never above the one that was asked about', () => {
    fc.assert(
      fc.property(more, (extra) => {
        const step = wholeSteps(extra);
        expect(step % STEP_MINOR).toBe(0n);
        expect(step <= extra && extra - step < STEP_MINOR).toBe(true);
      }),
    );
  });

  it('is no count of needs of fewer than ten families', () => {
    const families = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 60 });
    fc.assert(
      fc.property(families, (ids) => {
        const count = discloseNeeds(ids.map((id) => ({ caseId: String(id) })));
        if (new Set(ids).size < 10) expect(count).toBeNull();
        else expect(count === null ? -1 : count % 5).toBe(0);
      }),
    );
  });
});
