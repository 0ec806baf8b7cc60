import { describe, expect, it } from '@jest/globals';
import { NEED_GUARDS, type NeedFacts, type NeedGuard } from './need-guards.js';
import { availableNeedTransitions, decideNeed, type NeedMove } from './need-state.js';
import { NEED_STATES, type NeedState } from './need-states.js';
import {
  NEED_TRANSITION_TABLE,
  NEED_TRANSITIONS,
  type NeedActor,
  type NeedTransition,
} from './need-transitions.js';
import { FAVOURABLE_FOR, favourableNeed } from './test-support/favourable-need.js';

/** Written by hand from domain.md C3, one arrow a line, never from the table under test. */
const arrows = `
  DRAFT         SUBMIT              SUBMITTED      CASEWORKER|COORDINATOR
  SUBMITTED     ASSESS              ASSESSED       CASEWORKER|COORDINATOR
  SUBMITTED     SEND_BACK           DRAFT          COORDINATOR
  ASSESSED      SEND_BACK           DRAFT          COORDINATOR
  SUBMITTED     APPROVE_IN_CALL_OUT APPROVED       COORDINATOR
  ASSESSED      APPROVE             APPROVED       COORDINATOR
  ASSESSED      REJECT              REJECTED       COORDINATOR
  APPROVED      WAIT_FOR_FUNDS      WAITING_FUNDS  COORDINATOR|MONEY
  APPROVED      FUND                FUNDED         MONEY
  WAITING_FUNDS FUND                FUNDED         MONEY
  FUNDED        LOSE_FUNDS          WAITING_FUNDS  MONEY
  FUNDED        START_DELIVERY      IN_DELIVERY    MONEY
  IN_DELIVERY   FINISH_DELIVERY     DELIVERED      MONEY
  IN_DELIVERY   COME_BACK           FUNDED         MONEY
  IN_DELIVERY   LOSE_IN_DELIVERY    WAITING_FUNDS  MONEY
  DELIVERED     MISS                WAITING_FUNDS  MONEY
  CONFIRMED     MISS                WAITING_FUNDS  MONEY
  DELIVERED     MISS_WITH_MONEY     FUNDED         MONEY
  CONFIRMED     MISS_WITH_MONEY     FUNDED         MONEY
  DELIVERED     CONFIRM             CONFIRMED      MONEY
  WAITING_FUNDS LEAVE_UNMET         UNMET          SYSTEM
  SUSPENDED     RESUME              ASSESSED       SYSTEM
  SUSPENDED     CANCEL              CANCELLED      CASEWORKER|COORDINATOR|SYSTEM
  ${['DRAFT', 'SUBMITTED', 'ASSESSED', 'APPROVED', 'WAITING_FUNDS', 'FUNDED', 'IN_DELIVERY']
    .flatMap((state) => [
      `${state} CANCEL CANCELLED CASEWORKER|COORDINATOR|SYSTEM`,
      `${state} EXPIRE EXPIRED SYSTEM`,
      `${state} SUSPEND SUSPENDED SYSTEM`,
    ])
    .join('\n')}
`
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/) as [NeedState, NeedTransition, NeedState, string]);

const ACTORS: readonly NeedActor[] = ['CASEWORKER', 'COORDINATOR', 'MONEY', 'SYSTEM'];

function moveOf(
  state: NeedState,
  transition: NeedTransition,
  actors: readonly NeedActor[],
  facts: Partial<NeedFacts> = {},
): NeedMove {
  return {
    state,
    stateBeforeSuspension: state === 'SUSPENDED' ? 'ASSESSED' : null,
    transition,
    actors,
    facts: { ...favourableNeed, ...FAVOURABLE_FOR[transition], ...facts },
  };
}

function outcomeOf(move: NeedMove): string {
  const decided = decideNeed(move);
  if (decided.ok) return decided.value;
  return 'reason' in decided.error ? decided.error.reason : decided.error.kind;
}

const cells = NEED_STATES.flatMap((state) =>
  NEED_TRANSITIONS.map((transition) => ({ state, transition })),
);

