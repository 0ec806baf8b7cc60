import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CASE_REASONS } from './case-reason-codes.js';
import type { CaseFacts } from './case-facts.js';
import { favourableFacts } from './test-support/favourable-case.js';
import { decideTransition } from './case-state.js';
import type { TransitionOutcome, TransitionRequest } from './case-state.js';
import type { CaseState } from './case-states.js';
import { CASE_TRANSITIONS, CASE_TRANSITION_TABLE, REASON_OF, WHO_MAY } from './case-transitions.js';
import type { CaseTransition } from './case-transitions.js';
import { hasTwoHolders } from './holders.js';

interface Step {
  readonly choice: number;
  readonly day: string;
  readonly facts: CaseFacts;
}
type Decide = (request: TransitionRequest) => TransitionOutcome | null;

const guarded: Decide = (request) => {
  const decided = decideTransition(request);
  return decided.ok ? decided.value : null;
};

/** What the table would be without its guards: the property must see that it is unsafe. */
const unguarded: Decide = ({ state, transition }) => {
  const row = CASE_TRANSITION_TABLE.find((r) => r.name === transition && r.from.includes(state));
  return row === undefined ? null : { nextState: row.to, effects: [] };
};

const mostly = fc.integer({ min: 0, max: 4 }).map((number) => number > 0);
const day = fc.integer({ min: 1, max: 28 }).map((n) => `2030-06-${String(n).padStart(2, '0')}`);

const facts: fc.Arbitrary<CaseFacts> = fc
  .record({
    holderIds: fc.array(fc.constantFrom('p-7', 'p-8'), { minLength: 1, maxLength: 4 }),
    aidConsentLive: mostly,
    evidence: fc.constantFrom(null, 'LIST', 'DOCUMENT_SEEN', 'TWO_REFEREES'),
    capacityFree: mostly,
    firstByScore: mostly,
    familyContactedUs: mostly,
    newChannelAgreed: mostly,
    handshakePassed: mostly,
    callOutOpen: mostly,
    verifierIds: fc.constantFrom(['p-9'], ['p-1']),
  })
  .map((drawn) => ({
    ...favourableFacts,
    transitionPlan: { startedOn: '2029-06-01', months: 12 },
    ...drawn,
  }));

const walk: fc.Arbitrary<Step[]> = fc.array(fc.record({ choice: fc.nat(), day, facts }), {
  minLength: 3,
  maxLength: 20,
  size: 'max',
});

/** Picks among the arrows of the present state, so that walks get somewhere. */
function pick(state: CaseState, choice: number): CaseTransition {
  const names = CASE_TRANSITION_TABLE.filter((row) => row.from.includes(state)).map((r) => r.name);
  return (
    names[choice % names.length] ?? CASE_TRANSITIONS[choice % CASE_TRANSITIONS.length] ?? 'CLOSE'
  );
}

function requestOf(state: CaseState, transition: CaseTransition, step: Step): TransitionRequest {
  const who = WHO_MAY[transition];
  const reason = REASON_OF[transition];
  const roles: readonly string[] = 'oneOf' in who ? who.oneOf : who.bothOf;
  return {
    state,
    transition,
    actor: { personId: 'p-1', roles },
    secondSignature: { personId: 'p-2', roles },
    reasonCode: reason === undefined ? null : CASE_REASONS[reason.list][0].code,
    facts: step.facts,
    today: step.day,
  };
}

/** Walks from INTAKE and gathers every entry into ACTIVE that lacks what it must have. */
function unsoundEntries(
  decide: Decide,
  steps: readonly Step[],
): { unsound: string[]; entries: CaseTransition[] } {
  const unsound: string[] = [];
  const entries: CaseTransition[] = [];
  let state: CaseState = 'INTAKE';
  let dueDay: string | null = null;
  for (const step of steps) {
    const transition = pick(state, step.choice);
    const known = { ...step.facts, emergencyVerificationDueDay: dueDay };
    const outcome = decide(requestOf(state, transition, { ...step, facts: known }));
    if (outcome === null) continue;
    const due = outcome.effects.find((effect) => effect.kind === 'VERIFICATION_DUE');
    if (due?.kind === 'VERIFICATION_DUE') dueDay = due.dueDay;
    if (transition === 'REOPEN') dueDay = null;
    if (outcome.nextState === 'ACTIVE') {
      entries.push(transition);
      const isEmergency = transition === 'ACTIVATE_EMERGENCY';
      const inEmergency = isEmergency || (dueDay !== null && step.day <= dueDay);
      if (!hasTwoHolders(known.holderIds)) unsound.push(`${transition} without two holders`);
      if (!known.aidConsentLive && !isEmergency) unsound.push(`${transition} without consent`);
      if (known.evidence === null && !inEmergency) unsound.push(`${transition} without evidence`);
    }
    state = outcome.nextState;
  }
  return { unsound, entries };
}

describe('no way into ACTIVE', () => {
  it('leaves out two holders, consent or evidence, but for a call-out', () => {
    const reached = new Set<CaseTransition>();

    fc.assert(
      fc.property(walk, (steps) => {
        const { unsound, entries } = unsoundEntries(guarded, steps);
        entries.forEach((entry) => reached.add(entry));
        expect(unsound).toEqual([]);
      }),
      { numRuns: 2_000 },
    );

    expect([...reached].sort()).toEqual([
      'ACTIVATE',
      'ACTIVATE_EMERGENCY',
      'LIFT_QUARANTINE',
      'RESTORE_CONTACT',
      'RESUME',
      'RETURN_TO_ACTIVE',
    ]);
  });

  it('would be found out if the guards were gone', () => {
    const found = fc.check(
      fc.property(walk, (steps) => unsoundEntries(unguarded, steps).unsound.length === 0),
      { numRuns: 200 },
    );

    expect(found.failed).toBe(true);
  });
});
