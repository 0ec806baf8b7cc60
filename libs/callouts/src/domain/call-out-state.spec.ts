import { describe, expect, it } from '@jest/globals';
import type { CallOutFacts } from './call-out-guards.js';
import { decideCallOut } from './call-out-state.js';
import { CALL_OUT_STATES, type CallOutState } from './call-out-states.js';
import {
  CALL_OUT_TRANSITION_TABLE,
  CALL_OUT_TRANSITIONS,
  type CallOutActor,
  type CallOutTransition,
  type CallOutTransitionRow,
} from './call-out-transitions.js';
import { favourableCallOut } from './test-support/favourable-call-out.js';

const EVERYBODY: readonly CallOutActor[] = [
  'CASEWORKER',
  'COORDINATOR',
  'FINANCE_OFFICER',
  'SECURITY_OFFICER',
  'DUTY',
  'OWNER',
  'SYSTEM',
];

/** What must have happened before a step makes sense. */
const BEFORE: Readonly<Partial<Record<CallOutTransition, Partial<CallOutFacts>>>> = {
  SECOND_CALL: { isSecondCallMissing: true },
};

const decide = (
  state: CallOutState,
  transition: CallOutTransition,
  more: Partial<CallOutFacts> = {},
  actingAs = EVERYBODY,
) =>
  decideCallOut({
    ...{ state, transition, actingAs, stateBefore: state === 'ESCALATED' ? 'DISPATCHED' : null },
    facts: { ...favourableCallOut, ...BEFORE[transition], ...more },
  });

const targetOf = ({ to }: CallOutTransitionRow, from: CallOutState): CallOutState => {
  if (to === 'SAME') return from;
  return to === 'STATE_BEFORE' ? 'DISPATCHED' : to;
};

describe('decideCallOut', () => {
  it.each(
    CALL_OUT_TRANSITION_TABLE.flatMap((row) =>
      row.from.map((from) => [row.name, from, targetOf(row, from)] as const),
    ),
  )('%s leads from %s to %s', (name, from, to) => {
    expect(decide(from, name)).toEqual({ ok: true, value: to });
  });

  it('knows no other way: every pair that the table does not have is WRONG_STATE', () => {
    let pairs = 0;
    for (const name of CALL_OUT_TRANSITIONS) {
      const from = CALL_OUT_TRANSITION_TABLE.filter((row) => row.name === name).flatMap(
        (row) => row.from,
      );
      for (const state of CALL_OUT_STATES.filter((each) => !from.includes(each))) {
        pairs += 1;
        expect(decide(state, name)).toEqual({ ok: false, error: { kind: 'WRONG_STATE', state } });
      }
    }

    expect(pairs).toBeGreaterThan(90);
  });

  it.each(CALL_OUT_TRANSITION_TABLE.map((row) => [row.name, row.from[0] ?? 'ALERT', row] as const))(
    '%s from %s is for its own roles only',
    (name, from, row) => {
      for (const who of EVERYBODY) {
        const decided = decide(from, name, {}, [who]);
        if (row.who.includes(who)) expect(decided.ok).toBe(true);
        else expect(decided).toMatchObject({ error: { reason: 'CALL_OUT_ROLE_NOT_ALLOWED' } });
      }
    },
  );

  it.each<[CallOutState, CallOutTransition, Partial<CallOutFacts>, string]>([
    ['ALERT', 'ACKNOWLEDGE', { isAcknowledged: true }, 'ALREADY_ACKNOWLEDGED'],
    ['ESCALATED', 'ACKNOWLEDGE', { isAcknowledged: true }, 'ALREADY_ACKNOWLEDGED'],
    ['ALERT', 'TRIAGE', { knowsTrigger: false }, 'TRIGGER_REQUIRED'],
    ['ALERT', 'TRIAGE', { callers: ['p-actor'] }, 'SECOND_CALL_REQUIRED'],
    ['ALERT', 'TRIAGE', { hasCoordinatorCalled: false }, 'COORDINATOR_CALL_REQUIRED'],
    ['ALERT', 'DISMISS', { callers: ['p-actor'] }, 'SECOND_CALL_REQUIRED'],
    ['ALERT', 'DISMISS', { hasCoordinatorCalled: false }, 'COORDINATOR_CALL_REQUIRED'],
    [
      'DISPATCHED',
      'SUSPECT',
      { isSecurity: false, callers: ['p-actor'] },
      'SECURITY_OR_TWO_REQUIRED',
    ],
    ['DISPATCHED', 'SUSPECT', { runsTheDesk: false }, 'DESK_DECIDES'],
    ['DISPATCHED', 'SECOND_CALL', { isSecondCallMissing: false }, 'SECOND_CALL_MADE'],
    ['DISPATCHED', 'SECOND_CALL', { callers: ['p-actor'] }, 'SECOND_CALLER_IS_ANOTHER'],
    ['TRIAGED', 'DISPATCH', { deskHasCap: false }, 'CALL_OUT_CAP_LOST'],
    ['DISPATCHED', 'SIGN', { hasMoney: false }, 'NOTHING_TO_SIGN'],
    ['DISPATCHED', 'SIGN', { isSigned: true }, 'SIGNED_ALREADY'],
    ['DISPATCHED', 'SIGN', { actorId: 'p-dispatcher' }, 'DISPATCHER_DOES_NOT_SIGN'],
    ['HANDED_OVER', 'CLOSE', { outcome: null }, 'OUTCOME_REQUIRED'],
    ['HANDED_OVER', 'CLOSE', { isSecondCallMissing: true }, 'SECOND_CALL_MISSING'],
    ['SUSPECTED_PROVOCATION', 'CLOSE', { outcome: null }, 'OUTCOME_REQUIRED'],
    ['TRIAGED', 'ESCALATE', { reason: null }, 'REASON_REQUIRED'],
    [
      'ALERT',
      'ESCALATE_UNACKNOWLEDGED',
      { isAcknowledgementOverdue: false },
      'ACKNOWLEDGEMENT_NOT_OVERDUE',
    ],
    ['ALERT', 'ESCALATE_UNACKNOWLEDGED', { isAcknowledged: true }, 'ACKNOWLEDGEMENT_NOT_OVERDUE'],
  ])('in %s, %s is refused where %j: %s', (state, transition, facts, reason) => {
    expect(decide(state, transition, facts)).toEqual({
      ok: false,
      error: { kind: 'REFUSED', reason },
    });
  });

  it('needs one person only where a life is at risk', () => {
    const alone = { callers: ['p-actor'], hasCoordinatorCalled: false, mayCallAlone: true };

    expect(decide('ALERT', 'TRIAGE', alone)).toEqual({ ok: true, value: 'TRIAGED' });
  });

  it('lets security close what it suspects, and nobody else', () => {
    expect(decide('SUSPECTED_PROVOCATION', 'CLOSE', {}, ['COORDINATOR'])).toMatchObject({
      error: { reason: 'CALL_OUT_ROLE_NOT_ALLOWED' },
    });
  });
});
