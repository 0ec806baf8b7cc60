import { checkInvariants, type InvariantResult } from '@kinward/ledger';
import { SystemIdGenerator } from '@kinward/platform';
import type { ClientBase } from 'pg';
import { appendSystemEntry } from './append-system-entry.js';
import { inTransaction } from './in-transaction.js';
import { DAY_MS, type Job } from './job.js';
import { statementsOf } from './statements-of.js';

/**
 * Proves the books every night. An invariant that does not hold is an alarm and an entry of the audit trail for
 * each organisation concerned, and a line of the log; each of them names its code and nothing of the books.
 */
export const verifyLedger: Job = {
  task: 'verify-ledger',
  schedule: { match: '40 2 * * *', catchUpMs: DAY_MS },
  async run({ pool, clock, logger }) {
    const now = clock.now();
    const results = await checkInvariants(statementsOf(pool), now);
    const broken = results.filter((result) => result.offenders.length > 0);
    for (const { code, offenders } of broken) {
      logger?.error('ledger invariant broken', { cause: code, count: offenders.length });
    }
    await inTransaction(pool, async (client) => {
      for (const result of broken) await raise(client, result, now);
    });
    return broken.length;
  },
};

async function raise(client: ClientBase, result: InvariantResult, now: Date): Promise<void> {
  const ids = new SystemIdGenerator();
  const organizations = new Set(result.offenders.map((offender) => offender.organizationId));
  for (const organizationId of organizations) {
    await client.query(
      `INSERT INTO security_alert (id, organization_id, kind, cause, subject_kind, raised_at)
       VALUES ($1, $2, 'INTEGRITY', $3, 'LEDGER', $4)`,
      [ids.next(), organizationId, result.code, now],
    );
    await appendSystemEntry(client, {
      organizationId,
      now,
      action: 'LEDGER_INVARIANT_BROKEN',
      subjectKind: 'LEDGER',
      subjectId: null,
      reason: result.code,
    });
  }
}
