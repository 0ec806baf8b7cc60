import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { NOBODYS_ID } from '../needs/need-helpers.js';
import { approve, approvedPayout, drafted, fundedNeed, submitted } from './disbursement-scene.js';

const PAGE = '{ edges { cursor node { id state } } pageInfo { endCursor hasNextPage } }';
const DETAIL = `{ __typename ... on DisbursementWithSignatures { id amount { minorUnits } approvalsGiven
    signatures { act role version isValid person { id } } } ... on UserError { code } }`;

describe('the list of payouts', () => {
  let desk: TestDesk;
  let states: Record<string, string>;

  beforeAll(async () => {
    desk = await startTestDesk();
    const draft = await drafted(desk, await fundedNeed(desk));
    const pending = await submitted(desk, await fundedNeed(desk));
    const approved = await approvedPayout(desk, await fundedNeed(desk));
    states = {
      DRAFT: draft.disbursementId,
      PENDING_APPROVAL: pending.disbursementId,
      APPROVED: approved.disbursementId,
    };
  });
  afterAll(() => desk.close());

  const idsFor = async (who: string, input: object): Promise<string[]> => {
    const client = await desk.as(who);
    const page = await client.ask('query', 'disbursements', input, PAGE);
    return page.edges.map((edge: { node: { id: string } }) => edge.node.id);
  };

  it('is paged newest first and filtered by state and fund', async () => {
    const client = await desk.as('auditor');
    const first = await client.ask('query', 'disbursements', { first: 2 }, PAGE);
    const after = first.pageInfo.endCursor;
    const second = await client.ask('query', 'disbursements', { first: 2, after }, PAGE);
    const all = [...first.edges, ...second.edges].map(
      (edge: { node: { id: string } }) => edge.node.id,
    );

    expect(all).toEqual([states['APPROVED'], states['PENDING_APPROVAL'], states['DRAFT']]);
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
    expect(await idsFor('auditor', { states: ['DRAFT'] })).toEqual([states['DRAFT']]);
    expect(await idsFor('auditor', { fundId: NOBODYS_ID })).toEqual([]);
    const broken = await client.send(
      'query ($input: DisbursementsInput!) { disbursements(input: $input) { pageInfo { hasNextPage } } }',
      { input: { first: 2, after: 'nonsense' } },
    );
    expect(broken.errors[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'input.after',
    });
  });

  it('shows each what waits for their own signature', async () => {
    const mine = { mineToSign: true };

    expect(await idsFor('coordinator-two', mine)).toEqual([states['PENDING_APPROVAL']]);
    expect(await idsFor('finance-officer', mine)).toEqual([states['APPROVED']]);
    expect(await idsFor('security-officer', mine)).toEqual([]);
    expect(await idsFor('caseworker', mine)).toEqual([]);
    await desk.database.asOperator('UPDATE disbursement SET approvals_required = 2 WHERE id = $1', [
      states['PENDING_APPROVAL'],
    ]);
    await approve(desk, states['PENDING_APPROVAL'] ?? '');
    expect(await idsFor('coordinator', mine)).toEqual([]);
    expect(await idsFor('coordinator-two', mine)).toEqual([states['PENDING_APPROVAL']]);
  });

  it('shows caseworkers their own families only', async () => {
    expect(await idsFor('caseworker', {})).toHaveLength(3);
    expect(await idsFor('caseworker-three', {})).toEqual([]);
    const other = await desk.as('caseworker-three');
    const input = { disbursementId: states['DRAFT'] };
    expect(await other.ask('query', 'disbursement', input, DETAIL)).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('has the trail of signatures behind each payout', async () => {
    const officer = await desk.as('finance-officer');
    const input = { disbursementId: states['APPROVED'] };
    const detail = await officer.ask('query', 'disbursement', input, DETAIL);

    expect(detail).toMatchObject({ amount: { minorUnits: '40000' }, approvalsGiven: 1 });
    expect(detail.signatures).toEqual([
      {
        act: 'MADE',
        role: 'CASEWORKER',
        version: 1,
        isValid: true,
        person: { id: await desk.personId('caseworker') },
      },
      {
        act: 'APPROVED',
        role: 'COORDINATOR',
        version: 1,
        isValid: true,
        person: { id: await desk.personId('coordinator') },
      },
    ]);
    const nothing = { disbursementId: NOBODYS_ID };
    expect(await officer.ask('query', 'disbursement', nothing, DETAIL)).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('is closed to roles that have no part in it', async () => {
    const volunteer = await desk.as('volunteer');
    const answer = await volunteer.send(
      'query ($input: DisbursementsInput!) { disbursements(input: $input) { pageInfo { hasNextPage } } }',
      { input: {} },
    );

    expect(answer.errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });
});
