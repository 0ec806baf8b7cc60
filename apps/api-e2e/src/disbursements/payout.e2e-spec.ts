import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { needRow } from '../needs/need-helpers.js';
import {
  approve,
  ask,
  books,
  drafted,
  fundedNeed,
  key,
  must,
  payoutRow,
  release,
  submitted,
} from './disbursement-scene.js';

const SHEET = `{ __typename ... on DecisionSheetType { reason quote clearance duplicateAnswer warnings }
  ... on UserError { code } }`;
const INSTRUCTION = `{ __typename ... on PaymentInstructionRevealed { payee account expiresAt }
  ... on UserError { code } ... on InvalidInput { field } }`;

describe('a payout from the reservation to the proof', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await startTestDesk();
  });
  afterAll(() => desk.close());

  it('goes through four people, leaves the fund once and ends with the family’s word', async () => {
    const need = await fundedNeed(desk);
    expect(await needRow(desk, need.needId)).toMatchObject({ state: 'FUNDED' });
    const { disbursementId } = await submitted(desk, need);
    const approved = await approve(desk, disbursementId);
    expect(approved).toMatchObject({ state: 'APPROVED', version: 1 });

    const released = await release(desk, disbursementId);
    expect(released).toMatchObject({ __typename: 'DisbursementChanged', state: 'RELEASED' });
    expect(await needRow(desk, need.needId)).toMatchObject({
      state: 'IN_DELIVERY',
      reserved_minor: 0,
      released_minor: 40_000,
    });
    expect(await books(desk, need.fundId)).toMatchObject({ FUND: 60_000n, SET_ASIDE: 0n });

    const caseworker = await desk.as('caseworker');
    const issued = await caseworker.ask(
      'mutation',
      'issueReceiptWord',
      { disbursementId },
      '{ ... on ReceiptWordIssued { word } }',
    );
    const officer = await desk.as('finance-officer');
    await must(officer, 'markDelivered', { commandKey: key(), disbursementId });
    const proof = { disbursementId, evidenceClass: 'E3', what: 'RECEIPT', document: 'RGVtby0x' };
    await must(caseworker, 'recordEvidence', proof);
    expect(await payoutRow(desk, disbursementId)).toMatchObject({
      state: 'EVIDENCED',
      required_evidence: 'E3',
    });
    await desk.anonymous.ask('mutation', 'confirmReceipt', { word: issued.word }, '{ __typename }');
    expect(await needRow(desk, need.needId)).toMatchObject({ state: 'CONFIRMED' });
    const reconciled = await must(officer, 'reconcileDisbursement', {
      disbursementId,
      reference: 'BANK-2026-1',
    });
    expect(reconciled.state).toBe('RECONCILED');
  });

  it('shows the sheet to approvers and the instruction to whoever pays, and to nobody else', async () => {
    const need = await fundedNeed(desk);
    const { disbursementId } = await drafted(desk, need);
    const sheetFor = async (who: string) =>
      (await desk.as(who)).ask('query', 'decisionSheet', { disbursementId }, SHEET);
    const instructionFor = async (who: string) =>
      (await desk.as(who)).ask(
        'mutation',
        'revealPaymentInstruction',
        { disbursementId, purpose: 'PAY_OUT' },
        INSTRUCTION,
      );

    expect(await sheetFor('coordinator-two')).toMatchObject({
      reason: 'Demo-reason: rent is due',
      clearance: 'A',
      duplicateAnswer: 'NONE_FOUND',
    });
    expect(await instructionFor('finance-officer')).toMatchObject({ payee: 'Demo-Payee' });
    expect(await instructionFor('coordinator')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await sheetFor('caseworker-two')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await instructionFor('caseworker-three')).toMatchObject({ code: 'NOT_FOUND' });
    const log = await desk.database.asOperator(
      `SELECT purpose FROM disclosure WHERE case_id = $1 AND purpose = 'PAY_OUT'`,
      [need.caseId],
    );
    expect(log).toHaveLength(1);
    const stored = JSON.stringify(await payoutRow(desk, disbursementId));
    expect(stored).not.toContain('Demo-');
    expect(stored).not.toContain(Buffer.from('Demo-').toString('hex'));
  });

  it('asks for a known purpose before it shows whom to pay', async () => {
    const { disbursementId } = await drafted(desk, await fundedNeed(desk));
    const officer = await desk.as('finance-officer');

    const answer = await officer.ask(
      'mutation',
      'revealPaymentInstruction',
      { disbursementId, purpose: 'CURIOSITY' },
      INSTRUCTION,
    );

    expect(answer).toMatchObject({ __typename: 'InvalidInput', field: 'purpose' });
    expect(
      await ask(officer, 'declareInterest', { disbursementId, hasInterest: false }),
    ).toMatchObject({
      state: 'DRAFT',
    });
  });
});
