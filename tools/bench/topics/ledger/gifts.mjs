import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { load } from '../../frame/workspace.mjs';
import { asOperator, statementsOf } from './books.mjs';

/** Events that one transaction takes from the inbox, and webhooks that a connection stores before it does. */
export const BATCH = 16;
/** How often what waits is folded (milliseconds); the product does it every minute, which costs less. */
const FOLD_MS = 1_000;

/** What arrives: one statement and one commit for each webhook, before it is answered. */
const RECEIVE = `
  INSERT INTO stripe_event (organization_id, event_id, type, object_id, created_at, received_at, state, next_try_at)
  VALUES ($1, $2, 'payment_intent.succeeded', $3, $4, $4, 'RECEIVED', $4)
  ON CONFLICT DO NOTHING RETURNING event_id`;

/** Takes events out of everybody else's reach; that they are done commits with what they did. */
const TAKE = `
  UPDATE stripe_event AS e SET state = 'DONE', attempts = attempts + 1
  FROM (SELECT event_id FROM stripe_event
    WHERE organization_id = $1 AND state = 'RECEIVED' AND next_try_at <= $2
    ORDER BY next_try_at, event_id LIMIT ${BATCH} FOR NO KEY UPDATE SKIP LOCKED) AS due
  WHERE e.organization_id = $1 AND e.event_id = due.event_id
  RETURNING e.event_id AS "eventId", e.object_id AS "objectId"`;

/** Far more than a round can book. */
const FILLED_PER_SECOND = 20_000;

/** Puts events into the inbox at once, from `from` on; what they say is made of their number, as in `receive`. */
const FILL = `
  INSERT INTO stripe_event (organization_id, event_id, type, object_id, created_at, received_at, state, next_try_at)
  SELECT $1, 'evt_' || $2 || '_' || n, 'payment_intent.succeeded', 'pi_' || n % $3 || '_' || 1000 + n % 9000,
    now(), now(), 'RECEIVED', now()
  FROM generate_series(1, $4::int) AS n`;

/**
 * Books the gifts of the events in the inbox, on all connections at once, until the time is over. Counted is what is in
 * the books. In place of the look-up at the provider, the object's id says pot and amount. Where `isReceiving`, the
 * connections also store each webhook first, in a commit of its own as it is answered; else the inbox has been
 * filled before.
 *
 * @returns {Promise<{ count: number, seconds: number, minorUnits: bigint }>}
 */
export async function runGifts(books, { connections, ms, pots, isReceiving }) {
  const { Ledger, foldMovements } = await load('libs/ledger/dist/index.js');
  const clock = { now: () => new Date() };
  const stage = { books, pots, clock, sent: 0, run: randomUUID().slice(0, 8) };
  if (!isReceiving) await fill(stage, Math.ceil((ms / 1000) * FILLED_PER_SECOND));
  const clients = Array.from(
    { length: connections },
    () => new pg.Client({ connectionString: books.workerUrl, pipeline: true }),
  );
  await Promise.all(clients.map((client) => client.connect()));
  try {
    const begin = performance.now();
    const isOver = () => performance.now() - begin >= ms;
    const work = clients.map(async (client, index) => {
      const db = statementsOf(client);
      const ledger = new Ledger(db, clock, randomUUID);
      const total = { count: 0, minorUnits: 0n };
      let foldedAt = begin;
      while (!isOver()) {
        if (isReceiving) await receive(stage, db);
        const booked = await drain(stage, client, db, ledger);
        total.count += booked.count;
        total.minorUnits += booked.minorUnits;
        if (index === 0 && performance.now() - foldedAt > FOLD_MS) {
          foldedAt = performance.now();
          await inTransaction(client, () => foldMovements(db));
        }
      }
      return total;
    });
    const totals = await Promise.all(work);
    const seconds = (performance.now() - begin) / 1000;
    return {
      count: totals.reduce((sum, total) => sum + total.count, 0),
      minorUnits: totals.reduce((sum, total) => sum + total.minorUnits, 0n),
      seconds,
    };
  } finally {
    await Promise.all(clients.map((client) => client.end()));
    await asOperator(books.adminUrl, (client) =>
      client.query(`DELETE FROM stripe_event WHERE state = 'RECEIVED'`),
    );
  }
}

async function fill({ books, pots, run }, count) {
  await asOperator(books.adminUrl, async (client) => {
    await client.query(FILL, [books.organizationId, run, pots.length, count]);
    await client.query('VACUUM ANALYZE stripe_event');
  });
}

async function receive(stage, db) {
  const { books, pots, clock, run } = stage;
  for (let index = 0; index < BATCH; index += 1) {
    const number = (stage.sent += 1);
    const object = `pi_${number % pots.length}_${1_000 + (number % 9_000)}`;
    await db.query(RECEIVE, [books.organizationId, `evt_${run}_${number}`, object, clock.now()]);
  }
}

/** One transaction, whatever becomes of it: events taken, gifts and fees booked, events done. */
async function drain({ books, clock }, client, db, ledger) {
  return inTransaction(client, async () => {
    const events = await db.query(TAKE, [books.organizationId, clock.now()]);
    if (events.length === 0) return { count: 0, minorUnits: 0n };
    const gifts = events.map((event) => toGift(event, books.pots));
    const orders = gifts.flatMap((gift) => toOrders(gift, books.stripe));
    const outcome = await ledger.book(books.organizationId, orders);
    if (!outcome.ok) throw new Error(`not booked: ${JSON.stringify(outcome.error)}`);
    const minorUnits = gifts.reduce((sum, { amount, fee }) => sum + amount - fee, 0n);
    return { count: gifts.length, minorUnits };
  });
}

function toGift({ eventId, objectId }, pots) {
  const [, pot, amount] = objectId.split('_');
  const gross = BigInt(amount);
  return { eventId, pot: pots[Number(pot)], amount: gross, fee: 25n + (gross * 15n) / 1000n };
}

function toOrders({ eventId, pot, amount, fee }, stripe) {
  const money = (minorUnits) => ({ minorUnits, currency: 'EUR' });
  const base = { phase: 'DIRECT', reference: null, reversesId: null };
  return [
    {
      ...base,
      id: randomUUID(),
      code: 'GIFT',
      idempotencyKey: `GIFT:${eventId}`,
      debitAccountId: stripe,
      creditAccountId: pot,
      amount: money(amount),
    },
    {
      ...base,
      id: randomUUID(),
      code: 'GIFT_FEE',
      idempotencyKey: `GIFT_FEE:${eventId}`,
      debitAccountId: pot,
      creditAccountId: stripe,
      amount: money(fee),
    },
  ];
}

/** BEGIN is sent along with what follows it; a failure undoes all of it. */
async function inTransaction(client, work) {
  const begun = client.query('BEGIN');
  begun.catch(() => {});
  try {
    const value = await work();
    await begun;
    await client.query('COMMIT');
    return value;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  }
}
