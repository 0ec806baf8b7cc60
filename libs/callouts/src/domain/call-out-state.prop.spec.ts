import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NOT_YET } from './call-out-guards.js';
import { decideCallOut } from './call-out-state.js';
import { ENDED_STATES, type CallOutState } from './call-out-states.js';
import { CALL_OUT_TRANSITION_TABLE, type CallOutActor } from './call-out-transitions.js';
import { favourableCallOut } from './test-support/favourable-call-out.js';

/** Two coordinators, a security officer, a caseworker on duty, finance. */
const PEOPLE: Readonly<Record<string, readonly CallOutActor[]>> = {
  'co-1': ['COORDINATOR'],
  'co-2': ['COORDINATOR'],
  so: ['SECURITY_OFFICER'],
  cw: ['CASEWORKER', 'DUTY'],
  fo: ['FINANCE_OFFICER'],
};
const NAMES = Object.keys(PEOPLE);

interface Step {
  readonly choice: number;
  readonly person: string;
  readonly alone: boolean;
  readonly minutes: number;
}

const steps = fc.array(
  fc.record({
    choice: fc.nat(),
    person: fc.constantFrom(...NAMES),
    alone: fc.boolean(),
    minutes: fc.constantFrom(1, 5, 20),
  }),
  { minLength: 5, maxLength: 40, size: 'max' },
);

/** A much simpler call-out than the real one. */
interface Model {
  state: CallOutState;
  before: CallOutState | null;
  age: number;
  acknowledged: boolean;
  calls: Map<string, string>;
  aloneBy: string | null;
  secondBy: string | null;
  dispatchedBy: string | null;
  dispatches: number;
  signedBy: string | null;
  owner: string | null;
  acceptedBy: string | null;
}

/** Walks the machine and says what must never be seen. With `guarded` false, the table without its guards. */
function walk(drawn: readonly Step[], guarded: boolean): { unsound: string[]; dispatches: number } {
  const unsound: string[] = [];
  const model: Model = {
    ...{ state: 'ALERT', before: null, age: 0, acknowledged: false, calls: new Map() },
    ...{ aloneBy: null, secondBy: null, dispatchedBy: null, dispatches: 0, signedBy: null },
    ...{ owner: null, acceptedBy: null },
  };
  for (const { choice, person, alone, minutes } of drawn) {
    model.age += minutes;
    const rows = CALL_OUT_TRANSITION_TABLE.filter((row) => row.from.includes(model.state));
    const row = rows[choice % Math.max(rows.length, 1)];
    if (row === undefined) break;
    const verdict = { TRIAGE: 'GO', SECOND_CALL: 'GO', DISMISS: 'NO', SUSPECT: 'BAIT' }[
      String(row.name)
    ];
    const same = [...model.calls].filter(([who, said]) => said === verdict && who !== person);
    const callers = [person, ...same.map(([who]) => who)];
    const bySystem = row.who.includes('SYSTEM') && row.name !== 'BEGIN';
    const actingAs: CallOutActor[] = bySystem ? ['SYSTEM'] : [...(PEOPLE[person] ?? [])];
    if (person === model.owner) actingAs.push('OWNER');
    const isSecurity = person === 'so';
    const facts = {
      ...favourableCallOut,
      ...{ actorId: bySystem ? null : person, isSecurity, callers },
      runsTheDesk: isSecurity || person.startsWith('co'),
      isAcknowledged: model.acknowledged,
      isAcknowledgementOverdue: model.age >= 15,
      hasCoordinatorCalled: callers.some((who) => who.startsWith('co')),
      mayCallAlone: alone && verdict === 'GO',
      isSecondCallMissing: model.aloneBy !== null && model.secondBy === null,
      dispatcherId: model.dispatchedBy,
      hasMoney: model.dispatchedBy !== null,
      isSigned: model.signedBy !== null,
    };
    const asked = { state: model.state, stateBefore: model.before, transition: row.name };
    const decided = guarded
      ? decideCallOut({ ...asked, actingAs, facts })
      : { ok: true as const, value: row.to as CallOutState };
    const isKept = decided.ok || NOT_YET.some((guard) => guard === reasonOf(decided));
    if (verdict !== undefined && isKept) model.calls.set(person, verdict);
    if (!decided.ok) continue;
    const to: string = guarded ? decided.value : row.to;
    switch (row.name) {
      case 'ACKNOWLEDGE':
        model.acknowledged = true;
        break;
      case 'TRIAGE':
        if (callers.length < 2 && !alone) unsound.push('triaged by one');
        if (callers.length < 2) model.aloneBy = person;
        break;
      case 'DISMISS':
        if (callers.length < 2) unsound.push('dismissed by one');
        break;
      case 'SUSPECT':
        if (callers.length < 2 && !isSecurity) unsound.push('stopped by one who is not security');
        break;
      case 'SECOND_CALL':
        if (person === model.aloneBy) unsound.push('called twice by one');
        model.secondBy = person;
        break;
      case 'DISPATCH':
        model.dispatches += 1;
        model.dispatchedBy = person;
        if (model.dispatches > 1) unsound.push('paid twice');
        break;
      case 'SIGN':
        if (model.signedBy !== null) unsound.push('signed twice');
        if (person === model.dispatchedBy) unsound.push('signed by the dispatcher');
        model.signedBy = person;
        break;
      case 'HAND_OVER':
        model.owner = 'cw';
        break;
      case 'ACCEPT':
        model.acceptedBy = person;
        if (person !== model.owner) unsound.push('accepted by somebody else');
        break;
      case 'CLOSE':
        if (model.state === 'HANDED_OVER' && model.aloneBy !== null && model.secondBy === null) {
          unsound.push('closed without the second call');
        }
        break;
      case 'ESCALATE_UNACKNOWLEDGED':
        if (model.acknowledged || model.age < 15) unsound.push('escalated though seen in time');
        break;
      default:
        break;
    }
    const before = model.state;
    if (to === 'STATE_BEFORE') model.state = model.before ?? model.state;
    else if (to !== 'SAME') model.state = to as CallOutState;
    if (row.effects.includes('FORGET_CALLS') && model.state === 'ALERT') model.calls.clear();
    model.before = model.state === 'ESCALATED' ? (model.before ?? before) : null;
    const isPast = ['HANDED_OVER', 'CLOSED'].includes(model.state) && before === 'HANDED_OVER';
    if (isPast && model.acceptedBy === null) unsound.push('handed over to nobody');
  }
  const isOver = (ENDED_STATES as readonly string[]).includes(model.state);
  if (isOver && model.before !== null) unsound.push('over and escalated');
  return { unsound, dispatches: model.dispatches };
}

function reasonOf(decided: ReturnType<typeof decideCallOut>): string | null {
  return !decided.ok && decided.error.kind === 'REFUSED' ? decided.error.reason : null;
}

describe('no life of a call-out', () => {
  it('goes on by one person alone, pays twice, or is signed by whoever paid', () => {
    let dispatches = 0;
    fc.assert(
      fc.property(steps, (drawn) => {
        const walked = walk(drawn, true);
        dispatches += walked.dispatches;
        expect(walked.unsound).toEqual([]);
      }),
      { numRuns: 3_000 },
    );

    expect(dispatches).toBeGreaterThan(20);
  });

  it('would be found out if the guards were gone', () => {
    const found = fc.check(
      fc.property(steps, (drawn) => walk(drawn, false).unsound.length === 0),
      { numRuns: 500 },
    );

    expect(found.failed).toBe(true);
  });
});
