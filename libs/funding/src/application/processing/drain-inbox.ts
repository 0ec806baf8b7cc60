import { DatabaseFailure } from '@kinward/platform';
import { InboxStore, type WaitingEvent } from '../../infrastructure/inbox.store.js';
import { ProviderRefusal, ProviderSilent } from '../../infrastructure/stripe/provider-failure.js';
import { handleEvent } from './handle-event.js';
import { BooksDisagree, NotYet, toolsOf, type GiftWork } from './tools.js';

/** Milliseconds before the second attempt; each further one waits twice as long. */
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 3_600_000;
/** About three days, as long as the provider itself would go on. */
const MOST_ATTEMPTS = 80;
/** News of something that never arrives, such as a refund of a payment that was not made here. */
const MOST_ATTEMPTS_NOT_YET = 12;

/** What a drain did. */
export interface Drained {
  readonly done: number;
  readonly ignored: number;
  readonly postponed: number;
}

/**
 * Works through the events that are due, until none is left. What an event changes, and that it has been dealt with,
 * is committed together; an event that fails does not hold up the others. Any number of workers may do this at once.
 */
export async function drainInbox(
  work: GiftWork,
  most = Number.POSITIVE_INFINITY,
): Promise<Drained> {
  const drained = { done: 0, ignored: 0, postponed: 0 };
  for (let count = 0; count < most; count += 1) {
    const outcome = await drainOne(work);
    if (outcome === null) break;
    drained[outcome] += 1;
  }
  return drained;
}

async function drainOne(work: GiftWork): Promise<keyof Drained | null> {
  let taken: WaitingEvent | null = null;
  try {
    return await work.inTransaction(async (db) => {
      const tools = toolsOf(work, db);
      const inbox = new InboxStore(db);
      const { id } = work.organization;
      taken = await inbox.take(id, work.clock.now());
      if (taken === null) return null;
      const isOurs = await handleEvent(tools, taken);
      await inbox.finish(id, taken.eventId, isOurs ? 'DONE' : 'IGNORED');
      return isOurs ? 'done' : 'ignored';
    });
  } catch (error) {
    if (taken === null) throw error;
    await postpone(work, taken, failureOf(error));
    return 'postponed';
  }
}

/** A code that the inbox shows; never a sentence, which might name somebody. */
function failureOf(error: unknown): string {
  if (error instanceof NotYet) return 'NOT_YET';
  if (error instanceof BooksDisagree) return `BOOKS_${error.reason}`;
  if (error instanceof ProviderRefusal) return `REFUSED_${error.code}`;
  if (error instanceof ProviderSilent) return `SILENT_${error.code}`;
  if (error instanceof DatabaseFailure) return `SQL_${error.sqlState}`;
  const sqlState = (error as { readonly code?: unknown }).code;
  if (typeof sqlState === 'string' && /^[0-9A-Z]{5}$/.test(sqlState)) return `SQL_${sqlState}`;
  return error instanceof Error ? error.name : 'unknown';
}

async function postpone(work: GiftWork, event: WaitingEvent, failure: string): Promise<void> {
  const most = failure === 'NOT_YET' ? MOST_ATTEMPTS_NOT_YET : MOST_ATTEMPTS;
  const pause = Math.min(FIRST_PAUSE_MS * 2 ** event.attempts, LONGEST_PAUSE_MS);
  const isHopeless = event.attempts + 1 >= most;
  const at = isHopeless ? null : new Date(work.clock.now().getTime() + pause);
  await work.inTransaction((db) =>
    new InboxStore(db).postpone(work.organization.id, event, { at, failure }),
  );
}
