import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestClient, type TestDesk } from '@kinward/testing';
import {
  aidedCase,
  ask,
  assessed,
  cents,
  day,
  needRow,
  NOBODYS_ID,
  setCaseState,
  snapshot,
  submitted,
} from './need-helpers.js';

describe('approving a need', () => {
  let desk: TestDesk;
  let one: TestClient;
  let two: TestClient;
  let caseId: string;

  beforeAll(async () => {
    desk = await startTestDesk();
    one = await desk.as('coordinator');
    two = await desk.as('coordinator-two');
    caseId = await aidedCase(desk);
  });

  afterAll(() => desk.close());

  const approve = (client: TestClient, need: { needId: string; version: number }) =>
    ask(client, 'approveNeed', { needId: need.needId, version: need.version });
  const above = { amount: cents(50_001n) };

  it('is one signature up to the ceiling of the code, to the cent', async () => {
    const need = await assessed(desk, caseId, { amount: cents(50_000n) });

    expect(await approve(one, need)).toMatchObject({
      state: 'APPROVED',
      awaitsSecondApprover: false,
    });
    expect(await needRow(desk, need.needId)).toMatchObject({
      approved_by: await desk.personId('coordinator'),
      first_approver_id: null,
    });
  });

  it('is two signatures of two people above it', async () => {
    const need = await assessed(desk, caseId, above);

    const first = await approve(one, need);
    expect(first).toMatchObject({ state: 'ASSESSED', awaitsSecondApprover: true, version: 4 });
    expect(await approve(one, first)).toMatchObject({ reason: 'ALREADY_SIGNED_BY_YOU' });
    expect(await approve(two, first)).toMatchObject({ state: 'APPROVED' });

    expect(await needRow(desk, need.needId)).toMatchObject({
      first_approver_id: await desk.personId('coordinator'),
      approved_by: await desk.personId('coordinator-two'),
    });
  });

  it('funds at once what costs nothing', async () => {
    const need = await assessed(desk, caseId, {
      code: 'REL-MENTOR',
      amount: null,
      channelClass: 'SERVICE_REMOTE',
    });

    expect(await approve(one, need)).toMatchObject({ state: 'FUNDED' });
  });

  it('takes the snapshot for reports, once, without a way back to the case', async () => {
    const need = await assessed(desk, caseId, {
      reach: [
        { ageBand: '0_4', sex: 'F', count: 2 },
        { ageBand: '18_59', sex: 'F', count: 1 },
      ],
    });
    await approve(one, need);

    const facts = await desk.database.asOperator<Record<string, unknown>>(
      `SELECT to_jsonb(f) - 'id' - 'organization_id' - 'funding_reference' AS fact
       FROM report_fact f JOIN need n USING (funding_reference) WHERE n.id = $1`,
      [need.needId],
    );
    expect(facts).toEqual([
      {
        fact: {
          month: `${day(desk).slice(0, 7)}-01`,
          code: 'LIV-GRANT',
          need_group: 'LIV',
          region: 'ABROAD_PL',
          reach: { '0_4': { F: 2 }, '18_59': { F: 1 } },
          amount_minor: 40_000,
          taken_at: day(desk),
        },
      },
    ]);
  });

  it.each([
    'UPDATE report_fact SET amount_minor = 1',
    'DELETE FROM report_fact',
    'TRUNCATE report_fact',
  ])('cannot be rewritten afterwards, not even by the operator: %s', async (sql) => {
    await approve(one, await assessed(desk, caseId));

    await expect(desk.database.asOperator(sql)).rejects.toMatchObject({ code: '23001' });
  });

  it('is never for whoever wrote or changed the request', async () => {
    const need = await assessed(desk, caseId);
    const person = await desk.personId('coordinator');
    for (const change of ['author_id = $2', 'maker_ids = ARRAY[$2]::uuid[]']) {
      await desk.database.asOperator(`UPDATE need SET ${change} WHERE id = $1`, [
        need.needId,
        person,
      ]);
      const before = await snapshot(desk, need.needId);

      expect(await approve(one, need)).toMatchObject({ reason: 'SELF_APPROVAL' });
      expect(await snapshot(desk, need.needId)).toEqual(before);
    }
    // The table itself would refuse it.
    await expect(
      desk.database.asOperator('UPDATE need SET approved_by = $2 WHERE id = $1', [
        need.needId,
        person,
      ]),
    ).rejects.toMatchObject({ code: '23514' });
  });

  it('is never twice for one person, in the table itself', async () => {
    const need = await assessed(desk, caseId, above);
    const person = await desk.personId('coordinator');

    await expect(
      desk.database.asOperator(
        'UPDATE need SET approved_by = $2, first_approver_id = $2 WHERE id = $1',
        [need.needId, person],
      ),
    ).rejects.toMatchObject({ code: '23514' });
  });

  it('happens once when two people approve at the same moment', async () => {
    const need = await assessed(desk, caseId);

    const answers = await Promise.all([one, two, one, two].map((client) => approve(client, need)));

    expect(answers.filter((answer) => answer.state === 'APPROVED')).toHaveLength(1);
    expect(answers.filter((answer) => answer.__typename === 'StaleVersion')).toHaveLength(3);
    const facts = await desk.database.asOperator(
      'SELECT FROM report_fact f JOIN need n USING (funding_reference) WHERE n.id = $1',
      [need.needId],
    );
    expect(facts).toHaveLength(1);
  });

  it('counts one signature when one person signs many times at the same moment', async () => {
    const need = await assessed(desk, caseId, above);

    const answers = await Promise.all([1, 2, 3, 4].map(() => approve(one, need)));

    expect(answers.filter((answer) => answer.state === 'APPROVED')).toEqual([]);
    expect(await needRow(desk, need.needId)).toMatchObject({ state: 'ASSESSED', version: 4 });
  });

  it('is refused to the author in parallel with somebody else’s approval', async () => {
    const need = await assessed(desk, caseId);
    await desk.database.asOperator('UPDATE need SET author_id = $2 WHERE id = $1', [
      need.needId,
      await desk.personId('coordinator'),
    ]);

    const answers = await Promise.all([one, two, one].map((client) => approve(client, need)));

    expect(answers.filter((answer) => answer.state === 'APPROVED')).toHaveLength(1);
    expect(await needRow(desk, need.needId)).toMatchObject({
      approved_by: await desk.personId('coordinator-two'),
    });
  });

  it.each<[string, string, object]>([
    ['is closed', 'CLOSED', { reason: 'CASE_NOT_LIVE' }],
    ['is in quarantine', 'QUARANTINED', { reason: 'CASE_NOT_LIVE' }],
    ['is paused', 'PAUSED_BY_FAMILY', { reason: 'CASE_NOT_LIVE' }],
    ['is not accepted yet', 'VERIFYING', { reason: 'CASE_NOT_ACTIVE' }],
    ['has lost contact', 'CONTACT_LOST', { reason: 'CASE_NOT_ACTIVE' }],
  ])('waits while the case %s', async (_, state, refusal) => {
    const other = await aidedCase(desk);
    const need = await assessed(desk, other);
    await setCaseState(desk, other, state);
    const before = await snapshot(desk, need.needId);

    expect(await approve(one, need)).toMatchObject(refusal);

    expect(await snapshot(desk, need.needId)).toEqual(before);
  });

  it('looks again at consent, channel and day', async () => {
    const other = await aidedCase(desk);
    const need = await assessed(desk, other);
    const set = (sql: string) => desk.database.asOperator(sql, [other]);

    await set(`UPDATE case_file SET region = 'IN_WEST' WHERE id = $1`);
    expect(await approve(one, need)).toMatchObject({ reason: 'CHANNEL_NOT_CLEARED' });
    await set(`UPDATE case_file SET region = 'ABROAD_PL' WHERE id = $1`);
    await set(`UPDATE consent SET withdrawn_on = given_on WHERE case_id = $1`);
    expect(await approve(one, need)).toMatchObject({ reason: 'AID_CONSENT_REQUIRED' });
    await set(`UPDATE consent SET withdrawn_on = NULL WHERE case_id = $1`);
    await set(`UPDATE need SET due_day = '2020-01-01' WHERE case_id = $1`);
    expect(await approve(one, need)).toMatchObject({ reason: 'DUE_DAY_PASSED' });
  });

  it('refuses a stale version, a need that is not assessed, and an unknown one', async () => {
    const need = await assessed(desk, caseId);
    expect(await approve(one, { ...need, version: 2 })).toMatchObject({ currentVersion: 3 });
    expect(await approve(one, { needId: NOBODYS_ID, version: 1 })).toMatchObject({
      code: 'NOT_FOUND',
    });
    const early = await submitted(desk, caseId);
    expect(await approve(one, early)).toMatchObject({ presentState: 'SUBMITTED' });
  });

  it('names each act in the audit once, by codes', async () => {
    const need = await assessed(desk, caseId, above);
    const first = await approve(one, need);
    await approve(two, first);

    const acts = await desk.database.asOperator<{ action: string; actor_id: string }>(
      `SELECT action, actor_id FROM audit_entry WHERE subject_id = $1 ORDER BY action`,
      [need.needId],
    );
    expect(acts.map((act) => act.action)).toEqual([
      'NEED_APPROVAL_SIGNED',
      'NEED_APPROVE',
      'NEED_ASSESS',
      'NEED_RECORDED',
      'NEED_SUBMIT',
    ]);
  });
});
