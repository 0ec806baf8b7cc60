import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decideTask } from './task-state.js';
import { ENDED_STATES, HELD_STATES, type TaskState } from './task-states.js';
import { TASK_TRANSITION_TABLE, type TaskActor } from './task-transitions.js';
import { favourableTask } from './test-support/favourable-task.js';

const PEOPLE = ['p-1', 'p-2', 'p-3'] as const;

interface Step {
  readonly choice: number;
  readonly person: (typeof PEOPLE)[number];
  readonly personalData: boolean;
  readonly minutes: number;
}

const steps = fc.array(
  fc.record({
    choice: fc.nat(),
    person: fc.constantFrom(...PEOPLE),
    personalData: fc.boolean(),
    minutes: fc.constantFrom(1, 10, 60, 800),
  }),
  { minLength: 5, maxLength: 40, size: 'max' },
);

/** A much simpler task than the real one: who has it, who has had it, and whose lock is open. */
interface Model {
  state: TaskState;
  holder: string | null;
  readonly left: Set<string>;
  /** People whose key opens the details at this moment. */
  readonly open: Set<string>;
  leaseLeft: number;
  renewals: number;
  clearedBy: string | null;
  isPurged: boolean;
}

const AUTHOR = 'p-1';

/** Walks the machine and says what must never be seen. With `guarded` false, the table without its guards. */
function walk(drawn: readonly Step[], guarded: boolean): { unsound: string[]; claims: number } {
  const unsound: string[] = [];
  let claims = 0;
  const personalData = drawn[0]?.personalData ?? false;
  const model: Model = {
    state: 'DRAFT',
    holder: null,
    left: new Set(),
    open: new Set(),
    leaseLeft: 0,
    renewals: 1,
    clearedBy: null,
    isPurged: false,
  };
  for (const { choice, person, minutes } of drawn) {
    model.leaseLeft -= minutes;
    const rows = TASK_TRANSITION_TABLE.filter((row) => row.from.includes(model.state));
    const row = rows[choice % Math.max(rows.length, 1)];
    if (row === undefined) break;
    const bySystem = row.who.includes('SYSTEM');
    const isHolder = person === model.holder;
    const roles: TaskActor[] = bySystem
      ? ['SYSTEM']
      : ['COORDINATOR', 'VOLUNTEER', ...(person === 'p-3' ? (['SECURITY_OFFICER'] as const) : [])];
    const facts = {
      ...favourableTask,
      carriesPersonalData: personalData,
      actorId: bySystem ? null : person,
      authorId: AUTHOR,
      holderId: model.holder,
      isSecurity: person === 'p-3',
      isLeaseOver: model.leaseLeft <= 0,
      renewalsLeft: model.renewals,
      wasAsked: !model.left.has(person),
      peopleToAsk: PEOPLE.length - model.left.size,
      mayWork: row.name !== 'TAKE_BACK',
      isDue: row.name === 'EXPIRE',
    };
    const actingAs = isHolder ? ([...roles, 'HOLDER'] as const) : roles;
    const asked = { state: model.state, transition: row.name, actingAs, facts };
    const decided = guarded ? decideTask(asked) : ({ ok: true, value: row.to } as const);
    if (!decided.ok) continue;
    switch (row.name) {
      case 'CLEAR':
        model.clearedBy = person;
        if (person === AUTHOR) unsound.push('cleared by its author');
        if (personalData && person !== 'p-3') unsound.push('personal data without security');
        break;
      case 'CLEAR_BY_PROTOCOL':
        model.clearedBy = 'protocol';
        if (personalData) unsound.push('personal data cleared by a protocol');
        break;
      case 'CLAIM':
        claims += 1;
        if (model.holder !== null) unsound.push('two holders');
        if (model.left.has(person)) unsound.push('claimed again by somebody who gave it up');
        model.holder = person;
        model.leaseLeft = 30;
        break;
      case 'ACCEPT':
        if (model.leaseLeft <= 0) unsound.push('accepted after the lapse');
        model.open.add(person);
        model.leaseLeft = 600;
        break;
      case 'RENEW':
        model.renewals -= 1;
        if (model.renewals < 0) unsound.push('more time than there is');
        model.leaseLeft = 600;
        break;
      case 'VERIFY':
      case 'FAIL':
        if (person === model.holder) unsound.push('verified by the doer');
        break;
      default:
        break;
    }
    if (row.effects.includes('DESTROY_LOCK')) {
      if (model.holder !== null) model.left.add(model.holder);
      model.open.clear();
    }
    if (row.effects.includes('PURGE_ALL') || row.effects.includes('PURGE_DETAILS')) {
      model.open.clear();
      model.isPurged = true;
    }
    if (decided.value !== 'SAME') model.state = decided.value;
    if (['RETURNED_TO_POOL', 'CANCELLED'].includes(model.state)) model.holder = null;
    const isHeld = (HELD_STATES as readonly string[]).includes(model.state);
    if (isHeld && model.holder === null) unsound.push('held by nobody');
    if (!isHeld && model.open.size > 0) unsound.push('readable without a holder');
    if (model.open.size > 1) unsound.push('readable by two');
    if (model.state !== 'DRAFT' && model.clearedBy === null) {
      if (!['CANCELLED', 'EXPIRED'].includes(model.state)) unsound.push('never cleared');
    }
    const isOver = (ENDED_STATES as readonly string[]).includes(model.state);
    if (isOver && !model.isPurged) unsound.push('over and not purged');
  }
  return { unsound, claims };
}

describe('no life of a task', () => {
  it('has two holders, an open lock without a holder, or an end with anything left to read', () => {
    let claims = 0;
    fc.assert(
      fc.property(steps, (drawn) => {
        const walked = walk(drawn, true);
        claims += walked.claims;
        expect(walked.unsound).toEqual([]);
      }),
      { numRuns: 3_000 },
    );

    expect(claims).toBeGreaterThan(20);
  });

  it('would be found out if the guards were gone', () => {
    const found = fc.check(
      fc.property(steps, (drawn) => walk(drawn, false).unsound.length === 0),
      { numRuns: 500 },
    );

    expect(found.failed).toBe(true);
  });
});
