import { describe, expect, it } from '@jest/globals';
import { favourable, secondPerson } from './test-support/favourable-case.js';
import { availableTransitions, decideTransition } from './case-state.js';
import type { TransitionRequest } from './case-state.js';
import { CASE_STATES, isLive } from './case-states.js';
import type { CaseState } from './case-states.js';
import { CASE_TRANSITIONS } from './case-transitions.js';
import type { CaseTransition } from './case-transitions.js';

/** Written by hand from domain.md C2, one arrow a line, never from the table under test. */
const arrows = `
  INTAKE           START_SCREENING    SCREENING        CASEWORKER
  INTAKE           DISMISS            DECLINED         CASEWORKER|COORDINATOR
  SCREENING        START_VERIFICATION VERIFYING        CASEWORKER
  SCREENING        DECLINE            DECLINED         COORDINATOR
  SCREENING        ACTIVATE_EMERGENCY ACTIVE           COORDINATOR
  VERIFYING        ACTIVATE           ACTIVE           COORDINATOR
  VERIFYING        WAITLIST           WAITLISTED       COORDINATOR
  VERIFYING        DECLINE            DECLINED         COORDINATOR
  WAITLISTED       ACTIVATE           ACTIVE           COORDINATOR
  ACTIVE           PAUSE              PAUSED_BY_FAMILY FAMILY|CASEWORKER
  PAUSED_BY_FAMILY RESUME             ACTIVE           CASEWORKER
  ACTIVE           LOSE_CONTACT       CONTACT_LOST     SYSTEM
  CONTACT_LOST     RESTORE_CONTACT    ACTIVE           CASEWORKER
  CONTACT_LOST     CLOSE              CLOSED           COORDINATOR
  INTAKE           QUARANTINE         QUARANTINED      SECURITY_OFFICER|SYSTEM
  SCREENING        QUARANTINE         QUARANTINED      SECURITY_OFFICER|SYSTEM
  VERIFYING        QUARANTINE         QUARANTINED      SECURITY_OFFICER|SYSTEM
  WAITLISTED       QUARANTINE         QUARANTINED      SECURITY_OFFICER|SYSTEM
  ACTIVE           QUARANTINE         QUARANTINED      SECURITY_OFFICER|SYSTEM
  PAUSED_BY_FAMILY QUARANTINE         QUARANTINED      SECURITY_OFFICER|SYSTEM
  CONTACT_LOST     QUARANTINE         QUARANTINED      SECURITY_OFFICER|SYSTEM
  TRANSITION       QUARANTINE         QUARANTINED      SECURITY_OFFICER|SYSTEM
  QUARANTINED      LIFT_QUARANTINE    ACTIVE           SECURITY_OFFICER+COORDINATOR
  QUARANTINED      CLOSE_QUARANTINED  CLOSED           SECURITY_OFFICER+COORDINATOR
  ACTIVE           START_TRANSITION   TRANSITION       CASEWORKER
  TRANSITION       RETURN_TO_ACTIVE   ACTIVE           CASEWORKER
  TRANSITION       CLOSE              CLOSED           COORDINATOR
  ACTIVE           TRANSFER           TRANSFERRED      COORDINATOR
  TRANSITION       TRANSFER           TRANSFERRED      COORDINATOR
  CLOSED           REOPEN             SCREENING        CASEWORKER
  DECLINED         REOPEN             SCREENING        CASEWORKER
  TRANSFERRED      REOPEN             SCREENING        CASEWORKER
  CLOSED           ERASE              ERASED           SECURITY_OFFICER+DATA_PROTECTION_OFFICER
  DECLINED         ERASE              ERASED           SECURITY_OFFICER+DATA_PROTECTION_OFFICER
  TRANSFERRED      ERASE              ERASED           SECURITY_OFFICER+DATA_PROTECTION_OFFICER
`
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/) as [CaseState, CaseTransition, CaseState, string]);

const roles = [
  'CASEWORKER',
  'COORDINATOR',
  'SECURITY_OFFICER',
  'DATA_PROTECTION_OFFICER',
  'FAMILY',
  'SYSTEM',
  'FINANCE_OFFICER',
  'FOUNDATION_MANAGER',
  'VOLUNTEER',
  'AUDITOR',
  'ADMINISTRATOR',
  'DONOR',
];

const cells = CASE_STATES.flatMap((state) =>
  CASE_TRANSITIONS.map((transition) => ({ state, transition })),
);

function outcomeOf(request: TransitionRequest): string {
  const decided = decideTransition(request);
  if (decided.ok) return decided.value.nextState;
  return 'reason' in decided.error ? decided.error.reason : decided.error.kind;
}

