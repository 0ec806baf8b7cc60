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
import { VETTING_TRANSITION_TABLE, VETTING_TRANSITIONS } from './vetting-transitions.js';

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
  choice: fc.nat(),
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
const walk = fc.array(step, { minLength: 20, maxLength: 120, size: 'max' });

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

const UP = ['ADMIT', 'ACTIVATE', 'RENEW', 'RECHECK', 'REINSTATE', 'TRUST'];

/** Walks through the table, with signatures as the desk keeps them, and gathers what must never happen. */
function wrongsOf(decide: Decide, steps: readonly Step[]): string[] {
  const wrongs: string[] = [];
  let state: VettingState = 'APPLIED';
  let resumeState: WorkingState | null = null;
  let signatures = new Map<string, Signer[]>();
  for (const { choice, actor, known } of steps) {
    const here = VETTING_TRANSITION_TABLE.filter((row) => row.from.includes(state));
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
    const who = VETTING_TRANSITION_TABLE.flatMap((row) => row.who);
    const decision = decide({ state, resumeState, transition, actors: who, facts });
    if (decision === null) continue;
    if ((ENDED_VETTING_STATES as readonly VettingState[]).includes(state)) {
      wrongs.push(`${state} was not the end`);
    }
    if (decision.kind === 'SIGNED') {
      signatures.set(transition, [...signers, actor]);
      continue;
    }
    if (UP.includes(transition)) {
      wrongs.push(...wrongsOfAscent(transition, facts, [...signers, actor]));
    }
    if (isWorkingState(state) && !isWorkingState(decision.to)) resumeState = state;
    signatures = new Map();
    state = decision.to;
  }
  return wrongs;
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
      fc.property(walk, (steps) => {
        expect(wrongsOf(guarded, steps)).toEqual([]);
      }),
      { numRuns: 1_500 },
    );
  });

  it('would be found out if the guards were gone', () => {
    const found = fc.check(
      fc.property(walk, (steps) => wrongsOf(unguarded, steps).length === 0),
      { numRuns: 200 },
    );

    expect(found.failed).toBe(true);
  });
});
