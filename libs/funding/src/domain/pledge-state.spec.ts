import { describe, expect, it } from '@jest/globals';
import {
  mayChangePledge,
  PLEDGE_CHANGES,
  PLEDGE_STATES,
  pledgeStateAfter,
} from './pledge-state.js';

describe('a monthly gift', () => {
  it('may be changed like this and not otherwise', () => {
    const table = PLEDGE_STATES.map(
      (state) => `${state}: ${PLEDGE_CHANGES.filter((c) => mayChangePledge(state, c)).join(' ')}`,
    );

    expect(table).toEqual([
      'INTENT: STOP',
      'BLOCKED_RISK: ',
      'ACTIVE: STOP PAUSE AMOUNT CARD',
      'PAUSED: STOP RESUME AMOUNT CARD',
      'PAST_DUE: STOP CARD',
      'ENDED: ',
    ]);
  });

  it.each(['ENDED', 'BLOCKED_RISK'] as const)('never comes back from %s', (state) => {
    expect(pledgeStateAfter(state, { status: 'ACTIVE' })).toBe(state);
  });

  it('follows its subscription otherwise', () => {
    expect(pledgeStateAfter('PAST_DUE', { status: 'ACTIVE' })).toBe('ACTIVE');
    expect(pledgeStateAfter('ACTIVE', { status: 'PAST_DUE' })).toBe('PAST_DUE');
  });
});
