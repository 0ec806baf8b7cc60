import type { Invariant } from '@kinward/ledger';
import { REST_OF_FUND } from '../infrastructure/card-end.store.js';

/**
 * What must be true of case cards; checked every night with the books. A day is left for the job that moves the money,
 * both after the consent ended and after the fund last moved.
 */
export const CASE_CARD_INVARIANTS: readonly Invariant[] = [
  {
    code: 'CARD_WITHOUT_CONSENT_HOLDS_NOTHING',
    sentence:
      'A case card that has ended, or whose family’s consent ended more than a day ago, holds no money that nobody has reserved.',
    sql: `SELECT c.organization_id, c.id FROM case_card c JOIN fund f ON f.id = c.fund_id
      WHERE ${REST_OF_FUND} > 0
        AND (c.state IN ('WITHDRAWN', 'CLOSED') OR NOT EXISTS (
          SELECT FROM need n JOIN consent s ON s.case_id = n.case_id AND s.purpose = 'PUBLISH_CARD'
          WHERE n.organization_id = c.organization_id AND n.funding_reference = f.funding_reference
            AND coalesce(s.withdrawn_on, 'infinity') >= ($1::timestamptz - interval '1 day')::date
            AND s.lapses_on > ($1::timestamptz - interval '1 day')::date))
        AND NOT EXISTS (SELECT FROM ledger_transfer t
          WHERE f.account_id IN (t.debit_account_id, t.credit_account_id)
            AND t.booked_at > $1::timestamptz - interval '1 day')`,
  },
];
