import { describe, expect, it } from '@jest/globals';
import { accountAfter } from './account-after.js';

const volunteer = { roles: ['VOLUNTEER'], standing: 'PROBATION' } as const;
const colleague = { roles: ['CASEWORKER', 'VOLUNTEER'], standing: 'PROBATION' } as const;

describe('the account of a volunteer', () => {
  it.each([
    ['START_PROBATION', 'PROBATION'],
    ['ACTIVATE', 'ACTIVE'],
    ['SUSPEND', 'SUSPENDED'],
    ['RESIGN', 'SUSPENDED'],
    ['RECHECK', null],
  ] as const)('follows the vetting: %s', (transition, wanted) => {
    expect(accountAfter(transition, wanted, { account: volunteer, before: null })).toBe(wanted);
  });

  it.each([
    ['ACTIVATE', 'ACTIVE', null],
    ['START_PROBATION', 'PROBATION', null],
    ['RESIGN', 'SUSPENDED', null],
    ['SUSPEND', 'SUSPENDED', 'SUSPENDED'],
    ['REVOKE', 'SUSPENDED', 'SUSPENDED'],
  ] as const)(
    'of a colleague gains and loses nothing by %s but a stop',
    (transition, wanted, after) => {
      expect(accountAfter(transition, wanted, { account: colleague, before: null })).toBe(after);
    },
  );

  it('of a colleague is after a suspension what it was before', () => {
    const back = (before: 'PROBATION' | 'ACTIVE' | null) =>
      accountAfter('REINSTATE', 'ACTIVE', { account: colleague, before });

    expect([back('ACTIVE'), back('PROBATION'), back(null)]).toEqual([
      'ACTIVE',
      'PROBATION',
      'PROBATION',
    ]);
  });
});
