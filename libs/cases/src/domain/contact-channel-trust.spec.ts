import { describe, expect, it } from '@jest/globals';
import {
  CHANNEL_EVENTS,
  CHANNEL_TRUSTS,
  mayReceiveHandshake,
  mayReceiveMoreThanHandshake,
  trustAfter,
} from './contact-channel-trust.js';
import type { ChannelEvent } from './contact-channel-trust.js';

/** Columns: from UNKNOWN, VERIFIED, DEGRADED, COMPROMISED. */
const expected: Record<ChannelEvent, string> = {
  RELEASE: 'UNKNOWN DEGRADED DEGRADED COMPROMISED',
  ARREST: 'UNKNOWN DEGRADED DEGRADED COMPROMISED',
  SEARCH: 'UNKNOWN DEGRADED DEGRADED COMPROMISED',
  INTERROGATION: 'UNKNOWN DEGRADED DEGRADED COMPROMISED',
  DOUBT_RECORDED: 'UNKNOWN DEGRADED DEGRADED COMPROMISED',
  COMPROMISE_CONFIRMED: 'COMPROMISED COMPROMISED COMPROMISED COMPROMISED',
  HANDSHAKE_PASSED: 'VERIFIED VERIFIED VERIFIED refused',
  CHANNEL_REPLACED: 'UNKNOWN UNKNOWN UNKNOWN UNKNOWN',
  TRANSITION_STARTED: 'UNKNOWN UNKNOWN UNKNOWN COMPROMISED',
};

describe('trustAfter', () => {
  it.each(CHANNEL_EVENTS)('follows the table for %s', (event) => {
    const row = CHANNEL_TRUSTS.map((trust) => {
      const after = trustAfter(trust, event);
      return after.ok ? after.value : 'refused';
    });

    expect(row.join(' ')).toBe(expected[event]);
  });

  it('says why a handshake over a compromised channel proves nothing', () => {
    expect(trustAfter('COMPROMISED', 'HANDSHAKE_PASSED')).toEqual({
      ok: false,
      error: { kind: 'REFUSED', reason: 'CHANNEL_COMPROMISED' },
    });
  });
});

describe('what a channel may carry', () => {
  it.each([
    ['UNKNOWN', true, false],
    ['VERIFIED', true, true],
    ['DEGRADED', true, false],
    ['COMPROMISED', false, false],
  ] as const)('%s: handshake %s, more %s', (trust, handshake, more) => {
    expect(mayReceiveHandshake(trust)).toBe(handshake);
    expect(mayReceiveMoreThanHandshake(trust)).toBe(more);
  });
});