function expectedOf(
  state: CaseState,
  transition: CaseTransition,
  acting: readonly string[],
): string {
  const who = arrows.find(([, name]) => name === transition)?.[3] ?? '';
  if (!acting.some((role) => who.split(/[|+]/).includes(role))) return 'ROLE_NOT_ALLOWED';
  const arrow = arrows.find(([from, name]) => from === state && name === transition);
  if (arrow === undefined) return 'WRONG_STATE';
  return who.includes('+') ? 'SECOND_SIGNATURE_REQUIRED' : arrow[2];
}

describe('decideTransition, every cell', () => {
  it.each(cells)('$state × $transition × each role alone', ({ state, transition }) => {
    const outcomes = roles.map((role) => [
      role,
      outcomeOf({ ...favourable(transition), state, actor: { personId: 'p-1', roles: [role] } }),
    ]);

    expect(outcomes).toEqual(roles.map((role) => [role, expectedOf(state, transition, [role])]));
  });

  it.each(cells)('$state × $transition × somebody without a role', ({ state, transition }) => {
    const actor = { personId: 'p-1', roles: [] };

    expect(outcomeOf({ ...favourable(transition), state, actor })).toBe('ROLE_NOT_ALLOWED');
  });

  it.each(arrows.filter(([, , , who]) => who.includes('+')))(
    '%s × %s → %s needs two people, %s',
    (state, transition, target, who) => {
      const pairs = roles.flatMap((one) => roles.map((other) => [one, other] as const));

      for (const [one, other] of pairs) {
        const outcome = outcomeOf({
          ...favourable(transition),
          state,
          actor: { personId: 'p-1', roles: [one] },
          secondSignature: { personId: 'p-2', roles: [other] },
        });
        const isPair = `${one}+${other}` === who || `${other}+${one}` === who;
        const isParty = who.split('+').includes(one);
        expect([one, other, outcome]).toEqual([
          one,
          other,
          isPair ? target : isParty ? 'SECOND_SIGNATURE_NOT_VALID' : 'ROLE_NOT_ALLOWED',
        ]);
      }
    },
  );
});

describe('two signatures', () => {
  const lift = { ...favourable('LIFT_QUARANTINE'), state: 'QUARANTINED' as const };
  const both = ['SECURITY_OFFICER', 'COORDINATOR'];

  it.each([
    ['one person signing twice', 'p-1', both, 'p-1', both],
    ['an actor who is nobody', null, both, 'p-2', both],
    ['a second signature by nobody', 'p-1', both, null, both],
  ])('refuses %s', (_name, actorId, actorRoles, secondId, secondRoles) => {
    expect(
      outcomeOf({
        ...lift,
        actor: { personId: actorId, roles: actorRoles },
        secondSignature: { personId: secondId, roles: secondRoles },
      }),
    ).toBe('SECOND_SIGNATURE_NOT_VALID');
  });

  it('lets two people with both roles sign for each other', () => {
    expect(
      outcomeOf({
        ...lift,
        actor: { personId: 'p-1', roles: both },
        secondSignature: { personId: 'p-2', roles: both },
      }),
    ).toBe('ACTIVE');
  });
});

describe('reasons', () => {
  const coordinator = { personId: 'p-1', roles: ['COORDINATOR'] };
  const security = { personId: 'p-1', roles: ['SECURITY_OFFICER'] };
  const family = { personId: null, roles: ['FAMILY'] };

  it.each([
    ['SCREENING', 'DECLINE', coordinator, null, 'REASON_REQUIRED'],
    ['SCREENING', 'DECLINE', coordinator, 'BORED', 'UNKNOWN_CODE'],
    ['SCREENING', 'DECLINE', coordinator, 'SEARCH', 'UNKNOWN_CODE'],
    ['SCREENING', 'DECLINE', coordinator, 'OUTSIDE_MANDATE', 'DECLINED'],
    ['TRANSITION', 'CLOSE', coordinator, null, 'REASON_REQUIRED'],
    ['QUARANTINED', 'CLOSE_QUARANTINED', coordinator, null, 'REASON_REQUIRED'],
    ['ACTIVE', 'QUARANTINE', security, null, 'REASON_REQUIRED'],
    ['ACTIVE', 'QUARANTINE', security, 'OUTSIDE_MANDATE', 'UNKNOWN_CODE'],
    ['ACTIVE', 'PAUSE', family, null, 'PAUSED_BY_FAMILY'],
    ['ACTIVE', 'PAUSE', family, 'FAMILY_ASKED', 'PAUSED_BY_FAMILY'],
    ['ACTIVE', 'PAUSE', family, 'BORED', 'UNKNOWN_CODE'],
    ['SCREENING', 'ACTIVATE_EMERGENCY', coordinator, 'OUTSIDE_MANDATE', 'NOT_ALLOWED'],
  ] as const)('%s × %s', (state, transition, actor, reasonCode, outcome) => {
    const secondSignature = secondPerson(transition);

    expect(
      outcomeOf({ ...favourable(transition), state, actor, secondSignature, reasonCode }),
    ).toBe(outcome);
  });
});

