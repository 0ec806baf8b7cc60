import { describe, expect, it } from '@jest/globals';
import { mayPublishCard, type CardGround } from './card-rules.js';

const SOUND: CardGround = {
  needState: 'WAITING_FUNDS',
  flags: ['N'],
  isConsentLive: true,
  remainderMinor: 1n,
  hasCard: false,
};

describe('a case card', () => {
  it('may be published for an approved need that wants money, with consent', () => {
    expect(mayPublishCard(SOUND)).toEqual({ ok: true, value: undefined });
    expect(mayPublishCard({ ...SOUND, needState: 'APPROVED' }).ok).toBe(true);
  });

  it.each([
    [{ flags: ['S', 'X'] }, { kind: 'REFUSED', reason: 'NEVER_PUBLISHED' }],
    [{ isConsentLive: false }, { kind: 'REFUSED', reason: 'NO_PUBLICATION_CONSENT' }],
    [{ hasCard: true }, { kind: 'REFUSED', reason: 'CARD_EXISTS' }],
    [{ remainderMinor: 0n }, { kind: 'REFUSED', reason: 'NOTHING_LEFT_TO_FUND' }],
    [{ needState: 'FUNDED' }, { kind: 'WRONG_STATE', state: 'FUNDED' }],
    [{ needState: 'SUSPENDED' }, { kind: 'WRONG_STATE', state: 'SUSPENDED' }],
  ])('is refused for %j', (change, error) => {
    expect(mayPublishCard({ ...SOUND, ...change })).toEqual({ ok: false, error });
  });
});
