import { setTimeout as sleep } from 'node:timers/promises';
import {
  DatabaseFailure,
  EVENTS_CHANNEL,
  toDatabaseFailure,
  type KinwardLogger,
  type RelayedNews,
} from '@kinward/platform';
import type { Pool } from 'pg';
import { inTransaction } from './in-transaction.js';

/** How long an event may lie before the relay looks again, in milliseconds. */
const POLL_MS = 250;
/** The same after a failure. */
const PAUSE_MS = 2_000;
const BATCH_ROWS = 200;
/** PostgreSQL takes less than 8,000 bytes in one notification. */
const PAYLOAD_BYTES = 7_900;
/** Any fixed number: held by the one relay of a database that places news. */
const RELAY_LOCK = 4_731_005;

interface PlacedRow {
  seq: string;
  topic: string;
  organization_id: string;
  ids: Record<string, string>;
}

/**
 * Empties the outbox into the feed. The row of the organisation's head stays locked until the commit, so nobody ever sees
 * a place while a smaller one is still to come.
 */
const PLACE = `
  WITH taken AS (
    DELETE FROM outbox WHERE id IN (SELECT id FROM outbox ORDER BY id LIMIT $1)
    RETURNING id, organization_id, topic, payload),
  counted AS (SELECT organization_id, count(*) AS news FROM taken GROUP BY organization_id),
  heads AS (
    INSERT INTO live_head AS h (organization_id, seq) SELECT organization_id, news FROM counted
    ON CONFLICT (organization_id) DO UPDATE SET seq = h.seq + excluded.seq
    RETURNING organization_id, seq),
  placed AS (
    INSERT INTO live_event (organization_id, seq, topic, ids, at)
    SELECT t.organization_id, h.seq - c.news
        + row_number() OVER (PARTITION BY t.organization_id ORDER BY t.id),
      t.topic, t.payload, date_trunc('hour', now(), 'UTC')
    FROM taken t JOIN counted c USING (organization_id) JOIN heads h USING (organization_id)
    RETURNING organization_id, seq, topic, ids)
  SELECT organization_id, seq, topic, ids FROM placed ORDER BY organization_id, seq`;

const TELL = `
  SELECT pg_notify($1, told.payload)
  FROM unnest($2::text[]) WITH ORDINALITY AS told (payload, place) ORDER BY told.place`;

/**
 * Gives news their places in the live feed and tells every process of them, outside of the transactions that wrote them
 * (a NOTIFY inside of those would make them wait for each other). Several relays may run: one of them is at work at
 * a time, so every event gets one place, and places become visible in their order.
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

  /** Places and tells one batch; returns the number of its events, 0 also where another relay is at work. */
  async relayBatch(): Promise<number> {
    return inTransaction(this.pool, async (client) => {
      const lock = await client.query<{ mine: boolean }>(
        'SELECT pg_try_advisory_xact_lock($1) AS mine',
        [RELAY_LOCK],
      );
      if (lock.rows[0]?.mine !== true) return 0;
      const { rows } = await client.query<PlacedRow>(PLACE, [BATCH_ROWS]);
      if (rows.length > 0) await client.query(TELL, [EVENTS_CHANNEL, pack(rows.map(toNews))]);
      return rows.length;
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

/** As few notifications as hold all news, in their order. */
function pack(news: readonly RelayedNews[]): string[] {
  const payloads: string[] = [];
  let texts: string[] = [];
  let bytes = 2;
  for (const one of news) {
    let text = JSON.stringify(one);
    // Ids that no notification can hold are read from the feed by whoever listens.
    if (Buffer.byteLength(text) > PAYLOAD_BYTES) text = JSON.stringify({ ...one, ids: null });
    const more = Buffer.byteLength(text) + 1;
    if (bytes + more > PAYLOAD_BYTES && texts.length > 0) {
      payloads.push(`[${texts.join(',')}]`);
      texts = [];
      bytes = 2;
    }
    texts.push(text);
    bytes += more;
  }
  return [...payloads, `[${texts.join(',')}]`];
}

function toNews(row: PlacedRow): RelayedNews {
  const { organization_id: organizationId, seq, topic, ids } = row;
  return { organizationId, seq: Number(seq), topic, ids };
}
