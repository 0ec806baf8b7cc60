import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { cents, NOBODYS_ID, setCaseState } from '../needs/need-helpers.js';
import {
  approve,
  approvedPayout,
  ask,
  content,
  drafted,
  fundedNeed,
  key,
  must,
  payoutRow,
  released,
  submitted,
  traces,
  type FundedNeed,
} from './disbursement-scene.js';

const TRAIL = `{ ... on DisbursementWithSignatures { version signatures { act role version isValid person { id } } } }`;

describe('writing a payout', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await startTestDesk();
  });
  afterAll(() => desk.close());

  const draftOf = async (
    funded: Pick<FundedNeed, 'reservationId'>,
    more: object = {},
    by = 'caseworker',
  ) =>
    ask(await desk.as(by), 'draftDisbursement', {
      reservationId: funded.reservationId,
      ...content(more),
    });

  it.each([
    ['a negative amount', { amount: { minorUnits: '-1', currency: 'EUR' } }, 'amount.minorUnits'],
    ['an unknown way', { channelClass: 'PIGEON' }, 'channelClass'],
    ['an unknown recipient', { recipient: 'STATE' }, 'recipient'],
    ['no reason', { sheet: { reason: ' ', quote: 'Demo' } }, 'sheet.reason'],
    ['a hidden direction', { sheet: { reason: 'Demo', quote: 'Demo\u202E' } }, 'sheet.quote'],
    ['no payee', { instruction: { payee: '', account: 'Demo' } }, 'instruction.payee'],
    [
      'an unknown rail',
      { counterparties: [{ kind: 'X', value: 'Demo' }] },
      'counterparties.0.kind',
    ],
  ])('refuses %s and names the field', async (_, change, field) => {
    const answer = await draftOf({ reservationId: NOBODYS_ID }, change);

    expect(answer).toMatchObject({ __typename: 'InvalidInput', field });
  });

  it.each([
    ['FOREIGN_BANK_TO_INCOUNTRY', 'PARTNER', 'partner route'],
    ['ONLINE_SHOP_TO_INCOUNTRY_ADDRESS', 'PARTNER', 'partner route'],
  ])('hard-blocks %s in words that say what to do instead', async (channelClass, _, instead) => {
    const funded = await fundedNeed(desk);
    await desk.database.asOperator(`UPDATE need SET region = 'IN_WEST' WHERE id = $1`, [
      funded.needId,
    ]);

    const answer = await draftOf(funded, { channelClass });

    expect(answer).toMatchObject({ __typename: 'Refused', reason: channelClass });
    expect(answer.message).toContain(instead);
  });

  it('hard-blocks money to a person on a list, whoever asks', async () => {
    const funded = await fundedNeed(desk);
    await desk.database.asOperator(`UPDATE need SET region = 'IN_WEST' WHERE id = $1`, [
      funded.needId,
    ]);
    const caseworker = await desk.as('caseworker');
    await caseworker.ask(
      'mutation',
      'recordPrisoner',
      {
        caseId: funded.caseId,
        name: 'Demo-Listed',
        recognitionBasis: 'VIASNA',
        stateLists: ['TERRORIST'],
        householdIds: [],
      },
      '{ __typename }',
    );

    const answer = await draftOf(funded, {
      channelClass: 'PARTNER_ROUTE',
      recipient: 'PERSON_RELEASED',
    });

    expect(answer).toMatchObject({ reason: 'MONEY_TO_LISTED_PERSON' });
    expect(answer.message).toContain('family');
  });

  it('needs the family’s key, its own money, a suitable way and no interest of the maker', async () => {
    const funded = await fundedNeed(desk);

    expect(await draftOf({ reservationId: NOBODYS_ID })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await draftOf(funded, {}, 'caseworker-three')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await draftOf(funded, {}, 'coordinator')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await draftOf(funded, { amount: cents(40_001n) })).toMatchObject({
      reason: 'MORE_THAN_RESERVED',
    });
    expect(await draftOf(funded, { channelClass: 'SERVICE_REMOTE' })).toMatchObject({
      reason: 'WAY_NOT_FOR_THIS_NEED',
    });
    expect(await draftOf(funded, { channelClass: 'PARTNER_ROUTE' })).toMatchObject({
      reason: 'NO_SUCH_WAY',
    });
    expect(await draftOf(funded, { hasInterest: true })).toMatchObject({
      reason: 'CONFLICT_OF_INTEREST',
    });
    await setCaseState(desk, funded.caseId, 'PAUSED_BY_FAMILY');
    expect(await draftOf(funded)).toMatchObject({ reason: 'CASE_NOT_LIVE' });
  });

  it('does not spend one reservation twice, and not for a need without all its money', async () => {
    const funded = await fundedNeed(desk);
    await drafted(desk, funded, { amount: cents(30_000n) });

    expect(await draftOf(funded, { amount: cents(10_001n) })).toMatchObject({
      reason: 'MORE_THAN_RESERVED',
    });
    await desk.database.asOperator(`UPDATE need SET state = 'WAITING_FUNDS' WHERE id = $1`, [
      funded.needId,
    ]);
    expect(await draftOf(funded, { amount: cents(1n) })).toMatchObject({
      reason: 'NEED_NOT_FUNDED',
    });
  });

  it('warns of a second payout and waits until somebody has looked into it', async () => {
    const first = await fundedNeed(desk);
    await submitted(desk, first);
    const second = await fundedNeed(desk, { caseId: first.caseId });
    const { disbursementId, version, warnings } = await drafted(desk, second);
    const caseworker = await desk.as('caseworker');

    expect(warnings).toEqual(['SAME_NEED_CODE_IN_PERIOD', 'SAME_FAMILY_IN_PERIOD']);
    const silent = await ask(caseworker, 'submitDisbursement', { disbursementId, version });
    expect(silent).toMatchObject({ reason: 'WARNINGS_NOT_ACKNOWLEDGED' });
    const said = { disbursementId, version, acknowledgedWarnings: warnings };
    expect(await ask(caseworker, 'submitDisbursement', said)).toMatchObject({
      state: 'PENDING_APPROVAL',
    });
    const sheet = await (
      await desk.as('coordinator')
    ).ask(
      'query',
      'decisionSheet',
      { disbursementId },
      '{ ... on DecisionSheetType { warnings } }',
    );
    expect(sheet.warnings).toEqual(warnings);
  });

  it('starts over after an edit: every signature is void, and whoever edited is a maker', async () => {
    const funded = await fundedNeed(desk);
    const { disbursementId } = await approvedPayout(desk, funded);
    const caseworker = await desk.as('caseworker');
    const before = await payoutRow(desk, disbursementId);

    const input = { disbursementId, version: 1, ...content({ amount: cents(39_000n) }) };
    const changed = await ask(caseworker, 'changeDisbursement', input);

    expect(changed).toMatchObject({ state: 'DRAFT', version: 2 });
    const after = await payoutRow(desk, disbursementId);
    expect(after['sheet_subject_id']).not.toBe(before['sheet_subject_id']);
    const auditor = await desk.as('auditor');
    const trail = await auditor.ask('query', 'disbursement', { disbursementId }, TRAIL);
    expect(
      trail.signatures.map((one: { act: string; version: number; isValid: boolean }) => [
        one.act,
        one.version,
        one.isValid,
      ]),
    ).toEqual([
      ['MADE', 1, false],
      ['APPROVED', 1, false],
      ['MADE', 2, true],
    ]);
    expect(await ask(caseworker, 'changeDisbursement', input)).toMatchObject({ currentVersion: 2 });
    const stale = { disbursementId, version: 1 };
    expect(await ask(await desk.as('coordinator'), 'approveDisbursement', stale)).toMatchObject({
      currentVersion: 2,
    });
  });

  it('is dropped with a reason, and cannot be changed once it has left', async () => {
    const caseworker = await desk.as('caseworker');
    const { disbursementId } = await drafted(desk, await fundedNeed(desk));
    const cancel = (id: string, reasonCode: string) =>
      ask(caseworker, 'cancelDisbursement', { disbursementId: id, reasonCode });

    expect(await cancel(disbursementId, 'BORED')).toMatchObject({ field: 'reasonCode' });
    expect(await cancel(NOBODYS_ID, 'NOT_NEEDED')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await cancel(disbursementId, 'NOT_NEEDED')).toMatchObject({ state: 'CANCELLED' });
    expect(await cancel(disbursementId, 'NOT_NEEDED')).toMatchObject({ presentState: 'CANCELLED' });
    const funded = await fundedNeed(desk);
    const left = await released(desk, funded);
    const before = await traces(desk, funded.needId, left.disbursementId);
    const edit = { disbursementId: left.disbursementId, version: 1, ...content() };
    expect(await ask(caseworker, 'changeDisbursement', edit)).toMatchObject({
      presentState: 'RELEASED',
    });
    expect(await cancel(left.disbursementId, 'NOT_NEEDED')).toMatchObject({
      presentState: 'RELEASED',
    });
    expect(await traces(desk, funded.needId, left.disbursementId)).toEqual(before);
  });

  it('is sent again once, from the money that came back', async () => {
    const funded = await fundedNeed(desk);
    const { disbursementId } = await released(desk, funded);
    const officer = await desk.as('finance-officer');
    const early = await draftOf(funded, { resendOf: disbursementId });
    expect(early).toMatchObject({ presentState: 'RELEASED' });
    const failed = { commandKey: key(), disbursementId, reasonCode: 'BANK_REFUSED' };
    await must(officer, 'markFailed', failed);

    const again = await draftOf(funded, { resendOf: disbursementId });

    expect(again).toMatchObject({ state: 'DRAFT', version: 1 });
    expect(await draftOf(funded, { resendOf: disbursementId })).toMatchObject({
      reason: 'ALREADY_RESENT',
    });
    const drop = { disbursementId, reasonCode: 'NOT_NEEDED' };
    expect(await ask(await desk.as('caseworker'), 'cancelDisbursement', drop)).toMatchObject({
      reason: 'ALREADY_RESENT',
    });
    expect(
      await approve(desk, again.disbursementId).catch((error: Error) => error.message),
    ).toMatchObject({
      presentState: 'DRAFT',
    });
  });
});
