import { InboxStore } from '../../infrastructure/inbox.store.js';
import type { GiftWork } from './tools.js';

/** Milliseconds before the newest event that we know: events of one moment may arrive in any order. */
const OVERLAP_MS = 24 * 3_600_000;
/** The provider keeps events for 30 days. */
const FURTHEST_MS = 30 * 24 * 3_600_000;

/**
 * Asks the provider for everything that happened since the newest event that arrived, and takes in what is missing.
 * Returns how many events were missing.
 */
export async function catchUp(work: GiftWork): Promise<number> {
  const { organization, clock, stripe, inTransaction } = work;
  const newest = await inTransaction((db) => new InboxStore(db).newest(organization.id));
  const now = clock.now();
  const since = newest === null ? now.getTime() - FURTHEST_MS : newest.getTime() - OVERLAP_MS;
  let missing = 0;
  for await (const event of stripe.eventsSince(new Date(since))) {
    const isNew = await inTransaction((db) => new InboxStore(db).add(organization.id, event, now));
    if (isNew) missing += 1;
  }
  return missing;
}
