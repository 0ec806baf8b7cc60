import { describe, expect, it } from '@jest/globals';
import { CASE_STATES } from '@kinward/cases';
import { aidRefusal, isHalted, workRefusal } from './aid-state.js';

describe('what the state of a case allows', () => {
  it('stops all work for cases that are over or halted', () => {
    expect(CASE_STATES.filter((state) => workRefusal(state) !== null)).toEqual([
      'PAUSED_BY_FAMILY',
      'QUARANTINED',
      'CLOSED',
      'DECLINED',
      'TRANSFERRED',
      'ERASED',
    ]);
    expect(CASE_STATES.filter(isHalted)).toEqual(['PAUSED_BY_FAMILY', 'QUARANTINED']);
  });

  it('lets aid be decided on in accepted cases only', () => {
    expect(CASE_STATES.filter((state) => aidRefusal(state) === null)).toEqual([
      'ACTIVE',
      'TRANSITION',
    ]);
    expect(aidRefusal('SCREENING')).toBe('CASE_NOT_ACTIVE');
    expect(aidRefusal('CLOSED')).toBe('CASE_NOT_LIVE');
  });
});