describe('effects', () => {
  const effectsFor = (state: CaseState, request: TransitionRequest): unknown => {
    const secondSignature = secondPerson(request.transition);
    const decided = decideTransition({ ...request, state, secondSignature });
    return decided.ok ? decided.value.effects : decided.error;
  };

  it.each<[CaseState, CaseTransition, unknown[]]>([
    ['INTAKE', 'START_SCREENING', []],
    ['SCREENING', 'START_VERIFICATION', []],
    ['SCREENING', 'DECLINE', [{ kind: 'OFFER_APPEAL' }, { kind: 'START_RETENTION' }]],
    ['VERIFYING', 'DECLINE', [{ kind: 'OFFER_APPEAL' }, { kind: 'START_RETENTION' }]],
    ['SCREENING', 'ACTIVATE_EMERGENCY', [{ kind: 'VERIFICATION_DUE', dueDay: '2030-07-07' }]],
    ['VERIFYING', 'ACTIVATE', []],
    ['VERIFYING', 'WAITLIST', []],
    ['WAITLISTED', 'ACTIVATE', []],
    ['ACTIVE', 'PAUSE', [{ kind: 'STOP_OUTBOUND_CONTACT' }, { kind: 'HOLD_UNRELEASED_PAYMENTS' }]],
    ['PAUSED_BY_FAMILY', 'RESUME', [{ kind: 'LIFT_HOLDS' }]],
    ['ACTIVE', 'LOSE_CONTACT', []],
    ['CONTACT_LOST', 'RESTORE_CONTACT', []],
    ['CONTACT_LOST', 'CLOSE', [{ kind: 'START_RETENTION' }]],
    [
      'WAITLISTED',
      'QUARANTINE',
      [{ kind: 'STOP_OUTBOUND_CONTACT' }, { kind: 'FREEZE_PAYMENTS' }, { kind: 'FREEZE_REVEALS' }],
    ],
    ['QUARANTINED', 'LIFT_QUARANTINE', [{ kind: 'LIFT_HOLDS' }]],
    ['QUARANTINED', 'CLOSE_QUARANTINED', [{ kind: 'START_RETENTION' }]],
    ['ACTIVE', 'START_TRANSITION', [{ kind: 'RESET_CHANNEL_TRUST', event: 'TRANSITION_STARTED' }]],
    ['TRANSITION', 'RETURN_TO_ACTIVE', []],
    ['TRANSITION', 'CLOSE', [{ kind: 'START_RETENTION' }]],
    ['TRANSITION', 'TRANSFER', [{ kind: 'START_RETENTION' }]],
    ['CLOSED', 'REOPEN', [{ kind: 'ASSIGN_NEW_CODENAME' }, { kind: 'SEAL_LINK_TO_OLD_CODENAME' }]],
    ['CLOSED', 'ERASE', [{ kind: 'DESTROY_KEYS' }]],
  ])('%s × %s', (state, transition, effects) => {
    expect(effectsFor(state, favourable(transition))).toEqual(effects);
  });

  it('offers no appeal against what the family asked for itself', () => {
    const request = { ...favourable('DECLINE'), reasonCode: 'WITHDRAWN_BY_FAMILY' };

    expect(effectsFor('SCREENING', request)).toEqual([{ kind: 'START_RETENTION' }]);
  });

  it('offers an appeal where a closing is a refusal', () => {
    const request = { ...favourable('CLOSE'), reasonCode: 'OUTSIDE_MANDATE' };

    expect(effectsFor('TRANSITION', request)).toEqual([
      { kind: 'OFFER_APPEAL' },
      { kind: 'START_RETENTION' },
    ]);
  });
});

describe('availableTransitions', () => {
  it.each(CASE_STATES)('lists for %s what each role could try', (state) => {
    for (const role of roles) {
      const expected = CASE_TRANSITIONS.filter((transition) =>
        arrows.some(
          ([from, name, , who]) =>
            from === state &&
            name === transition &&
            who.split(/[|+]/).includes(role) &&
            !['TRANSFER', 'ERASE'].includes(name),
        ),
      );
      expect([...availableTransitions(state, [role])].sort()).toEqual([...expected].sort());
    }
  });

  it('adds the roles of one person up', () => {
    expect(availableTransitions('SCREENING', ['CASEWORKER', 'COORDINATOR'])).toEqual([
      'START_VERIFICATION',
      'DECLINE',
      'ACTIVATE_EMERGENCY',
    ]);
  });
});

describe('the end of a case', () => {
  it('is reached in four states', () => {
    expect(CASE_STATES.filter((state) => !isLive(state))).toEqual([
      'CLOSED',
      'DECLINED',
      'TRANSFERRED',
      'ERASED',
    ]);
  });

  it('is final once the keys are destroyed', () => {
    expect(
      CASE_TRANSITIONS.map((transition) =>
        outcomeOf({ ...favourable(transition), state: 'ERASED' }),
      ),
    ).toEqual(CASE_TRANSITIONS.map(() => 'WRONG_STATE'));
  });
});
