import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import pg from 'pg';
import { aidedCase, cents, NOBODYS_ID } from '../needs/need-helpers.js';
import {
  ask,
  fundedNeed,
  key,
  must,
  payoutRow,
  released,
  RESERVED,
  traces,
  type AnyAnswer,
} from './disbursement-scene.js';
import { brokenInvariants } from './test-support/broken-invariants.js';
import {
  deliveredPayout,
  dispute,
  settleAs,
  type Finding,
} from './test-support/disputed-payouts.js';

const ROUNDS = 3;

describe('settling a dispute', () => {
  let desk: TestDesk;
  let operator: pg.Client;
  let caseId: string;

  beforeAll(async () => {
    desk = await startTestDesk();
    operator = new pg.Client({ connectionString: desk.database.addresses.adminUrl });
    await operator.connect();
    caseId = await aidedCase(desk);
    // A small organisation: people who do the work also look after security.
    for (const [person, role] of [
      ['coordinator-two', 'COORDINATOR'],
      ['finance-officer', 'FINANCE_OFFICER'],
      ['caseworker', 'CASEWORKER'],
    ] as const) {
      await desk.database.asOperator('UPDATE person SET roles = $2 WHERE id = $1', [
        await desk.personId(person),
        [role, 'SECURITY_OFFICER'],
      ]);
    }
  });
  afterAll(async () => {
    await operator.end();
    await desk.close();
  });

  const settle = async (id: string, finding: Finding, more: object = {}): Promise<AnyAnswer> =>
    settleAs(await desk.as('security-officer'), id, finding, more);
  const disputed = async (): Promise<{ id: string; needId: string; reservationId: string }> => {
    const funded = await fundedNeed(desk, { caseId });
    return { ...funded, id: await dispute(desk, await deliveredPayout(desk, funded)) };
  };

  it.each<[string, Finding, object, object]>([
    ['a reason of another finding', 'LOST', { reasonCode: 'REPAID' }, { field: 'reasonCode' }],
    ['an unknown reason', 'RECEIVED', { reasonCode: 'BORED' }, { field: 'reasonCode' }],
    ['a key that is none', 'LOST', { commandKey: 'x' }, { field: 'input.commandKey' }],
    [
      'a part that is missing of what was received',
      'RECEIVED',
      { missing: cents(1n) },
      { field: 'missing', reason: 'NOT_ALLOWED' },
    ],
    ['nothing missing', 'LOST', { missing: cents(0n) }, { field: 'missing.minorUnits' }],
    [
      'more missing than arrived',
      'LOST',
      { missing: cents(40_001n) },
      { reason: 'MORE_THAN_DELIVERED' },
    ],
    [
      'more back than arrived',
      'CAME_BACK',
      { missing: cents(40_001n) },
      { reason: 'MORE_THAN_DELIVERED' },
    ],
    ['nothing that exists', 'LOST', { disbursementId: NOBODYS_ID }, { code: 'NOT_FOUND' }],
  ])('refuses %s and leaves everything as it was', async (_, finding, more, answer) => {
    const { id, needId } = await disputed();
    const before = await traces(desk, needId, id);

    expect(await settle(id, finding, more)).toMatchObject(answer);
    expect(await traces(desk, needId, id)).toEqual(before);
  });

  it.each<Finding>(['RECEIVED', 'LOST', 'CAME_BACK'])(
    'finds nothing to settle where nothing was disputed (%s)',
    async (finding) => {
      const carried = { channelClass: 'VIA_RELATIVE_ABROAD' };
      const { disbursementId: sent } = await released(
        desk,
        await fundedNeed(desk, { caseId }),
        carried,
      );
      const officer = await desk.as('finance-officer');
      await must(officer, 'markInTransit', { disbursementId: sent });
      const delivered = await deliveredPayout(desk, await fundedNeed(desk, { caseId }));

      // What is on its way has not been booked as delivered: it fails or is lost, and is not disputed.
      const early = { disbursementId: sent, reasonCode: 'FAMILY_SAYS_NO' };
      expect(await ask(await desk.as('caseworker'), 'openDispute', early)).toMatchObject({
        presentState: 'IN_TRANSIT',
      });
      expect(await settle(sent, finding)).toMatchObject({ presentState: 'IN_TRANSIT' });
      expect(await settle(delivered, finding)).toMatchObject({ presentState: 'DELIVERED' });
    },
  );

  it.each(['caseworker', 'finance-officer'])(
    'is not for whoever works on the case or delivered (%s)',
    async (person) => {
      const { id, needId } = await disputed();
      const before = await traces(desk, needId, id);

      for (const finding of ['RECEIVED', 'LOST', 'CAME_BACK'] as const) {
        expect(await settleAs(await desk.as(person), id, finding)).toMatchObject({
          reason: 'SELF_SETTLEMENT',
          message: expect.stringContaining('Another security officer'),
        });
      }
      expect(await traces(desk, needId, id)).toEqual(before);
      expect(await settleAs(await desk.as('coordinator-two'), id, 'LOST')).toMatchObject({
        state: 'LOST_OR_SEIZED',
      });
    },
  );

  it('is not for the deputy of the case either', async () => {
    const { id } = await disputed();
    const deputy = await desk.personId('coordinator-two');
    const { rows } = await operator.query<{ deputy_id: string | null }>(
      'SELECT deputy_id FROM case_file WHERE id = $1',
      [caseId],
    );
    const become = (personId: string | null) =>
      operator.query('UPDATE case_file SET deputy_id = $2 WHERE id = $1', [caseId, personId]);
    await become(deputy);
    try {
      expect(await settleAs(await desk.as('coordinator-two'), id, 'RECEIVED')).toMatchObject({
        reason: 'SELF_SETTLEMENT',
      });
    } finally {
      await become(rows[0]?.deputy_id ?? null);
    }
  });

  it('is for security officers only', async () => {
    const { id } = await disputed();

    await expect(settleAs(await desk.as('coordinator'), id, 'LOST')).rejects.toThrow('FORBIDDEN');
    await expect(settleAs(await desk.as('auditor'), id, 'RECEIVED')).rejects.toThrow('FORBIDDEN');
  });

  it.each<[Finding, string]>([
    ['LOST', 'LOST_OR_SEIZED'],
    ['CAME_BACK', 'RETURNED'],
  ])('books %s once, however often the command arrives', async (finding, state) => {
    const { id } = await disputed();
    const command = { commandKey: key() };

    const answers = await Promise.all(
      Array.from({ length: 4 }, () => settle(id, finding, command)),
    );
    answers.push(await settle(id, finding, command));

    for (const answer of answers) expect(answer).toMatchObject({ disbursementId: id, state });
    expect(await settle(id, finding, { ...command, missing: cents(1n) })).toMatchObject({
      reason: 'REPLAYED_WITH_OTHER_CONTENT',
    });
    const booked = await desk.database.asOperator<{ code: string }>(
      'SELECT code FROM ledger_transfer WHERE idempotency_key LIKE $1',
      [`${command.commandKey}/%`],
    );
    const codes = booked.map(({ code }) => code).sort();
    expect(codes).toEqual(
      finding === 'LOST'
        ? ['CORRECTION', 'LOST']
        : ['CAME_BACK', 'CAME_BACK', 'CORRECTION', 'RESERVE'],
    );
    expect(await brokenInvariants(operator)).toEqual([]);
  });

  it('ends once when several officers settle it at the same moment', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { id } = await disputed();
      const officers = [await desk.as('security-officer'), await desk.as('coordinator-two')];

      const answers = await Promise.all(
        officers.flatMap((officer) =>
          (['RECEIVED', 'LOST', 'CAME_BACK'] as const).map((each) => settleAs(officer, id, each)),
        ),
      );

      const settled = answers.filter((answer) => answer.__typename === 'DisbursementChanged');
      expect(settled).toHaveLength(1);
      const { state } = await payoutRow(desk, id);
      expect(settled[0]).toMatchObject({ state });
      const others = answers.filter((answer) => answer.__typename !== 'DisbursementChanged');
      expect(new Set(others.map((answer) => answer.presentState))).toEqual(new Set([state]));
      expect(await brokenInvariants(operator)).toEqual([]);
    }
  });

  it('does not lose money to somebody who gives the rest of the reservation back meanwhile', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const funded = await fundedNeed(desk, { caseId });
      const half = { amount: cents(20_000n) };
      const id = await dispute(desk, await deliveredPayout(desk, funded, 'DELIVERED', half));
      const coordinator = await desk.as('coordinator');
      const { reservationId } = funded;

      const [settled, withdrawn] = await Promise.all([
        settle(id, 'CAME_BACK'),
        coordinator.ask(
          'mutation',
          'releaseReservation',
          { commandKey: key(), reservationId },
          RESERVED,
        ),
      ]);

      expect(settled).toMatchObject({ state: 'RETURNED' });
      expect(withdrawn).toMatchObject({ __typename: 'ReservationChanged' });
      expect(await brokenInvariants(operator)).toEqual([]);
    }
  });
});
