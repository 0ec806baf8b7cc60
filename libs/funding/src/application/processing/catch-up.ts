import { InboxStore } from '../../infrastructure/inbox.store.js';
import type { GiftWork } from './tools.js';

/** Milliseconds listed twice: clocks differ, and an event may be listed some time after it was made. */
const OVERLAP_MS = 24 * 3_600_000;
/** The provider keeps events for 30 days. */
const FURTHEST_MS = 30 * 24 * 3_600_000;
/** Events between two reports. */
const REPORT_EVERY = 100;

/** How far a listing has come. */
export interface Listed {
  /** Events that the provider told. */
  readonly listed: number;
  /** Those of them that had never arrived. */
  readonly missing: number;
}

/**
 * Asks the provider for everything that happened since the last complete listing began, and takes in what never
 * arrived. What webhooks brought in the meantime decides nothing: the newest event is no promise of older ones. The
 * provider lists newest first, so a listing that ended half-way has a gap of unknown place, and counts for nothing.
 * Returns how many events were missing. @param report hears of the progress, and last of the end
 * @throws ProviderSilent, ProviderRefusal
 */
export async function catchUp(
  work: GiftWork,
  report: (sofar: Listed) => void = () => undefined,
): Promise<number> {
  const { organization, clock, stripe, inTransaction } = work;
  const startedAt = clock.now();
  const listedTo = await inTransaction((db) => new InboxStore(db).listedTo(organization.id));
  const furthest = startedAt.getTime() - FURTHEST_MS;
  const since = listedTo === null ? furthest : listedTo.getTime() - OVERLAP_MS;
  const sofar = { listed: 0, missing: 0 };
  for await (const event of stripe.eventsSince(new Date(Math.max(since, furthest)))) {
    const isNew = await inTransaction((db) =>
      new InboxStore(db).add(organization.id, event, startedAt),
    );
    sofar.listed += 1;
    if (isNew) sofar.missing += 1;
    if (sofar.listed % REPORT_EVERY === 0) report({ ...sofar });
  }
  await inTransaction((db) => new InboxStore(db).noteListing(organization.id, startedAt));
  report({ ...sofar });
  return sofar.missing;
}
