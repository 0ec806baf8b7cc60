import { describe, expect, it } from '@jest/globals';
import { checkAuthority, lowers, raises, type Authority } from './authority.js';

const be = (roles: string, standing: Authority['standing'] = 'ACTIVE', screener = false) => ({
  ...{ roles: roles === '' ? [] : roles.split('+'), standing, screener },
});
const CASEWORKER = be('CASEWORKER');

describe('a change of what somebody may do', () => {
  it.each([
    [CASEWORKER, be('CASEWORKER+COORDINATOR'), true, false],
    [CASEWORKER, be('COORDINATOR'), true, true],
    [CASEWORKER, be('CASEWORKER', 'ACTIVE', true), true, false],
    [be('CASEWORKER', 'ACTIVE', true), CASEWORKER, false, true],
    [CASEWORKER, be('CASEWORKER', 'SUSPENDED'), false, true],
    [CASEWORKER, be('CASEWORKER', 'PROBATION'), false, true],
    [be('CASEWORKER', 'SUSPENDED'), be('CASEWORKER', 'PROBATION'), true, false],
    [CASEWORKER, CASEWORKER, false, false],
  ])('%j to %j: raises %p, lowers %p', (before, after, up, down) => {
    expect([raises(before, after), lowers(before, after)]).toEqual([up, down]);
  });

  it.each([
    [CASEWORKER, CASEWORKER, 'SAME_AS_BEFORE'],
    [CASEWORKER, be(''), 'ROLE_REQUIRED'],
    [CASEWORKER, be('CASEWORKER+VOLUNTEER'), 'VOLUNTEERS_BY_VETTING'],
    [be('VOLUNTEER'), be('VOLUNTEER', 'SUSPENDED'), 'VOLUNTEERS_BY_VETTING'],
    [CASEWORKER, be('CASEWORKER+ADMINISTRATOR'), 'ROLES_APART'],
    [be('AUDITOR'), be('AUDITOR+FINANCE_OFFICER'), 'ROLES_APART'],
    [be('AUDITOR'), be('AUDITOR', 'ACTIVE', true), 'SCREENER_NEEDS_CASES'],
  ])('%j to %j is refused: %s', (before, after, reason) => {
    expect(checkAuthority(before, after, false)).toEqual({
      ok: false,
      error: { kind: 'REFUSED', reason },
    });
  });

  it('never makes active whom the trustees certified for probation', () => {
    const before = be('CASEWORKER', 'PROBATION');
    expect(checkAuthority(before, CASEWORKER, true).ok).toBe(false);
    expect(checkAuthority(before, CASEWORKER, false).ok).toBe(true);
  });

  it('may take apart what was together before', () => {
    const both = be('AUDITOR+FINANCE_OFFICER+COORDINATOR');
    expect(checkAuthority(both, be('AUDITOR+COORDINATOR'), false).ok).toBe(true);
  });
});
