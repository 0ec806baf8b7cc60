import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseFailure, toDatabaseFailure, type KinwardLogger } from '@kinward/platform';
import type { Pool } from 'pg';
import { inTransaction } from './in-transaction.js';

/** The channel on which every instance hears the news. */
export const EVENTS_CHANNEL = 'kinward_events';

/** One piece of news as it travels: ids and codes only. */
export interface RelayedEvent {
  readonly topic: string;
  readonly organizationId: string;
  readonly ids: Readonly<Record<string, string>>;
}

/** How long an event may lie before the relay looks again, in milliseconds. */
const POLL_MS = 250;
/** The same after a failure. */
const PAUSE_MS = 2_000;
const BATCH_ROWS = 200;
/** PostgreSQL takes less than 8,000 bytes in one notification. */
const PAYLOAD_BYTES = 7_900;

interface OutboxRow {
  id: string;
  topic: string;
  organization_id: string;
  payload: Record<string, string>;
}

const TAKE = `
  SELECT id, topic, organization_id, payload FROM outbox ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED`;

/**
 * Carries the outbox out of the database, outside of the transactions that wrote it (a NOTIFY inside of them
 * would make them wait for each other). Several relays may run: a row is locked, told and deleted in one
 * transaction, so each is told exactly once to whoever listens at that moment. Their order is kept within a
 * batch only.
 */
export class OutboxRelay {
  private readonly ending = new AbortController();
  private loop: Promise<void> = Promise.resolve();

  constructor(
    private readonly pool: Pool,
    private readonly logger: KinwardLogger,
  ) {}

  start(): void {
    this.loop = this.run();
  }

  /** Finishes the batch in hand. */
  async stop(): Promise<void> {
    this.ending.abort();
    await this.loop;
  }

  /** Tells and deletes one batch; returns the number of its events. */
  async relayBatch(): Promise<number> {
    return inTransaction(this.pool, async (client) => {
      const { rows } = await client.query<OutboxRow>(TAKE, [BATCH_ROWS]);
      if (rows.length === 0) return 0;
      const { payload, taken } = pack(rows);
      await client.query('DELETE FROM outbox WHERE id = ANY($1)', [taken.map((row) => row.id)]);
      await client.query('SELECT pg_notify($1, $2)', [EVENTS_CHANNEL, payload]);
      return taken.length;
    });
  }

  private async run(): Promise<void> {
    while (!this.ending.signal.aborted) {
      const pause = await this.relayAll();
      // Aborting the pause is how it ends, not a failure.
      await sleep(pause, undefined, { signal: this.ending.signal }).catch(() => undefined);
    }
  }

  private async relayAll(): Promise<number> {
    try {
      while (!this.ending.signal.aborted && (await this.relayBatch()) > 0);
      return POLL_MS;
    } catch (error) {
      const failure = toDatabaseFailure(error);
      this.logger.error('outbox relay failed', {
        ...(failure instanceof DatabaseFailure ? { sqlState: failure.sqlState } : {}),
        errorName: failure instanceof Error ? failure.name : 'unknown',
      });
      return PAUSE_MS;
    }
  }
}

/** As many rows, from the first, as one notification holds. */
function pack(rows: readonly OutboxRow[]): { payload: string; taken: readonly OutboxRow[] } {
  const taken: OutboxRow[] = [];
  const texts: string[] = [];
  let bytes = 2;
  for (const row of rows) {
    const text = JSON.stringify(toEvent(row));
    bytes += Buffer.byteLength(text) + 1;
    if (bytes > PAYLOAD_BYTES && taken.length > 0) break;
    taken.push(row);
    // Ids that do not fit alone are left out: whoever listens reads the state anew.
    texts.push(bytes > PAYLOAD_BYTES ? JSON.stringify({ ...toEvent(row), ids: {} }) : text);
  }
  return { payload: `[${texts.join(',')}]`, taken };
}

function toEvent(row: OutboxRow): RelayedEvent {
  return { topic: row.topic, organizationId: row.organization_id, ids: row.payload };
}
