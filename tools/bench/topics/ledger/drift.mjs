import { load } from '../../frame/workspace.mjs';
import { asOperator } from './books.mjs';

/** Net of fees; totals are read with what waits to be folded. */
const HELD = `
  SELECT (SELECT coalesce(sum(credits_posted - debits_posted), 0) FROM ledger_account WHERE kind = 'FUND')
    + (SELECT coalesce(sum(d.credits_posted - d.debits_posted), 0) FROM ledger_delta d
       JOIN ledger_account a ON a.id = d.account_id WHERE a.kind = 'FUND') AS held,
    (SELECT count(*) FROM stripe_event WHERE state = 'DONE') AS events,
    (SELECT count(*) FROM ledger_transfer WHERE code = 'GIFT') AS gifts`;

/**
 * How far the books are from what was sent: cents too many or too few, events without a gift, and one for each
 * invariant that does not hold. Says on the way what it found.
 *
 * @param {{ count: number, minorUnits: bigint }} sent
 */
export async function driftOf(books, sent, say) {
  const { checkInvariants } = await load('libs/ledger/dist/index.js');
  return asOperator(books.adminUrl, async (client) => {
    const { rows } = await client.query(HELD);
    const db = { query: async (text, values) => (await client.query(text, [...values])).rows };
    const results = await checkInvariants(db, new Date());
    const broken = results.filter(({ offenders }) => offenders.length > 0);
    const [{ held, events, gifts }] = rows;
    say(
      `  ${gifts} gifts of ${events} events; ${results.length} invariants, ${broken.length} broken`,
    );
    for (const { code } of broken) say(`  ${code} does not hold`);
    const cents = Number(BigInt(held) - sent.minorUnits);
    const missing = Math.abs(Number(gifts) - sent.count) + Math.abs(Number(events) - sent.count);
    return Math.abs(cents) + missing + broken.length;
  });
}
