import { describe, expect, it } from '@jest/globals';
import { available, NO_TOTALS } from './account.js';
import { drawnAccounts, effectsOf } from './effects.js';
import type { Transfer } from './transfer.js';

const FUND = 'fund';
const PAYABLE = 'payable';

const transfer = (change: Partial<Transfer>): Transfer => ({
  id: 'transfer',
  phase: 'DIRECT',
  code: 'CORRECTION',
  debitAccountId: FUND,
  creditAccountId: PAYABLE,
  amount: 100n,
  pendingId: null,
  reversesId: null,
  reference: null,
  expiresAt: null,
  idempotencyKey: 'key',
  idempotencyHash: Buffer.alloc(0),
  ...change,
});

const pending = new Map([['set', { amount: 100n }]]);

describe('the effects of transfers', () => {
  it.each([
    ['DIRECT', {}, { debitsPosted: 100n }, { creditsPosted: 100n }, -100n],
    ['PENDING', {}, { debitsPending: 100n }, { creditsPending: 100n }, -100n],
    [
      'POST',
      { pendingId: 'set', amount: 60n },
      { debitsPending: -100n, debitsPosted: 60n },
      { creditsPending: -100n, creditsPosted: 60n },
      40n,
    ],
    ['VOID', { pendingId: 'set' }, { debitsPending: -100n }, { creditsPending: -100n }, 100n],
  ] as const)('%s', (phase, change, debited, credited, leaves) => {
    const effects = effectsOf([transfer({ phase, ...change })], pending);

    expect(effects.get(FUND)).toEqual({ ...NO_TOTALS, ...debited });
    expect(effects.get(PAYABLE)).toEqual({ ...NO_TOTALS, ...credited });
    expect(available(effects.get(FUND) ?? NO_TOTALS)).toBe(leaves);
  });

  it('add up over a batch, and only what loses by all of it together is drawn on', () => {
    const gift = transfer({ debitAccountId: 'stripe', creditAccountId: FUND });
    const fee = transfer({ creditAccountId: 'stripe', amount: 3n });

    const effects = effectsOf([gift, fee], new Map());

    expect(effects.get(FUND)).toEqual({ ...NO_TOTALS, creditsPosted: 100n, debitsPosted: 3n });
    expect(drawnAccounts(effects)).toEqual(['stripe']);
  });

  it('need the pending transfer of every second phase', () => {
    const orphan = transfer({ phase: 'VOID', pendingId: 'unknown' });

    expect(() => effectsOf([orphan], pending)).toThrow('without its pending transfer');
  });
});
