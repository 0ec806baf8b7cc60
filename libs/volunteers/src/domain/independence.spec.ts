import { describe, expect, it } from '@jest/globals';
import { areIndependent, hasTwoReferences, maySpeakFor } from './independence.js';
import { referee } from './test-support/favourable-vetting.js';

describe('two referees', () => {
  it('are two voices where nothing binds them', () => {
    expect(areIndependent(referee('a'), referee('b'))).toBe(true);
  });

  it.each([
    ['the same person', referee('a'), referee('a')],
    ['one vouched for by the other', referee('a', { chainIds: ['b'] }), referee('b')],
    ['one far up in the other’s chain', referee('a'), referee('b', { chainIds: ['x', 'a'] })],
    [
      'two vouched for by the same person',
      referee('a', { voucherIds: ['x'] }),
      referee('b', { voucherIds: ['x'] }),
    ],
  ])('are one voice: %s', (_, one, other) => {
    expect(areIndependent(one, other)).toBe(false);
    expect(areIndependent(other, one)).toBe(false);
    expect(hasTwoReferences([one, other], null)).toBe(false);
  });

  it('may be joined by a third who is bound to one of them', () => {
    const all = [referee('a'), referee('b'), referee('c', { chainIds: ['a'] })];

    expect(hasTwoReferences(all, 'subject')).toBe(true);
  });
});

describe('a referee', () => {
  it.each([
    ['is not in good standing', referee('a', { isActive: false })],
    ['is the applicant', referee('subject')],
    ['was vouched for by the applicant', referee('a', { chainIds: ['subject'] })],
  ])('does not count who %s', (_, one) => {
    expect(maySpeakFor(one, 'subject')).toBe(false);
    expect(hasTwoReferences([one, referee('b')], 'subject')).toBe(false);
  });

  it.each(['KNOWS_TOO_LITTLE', 'ADVISES_AGAINST', null] as const)(
    'does not count with the answer %s',
    (answer) => {
      expect(hasTwoReferences([referee('a', { answer }), referee('b')], null)).toBe(false);
    },
  );
});
