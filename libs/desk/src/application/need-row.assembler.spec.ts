import { describe, expect, it } from '@jest/globals';
import { CASE_STATES } from '@kinward/cases';
import { aidRefusal, OPEN_NEED_STATES } from '@kinward/needs';
import { nextStepOf } from './need-row.assembler.js';

const step = (state: string, caseState: string, firstApproverId: string | null = null) =>
  nextStepOf({ state, caseState, firstApproverId });

describe('the next step of a need', () => {
  it.each([
    ['SUBMITTED', 'ASSESS'],
    ['ASSESSED', 'WAIT_FOR_CASE'],
    ['APPROVED', 'WAIT_FOR_CASE'],
    ['WAITING_FUNDS', 'WAIT_FOR_CASE'],
    ['IN_DELIVERY', 'FOLLOW_DELIVERY'],
  ])('of a case on the waiting list: from %s it is %s', (state, expected) => {
    expect(step(state, 'WAITLISTED')).toBe(expected);
  });

  it('sends nobody to an approval or to money that the desk would refuse', () => {
    const refused = ['APPROVE', 'APPROVE_SECOND', 'FIND_MONEY', 'DELIVER'];
    for (const caseState of CASE_STATES.filter((each) => aidRefusal(each) !== null)) {
      const steps = OPEN_NEED_STATES.map((state) => step(state, caseState, 'somebody'));
      expect(refused.filter((each) => steps.includes(each))).toEqual([]);
    }
  });

  it('is the second signature in a case that was taken on', () => {
    expect(step('ASSESSED', 'ACTIVE')).toBe('APPROVE');
    expect(step('ASSESSED', 'ACTIVE', 'somebody')).toBe('APPROVE_SECOND');
    expect(step('ASSESSED', 'TRANSITION')).toBe('APPROVE');
  });
});
