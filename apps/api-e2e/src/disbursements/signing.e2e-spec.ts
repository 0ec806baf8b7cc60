import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { NOBODYS_ID, setCaseState } from '../needs/need-helpers.js';
import {
  approve,
  approvedPayout,
  ask,
  fundedNeed,
  key,
  must,
  payoutRow,
  release,
  submitted,
  traces,
} from './disbursement-scene.js';

describe('the signatures under a payout', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await startTestDesk();
  });
  afterAll(() => desk.close());

  const clear = async (disbursementId: string, more: object = {}) =>
    ask(await desk.as('security-officer'), 'clearDisbursement', {
      disbursementId,
      version: 1,
      cleared: true,
      ...more,
    });
  const declare = async (who: string, disbursementId: string, hasInterest = false) =>
    ask(await desk.as(who), 'declareInterest', { disbursementId, hasInterest });
  /** A payout to a region where every way is asked about. */
  const watched = async () => submitted(desk, await fundedNeed(desk, { region: 'ABROAD_OTHER' }));

  it('ask security about a watched way, and only with a declared interest', async () => {
    const { disbursementId, state } = await watched();
    expect(state).toBe('PENDING_SECURITY');

    expect(await clear(disbursementId)).toMatchObject({ reason: 'INTEREST_NOT_DECLARED' });
    await declare('security-officer', disbursementId, true);
    expect(await clear(disbursementId)).toMatchObject({ reason: 'CONFLICT_OF_INTEREST' });
    await declare('security-officer', disbursementId);
    expect(await clear(disbursementId, { version: 2 })).toMatchObject({ currentVersion: 1 });
    expect(await clear(disbursementId, { reasonCode: 'BORED' })).toMatchObject({
      field: 'reasonCode',
    });
    expect(await clear(disbursementId)).toMatchObject({ state: 'PENDING_APPROVAL' });
    expect(await clear(disbursementId)).toMatchObject({ presentState: 'PENDING_APPROVAL' });
    expect(await clear(NOBODYS_ID)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('let security stop a way for good, with a reason', async () => {
    const { disbursementId } = await watched();

    expect(await clear(disbursementId, { cleared: false })).toMatchObject({
      reason: 'REASON_REQUIRED',
    });
    const stopped = await clear(disbursementId, { cleared: false, reasonCode: 'UNSAFE_NOW' });
    expect(stopped).toMatchObject({ state: 'BLOCKED' });
    expect(await approve(desk, disbursementId)).toMatchObject({ presentState: 'BLOCKED' });
  });

  it('let security override a blocked way with a reason only', async () => {
    const funded = await fundedNeed(desk, { region: 'ABROAD_OTHER' });
    const { disbursementId } = await submitted(desk, funded);
    await desk.database.asOperator(`UPDATE disbursement SET clearance = 'B' WHERE id = $1`, [
      disbursementId,
    ]);
    await declare('security-officer', disbursementId);

    expect(await clear(disbursementId)).toMatchObject({ reason: 'OVERRIDE_REASON_REQUIRED' });
    const passed = await clear(disbursementId, { reasonCode: 'NO_OTHER_WAY' });
    expect(passed).toMatchObject({ state: 'PENDING_APPROVAL' });
  });

  it('are two above the ceiling and always of two people', async () => {
    const funded = await fundedNeed(desk);
    await desk.database.asOperator('UPDATE need SET amount_minor = 50001 WHERE id = $1', [
      funded.needId,
    ]);
    await desk.database.asOperator(`UPDATE need SET state = 'FUNDED' WHERE id = $1`, [
      funded.needId,
    ]);
    const { disbursementId, warnings } = await submitted(desk, funded);
    expect(warnings).toEqual(['OVER_CEILING']);

    expect(await approve(desk, disbursementId)).toMatchObject({ state: 'PENDING_APPROVAL' });
    expect(await approve(desk, disbursementId)).toMatchObject({ reason: 'ALREADY_SIGNED_BY_YOU' });
    expect(await release(desk, disbursementId)).toMatchObject({ presentState: 'PENDING_APPROVAL' });
    expect(await approve(desk, disbursementId, 1, 'coordinator-two')).toMatchObject({
      state: 'APPROVED',
    });
    expect(await release(desk, disbursementId)).toMatchObject({ state: 'RELEASED' });
  });

  it('are not given by the maker, by somebody with an interest, or blind', async () => {
    const funded = await fundedNeed(desk);
    const { disbursementId } = await submitted(desk, funded);
    const coordinator = await desk.as('coordinator');
    const input = { disbursementId, version: 1 };

    expect(await ask(coordinator, 'approveDisbursement', input)).toMatchObject({
      reason: 'INTEREST_NOT_DECLARED',
    });
    await declare('coordinator', disbursementId, true);
    expect(await ask(coordinator, 'approveDisbursement', input)).toMatchObject({
      reason: 'CONFLICT_OF_INTEREST',
    });
    await desk.database.asOperator(
      'UPDATE disbursement_signature SET person_id = $2 WHERE disbursement_id = $1',
      [disbursementId, await desk.personId('coordinator-two')],
    );
    expect(await approve(desk, disbursementId, 1, 'coordinator-two')).toMatchObject({
      reason: 'SELF_APPROVAL',
    });
    await desk.database.asOperator(
      `DELETE FROM access_grant WHERE holder_id = $2 AND compartment_id IN (SELECT id FROM compartment
         WHERE subject_id = (SELECT sheet_subject_id FROM disbursement WHERE id = $1))`,
      [disbursementId, await desk.personId('coordinator')],
    );
    expect(await approve(desk, disbursementId)).toMatchObject({
      reason: 'SHEET_NOT_SHARED_WITH_YOU',
    });
    expect(await payoutRow(desk, disbursementId)).toMatchObject({ state: 'PENDING_APPROVAL' });
  });

  it('cannot be unsaid by an interest that is declared afterwards', async () => {
    const { disbursementId } = await approvedPayout(desk, await fundedNeed(desk));

    expect(await declare('coordinator', disbursementId, true)).toMatchObject({
      reason: 'ALREADY_SIGNED_BY_YOU',
    });
    expect(await declare('coordinator', NOBODYS_ID)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('can say no, with a reason', async () => {
    const { disbursementId } = await submitted(desk, await fundedNeed(desk));
    const coordinator = await desk.as('coordinator');
    const reject = (reasonCode: string) =>
      ask(coordinator, 'rejectDisbursement', { disbursementId, version: 1, reasonCode });

    expect(await reject('BORED')).toMatchObject({ field: 'reasonCode' });
    expect(await reject('PRICE_UNCLEAR')).toMatchObject({ state: 'REJECTED' });
    expect(await reject('PRICE_UNCLEAR')).toMatchObject({ presentState: 'REJECTED' });
  });

  it('release once: the same command again gives the same answer, other content is refused', async () => {
    const { disbursementId } = await approvedPayout(desk, await fundedNeed(desk));
    const commandKey = key();
    await declare('finance-officer', disbursementId);

    const answers = await Promise.all(
      Array.from({ length: 20 }, () => release(desk, disbursementId, { commandKey })),
    );

    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([JSON.stringify(answers[0])]),
    );
    expect(answers[0]).toMatchObject({ state: 'RELEASED' });
    const other = { commandKey, rails: [{ kind: 'CARD', value: 'Demo-Card' }] };
    expect(await release(desk, disbursementId, other)).toMatchObject({
      reason: 'REPLAYED_WITH_OTHER_CONTENT',
    });
    const rows = await desk.database.asOperator(
      `SELECT FROM ledger_transfer t JOIN disbursement d ON t.id IN (d.release_transfer_id, d.payment_transfer_id)
       WHERE d.id = $1`,
      [disbursementId],
    );
    expect(rows).toHaveLength(2);
  });

  it('do not release what has become unsafe, and leave nothing behind', async () => {
    const funded = await fundedNeed(desk);
    const { disbursementId } = await approvedPayout(desk, funded);
    await declare('finance-officer', disbursementId);
    const before = await traces(desk, funded.needId, disbursementId);

    await setCaseState(desk, funded.caseId, 'QUARANTINED');
    expect((await release(desk, disbursementId)).reason).toBe('CASE_NOT_LIVE');
    await setCaseState(desk, funded.caseId, 'ACTIVE');
    await desk.database.asOperator(`UPDATE need SET region = 'ABROAD_OTHER' WHERE id = $1`, [
      funded.needId,
    ]);
    expect(await release(desk, disbursementId)).toMatchObject({ reason: 'WAY_LESS_SAFE_NOW' });
    await desk.database.asOperator(`UPDATE need SET region = 'ABROAD_PL' WHERE id = $1`, [
      funded.needId,
    ]);
    expect(await release(desk, disbursementId, { version: 2 })).toMatchObject({
      currentVersion: 1,
    });
    expect(await release(desk, disbursementId, { commandKey: 'x' })).toMatchObject({
      field: 'input.commandKey',
    });
    const rail = { rails: [{ kind: 'X', value: 'Demo' }] };
    expect(await release(desk, disbursementId, rail)).toMatchObject({ field: 'rails.0.kind' });
    expect(await release(desk, disbursementId, {}, 'coordinator')).toMatchObject({
      reason: 'SELF_RELEASE',
    });
    expect(await release(desk, disbursementId, {}, 'coordinator-two')).toMatchObject({
      reason: 'INSTRUCTION_NOT_SHARED_WITH_YOU',
    });
    const withoutAudit = (state: unknown) => (state as unknown[]).slice(0, -1);
    const after = await traces(desk, funded.needId, disbursementId);
    expect(withoutAudit(after)).toEqual(withoutAudit(before));
  });

  it('let the approver release in the lowest band where the organisation allows it, sampled afterwards', async () => {
    await desk.database.asOperator(
      `INSERT INTO disbursement_setting (organization_id, approver_may_release)
       SELECT id, true FROM organization WHERE code = 'lantern'
       ON CONFLICT (organization_id) DO UPDATE SET approver_may_release = true`,
    );
    try {
      const { disbursementId } = await approvedPayout(desk, await fundedNeed(desk));

      expect(await release(desk, disbursementId, {}, 'coordinator')).toMatchObject({
        state: 'RELEASED',
      });
      expect(await payoutRow(desk, disbursementId)).toMatchObject({ awaits_sample: true });
      const officer = await desk.as('finance-officer');
      await must(officer, 'markDelivered', { commandKey: key(), disbursementId });
    } finally {
      await desk.database.asOperator(
        'UPDATE disbursement_setting SET approver_may_release = false',
      );
    }
  });
});
