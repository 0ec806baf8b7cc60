import {
  catchUp,
  CATCH_UP_TASK,
  coverReceivables,
  DRAIN_TASK,
  drainInbox,
  openGiftWork,
  SEND_CALLS_TASK,
  sendCalls,
  type GiftWork,
} from '@kinward/funding';
import { SystemIdGenerator, type StripeSettings } from '@kinward/platform';
import type { Pool } from 'pg';
import { appendSystemEntry } from './append-system-entry.js';
import { endCards } from './end-cards.job.js';
import { inTransaction } from './in-transaction.js';
import { NO_CATCH_UP_MS, type Job, type JobContext } from './job.js';
import { statementsOf } from './statements-of.js';

type Work = (work: GiftWork) => Promise<number>;

/** The unattended work on gifts, for an installation that takes cards. */
export function giftJobs(settings: StripeSettings): readonly Job[] {
  const job = (task: string, match: string, action: string, run: Work): Job => ({
    task,
    schedule: { match, catchUpMs: NO_CATCH_UP_MS },
    run: (context) => audited(settings, context, action, run),
  });
  const drain = job(DRAIN_TASK, '* * * * *', 'GIFT_EVENTS_DRAINED', async (work) => {
    const { done, ignored } = await drainInbox(work);
    return done + ignored;
  });
  const send = job(SEND_CALLS_TASK, '* * * * *', 'GIFT_CALLS_SENT', async (work) => {
    const sent = await sendCalls(work);
    return sent + (await coverReceivables(work));
  });
  return [
    {
      ...drain,
      run: async (context) => {
        // First, so that a gift that is paid after its card's consent ended goes to the fallback as a whole. What keeps a
        // card from ending is reported by its own job, and keeps no gift waiting.
        await endCards.run(context).catch(() => 0);
        const drained = await drain.run(context);
        // A card that was left for a monthly gift is used at once: its donor is looking on. What fails here is tried and
        // reported by its own job.
        if (drained > 0) await send.run(context).catch(() => 0);
        return drained;
      },
    },
    send,
    job(CATCH_UP_TASK, '17 * * * *', 'GIFT_EVENTS_CAUGHT_UP', catchUp),
  ];
}

/** Runs the work and leaves one entry for the batch, however many gifts it held (decision 13). */
async function audited(
  settings: StripeSettings,
  { pool, clock }: JobContext,
  action: string,
  run: Work,
): Promise<number> {
  const work = await openGiftWork({
    settings,
    clock,
    ids: new SystemIdGenerator(),
    inTransaction: transactionsOf(pool),
  });
  if (work === null) return 0;
  const count = await run(work);
  if (count === 0) return 0;
  const { id } = work.organization;
  await inTransaction(pool, (client) =>
    appendSystemEntry(client, {
      organizationId: id,
      now: clock.now(),
      action,
      subjectKind: 'ORGANIZATION',
      subjectId: id,
      reason: 'BATCH',
    }),
  );
  return count;
}

/** Transactions on the worker's own connections. */
function transactionsOf(pool: Pool): GiftWork['inTransaction'] {
  return (work) => inTransaction(pool, (client) => work(statementsOf(client)));
}
