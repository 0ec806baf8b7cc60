import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decideDisbursement } from './disbursement-state.js';
import type { DisbursementState } from './disbursement-states.js';
import {
  DISBURSEMENT_TRANSITION_TABLE,
  type DisbursementActor,
  type DisbursementTransition,
} from './disbursement-transitions.js';
import { favourableFacts } from './test-support/favourable-facts.js';

const PEOPLE = ['p-1', 'p-2', 'p-3', 'p-4'];
const PARTS: readonly DisbursementActor[] = [
  'CASEWORKER',
  'COORDINATOR',
  'SECURITY_OFFICER',
  'FINANCE_OFFICER',
];

interface Step {
  readonly choice: number;
  readonly person: string;
  readonly isFrozen: boolean;
  readonly caseIsLive: boolean;
  readonly hasInterest: boolean | null;
}

const step: fc.Arbitrary<Step> = fc.record({
  choice: fc.nat(),
  person: fc.constantFrom(...PEOPLE),
  isFrozen: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
  caseIsLive: fc.integer({ min: 0, max: 9 }).map((number) => number > 0),
  hasInterest: fc.constantFrom(false, false, false, true, null),
});
const walk = fc.record({
  steps: fc.array(step, { minLength: 5, maxLength: 30, size: 'max' }),
  band: fc.constantFrom(1, 2),
  approverMayRelease: fc.boolean(),
});
type Walk = typeof walk extends fc.Arbitrary<infer Value> ? Value : never;

/** What must have happened before money leaves, kept by the walk itself and not by the machine. */
interface Paper {
  state: DisbursementState;
  before: DisbursementState | null;
  version: number;
  makers: string[];
  approvals: { person: string; version: number }[];
}

/** Steps that lead on; the others end most walks at once, so they are drawn less often. */
const ONWARD: readonly string[] = ['SUBMIT', 'CLEAR', 'COSIGN', 'APPROVE', 'RELEASE', 'UNFREEZE'];
const WEIGHT = 6;

function pick(state: DisbursementState, choice: number): DisbursementTransition {
  const names = DISBURSEMENT_TRANSITION_TABLE.filter((row) => row.from.includes(state)).flatMap(
    ({ name }) => Array.from({ length: ONWARD.includes(name) ? WEIGHT : 1 }, () => name),
  );
  return names[choice % names.length] ?? 'CANCEL';
}

/** Walks from a draft and gathers every release that lacks what it must have. */
function unsoundReleases(
  { steps, band, approverMayRelease }: Walk,
  guarded: boolean,
): { unsound: string[]; releases: number } {
  const unsound: string[] = [];
  let releases = 0;
  const paper: Paper = { state: 'DRAFT', before: null, version: 1, makers: ['p-1'], approvals: [] };
  for (const { choice, person, isFrozen, caseIsLive, hasInterest } of steps) {
    const transition = pick(paper.state, choice);
    const valid = paper.approvals
      .filter((one) => one.version === paper.version)
      .map((one) => one.person);
    const signing = ['APPROVE', 'COSIGN'].includes(transition) ? [person] : [];
    const approverIds = [...valid, ...signing];
    const facts = {
      ...favourableFacts,
      ...{ isFrozen, caseIsLive, hasInterest, approverMayRelease, approverIds },
      actorId: person,
      makerIds: paper.makers,
      approvalsRequired: band,
    };
    const asked = {
      state: paper.state,
      stateBefore: paper.before,
      transition,
      actingAs: PARTS,
      facts,
    };
    const decided = guarded ? decideDisbursement(asked) : unguarded(asked);
    if (!decided.ok) continue;
    if (transition === 'CHANGE') {
      paper.version += 1;
      paper.makers.push(person);
    }
    if (signing.length > 0) paper.approvals.push({ person, version: paper.version });
    if (transition === 'RELEASE') {
      releases += 1;
      if (new Set(valid).size < band) unsound.push('too few approvals');
      if (valid.some((one) => paper.makers.includes(one))) unsound.push('approved by its maker');
      if (paper.makers.includes(person)) unsound.push('released by its maker');
      const isSmallDesk = approverMayRelease && band === 1;
      if (valid.includes(person) && !isSmallDesk) unsound.push('released by its approver');
      if (isFrozen) unsound.push('released while frozen');
      if (!caseIsLive) unsound.push('released for a case that is not live');
      if (hasInterest !== false) unsound.push('released by somebody with an interest');
    }
    paper.before = ['FREEZE', 'DISPUTE'].includes(transition) ? paper.state : null;
    paper.state = decided.value;
  }
  return { unsound, releases };
}

/** What the table would be without its guards: the property must see that it is unsafe. */
function unguarded(asked: {
  state: DisbursementState;
  stateBefore: DisbursementState | null;
  transition: string;
}) {
  const row = DISBURSEMENT_TRANSITION_TABLE.find(
    (each) => each.name === asked.transition && each.from.includes(asked.state),
  );
  if (row === undefined) return { ok: false as const };
  const to =
    row.to === 'SAME' ? asked.state : row.to === 'STATE_BEFORE' ? asked.stateBefore : row.to;
  return { ok: true as const, value: to ?? asked.state };
}

describe('no way to a release', () => {
  it('leaves out approvals, different hands, a live case, a declared interest or a freeze', () => {
    let releases = 0;

    fc.assert(
      fc.property(walk, (drawn) => {
        const walked = unsoundReleases(drawn, true);
        releases += walked.releases;
        expect(walked.unsound).toEqual([]);
      }),
      { numRuns: 3_000 },
    );

    expect(releases).toBeGreaterThan(20);
  });

  it('would be found out if the guards were gone', () => {
    const found = fc.check(
      fc.property(walk, (drawn) => unsoundReleases(drawn, false).unsound.length === 0),
      { numRuns: 500 },
    );

    expect(found.failed).toBe(true);
  });
});
