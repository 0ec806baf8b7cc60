import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { NOBODYS_ID } from '../needs/need-helpers.js';
import {
  approvedPayout,
  ask,
  drafted,
  fundedNeed,
  payoutRow,
  released,
  submitted,
  type AnyAnswer,
} from './disbursement-scene.js';

const FROZEN = `{ __typename ... on CohortFrozen { freezeId counts { state count } }
  ... on UserError { code } ... on InvalidInput { field reason } }`;

describe('freezing a cohort', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await startTestDesk();
  });
  afterAll(() => desk.close());

  const freeze = async (cohort: object): Promise<AnyAnswer> =>
    (await desk.as('security-officer')).ask(
      'mutation',
      'freezeDisbursements',
      { reasonCode: 'INCIDENT', ...cohort },
      FROZEN,
    );
  const lift = async (freezeId: string): Promise<AnyAnswer> =>
    (await desk.as('security-officer')).ask(
      'mutation',
      'unfreezeDisbursements',
      { freezeId },
      FROZEN,
    );
  const PREVIEW = `{ __typename ... on FreezePreview { counts { state count } payments cases amount { minorUnits } }
    ... on UserError { code } ... on InvalidInput { field reason } }`;
  const preview = async (cohort: object): Promise<AnyAnswer> =>
    (await desk.as('security-officer')).ask('query', 'freezePreview', cohort, PREVIEW);
  const stateOf = async (id: string) => (await payoutRow(desk, id))['state'];

  it('stops what was handed in, tells how much, and gives each its own state back', async () => {
    const funded = await fundedNeed(desk, { minorUnits: 40_000 });
    const one = await approvedPayout(desk, funded, {
      amount: { minorUnits: '100', currency: 'EUR' },
    });
    const other = await submitted(desk, funded, { amount: { minorUnits: '200', currency: 'EUR' } });
    const draft = await drafted(desk, funded, { amount: { minorUnits: '300', currency: 'EUR' } });
    const gone = await released(desk, funded, { amount: { minorUnits: '400', currency: 'EUR' } });

    const frozen = await freeze({ caseIds: [funded.caseId] });

    expect(frozen.counts).toEqual([
      { state: 'APPROVED', count: 1 },
      { state: 'PENDING_APPROVAL', count: 1 },
    ]);
    expect(
      await Promise.all([one, other, draft, gone].map((each) => stateOf(each.disbursementId))),
    ).toEqual(['FROZEN', 'FROZEN', 'DRAFT', 'RELEASED']);
    const caseworker = await desk.as('caseworker');
    const input = {
      disbursementId: draft.disbursementId,
      version: 1,
      acknowledgedWarnings: draft.warnings,
    };
    expect(await ask(caseworker, 'submitDisbursement', input)).toMatchObject({
      reason: 'COHORT_FROZEN',
    });
    expect((await lift(frozen.freezeId)).counts).toEqual([
      { state: 'APPROVED', count: 1 },
      { state: 'PENDING_APPROVAL', count: 1 },
    ]);
    expect(await lift(frozen.freezeId)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await ask(caseworker, 'submitDisbursement', input)).toMatchObject({
      state: 'PENDING_APPROVAL',
    });
  });

  it('holds as long as any freeze covers it', async () => {
    const funded = await fundedNeed(desk);
    const { disbursementId } = await approvedPayout(desk, funded);
    const byFund = await freeze({ fundIds: [funded.fundId] });
    const byCase = await freeze({ caseIds: [funded.caseId] });

    expect((await lift(byFund.freezeId)).counts).toEqual([]);
    expect(await stateOf(disbursementId)).toBe('FROZEN');
    expect((await lift(byCase.freezeId)).counts).toEqual([{ state: 'APPROVED', count: 1 }]);
  });

  it('finds payouts by region, way, fund, family and counterparty, and by all that is given together', async () => {
    const shop = [{ kind: 'MERCHANT', value: 'Demo-Shop 77' }];
    const funded = await fundedNeed(desk, { region: 'ABROAD_LT' });
    const { disbursementId } = await approvedPayout(desk, funded, { counterparties: shop });
    const only = { caseIds: [funded.caseId] };

    for (const cohort of [
      { regions: ['ABROAD_LT'], ...only },
      { channelClasses: ['BANK_ABROAD'], ...only },
      { fundIds: [funded.fundId] },
      only,
      { counterparty: { kind: 'MERCHANT', value: 'demo shop 77' } },
    ]) {
      const frozen = await freeze(cohort);
      expect(await stateOf(disbursementId)).toBe('FROZEN');
      await lift(frozen.freezeId);
      expect(await stateOf(disbursementId)).toBe('APPROVED');
    }
    for (const cohort of [
      { regions: ['ABROAD_PL'], ...only },
      { channelClasses: ['PARTNER_ROUTE'], ...only },
      { counterparty: { kind: 'CARD', value: 'demo shop 77' } },
    ]) {
      const frozen = await freeze(cohort);
      expect(await stateOf(disbursementId)).toBe('APPROVED');
      await lift(frozen.freezeId);
    }
  });

  it('says in numbers what it would stop, stops just that, and tells the same afterwards', async () => {
    const funded = await fundedNeed(desk, { minorUnits: 40_000 });
    const other = await fundedNeed(desk, { minorUnits: 40_000 });
    const some = { minorUnits: '100', currency: 'EUR' };
    const one = await approvedPayout(desk, funded, { amount: some });
    await submitted(desk, funded, { amount: { minorUnits: '250', currency: 'EUR' } });
    await drafted(desk, funded, { amount: { minorUnits: '300', currency: 'EUR' } });
    await approvedPayout(desk, other, { amount: some });
    const cohort = { caseIds: [funded.caseId, other.caseId] };
    const numbers = {
      counts: [
        { state: 'APPROVED', count: 2 },
        { state: 'PENDING_APPROVAL', count: 1 },
      ],
      payments: 3,
      cases: 2,
      amount: { minorUnits: '450' },
    };

    expect(await preview(cohort)).toMatchObject(numbers);
    expect(await stateOf(one.disbursementId)).toBe('APPROVED');
    const security = await desk.as('security-officer');
    const { freezeId } = await freeze(cohort);
    expect(await preview(cohort)).toMatchObject({ payments: 0, cases: 0, counts: [] });
    const list = '{ disbursementFreezes { id payments cases amount { minorUnits } } }';
    expect((await security.send(list)).data.disbursementFreezes).toContainEqual({
      id: freezeId,
      payments: 3,
      cases: 2,
      amount: { minorUnits: '450' },
    });
    const lifted = await security.ask(
      'mutation',
      'unfreezeDisbursements',
      { freezeId },
      '{ ... on CohortFrozen { payments cases amount { minorUnits } } }',
    );
    expect(lifted).toEqual({ payments: 3, cases: 2, amount: { minorUnits: '450' } });
  });

  it('tries a counterparty dry, by the way it will be found when it is frozen', async () => {
    const shop = [{ kind: 'MERCHANT', value: 'Demo-Shop 78' }];
    const funded = await fundedNeed(desk);
    await approvedPayout(desk, funded, { counterparties: shop });

    expect(
      await preview({ counterparty: { kind: 'MERCHANT', value: 'demo shop 78' } }),
    ).toMatchObject({ payments: 1, cases: 1 });
    expect(await preview({ counterparty: { kind: 'CARD', value: 'demo shop 78' } })).toMatchObject({
      payments: 0,
    });
  });

  it.each([
    [{}, { field: 'cohort' }],
    [{ channelClasses: ['PIGEON'] }, { field: 'channelClasses' }],
    [{ fundIds: ['x'] }, { code: 'NOT_FOUND' }],
  ])('tries nothing that it could not freeze: %j', async (cohort, answer) => {
    expect(await preview(cohort)).toMatchObject(answer);
  });

  it('is tried by security alone', async () => {
    const officer = await desk.as('finance-officer');
    const answer = await officer.send(
      'query ($input: FreezePreviewInput!) { freezePreview(input: $input) { __typename } }',
      { input: { regions: ['ABROAD_PL'] } },
    );
    expect(answer.errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });

  it('is listed while it stands', async () => {
    const { freezeId } = await freeze({ fundIds: [NOBODYS_ID] });
    const security = await desk.as('security-officer');
    const list = async () =>
      (await security.send('{ disbursementFreezes { id reason fundIds } }')).data
        .disbursementFreezes;

    expect(await list()).toContainEqual({
      id: freezeId,
      reason: 'INCIDENT',
      fundIds: [NOBODYS_ID],
    });
    await lift(freezeId);
    expect(await list()).not.toContainEqual(expect.objectContaining({ id: freezeId }));
  });

  it.each([
    [{}, { field: 'cohort' }],
    [{ regions: [] }, { field: 'cohort' }],
    [{ channelClasses: ['PIGEON'] }, { field: 'channelClasses' }],
    [{ counterparty: { kind: 'X', value: 'y' } }, { field: 'counterparty.0.kind' }],
    [{ regions: ['ABROAD_PL'], reasonCode: 'BORED' }, { field: 'reasonCode' }],
    [{ caseIds: ['x'] }, { code: 'NOT_FOUND' }],
  ])('refuses %j', async (cohort, answer) => {
    expect(await freeze(cohort)).toMatchObject(answer);
  });
});
