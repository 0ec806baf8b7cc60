import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { NeedFacts } from './need-guards.js';
import { decideNeed, type NeedMove } from './need-state.js';
import { ENDED_NEED_STATES, type NeedState } from './need-states.js';
import { NEED_TRANSITION_TABLE, NEED_TRANSITIONS } from './need-transitions.js';
import { favourableNeed } from './test-support/favourable-need.js';

const mostly = fc.integer({ min: 0, max: 3 }).map((number) => number > 0);
const person = fc.constantFrom('author', 'approver', 'second');

const facts: fc.Arbitrary<NeedFacts> = fc
  .record({
    aidConsentLive: mostly,
    channelCleared: mostly,
    actorId: person,
    firstApproverId: fc.option(person),
    needsSecondApprover: fc.boolean(),
    callOutUnderCap: fc.boolean(),
    caseHalted: fc.boolean(),
    dueDay: fc.constantFrom('2030-06-14', '2030-06-15', '2030-06-16', null),
    reservedMinor: fc.constantFrom(0n, 5_000n, 10_000n),
    duplicateAnswer: fc.constantFrom('NONE_FOUND', 'PARTLY_COVERED', 'COVERED', null),
  })
  .map((drawn) => ({ ...favourableNeed, ...drawn }));

interface Step {
  readonly choice: number;
  readonly facts: NeedFacts;
}
const walk: fc.Arbitrary<Step[]> = fc.array(fc.record({ choice: fc.nat(), facts }), {
  minLength: 5,
  maxLength: 25,
  size: 'max',
});

type Decide = (move: NeedMove) => NeedState | null;
const guarded: Decide = (move) => {
  const decided = decideNeed(move);
  return decided.ok ? decided.value : null;
};
/** What the table would be without its guards: the properties must see that it is unsafe. */
const unguarded: Decide = (move) => {
  const row = NEED_TRANSITION_TABLE.find(
    (each) => each.name === move.transition && each.from.includes(move.state),
  );
  if (row === undefined) return null;
  return row.to === 'STATE_BEFORE' ? move.stateBeforeSuspension : row.to;
};

/** Walks through the table and gathers what must never happen. */
function wrongsOf(decide: Decide, steps: readonly Step[]): string[] {
  const wrongs: string[] = [];
  let state: NeedState = 'DRAFT';
  let before: NeedState | null = null;
  for (const { choice, facts: known } of steps) {
    const here = NEED_TRANSITION_TABLE.filter((row) => row.from.includes(state));
    const transition =
      here[choice % Math.max(1, here.length)]?.name ??
      NEED_TRANSITIONS[choice % NEED_TRANSITIONS.length] ??
      'CANCEL';
    const next: NeedState | null = decide({
      state,
      stateBeforeSuspension: before,
      transition,
      actors: ['CASEWORKER', 'COORDINATOR', 'MONEY', 'SYSTEM'],
      facts: known,
    });
    if (next === null) continue;
    // Only a dispute takes a confirmation back: what was confirmed never arrived.
    const isMissed = state === 'CONFIRMED' && transition.startsWith('MISS');
    if ((ENDED_NEED_STATES as readonly NeedState[]).includes(state) && !isMissed) {
      wrongs.push(`${state} was not the end`);
    }
    if (next === 'APPROVED' && transition.startsWith('APPROVE')) {
      if (known.makerIds.includes(known.actorId ?? '')) wrongs.push('approved by its author');
      if (!known.aidConsentLive) wrongs.push('approved without consent');
      if (transition === 'APPROVE' && known.needsSecondApprover) {
        const isPair = known.firstApproverId !== null && known.firstApproverId !== known.actorId;
        if (!isPair) wrongs.push('approved by one of two');
      }
    }
    if (['UNMET', 'CANCELLED', 'EXPIRED'].includes(next) && known.reservedMinor > 0n) {
      wrongs.push('ended with money');
    }
    before = next === 'SUSPENDED' ? state : null;
    state = next;
  }
  return wrongs;
}

describe('no walk through the states of a need', () => {
  it('approves by its author, by one of two, without consent, or ends with money', () => {
    fc.assert(
      fc.property(walk, (steps) => {
        expect(wrongsOf(guarded, steps)).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('would be found out if the guards were gone', () => {
    const found = fc.check(
      fc.property(walk, (steps) => wrongsOf(unguarded, steps).length === 0),
      { numRuns: 300 },
    );

    expect(found.failed).toBe(true);
  });
});
