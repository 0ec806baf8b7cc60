import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { favourableVetting, referee } from './test-support/favourable-vetting.js';
import type { Signer, VettingFacts } from './vetting-facts.js';
import { decideVetting, type VettingDecision, type VettingMove } from './vetting-state.js';
import {
  ENDED_VETTING_STATES,
  isWorkingState,
  type VettingState,
  type WorkingState,
} from './vetting-states.js';
import {
  VETTING_TRANSITION_TABLE,
  VETTING_TRANSITIONS,
  type VettingTransitionRow,
} from './vetting-transitions.js';

const PEOPLE: readonly Signer[] = [
  { personId: 'coordinator', roles: ['COORDINATOR'] },
  { personId: 'second-coordinator', roles: ['COORDINATOR'] },
  { personId: 'security', roles: ['SECURITY_OFFICER'] },
  { personId: 'both', roles: ['COORDINATOR', 'SECURITY_OFFICER'] },
  { personId: 'caseworker', roles: ['CASEWORKER'] },
  { personId: 'subject', roles: ['VOLUNTEER', 'COORDINATOR'] },
];

const person = fc.constantFrom(...PEOPLE);
const mostly = fc.integer({ min: 0, max: 4 }).map((number) => number > 0);

interface Step {
  readonly choice: number;
  readonly actor: Signer;
  readonly known: Partial<VettingFacts>;
}

const step: fc.Arbitrary<Step> = fc.record({
  choice: fc.noBias(fc.nat()),
  actor: person,
  known: fc.record({
    countryRefused: mostly.map((value) => !value),
    hasOpenReview: mostly.map((value) => !value),
    vettersOfActor: fc.subarray(['subject', 'nobody'], { maxLength: 1 }),
    referees: fc.constantFrom(
      favourableVetting.referees,
      [referee('referee-one'), referee('referee-two', { chainIds: ['referee-one'] })],
      [referee('referee-one'), referee('coordinator'), referee('referee-two')],
    ),
    probationDays: fc.constantFrom(10, 60),
    verifiedTasks: fc.constantFrom(0, 5),
  }),
});
interface Walk {
  readonly state: VettingState;
  readonly steps: readonly Step[];
}
/** Begins anywhere: whoever begins at the door is seldom led far enough. */
const walk: fc.Arbitrary<Walk> = fc.record({
  state: fc.constantFrom('APPLIED', 'SECURITY_REVIEW', 'TRAINING', 'PROBATION', 'ACTIVE'),
  steps: fc.array(step, { minLength: 20, maxLength: 80, size: 'max' }),
});

type Decide = (move: VettingMove) => VettingDecision | null;
const guarded: Decide = (move) => {
  const decided = decideVetting(move);
  return decided.ok ? decided.value : null;
};
/** What the table would be without its guards: the properties must see that it is unsafe. */
const unguarded: Decide = ({ state, transition, resumeState }) => {
  const row = VETTING_TRANSITION_TABLE.find(
    (each) => each.name === transition && each.from.includes(state),
  );
  if (row === undefined) return null;
  return { kind: 'MOVED', to: row.to === 'STATE_BEFORE' ? (resumeState ?? 'ACTIVE') : row.to };
};

const EVERYBODY = VETTING_TRANSITION_TABLE.flatMap((row) => row.who);
const UP = ['ADMIT', 'ACTIVATE', 'RENEW', 'RECHECK', 'REINSTATE', 'TRUST'];

interface Walked {
  readonly wrongs: readonly string[];
  /** Ways up that were made. */
  readonly ascents: number;
}

/** Each way up is tried this many times as often as the ways down, which undo every signature. */
const UP_WEIGHT = 8;

/** Rows that could be tried here. */
function rowsFrom(state: VettingState): readonly VettingTransitionRow[] {
  const here = VETTING_TRANSITION_TABLE.filter((row) => row.from.includes(state));
  const up = here.filter((row) => UP.includes(row.name));
  return [...here, ...Array.from({ length: UP_WEIGHT }, () => up).flat()];
}

function isEnd(state: string): boolean {
  return (ENDED_VETTING_STATES as readonly string[]).includes(state);
}

/** Walks through the table, with signatures as the desk keeps them, and gathers what must never happen. */
function walkThrough(decide: Decide, begin: Walk): Walked {
  const wrongs: string[] = [];
  let ascents = 0;
  let { state } = begin;
  let resumeState: WorkingState | null = null;
  let signatures = new Map<string, Signer[]>();
  for (const { choice, actor, known } of begin.steps) {
    const here = rowsFrom(state);
    const transition =
      here[choice % Math.max(1, here.length)]?.name ??
      VETTING_TRANSITIONS[choice % VETTING_TRANSITIONS.length] ??
      'SUSPEND';
    const signers = signatures.get(transition) ?? [];
    const facts: VettingFacts = {
      ...favourableVetting,
      ...known,
      actorId: actor.personId,
      actorAsSigner: actor,
      signers,
    };
    const decision = decide({ state, resumeState, transition, actors: EVERYBODY, facts });
    if (decision === null) continue;
    if (isEnd(state)) wrongs.push(`${state} was not the end`);
    if (decision.kind === 'SIGNED') {
      signatures.set(transition, [...signers, actor]);
      continue;
    }
    if (UP.includes(transition)) {
      ascents += 1;
      wrongs.push(...wrongsOfAscent(transition, facts, [...signers, actor]));
    }
    if (isWorkingState(state) && !isWorkingState(decision.to)) resumeState = state;
    signatures = new Map();
    state = decision.to;
  }
  return { wrongs, ascents };
}

function wrongsOfAscent(
  transition: string,
  { countryRefused, hasOpenReview }: VettingFacts,
  signers: readonly Signer[],
): string[] {
  const ids = new Set(signers.map(({ personId }) => personId));
  const wrongs: string[] = [];
  const isByBoth = signers.some(
    (one) =>
      one.roles.includes('SECURITY_OFFICER') &&
      signers.some(
        (other) => other.personId !== one.personId && other.roles.includes('COORDINATOR'),
      ),
  );
  if (!isByBoth) wrongs.push(`${transition} without both desks`);
  if (ids.has('subject')) wrongs.push(`${transition} by oneself`);
  if (ids.size !== signers.length) wrongs.push(`${transition} signed twice by one`);
  if (transition === 'TRUST' && ids.size < 3) wrongs.push('trusted by fewer than three');
  if (countryRefused) wrongs.push(`${transition} in the country`);
  if (hasOpenReview && transition !== 'ADMIT') wrongs.push(`${transition} under review`);
  return wrongs;
}

describe('no walk through a vetting', () => {
  it('leads up by one person, by oneself, in the country or under review, or out of an end', () => {
    fc.assert(
      fc.property(walk, (begin) => {
        expect(walkThrough(guarded, begin).wrongs).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('would be found out if the guards were gone', () => {
    const found = fc.check(
      fc.property(walk, (begin) => walkThrough(unguarded, begin).wrongs.length === 0),
      { numRuns: 500 },
    );

    expect(found.failed).toBe(true);
  });

  it('is so short that nothing could go wrong: 200 of them lead up 30 times', () => {
    const walks = fc.sample(walk, 200);
    const ascents = walks.map((begin) => walkThrough(guarded, begin).ascents);

    expect(ascents.reduce((sum, each) => sum + each)).toBeGreaterThan(30);
  });
});
