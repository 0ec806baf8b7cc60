import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dumpDatabase, startTestDesk, type TestDesk } from '@kinward/testing';
import { openCase, move } from '../cases/case-helpers.js';
import { aidedCase, NOBODYS_ID, setCaseState } from '../needs/need-helpers.js';
import { ask, detail, must, onDuty, raised, SECRET_WORDS, stored } from './call-out-scene.js';

describe('raising an alarm', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await startTestDesk();
    await onDuty(desk, 'coordinator-two');
  });

  afterAll(() => desk.close());

  const raise = async (input: object, by = 'caseworker') =>
    ask(await desk.as(by), 'raiseCallOut', { triggerCode: 'RAID', ...input });

  it('starts the clock of fifteen minutes and asks whoever is on duty, at once and without a word', async () => {
    await desk.database.asOperator('DELETE FROM ping');
    const before = desk.clock.now().getTime();

    const callOutId = await raised(desk, { triggerCode: 'RAID', words: SECRET_WORDS });

    const row = await stored(desk, callOutId);
    expect(row).toMatchObject({ state: 'ALERT', priority: 'P0', trigger_code: 'RAID' });
    const minutes = (row.acknowledge_due_at.getTime() - row.raised_at.getTime()) / 60_000;
    expect(minutes).toBe(15);
    expect(row.raised_at.getTime()).toBeGreaterThanOrEqual(before);
    const pings = await desk.database.asOperator('SELECT person_id, urgency FROM ping');
    expect(pings).toEqual([{ person_id: await desk.personId('coordinator-two'), urgency: 'NOW' }]);
    const [news] = await desk.database.asOperator<{ payload: object }>(
      `SELECT payload FROM outbox WHERE topic = 'callout.raise' ORDER BY id DESC LIMIT 1`,
    );
    expect(news?.payload).toEqual({ callOutId });
  });

  it('may be done by caseworkers, coordinators and security, with words', async () => {
    for (const key of ['caseworker', 'coordinator', 'security-officer']) {
      const callOutId = await raised(desk, { words: SECRET_WORDS }, key);
      expect((await detail(desk, key, callOutId)).words).toBe(SECRET_WORDS);
    }
  });

  it('may be done on probation, without words: nobody on probation makes keys', async () => {
    const refused = await raise({ words: SECRET_WORDS }, 'caseworker-new');

    expect(refused).toMatchObject({ reason: 'WORDS_CANNOT_BE_SEALED' });
    expect(await raise({}, 'caseworker-new')).toMatchObject({ state: 'ALERT' });
  });

  it('takes another priority than that of the protocol', async () => {
    const callOutId = await raised(desk, { priority: 'P2' });

    expect((await stored(desk, callOutId)).priority).toBe('P2');
  });

  it.each([
    ['triggerCode', 'UNKNOWN_CODE', { triggerCode: 'NOTHING' }],
    ['priority', 'UNKNOWN_CODE', { priority: 'P9' }],
    ['words', 'EMPTY', { words: ' ' }],
    ['words', 'TOO_LONG', { words: 'x'.repeat(2_001) }],
    ['words', 'FORBIDDEN_CHARACTER', { words: 'Demo-\u0000' }],
  ])('refuses a wrong %s (%s) and writes nothing', async (field, reason, input) => {
    const count = () => desk.database.asOperator('SELECT count(*) FROM call_out');
    const before = await count();

    expect(await raise(input)).toMatchObject({ __typename: 'InvalidInput', field, reason });
    expect(await count()).toEqual(before);
  });

  it('knows no case of nobody, nor one that does not concern the caseworker', async () => {
    const caseId = await openCase(desk);

    expect(await raise({ caseId: NOBODYS_ID })).toMatchObject({ __typename: 'NotFound' });
    expect(await raise({ caseId: 'x' })).toMatchObject({ __typename: 'NotFound' });
    expect(await raise({ caseId }, 'caseworker-three')).toMatchObject({ __typename: 'NotFound' });
  });

  it('is refused for a family that has an open one, until that one is over', async () => {
    const caseId = await aidedCase(desk);
    const callOutId = await raised(desk, { caseId });

    expect(await raise({ caseId })).toMatchObject({ reason: 'CASE_HAS_CALL_OUT' });
    for (const key of ['coordinator', 'security-officer']) {
      await must(desk, key, 'triageCallOut', { callOutId, verdict: 'FALSE_ALARM' });
    }
    expect(await raise({ caseId })).toMatchObject({ __typename: 'CallOutChanged' });
  });

  it('is refused for a case that is over', async () => {
    const caseId = await aidedCase(desk);
    await setCaseState(desk, caseId, 'CLOSED');

    expect(await raise({ caseId })).toMatchObject({ reason: 'CALL_OUT_CASE_OVER' });
  });

  it('has one winner when two raise it for one family at the same moment', async () => {
    const caseId = await openCase(desk);
    await move(await desk.as('caseworker'), caseId, 'START_SCREENING', {
      provocationCheckDone: true,
    });

    const answers = await Promise.all([raise({ caseId }), raise({ caseId }, 'coordinator')]);

    expect(answers.map((answer) => answer.__typename).sort()).toEqual([
      'CallOutChanged',
      'Refused',
    ]);
  });

  it('leaves no word of it in a dump, before and after it is over', async () => {
    const words = 'Demo-Hidden-Words of an alarm';
    const hex = Buffer.from(words).toString('hex');
    const callOutId = await raised(desk, { words });
    const dump = () => dumpDatabase(desk.database.addresses.adminUrl);

    const open = await dump();
    for (const key of ['coordinator', 'security-officer']) {
      await must(desk, key, 'triageCallOut', { callOutId, verdict: 'FALSE_ALARM' });
    }
    const over = await dump();

    expect(open).toContain(callOutId);
    for (const text of [open, over]) {
      expect(text.includes(words) || text.includes(hex)).toBe(false);
    }
    expect((await stored(desk, callOutId)).sealed_words).toBeNull();
    const grants = await desk.database.asOperator(
      `SELECT FROM access_grant g JOIN compartment c ON c.id = g.compartment_id WHERE c.subject_id = $1`,
      [callOutId],
    );
    expect(grants).toEqual([]);
  });

  it('is seen by whom it concerns, and by whoever is on duty', async () => {
    const callOutId = await raised(desk);

    const mine = await detail(desk, 'caseworker', callOutId);
    expect(mine.raisedBy.displayName).toBe('Demo-Caseworker One');
    expect(await detail(desk, 'caseworker-three', callOutId)).toMatchObject({
      __typename: 'NotFound',
    });
    expect(await detail(desk, 'finance-officer', callOutId)).toMatchObject({
      __typename: 'NotFound',
    });
    await onDuty(desk, 'caseworker-three');
    expect(await detail(desk, 'caseworker-three', callOutId)).toMatchObject({ state: 'ALERT' });
    await (await desk.as('caseworker-three')).send('mutation { goOffDuty { __typename } }');
    expect(await detail(desk, 'caseworker-three', callOutId)).toMatchObject({
      __typename: 'NotFound',
    });
  });
});