describe('decideNeed', () => {
  it.each(cells)('$state × $transition × everybody alone', ({ state, transition }) => {
    const who = arrows.find(([, name]) => name === transition)?.[3].split('|') ?? [];
    const arrow = arrows.find(([from, name]) => from === state && name === transition);
    for (const actor of ACTORS) {
      const expected = who.includes(actor)
        ? (arrow?.[2] ?? 'WRONG_STATE')
        : 'NEED_ROLE_NOT_ALLOWED';
      expect([actor, outcomeOf(moveOf(state, transition, [actor]))]).toEqual([actor, expected]);
    }
    expect(outcomeOf(moveOf(state, transition, []))).toBe('NEED_ROLE_NOT_ALLOWED');
  });

  /** State, transition, the facts of which one is wrong, and the guard that must say so. */
  it.each<[NeedState, NeedTransition, Partial<NeedFacts>, NeedGuard]>([
    ['DRAFT', 'SUBMIT', { amountMinor: 0n }, 'AMOUNT_REQUIRED'],
    ['DRAFT', 'SUBMIT', { dueDay: null }, 'DUE_DAY_REQUIRED'],
    ['DRAFT', 'SUBMIT', { today: '2030-06-16' }, 'DUE_DAY_PASSED'],
    ['DRAFT', 'SUBMIT', { aidConsentLive: false }, 'AID_CONSENT_REQUIRED'],
    ['SUBMITTED', 'ASSESS', { priority: null }, 'PRIORITY_REQUIRED'],
    ['SUBMITTED', 'ASSESS', { duplicateAnswer: null }, 'DUPLICATE_ANSWER_REQUIRED'],
    ['SUBMITTED', 'ASSESS', { duplicateAnswer: 'COVERED' }, 'DUPLICATE_ANSWER_REQUIRED'],
    ['SUBMITTED', 'ASSESS', { channelCleared: false }, 'CHANNEL_NOT_CLEARED'],
    ['ASSESSED', 'SEND_BACK', { reason: null }, 'REASON_REQUIRED'],
    ['ASSESSED', 'APPROVE', { actorId: 'author' }, 'SELF_APPROVAL'],
    ['ASSESSED', 'APPROVE', { makerIds: ['author', 'approver'] }, 'SELF_APPROVAL'],
    ['ASSESSED', 'APPROVE', { actorId: null }, 'SELF_APPROVAL'],
    ['ASSESSED', 'APPROVE', { aidConsentLive: false }, 'AID_CONSENT_REQUIRED'],
    ['ASSESSED', 'APPROVE', { channelCleared: false }, 'CHANNEL_NOT_CLEARED'],
    ['ASSESSED', 'APPROVE', { today: '2030-06-16' }, 'DUE_DAY_PASSED'],
    ['ASSESSED', 'APPROVE', { needsSecondApprover: true }, 'SECOND_APPROVER_REQUIRED'],
    [
      'ASSESSED',
      'APPROVE',
      { needsSecondApprover: true, firstApproverId: 'approver' },
      'ALREADY_SIGNED_BY_YOU',
    ],
    ['ASSESSED', 'REJECT', { actorId: 'author' }, 'SELF_APPROVAL'],
    ['ASSESSED', 'REJECT', { reason: null }, 'REASON_REQUIRED'],
    ['SUBMITTED', 'APPROVE_IN_CALL_OUT', { callOutUnderCap: false }, 'CALL_OUT_UNDER_CAP_REQUIRED'],
    ['SUBMITTED', 'APPROVE_IN_CALL_OUT', { actorId: 'author' }, 'SELF_APPROVAL'],
    ['APPROVED', 'WAIT_FOR_FUNDS', { amountMinor: 0n }, 'COSTS_NOTHING'],
    ['WAITING_FUNDS', 'FUND', { reservedMinor: 9_999n }, 'FULLY_FUNDED_REQUIRED'],
    ['IN_DELIVERY', 'FINISH_DELIVERY', { deliveredMinor: 9_999n }, 'FULLY_DELIVERED_REQUIRED'],
    ['IN_DELIVERY', 'COME_BACK', { releasedMinor: 1n }, 'NOTHING_OUT_REQUIRED'],
    ['CONFIRMED', 'MISS_WITH_MONEY', { reservedMinor: 9_999n }, 'FULLY_FUNDED_REQUIRED'],
    ['DRAFT', 'CANCEL', { reason: null }, 'REASON_REQUIRED'],
    ['FUNDED', 'CANCEL', { reservedMinor: 1n }, 'MONEY_STANDS'],
    ['IN_DELIVERY', 'CANCEL', { releasedMinor: 2n, deliveredMinor: 1n }, 'MONEY_STANDS'],
    ['ASSESSED', 'EXPIRE', { today: '2030-06-15' }, 'DUE_DAY_NOT_PASSED'],
    ['WAITING_FUNDS', 'LEAVE_UNMET', { today: '2030-06-15' }, 'DUE_DAY_NOT_PASSED'],
    ['WAITING_FUNDS', 'LEAVE_UNMET', { reservedMinor: 1n }, 'MONEY_STANDS'],
    ['DRAFT', 'SUSPEND', { caseHalted: false }, 'CASE_NOT_HALTED'],
    ['SUSPENDED', 'RESUME', { caseHalted: true }, 'CASE_HALTED'],
  ])('%s × %s with %p is refused by %s', (state, transition, facts, guard) => {
    const who = arrows.find(([, name]) => name === transition)?.[3].split('|') as NeedActor[];

    expect(outcomeOf(moveOf(state, transition, who, facts))).toBe(guard);
  });

  it('lets the second of two people approve, and a need that costs nothing be sent on', () => {
    const second = { needsSecondApprover: true, firstApproverId: 'somebody' };
    const free = { amountMinor: 0n, mayBeFree: true };

    expect(outcomeOf(moveOf('ASSESSED', 'APPROVE', ['COORDINATOR'], second))).toBe('APPROVED');
    expect(outcomeOf(moveOf('DRAFT', 'SUBMIT', ['CASEWORKER'], free))).toBe('SUBMITTED');
  });

  it('asks every guard somewhere', () => {
    const asked = new Set(NEED_TRANSITION_TABLE.flatMap((row) => row.guards));

    expect([...asked].sort()).toEqual(Object.keys(NEED_GUARDS).sort());
  });
});

describe('availableNeedTransitions', () => {
  it('tells each role what it could try', () => {
    expect(availableNeedTransitions('ASSESSED', ['COORDINATOR'])).toEqual([
      'SEND_BACK',
      'APPROVE',
      'REJECT',
      'CANCEL',
    ]);
    expect(availableNeedTransitions('ASSESSED', ['CASEWORKER'])).toEqual(['CANCEL']);
    expect(availableNeedTransitions('CONFIRMED', ['CASEWORKER', 'COORDINATOR'])).toEqual([]);
  });
});
