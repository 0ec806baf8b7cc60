import { dueCards, endCard, type DueCard } from '@kinward/funding';
import { SystemIdGenerator } from '@kinward/platform';
import { appendSystemEntry } from './append-system-entry.js';
import { inRetriedTransaction } from './in-retried-transaction.js';
import { NO_CATCH_UP_MS, type Job, type JobContext } from './job.js';
import { statementsOf } from './statements-of.js';

/**
 * Ends case cards whose ground is gone (a consent that was withdrawn or has lapsed, a need that is over or covered), and
 * sends what nobody has reserved to where its donors wanted (decision 18). Each card is a transaction of its own with
 * its own entry of the audit trail, so a process that dies leaves every card as it was or as it should be.
 */
export const endCards: Job = {
  task: 'end-cards',
  schedule: { match: '* * * * *', catchUpMs: NO_CATCH_UP_MS },
  async run(context) {
    const { pool, clock } = context;
    const ids = new SystemIdGenerator();
    let ended = 0;
    const failures: unknown[] = [];
    for (const due of await dueCards({ db: statementsOf(pool), clock, ids })) {
      try {
        if (await endOne(context, due)) ended += 1;
      } catch (failure) {
        // One card that cannot end keeps no other from ending.
        failures.push(failure);
      }
    }
    if (failures.length > 0) throw failures[0];
    return ended;
  },
};

function endOne({ pool, clock }: JobContext, due: DueCard): Promise<boolean> {
  return inRetriedTransaction(pool, async (client) => {
    const work = { db: statementsOf(client), clock, ids: new SystemIdGenerator() };
    const ended = await endCard(work, due);
    if (ended === null) return false;
    await appendSystemEntry(client, {
      organizationId: due.organizationId,
      now: clock.now(),
      action: ended.action,
      subjectKind: 'CASE_CARD',
      subjectId: due.id,
      reason: ended.cause,
    });
    return true;
  });
}
