import { describe, expect, it } from '@jest/globals';
import { decideTask } from './task-state.js';
import type { TaskFacts } from './task-guards.js';
import { TASK_STATES, type TaskState } from './task-states.js';
import { TASK_TRANSITION_TABLE, type TaskActor, type TaskTransition } from './task-transitions.js';
import { favourableTask } from './test-support/favourable-task.js';

const EVERYBODY: readonly TaskActor[] = [
  'CASEWORKER',
  'COORDINATOR',
  'SECURITY_OFFICER',
  'VOLUNTEER',
  'HOLDER',
  'SYSTEM',
];
/** What time or a standing must have done before a rule acts by itself. */
const BY_ITSELF: Readonly<Partial<Record<TaskTransition, Partial<TaskFacts>>>> = {
  LAPSE: { isLeaseOver: true },
  TAKE_BACK: { mayWork: false },
  EXPIRE: { isDue: true },
  CLEAR_BY_PROTOCOL: { carriesPersonalData: false },
};

const decide = (
  state: TaskState,
  transition: TaskTransition,
  more: Partial<TaskFacts> = {},
  actingAs = EVERYBODY,
) => {
  const facts = { ...favourableTask, ...BY_ITSELF[transition], ...more };
  return decideTask({ state, transition, actingAs, facts });
};

describe('decideTask', () => {
  it.each(TASK_TRANSITION_TABLE.flatMap((row) => row.from.map((from) => [row.name, from, row.to])))(
    '%s leads from %s to %s',
    (name, from, to) => {
      const decided = decide(from as TaskState, name as TaskTransition);

      expect(decided).toEqual({ ok: true, value: to === 'SAME' ? from : to });
    },
  );

  it('knows no other way: every pair that the table does not have is WRONG_STATE', () => {
    let pairs = 0;
    for (const row of TASK_TRANSITION_TABLE) {
      for (const state of TASK_STATES.filter((each) => !row.from.includes(each))) {
        pairs += 1;
        expect(decide(state, row.name)).toEqual({
          ok: false,
          error: { kind: 'WRONG_STATE', state },
        });
      }
    }

    expect(pairs).toBeGreaterThan(150);
  });

  it.each(TASK_TRANSITION_TABLE.map((row) => [row.name, row] as const))(
    '%s is for its own roles only',
    (name, row) => {
      for (const who of EVERYBODY) {
        const decided = decide(row.from[0] ?? 'DRAFT', name, {}, [who]);
        if (row.who.includes(who)) expect(decided.ok).toBe(true);
        else expect(decided).toMatchObject({ error: { reason: 'TASK_ROLE_NOT_ALLOWED' } });
      }
    },
  );

  it.each<[TaskState, TaskTransition, Partial<TaskFacts>, string]>([
    ['DRAFT', 'CLEAR', { actorId: 'p-author' }, 'AUTHOR_DOES_NOT_CLEAR'],
    ['DRAFT', 'CLEAR', { isSecurity: false }, 'SECURITY_CLEARS_PERSONAL_DATA'],
    ['DRAFT', 'CLEAR', { isDue: true }, 'TASK_IS_DUE'],
    ['DRAFT', 'CLEAR_BY_PROTOCOL', { carriesPersonalData: true }, 'NO_PERSONAL_DATA'],
    ['CLEARED', 'OPEN', { peopleToAsk: 0 }, 'NOBODY_FITS'],
    ['CLEARED', 'OPEN', { caseIsLive: false }, 'CASE_NOT_LIVE'],
    ['CLEARED', 'OPEN', { isDue: true }, 'TASK_IS_DUE'],
    ['OPEN', 'WIDEN', { peopleToAsk: 0 }, 'NOBODY_FITS'],
    ['OPEN', 'CLAIM', { mayWork: false }, 'VOLUNTEER_MAY_NOT_WORK'],
    ['OPEN', 'CLAIM', { wasAsked: false }, 'NOT_ASKED'],
    ['OPEN', 'CLAIM', { fits: false }, 'DOES_NOT_FIT_YOU'],
    ['OPEN', 'CLAIM', { isDue: true }, 'TASK_IS_DUE'],
    ['OPEN', 'CLAIM', { openTasks: 3 }, 'TOO_MANY_OPEN_TASKS'],
    ['CLAIMED', 'ACCEPT', { isLeaseOver: true }, 'LEASE_OVER'],
    ['CLAIMED', 'ACCEPT', { mayWork: false }, 'VOLUNTEER_MAY_NOT_WORK'],
    ['CLAIMED', 'ACCEPT', { caseIsLive: false }, 'CASE_NOT_LIVE'],
    ['ACCEPTED', 'START', { isLeaseOver: true }, 'LEASE_OVER'],
    ['ACCEPTED', 'RENEW', { renewalsLeft: 0 }, 'NO_RENEWAL_LEFT'],
    ['ACCEPTED', 'HAND_BACK', { reason: null }, 'REASON_REQUIRED'],
    ['CLAIMED', 'LAPSE', { isLeaseOver: false }, 'LEASE_NOT_OVER'],
    ['CLAIMED', 'TAKE_BACK', { mayWork: true }, 'MAY_STILL_WORK'],
    ['RETURNED_TO_POOL', 'REOPEN', { peopleToAsk: 0 }, 'NOBODY_FITS'],
    ['REPORTED', 'VERIFY', { actorId: 'p-holder' }, 'DOER_DOES_NOT_VERIFY'],
    ['REPORTED', 'FAIL', { actorId: 'p-holder' }, 'DOER_DOES_NOT_VERIFY'],
    ['OPEN', 'CANCEL', { reason: null }, 'REASON_REQUIRED'],
    ['OPEN', 'EXPIRE', { isDue: false }, 'TASK_NOT_DUE'],
  ])('in %s, %s is refused where %j: %s', (state, transition, facts, reason) => {
    expect(decide(state, transition, facts)).toEqual({
      ok: false,
      error: { kind: 'REFUSED', reason },
    });
  });
});
