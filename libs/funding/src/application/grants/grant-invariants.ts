import type { Invariant } from '@kinward/ledger';
import { OVERHEAD_ACCOUNT } from '../../domain/overhead.js';

/** What must be true of grants; checked every night with the books. */
export const GRANT_INVARIANTS: readonly Invariant[] = [
  {
    code: 'OVERHEAD_HAS_LEFT_ITS_FUND',
    sentence:
      'What an instalment left for the work itself was moved from its fund to the account OVERHEAD, to the cent.',
    sql: `SELECT i.organization_id, i.id FROM grant_instalment i
      JOIN ledger_transfer arrived ON arrived.id = i.transfer_id
      LEFT JOIN ledger_transfer share ON share.id = i.overhead_transfer_id
        AND share.debit_account_id = arrived.credit_account_id AND share.amount = i.overhead_minor
      LEFT JOIN ledger_account a ON a.id = share.credit_account_id AND a.code = '${OVERHEAD_ACCOUNT}'
      WHERE i.overhead_minor > 0 AND a.id IS NULL`,
  },
];
