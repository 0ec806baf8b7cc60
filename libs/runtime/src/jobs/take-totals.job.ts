import { isJurisdictionCode, jurisdictionPack } from '@kinward/jurisdictions';
import { SystemIdGenerator } from '@kinward/platform';
import { dueTotals, takeTotals, type DueTotals } from '@kinward/reporting';
import { appendSystemEntry } from './append-system-entry.js';
import { inRetriedTransaction } from './in-retried-transaction.js';
import { DAY_MS, type Job, type JobContext } from './job.js';
import { statementsOf } from './statements-of.js';

/**
 * Takes the public totals of every month that ended thirty days ago (security.md § 7.5), once and never again: what it
 * writes cannot be changed, and what comes in later is no part of it. Two people publish it, or nobody sees it.
 */
export const takeTotalsJob: Job = {
  task: 'take-totals',
  schedule: { match: '20 3 * * *', catchUpMs: DAY_MS },
  async run(context) {
    const { pool, clock } = context;
    const work = { db: statementsOf(pool), clock, ids: new SystemIdGenerator() };
    let taken = 0;
    for (const due of await dueTotals(work)) {
      if (await takeOne(context, due)) taken += 1;
    }
    return taken;
  },
};

function takeOne({ pool, clock }: JobContext, due: DueTotals): Promise<boolean> {
  const { jurisdiction, organizationId } = due;
  if (!isJurisdictionCode(jurisdiction)) return Promise.resolve(false);
  return inRetriedTransaction(pool, async (client) => {
    const work = { db: statementsOf(client), clock, ids: new SystemIdGenerator() };
    const subjectId = await takeTotals(work, due, jurisdictionPack(jurisdiction));
    if (subjectId === null) return false;
    const what = { action: 'TOTALS_TAKEN', subjectKind: 'TOTALS', subjectId, reason: 'MONTH_OVER' };
    await appendSystemEntry(client, { organizationId, now: clock.now(), ...what });
    return true;
  });
}
