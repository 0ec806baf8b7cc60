import type { StatementRunner } from '@kinward/platform';
import type { ProviderEvent } from '../domain/provider-facts.js';

/** An event that waits. */
export interface WaitingEvent {
  readonly eventId: string;
  readonly type: string;
  readonly objectId: string;
  readonly attempts: number;
}

/** What the provider told us has happened: four words each, never the payload, which names the donor. */
export class InboxStore {
  constructor(private readonly db: StatementRunner) {}

  /** True where the event is new. */
  async add(organizationId: string, event: ProviderEvent, now: Date): Promise<boolean> {
    const rows = await this.db.query(
      `INSERT INTO stripe_event (organization_id, event_id, type, object_id, created_at, received_at, state, next_try_at)
       VALUES ($1, $2, $3, $4, $5, $6, 'RECEIVED', $6) ON CONFLICT DO NOTHING RETURNING event_id`,
      [organizationId, event.id, event.type, event.objectId, event.createdAt, now],
    );
    return rows.length === 1;
  }

  /** Takes one event that is due out of everybody else's reach, oldest first. */
  async take(organizationId: string, now: Date): Promise<WaitingEvent | null> {
    const [row] = await this.db.query<WaitingEvent>(
      `SELECT event_id AS "eventId", type, object_id AS "objectId", attempts FROM stripe_event
       WHERE organization_id = $1 AND state = 'RECEIVED' AND next_try_at <= $2
       ORDER BY next_try_at, event_id LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED`,
      [organizationId, now],
    );
    return row ?? null;
  }

  async finish(organizationId: string, eventId: string, state: 'DONE' | 'IGNORED'): Promise<void> {
    await this.db.query(
      `UPDATE stripe_event SET state = $3, attempts = attempts + 1, failure = NULL
       WHERE organization_id = $1 AND event_id = $2`,
      [organizationId, eventId, state],
    );
  }

  /** Tries again later, or gives up. @param failure a code */
  async postpone(
    organizationId: string,
    event: WaitingEvent,
    again: { readonly at: Date | null; readonly failure: string },
  ): Promise<void> {
    await this.db.query(
      `UPDATE stripe_event SET attempts = attempts + 1, failure = $3, next_try_at = coalesce($4, next_try_at),
         state = CASE WHEN $4::timestamptz IS NULL THEN 'FAILED' ELSE state END
       WHERE organization_id = $1 AND event_id = $2 AND state = 'RECEIVED'`,
      [organizationId, event.eventId, again.failure, again.at],
    );
  }

  /** The state of an event, which stays as it is until the transaction ends; null where there is none. */
  async lock(organizationId: string, eventId: string): Promise<string | null> {
    const [row] = await this.db.query<{ state: string }>(
      `SELECT state FROM stripe_event WHERE organization_id = $1 AND event_id = $2 FOR NO KEY UPDATE`,
      [organizationId, eventId],
    );
    return row?.state ?? null;
  }

  /** Makes an event that was given up due again, with all its attempts. Why it failed stays until the next one. */
  async reopen(organizationId: string, eventId: string, now: Date): Promise<void> {
    await this.db.query(
      `UPDATE stripe_event SET state = 'RECEIVED', attempts = 0, next_try_at = $3
       WHERE organization_id = $1 AND event_id = $2 AND state = 'FAILED'`,
      [organizationId, eventId, now],
    );
  }

  /** Up to when everything the provider had was listed and stored; null before the first complete listing. */
  async listedTo(organizationId: string): Promise<Date | null> {
    const [row] = await this.db.query<{ completeTo: Date }>(
      'SELECT complete_to AS "completeTo" FROM stripe_listing WHERE organization_id = $1',
      [organizationId],
    );
    return row?.completeTo ?? null;
  }

  /** Notes a complete listing. A slower one that began earlier takes nothing back. */
  async noteListing(organizationId: string, completeTo: Date): Promise<void> {
    await this.db.query(
      `INSERT INTO stripe_listing (organization_id, complete_to) VALUES ($1, $2)
       ON CONFLICT (organization_id) DO UPDATE
         SET complete_to = greatest(stripe_listing.complete_to, excluded.complete_to)`,
      [organizationId, completeTo],
    );
  }
}
