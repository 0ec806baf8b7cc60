import type { Clock } from '@kinward/kernel';
import type { StatementRunner } from '@kinward/platform';
import type { MailOutcome, PingMailer } from '../domain/ping-mailer.js';
import { retryAt } from '../domain/ping-times.js';

/** The job that mails what is due. */
export const SEND_PINGS_TASK = 'send-pings';

export interface PingWork {
  /** Each statement is a transaction of its own: a claim must stand before a mail leaves. */
  readonly db: StatementRunner;
  readonly clock: Clock;
  readonly mailer: PingMailer;
  /** Opens the sealed address of a person. @throws Error when it was changed or moved */
  readonly openAddress: (personId: string, sealed: Buffer) => string;
}

/** Few, so that slow handing over ends within the claim. */
const BATCH = 5;
/** How long whoever claims a ping has for it, in milliseconds. */
const CLAIM_MS = 10 * 60_000;

interface Claimed {
  id: string;
  person_id: string;
  attempts: number;
}

const CLAIM = `
  UPDATE ping SET state = 'SENDING', attempts = attempts + 1, claimed_until = $2
  WHERE id IN (SELECT id FROM ping WHERE due_at <= $1 AND state IN ('WAITING', 'SENDING')
      AND (state = 'WAITING' OR claimed_until <= $1)
    ORDER BY due_at, id LIMIT ${String(BATCH)} FOR UPDATE SKIP LOCKED)
  RETURNING id, person_id, attempts`;

const ADDRESS = 'SELECT person_id, email_sealed FROM ping_address($1)';

/** One mail stands for everything that waits for its person. */
const SENT = `
  UPDATE ping SET state = 'SENT', settled_at = $3, claimed_until = NULL
  WHERE (id = $1 OR person_id = $2) AND state IN ('WAITING', 'SENDING')`;

const FAILED = `
  UPDATE ping SET state = 'FAILED', settled_at = $2, claimed_until = NULL
  WHERE id = $1 AND state = 'SENDING'`;

const PUT_OFF = `
  UPDATE ping SET state = 'WAITING', due_at = $2, claimed_until = NULL
  WHERE id = $1 AND state = 'SENDING'`;

/**
 * Mails the pings that are due and returns how many left. A ping is claimed before its mail is handed over. A process that
 * dies in between repeats that one mail, with the same Message-ID, once its claim has run out.
 */
export async function sendPings(work: PingWork): Promise<number> {
  let sent = 0;
  for (;;) {
    const now = work.clock.now();
    const until = new Date(now.getTime() + CLAIM_MS);
    const claimed = await work.db.query<Claimed>(CLAIM, [now, until]);
    if (claimed.length === 0) return sent;
    let isDown = false;
    for (const ping of claimed) {
      const outcome: MailOutcome | null = isDown ? 'DOWN' : await sendOne(work, ping);
      isDown = outcome === 'DOWN';
      if (outcome === 'SENT') sent += 1;
      await settle(work, ping, outcome);
    }
    // Whatever else is due would meet the same silence.
    if (isDown) return sent;
  }
}

async function sendOne(work: PingWork, ping: Claimed): Promise<MailOutcome | null> {
  const [row] = await work.db.query<{ person_id: string; email_sealed: Buffer }>(ADDRESS, [
    ping.id,
  ]);
  // Meanwhile covered by another mail, or its person has been suspended.
  if (row === undefined) return null;
  return work.mailer.send(work.openAddress(row.person_id, row.email_sealed), ping.id);
}

async function settle(work: PingWork, ping: Claimed, outcome: MailOutcome | null): Promise<void> {
  const now = work.clock.now();
  if (outcome === 'SENT') return void (await work.db.query(SENT, [ping.id, ping.person_id, now]));
  const again = outcome === 'LATER' || outcome === 'DOWN' ? retryAt(now, ping.attempts) : null;
  if (again === null) await work.db.query(FAILED, [ping.id, now]);
  else await work.db.query(PUT_OFF, [ping.id, again]);
}
