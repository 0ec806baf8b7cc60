import { describe, expect, it } from '@jest/globals';
import { favourableVetting, referee } from './test-support/favourable-vetting.js';
import type { VettingFacts } from './vetting-facts.js';
import { VETTING_GUARDS, type VettingGuard } from './vetting-guards.js';
import { decideVetting } from './vetting-state.js';
import { ENDED_VETTING_STATES, VETTING_STATES, type VettingState } from './vetting-states.js';
import {
  VETTING_TRANSITION_TABLE,
  VETTING_TRANSITIONS,
  type VettingTransition,
} from './vetting-transitions.js';

/** One change of the favourable facts under which the guard of the name does not pass. */
const UNFAVOURABLE: Readonly<Record<VettingGuard, Partial<VettingFacts>>> = {
  OWN_VETTING: { subjectId: 'coordinator' },
  SUBJECT_VETTED_YOU: { vettersOfActor: ['subject'] },
  YOU_VOUCHED: {
    referees: [referee('coordinator'), referee('referee-one'), referee('referee-two')],
  },
  COUNTRY_NOT_SAFE: { countryRefused: true },
  TWO_REFERENCES_REQUIRED: { referees: [referee('referee-one')] },
  TWO_INTERVIEWERS_REQUIRED: {
    interviews: [
      { interviewerId: 'interviewer-one', answer: 'FOR', identitySeenLive: true },
      { interviewerId: 'interviewer-two', answer: 'FOR', identitySeenLive: false },
    ],
  },
  TRAINING_REQUIRED: { training: ['DO_NO_HARM', 'SAFEGUARDING'] },
  VOLUNTEER_ACCOUNT_REQUIRED: { hasVolunteerAccount: false },
  PROBATION_NOT_OVER: { probationDays: 59, verifiedTasks: 4 },
  TRUSTED_ALREADY: { isTrusted: true },
  RECHECK_TOO_EARLY: { recheckInDays: 31 },
  RECHECK_REASON_REQUIRED: { recheckReason: null },
  REVIEW_OPEN: { hasOpenReview: true },
  ALREADY_SIGNED_BY_YOU: {
    signers: [...favourableVetting.signers, { personId: 'coordinator', roles: ['COORDINATOR'] }],
  },
  SECOND_SIGNATURE_REQUIRED: { signers: [] },
  PANEL_REQUIRED: { signers: favourableVetting.signers.slice(0, 1) },
};

const decide = (
  state: VettingState,
  transition: VettingTransition,
  facts: Partial<VettingFacts> = {},
) =>
  decideVetting({
    state,
    resumeState: 'ACTIVE',
    transition,
    actors: VETTING_TRANSITION_TABLE.find((row) => row.name === transition)?.who ?? [],
    facts: { ...favourableVetting, ...facts },
  });

describe('the vetting', () => {
  it('has one row for every transition, and no way out of the ends', () => {
    expect(VETTING_TRANSITION_TABLE.map((row) => row.name)).toEqual([...VETTING_TRANSITIONS]);
    for (const state of ENDED_VETTING_STATES) {
      expect(VETTING_TRANSITION_TABLE.filter((row) => row.from.includes(state))).toEqual([]);
    }
  });

  it.each(
    VETTING_TRANSITION_TABLE.flatMap((row) =>
      VETTING_STATES.map((state) => [row.name, state] as const),
    ),
  )('%s from %s is in the table or refused', (name, state) => {
    const row = VETTING_TRANSITION_TABLE.find((each) => each.name === name);
    const to = row?.to === 'STATE_BEFORE' ? 'ACTIVE' : row?.to;

    expect(decide(state, name)).toEqual(
      row?.from.includes(state)
        ? { ok: true, value: { kind: 'MOVED', to } }
        : { ok: false, error: { kind: 'WRONG_STATE', state } },
    );
  });

  it.each(
    VETTING_TRANSITION_TABLE.flatMap((row) =>
      row.guards.map((guard) => [row.name, guard, row] as const),
    ),
  )('%s does not happen where %s does not pass', (name, guard, row) => {
    const decided = decide(row.from[0] ?? 'APPLIED', name, UNFAVOURABLE[guard]);
    const isAwaiting = ['SECOND_SIGNATURE_REQUIRED', 'PANEL_REQUIRED'].includes(guard);

    expect(decided).toEqual(
      isAwaiting
        ? { ok: true, value: { kind: 'SIGNED' } }
        : { ok: false, error: { kind: 'REFUSED', reason: guard } },
    );
  });

  it('has every guard in some row', () => {
    const used = new Set(VETTING_TRANSITION_TABLE.flatMap((row) => row.guards));

    expect([...used].sort()).toEqual(Object.keys(VETTING_GUARDS).sort());
  });

  it('refuses whoever has no part in a step before it looks at the state', () => {
    const move = { state: 'ACTIVE', resumeState: null, facts: favourableVetting } as const;

    expect(decideVetting({ ...move, transition: 'SUSPEND', actors: ['COORDINATOR'] })).toEqual({
      ok: false,
      error: { kind: 'REFUSED', reason: 'VETTING_ROLE_NOT_ALLOWED' },
    });
  });

  it('takes two people, not one with both roles', () => {
    const both = { personId: 'both', roles: ['COORDINATOR', 'SECURITY_OFFICER'] };
    const alone = { actorId: 'both', actorAsSigner: both, signers: [] };
    const withDesk = { ...alone, signers: [{ personId: 'desk', roles: ['COORDINATOR'] }] };

    expect(decide('PROBATION', 'ACTIVATE', alone)).toMatchObject({ value: { kind: 'SIGNED' } });
    expect(decide('PROBATION', 'ACTIVATE', withDesk)).toMatchObject({ value: { kind: 'MOVED' } });
  });

  it('lets five verified tasks end a probation early', () => {
    const facts = { probationDays: 1, verifiedTasks: 5 };

    expect(decide('PROBATION', 'ACTIVATE', facts)).toMatchObject({ ok: true });
  });

  it('counts no interview of a referee, and no two of one person', () => {
    const [one] = favourableVetting.interviews;
    const twice = { interviews: one === undefined ? [] : [one, one] };
    const byReferee = {
      referees: [...favourableVetting.referees, referee('interviewer-two', { answer: null })],
    };

    for (const facts of [twice, byReferee]) {
      expect(decide('INTERVIEW', 'FINISH_INTERVIEWS', facts)).toEqual({
        ok: false,
        error: { kind: 'REFUSED', reason: 'TWO_INTERVIEWERS_REQUIRED' },
      });
    }
  });

  it('leads back from a suspension only where it is known to what', () => {
    const move = { state: 'SUSPENDED', transition: 'REINSTATE', actors: ['SECURITY'] } as const;

    expect(
      decideVetting({ ...move, resumeState: 'PROBATION', facts: favourableVetting }),
    ).toMatchObject({ value: { to: 'PROBATION' } });
    expect(decideVetting({ ...move, resumeState: null, facts: favourableVetting })).toMatchObject({
      ok: false,
    });
  });
});
