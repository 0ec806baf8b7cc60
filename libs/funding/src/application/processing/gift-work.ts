import { isJurisdictionCode, jurisdictionPack } from '@kinward/jurisdictions';
import type { Clock, IdGenerator } from '@kinward/kernel';
import type { StripeSettings } from '@kinward/platform';
import { StripeGateway } from '../../infrastructure/stripe/stripe.gateway.js';
import { SubscriptionGateway } from '../../infrastructure/stripe/subscription.gateway.js';
import type { GiftWork, Transactions } from './tools.js';

export interface GiftSurroundings {
  readonly settings: StripeSettings;
  readonly inTransaction: Transactions;
  readonly clock: Clock;
  readonly ids: IdGenerator;
  /** Milliseconds to wait for the provider; 20 seconds where absent. */
  readonly timeoutMs?: number;
}

/** Everything that unattended work on gifts needs, or null while the account's organisation is not registered. */
export async function openGiftWork(surroundings: GiftSurroundings): Promise<GiftWork | null> {
  const { settings, inTransaction, clock, ids, timeoutMs } = surroundings;
  const [row] = await inTransaction((db) =>
    db.query<{ id: string; timeZone: string; jurisdiction: string }>(
      'SELECT id, time_zone AS "timeZone", jurisdiction FROM organization WHERE code = $1',
      [settings.organization],
    ),
  );
  if (row === undefined || !isJurisdictionCode(row.jurisdiction)) return null;
  return {
    inTransaction,
    clock,
    ids,
    stripe: new StripeGateway(settings, timeoutMs),
    subscriptions: new SubscriptionGateway(settings, timeoutMs),
    organization: {
      id: row.id,
      timeZone: row.timeZone,
      refusedCardCountries: jurisdictionPack(row.jurisdiction).refusedCardCountries,
    },
  };
}
