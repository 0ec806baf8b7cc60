import type { IdGenerator } from '@kinward/kernel';
import type { StatementRunner } from '@kinward/platform';
import { digestDueAt, JITTER_SECONDS } from '../domain/ping-times.js';
import { SEND_PINGS_TASK } from './send-pings.js';

/** NOW: at once, for people on duty; for everybody else, and DIGEST: at most hourly. */
export type PingUrgency = 'NOW' | 'DIGEST';

export interface PingOrder {
  readonly organizationId: string;
  /** Who is to look; quiet hours are the caller's business. */
  readonly personIds: readonly string[];
  readonly urgency: PingUrgency;
}

interface Surroundings {
  /** Of the transaction that the ping belongs to. */
  readonly db: StatementRunner;
  readonly now: Date;
  readonly ids: IdGenerator;
}

interface Person {
  id: string;
  is_on_duty: boolean;
  last_sent_at: Date | null;
}

const FIND = `
  SELECT p.id, d.person_id IS NOT NULL AS is_on_duty, (SELECT max(g.settled_at) FROM ping g
    WHERE g.organization_id = $1 AND g.person_id = p.id AND g.state = 'SENT') AS last_sent_at
  FROM person p LEFT JOIN duty_shift d ON d.person_id = p.id AND d.from_at <= $3 AND d.until_at > $3
  WHERE p.organization_id = $1 AND p.id = ANY ($2::uuid[]) AND p.standing <> 'SUSPENDED'
  ORDER BY p.id`;

const ASK = `
  WITH asked AS (
    INSERT INTO ping (id, organization_id, person_id, urgency, state, asked_at, due_at)
    SELECT id, $1, person_id, urgency, 'WAITING', $2, due_at
    FROM unnest($3::uuid[], $4::uuid[], $5::text[], $6::timestamptz[])
      AS pings (id, person_id, urgency, due_at)
    ON CONFLICT DO NOTHING RETURNING person_id, urgency),
  told AS (
    INSERT INTO outbox (organization_id, topic, payload)
    SELECT DISTINCT $1::uuid, 'ping', jsonb_build_object('personId', person_id) FROM asked)
  SELECT count(*)::integer AS asked, count(*) FILTER (WHERE urgency = 'NOW')::integer AS urgent
  FROM asked`;

/**
 * Asks people to look at the desk, in the caller's transaction; for jobs, use cases have `Pings`. Whoever has a ping under
 * way gets no second one: they all say the same. People of other organisations and suspended ones get none.
 * @returns how many were asked
 */
export async function askPings(order: PingOrder, { db, now, ids }: Surroundings): Promise<number> {
  const people = await db.query<Person>(FIND, [order.organizationId, order.personIds, now]);
  if (people.length === 0) return 0;
  const pings = people.map((person) => {
    const isUrgent = order.urgency === 'NOW' && person.is_on_duty;
    const jitter = ids.bytes(4).readUInt32BE(0) % (JITTER_SECONDS + 1);
    return {
      id: ids.next(),
      personId: person.id,
      urgency: isUrgent ? 'NOW' : 'DIGEST',
      dueAt: isUrgent ? now : digestDueAt(now, jitter, person.last_sent_at),
    };
  });
  const [counts] = await db.query<{ asked: number; urgent: number }>(ASK, [
    order.organizationId,
    now,
    pings.map(({ id }) => id),
    pings.map(({ personId }) => personId),
    pings.map(({ urgency }) => urgency),
    pings.map(({ dueAt }) => dueAt),
  ]);
  if ((counts?.urgent ?? 0) > 0) {
    await db.query('SELECT enqueue_job($1, $2, $3)', [SEND_PINGS_TASK, '{}', SEND_PINGS_TASK]);
  }
  return counts?.asked ?? 0;
}
