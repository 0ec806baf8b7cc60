import { askPings } from '@kinward/notifications';
import { SystemIdGenerator } from '@kinward/platform';
import type { ClientBase } from 'pg';
import { appendSystemEntry } from './append-system-entry.js';
import { inRetriedTransaction } from './in-retried-transaction.js';
import { DAY_MS, type Job } from './job.js';
import { statementsOf } from './statements-of.js';

/** Mailboxes in one transaction: few enough that a killed worker has little to do again. */
const BATCH_ROWS = 100;

interface TouchedMailbox {
  readonly id: string;
  readonly organization_id: string;
  readonly case_id: string | null;
  readonly request_id: string | null;
  /** Whom to ask to look; nobody once it is destroyed. */
  readonly person_ids?: readonly string[];
}

interface Step {
  readonly sql: string;
  readonly action: string;
}

const STEPS: readonly Step[] = [
  {
    sql: 'SELECT id, organization_id, case_id, request_id, person_ids FROM warn_of_unused_mailboxes($1, $2)',
    action: 'MAILBOX_WARNED_OF',
  },
  {
    sql: 'SELECT id, organization_id, case_id, request_id FROM destroy_unused_mailboxes($1, $2)',
    action: 'MAILBOX_DESTROYED',
  },
];

/** Tells the lists of the desk to look again. */
const TELL = `
  INSERT INTO outbox (organization_id, topic, payload)
  SELECT $1, topic, payload FROM unnest($2::text[], $3::jsonb[]) AS news (topic, payload)`;

/**
 * Destroys mailboxes that nobody used for 90 days: words, keys and messages (ADR 0025). Where something is open, whoever
 * works on it is warned two weeks before, and a line of theirs keeps it. Marks, news, pings and audit entries are one transaction.
 */
export const unusedMailboxes: Job = {
  task: 'unused-mailboxes',
  schedule: { match: '55 2 * * *', catchUpMs: DAY_MS },
  async run({ pool, clock }) {
    const now = clock.now();
    let touched = 0;
    for (const step of STEPS) {
      let rows: number;
      do {
        rows = await inRetriedTransaction(pool, (client) => take(client, now, step));
        touched += rows;
      } while (rows === BATCH_ROWS);
    }
    return touched;
  },
};

async function take(client: ClientBase, now: Date, { sql, action }: Step): Promise<number> {
  const { rows } = await client.query<TouchedMailbox>(sql, [now, BATCH_ROWS]);
  for (const organizationId of new Set(rows.map((row) => row.organization_id))) {
    const touched = rows.filter((row) => row.organization_id === organizationId);
    await ask(client, now, organizationId, touched);
    const news = touched.flatMap((row) => newsOf(action, row));
    const topics = news.map(({ topic }) => topic);
    await client.query(TELL, [organizationId, topics, news.map(({ ids }) => JSON.stringify(ids))]);
    for (const { id: subjectId } of touched) {
      const subject = { subjectKind: 'MAILBOX', subjectId };
      const reason = 'NOT_USED';
      await appendSystemEntry(client, { organizationId, now, action, reason, ...subject });
    }
  }
  return rows.length;
}

async function ask(
  client: ClientBase,
  now: Date,
  organizationId: string,
  mailboxes: readonly TouchedMailbox[],
): Promise<void> {
  const personIds = [...new Set(mailboxes.flatMap(({ person_ids: people = [] }) => people))];
  if (personIds.length === 0) return;
  const surroundings = { db: statementsOf(client), now, ids: new SystemIdGenerator() };
  await askPings({ organizationId, personIds, urgency: 'DIGEST' }, surroundings);
}

function newsOf(action: string, { case_id: caseId, request_id: requestId }: TouchedMailbox) {
  return [
    ...(caseId === null ? [] : [{ topic: 'case', ids: { action, caseId } }]),
    ...(requestId === null ? [] : [{ topic: 'intake', ids: { action, requestId } }]),
  ];
}
