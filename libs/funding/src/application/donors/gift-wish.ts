import type { Money } from '@kinward/kernel';
import type { DonorLocale } from '../../infrastructure/donor.store.js';
import type { Fallback } from '../../infrastructure/gift.store.js';

/** A checked wish to give. */
export interface GiftWish {
  readonly rhythm: 'ONCE' | 'MONTHLY';
  readonly fundId: string | null;
  readonly caseCardId: string | null;
  readonly fallback: Fallback;
  readonly amount: Money;
  readonly locale: DonorLocale;
  readonly email: string | null;
}
