import type { GiftDesk } from '@kinward/testing';

/** Ids of events that the provider has and we do not. */
export async function missingEvents({ desk, sandbox }: GiftDesk): Promise<string[]> {
  const rows = await desk.database.asOperator<{ id: string }>(
    'SELECT event_id AS id FROM stripe_event',
  );
  const known = new Set(rows.map(({ id }) => id));
  return sandbox.control
    .objects()
    .events.map(({ id }) => id)
    .filter((id) => !known.has(id));
}

/** Up to when a listing was complete, or null. */
export async function listedTo({ desk }: GiftDesk): Promise<Date | null> {
  const [row] = await desk.database.asOperator<{ at: Date }>(
    'SELECT complete_to AS at FROM stripe_listing',
  );
  return row?.at ?? null;
}

interface ListParams {
  readonly created: { readonly gte: string };
  readonly starting_after?: string;
}

/** From when on the provider was asked, in seconds, listing by listing. */
export function askedSince({ sandbox }: GiftDesk): number[] {
  return sandbox.control
    .calls()
    .filter(({ path }) => path === '/v1/events')
    .map(({ params }) => params as ListParams)
    .filter((params) => params.starting_after === undefined)
    .map(({ created }) => Number.parseInt(created.gte, 10));
}
