import { describe, expect, it } from '@jest/globals';
import { mayHaveCard, mayPublish, type CardGround, type Publisher } from './card-rules.js';

const SOUND: CardGround = { needState: 'WAITING_FUNDS', remainderMinor: 1n, hasCard: false };

describe('a case card', () => {
  it('is possible for an approved need that wants money', () => {
    expect(mayHaveCard(SOUND)).toEqual({ ok: true, value: undefined });
    expect(mayHaveCard({ ...SOUND, needState: 'APPROVED' }).ok).toBe(true);
  });

  it.each([
    [{ hasCard: true }, { kind: 'REFUSED', reason: 'CARD_EXISTS' }],
    [{ remainderMinor: 0n }, { kind: 'REFUSED', reason: 'NOTHING_LEFT_TO_FUND' }],
    [{ needState: 'FUNDED' }, { kind: 'WRONG_STATE', state: 'FUNDED' }],
    [{ needState: 'SUSPENDED' }, { kind: 'WRONG_STATE', state: 'SUSPENDED' }],
  ])('is refused for %j', (change, error) => {
    expect(mayHaveCard({ ...SOUND, ...change })).toEqual({ ok: false, error });
  });
});

describe('whoever lets a text out', () => {
  const second: Publisher = {
    ...{ personId: 'two', authorIds: ['one'] },
    ...{ isHolder: false, hasInterest: false },
  };

  it('is somebody else who is not in conflict', () => {
    expect(mayPublish(second).ok).toBe(true);
  });

  it.each([
    [{ authorIds: ['one', 'two'] }, 'AUTHOR_MAY_NOT_PUBLISH'],
    [{ isHolder: true }, 'PUBLISHER_IN_CONFLICT'],
    [{ hasInterest: true }, 'PUBLISHER_IN_CONFLICT'],
  ])('is refused for %j', (change, reason) => {
    const error = { kind: 'REFUSED', reason };
    expect(mayPublish({ ...second, ...change })).toEqual({ ok: false, error });
  });
});
