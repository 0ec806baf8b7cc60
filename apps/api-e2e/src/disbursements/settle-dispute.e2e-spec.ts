import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import pg from 'pg';
import { aidedCase, cents, needRow } from '../needs/need-helpers.js';
import {
  approve,
  ask,
  books,
  fundedNeed,
  key,
  must,
  payoutRow,
  release,
  released,
  reserve,
  submitted,
  type AnyAnswer,
  type FundedNeed,
} from './disbursement-scene.js';
import { brokenInvariants } from './test-support/broken-invariants.js';
import {
  deliveredPayout,
  dispute,
  DISPUTABLE,
  prove,
  settleAs,
  type Disputable,
  type Finding,
} from './test-support/disputed-payouts.js';

/** Cents of every need of this file, and of the fund that pays it. */
const WHOLE = 40_000;
const FUND = 100_000;
/** Cents that did not arrive where a part did. */
const PART = 15_000;

const cells = DISPUTABLE.flatMap((start) =>
  (['RECEIVED', 'LOST', 'CAME_BACK'] as const).flatMap((finding) =>
    (finding === 'RECEIVED' ? [0] : [WHOLE, PART]).map((missing) => ({ start, finding, missing })),
  ),
);

describe('a dispute that is settled books what happened', () => {
  let desk: TestDesk;
  let operator: pg.Client;
  let caseId: string;

  beforeAll(async () => {
    desk = await startTestDesk();
    operator = new pg.Client({ connectionString: desk.database.addresses.adminUrl });
    await operator.connect();
    caseId = await aidedCase(desk);
  });
  afterAll(async () => {
    await operator.end();
    await desk.close();
  });

  const settle = async (id: string, finding: Finding, more: object = {}): Promise<AnyAnswer> =>
    settleAs(await desk.as('security-officer'), id, finding, more);
  const corrections = (id: string): Promise<unknown[]> =>
    desk.database.asOperator(
      `SELECT r.amount::int AS amount FROM disbursement_transition t JOIN ledger_transfer r ON r.reverses_id = t.transfer_id
       WHERE t.disbursement_id = $1 AND r.code = 'CORRECTION' ORDER BY r.sequence`,
      [id],
    );
  const reportFact = (needId: string): Promise<unknown[]> =>
    desk.database.asOperator(
      'SELECT f.* FROM report_fact f JOIN need n USING (funding_reference) WHERE n.id = $1',
      [needId],
    );

  /** What must be true afterwards, said from the case in hand and not from the code. */
  const expected = (start: Disputable, finding: Finding, missing: number) => {
    const back = finding === 'CAME_BACK' ? missing : 0;
    const lost = finding === 'LOST' ? missing : 0;
    const kept = WHOLE - missing;
    const ended = finding === 'LOST' ? 'LOST_OR_SEIZED' : 'RETURNED';
    const asBefore = start === 'DELIVERED' ? 'DELIVERED' : 'CONFIRMED';
    const reopened = finding === 'LOST' ? 'WAITING_FUNDS' : 'FUNDED';
    return {
      payout: {
        state: missing === WHOLE ? ended : start,
        state_before: null,
        delivered_minor: kept,
        returned_minor: back,
        lost_minor: lost,
        settlement_reference: start === 'RECONCILED' ? 'BANK-1' : null,
      },
      need: {
        state: missing === 0 ? asBefore : reopened,
        reserved_minor: back,
        released_minor: kept,
        delivered_minor: kept,
        delivered_on: kept === 0 ? null : expect.any(String),
      },
      books: { FUND: BigInt(FUND - WHOLE + back), SET_ASIDE: BigInt(back) },
    };
  };

  it.each(cells)(
    '$start, disputed, $finding ($missing cents missing)',
    async ({ start, finding, missing }) => {
      const funded = await fundedNeed(desk, { caseId });
      const id = await deliveredPayout(desk, funded, start);
      const fact = await reportFact(funded.needId);
      await dispute(desk, id);
      const before = await books(desk, funded.fundId);

      const more = missing === PART ? { missing: cents(BigInt(PART)) } : {};
      const settled = await settle(id, finding, more);

      const after = expected(start, finding, missing);
      expect(settled).toMatchObject({ disbursementId: id, state: after.payout.state });
      expect(await payoutRow(desk, id)).toMatchObject(after.payout);
      expect(await needRow(desk, funded.needId)).toMatchObject(after.need);
      const { AID_PAYABLE: owed, AID_IN_TRANSIT: sent, ...own } = await books(desk, funded.fundId);
      expect(own).toEqual(after.books);
      // Nothing stays owed or on its way: whatever was taken back was booked as something else.
      expect([owed, sent]).toEqual([before['AID_PAYABLE'], before['AID_IN_TRANSIT']]);
      expect(await corrections(id)).toEqual(missing === 0 ? [] : [{ amount: missing }]);
      expect(await reportFact(funded.needId)).toEqual(fact);
      expect(await brokenInvariants(operator)).toEqual([]);
    },
  );

  it('takes back the last deliveries first, and the rest when it is disputed again', async () => {
    const funded = await fundedNeed(desk, { caseId });
    const { disbursementId: id } = await released(desk, funded);
    const officer = await desk.as('finance-officer');
    for (const amount of [10_000n, 30_000n]) {
      const part = { commandKey: key(), disbursementId: id, amount: cents(amount) };
      await must(officer, 'markDelivered', part);
    }
    await dispute(desk, id);

    expect(await settle(id, 'LOST', { missing: cents(35_000n) })).toMatchObject({
      state: 'DELIVERED',
    });
    expect(await corrections(id)).toEqual([{ amount: 30_000 }, { amount: 5_000 }]);
    await dispute(desk, id);
    expect(await settle(id, 'CAME_BACK')).toMatchObject({ state: 'RETURNED' });
    expect(await payoutRow(desk, id)).toMatchObject({
      delivered_minor: 0,
      lost_minor: 35_000,
      returned_minor: 5_000,
    });
    expect(await needRow(desk, funded.needId)).toMatchObject({
      state: 'WAITING_FUNDS',
      reserved_minor: 5_000,
      released_minor: 0,
    });
    expect(await brokenInvariants(operator)).toEqual([]);
  });

  it('keeps what had come back before, when the part that arrived did not', async () => {
    const funded = await fundedNeed(desk, { caseId });
    const { disbursementId: id } = await released(desk, funded);
    const officer = await desk.as('finance-officer');
    const part = { commandKey: key(), disbursementId: id, amount: cents(10_000n) };
    await must(officer, 'markDelivered', part);
    const rest = { commandKey: key(), disbursementId: id, reasonCode: 'RECIPIENT_UNREACHABLE' };
    await must(officer, 'markFailed', rest);
    await dispute(desk, id);

    expect(await settle(id, 'LOST')).toMatchObject({ state: 'LOST_OR_SEIZED' });
    expect(await payoutRow(desk, id)).toMatchObject({ lost_minor: 10_000, returned_minor: 30_000 });
    expect(await needRow(desk, funded.needId)).toMatchObject({
      state: 'WAITING_FUNDS',
      reserved_minor: 30_000,
      released_minor: 0,
    });
    expect(await brokenInvariants(operator)).toEqual([]);
  });

  it.each<[Finding, string]>([
    ['LOST', 'with new money'],
    ['CAME_BACK', 'with the same'],
  ])('lets the family be helped again after %s, %s', async (finding) => {
    const funded = await fundedNeed(desk, { caseId });
    const first = await dispute(desk, await deliveredPayout(desk, funded, 'EVIDENCED'));
    await settle(first, finding);
    const { reservationId } =
      finding === 'LOST' ? await reserve(desk, funded.needId, funded.fundId, WHOLE) : funded;
    const resent = finding === 'LOST' ? {} : { resendOf: first };

    const second = await deliveredPayout(desk, { reservationId }, 'EVIDENCED', resent);

    expect(await payoutRow(desk, second)).toMatchObject({ state: 'EVIDENCED' });
    expect(await needRow(desk, funded.needId)).toMatchObject({
      state: 'CONFIRMED',
      released_minor: WHOLE,
      delivered_minor: WHOLE,
    });
    expect(await brokenInvariants(operator)).toEqual([]);
  });

  it('sets nothing aside for a need that has ended: the money is free again', async () => {
    const funded = await fundedNeed(desk, { caseId });
    const { disbursementId: id } = await released(desk, funded);
    const officer = await desk.as('finance-officer');
    const part = { commandKey: key(), disbursementId: id, amount: cents(10_000n) };
    await must(officer, 'markDelivered', part);
    const rest = { commandKey: key(), disbursementId: id, reasonCode: 'CARRIER_LOST' };
    await must(officer, 'markLostOrSeized', rest);
    await desk.database.asOperator(`UPDATE need SET state = 'UNMET' WHERE id = $1`, [
      funded.needId,
    ]);
    await dispute(desk, id);

    expect(await settle(id, 'CAME_BACK')).toMatchObject({ state: 'RETURNED' });
    expect(await needRow(desk, funded.needId)).toMatchObject({
      state: 'UNMET',
      reserved_minor: 0,
      released_minor: 0,
      delivered_minor: 0,
    });
    expect(await books(desk, funded.fundId)).toMatchObject({ FUND: 70_000n, SET_ASIDE: 0n });
    expect(await brokenInvariants(operator)).toEqual([]);
  });

  it('gives money that came back late the whole time again', async () => {
    const funded = await fundedNeed(desk, { caseId });
    const id = await dispute(desk, await deliveredPayout(desk, funded));
    await desk.database.asOperator(
      `UPDATE fund_reservation SET expires_at = '2026-01-01' WHERE id = $1`,
      [funded.reservationId],
    );

    await settle(id, 'CAME_BACK');

    const [row] = await desk.database.asOperator<{ expires_at: Date }>(
      'SELECT expires_at FROM fund_reservation WHERE id = $1',
      [funded.reservationId],
    );
    expect(row?.expires_at.getTime()).toBeGreaterThan(desk.clock.now().getTime());
  });

  it('goes on where the dispute had stopped it: the need is confirmed with its last payout', async () => {
    const funded: FundedNeed = await fundedNeed(desk, { caseId });
    const half = { amount: cents(20_000n) };
    const one = await deliveredPayout(desk, funded, 'DELIVERED', half);
    const other = await deliveredPayout(desk, funded, 'EVIDENCED', half);
    await dispute(desk, other);
    await prove(desk, one);
    expect(await needRow(desk, funded.needId)).toMatchObject({ state: 'DELIVERED' });

    expect(await settle(other, 'RECEIVED')).toMatchObject({ state: 'EVIDENCED' });
    expect(await needRow(desk, funded.needId)).toMatchObject({ state: 'CONFIRMED' });
  });

  it('is written down: who found what, why, and how much was missing', async () => {
    const funded = await fundedNeed(desk, { caseId });
    const id = await dispute(desk, await deliveredPayout(desk, funded));
    await settle(id, 'LOST', { missing: cents(BigInt(PART)) });

    const [line] = await desk.database.asOperator(
      `SELECT transition, from_state, to_state, amount_minor::int, reason, made_by, transfer_id
       FROM disbursement_transition WHERE disbursement_id = $1 AND from_state = 'DISPUTED'`,
      [id],
    );
    expect(line).toEqual({
      transition: 'SETTLE_PART_LOST',
      from_state: 'DISPUTED',
      to_state: 'DELIVERED',
      amount_minor: PART,
      reason: 'NEVER_ARRIVED',
      made_by: await desk.personId('security-officer'),
      transfer_id: null,
    });
    const trail = await desk.database.asOperator(
      `SELECT FROM audit_entry WHERE subject_id = $1 AND action = 'DISBURSEMENT_SETTLE_PART_LOST'`,
      [id],
    );
    expect(trail).toHaveLength(1);
    const news = await desk.database.asOperator<{ action: string }>(
      `SELECT payload ->> 'action' AS action FROM outbox WHERE payload ->> 'needId' = $1`,
      [funded.needId],
    );
    expect(news.map(({ action }) => action)).toContain('NEED_NOT_ARRIVED');
  });

  it('still takes all signatures for what is sent again', async () => {
    const funded = await fundedNeed(desk, { caseId });
    const first = await dispute(desk, await deliveredPayout(desk, funded));
    await settle(first, 'CAME_BACK');
    const { disbursementId } = await submitted(desk, funded, { resendOf: first });

    expect(await release(desk, disbursementId)).toMatchObject({ presentState: 'PENDING_APPROVAL' });
    expect(await approve(desk, disbursementId)).toMatchObject({ state: 'APPROVED' });
    expect(await release(desk, disbursementId)).toMatchObject({ state: 'RELEASED' });
    const again = { disbursementId: first, reasonCode: 'REPLACED' };
    expect(await ask(await desk.as('caseworker'), 'cancelDisbursement', again)).toMatchObject({
      reason: 'ALREADY_RESENT',
    });
  });
});
