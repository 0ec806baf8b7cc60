import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startGiftDesk, type GiftDesk } from '@kinward/testing';
import { openFund, startGift } from './gift-helpers.js';

const RETRIED = `{ __typename ... on PaymentEventRetried { eventId state } ... on WrongState { presentState }
  ... on Refused { reason } ... on InvalidInput { field reason } ... on NotFound { code } }`;

describe('an event of the payment provider that was given up', () => {
  let gifts: GiftDesk;
  let fundId: string;

  beforeAll(async () => {
    gifts = await startGiftDesk();
    fundId = await openFund(gifts.desk, { isFreeFund: true });
  });

  afterAll(() => gifts.close());

  const retry = async (eventId: string, commandKey: string = randomUUID()) =>
    (await gifts.desk.as('finance-officer')).ask(
      'mutation',
      'retryPaymentEvent',
      { commandKey, eventId },
      RETRIED,
    );
  const eventRow = async (eventId: string): Promise<string> => {
    const [row] = await gifts.desk.database.asOperator<{ line: string }>(
      `SELECT concat_ws(' ', state, attempts, failure) AS line FROM stripe_event WHERE event_id = $1`,
      [eventId],
    );
    return row?.line ?? 'none';
  };
  /** An event of somebody's, without anything behind it. */
  const planted = async (state: string, organization = 'lantern'): Promise<string> => {
    const id = `evt_demo_${randomUUID()}`;
    await gifts.desk.database.asOperator(
      `INSERT INTO stripe_event (organization_id, event_id, type, object_id, created_at, received_at, state, attempts,
         next_try_at, failure)
       SELECT id, $1, 'demo.unknown', 'demo', now(), now(), $2, 80, now(), 'SILENT_demo'
       FROM organization WHERE code = $3`,
      [id, state, organization],
    );
    return id;
  };
  const entries = async (eventId: string): Promise<string[]> => {
    const rows = await gifts.desk.database.asOperator<{ line: string }>(
      `SELECT concat_ws(' ', actor_kind, action, subject_kind) AS line FROM audit_entry WHERE reason = $1`,
      [eventId],
    );
    return rows.map(({ line }) => line);
  };

  it('is worked on again, and what it was about happens after all', async () => {
    const { sessionId } = await startGift(gifts, { fundId });
    gifts.sandbox.control.submit(sessionId);
    await gifts.sandbox.control.settled();
    const failed = await gifts.desk.database.asOperator<{ id: string }>(
      `UPDATE stripe_event SET state = 'FAILED', attempts = 80, failure = 'SILENT_demo'
       WHERE state = 'RECEIVED' RETURNING event_id AS id`,
    );
    await gifts.settle();
    const stateOf = async (): Promise<string | undefined> => {
      const [row] = await gifts.desk.database.asOperator<{ state: string }>(
        'SELECT state FROM gift WHERE session_id = $1',
        [sessionId],
      );
      return row?.state;
    };
    expect(await stateOf()).toBe('INTENT');

    for (const { id } of failed) {
      expect(await retry(id)).toMatchObject({ __typename: 'PaymentEventRetried', eventId: id });
    }
    await gifts.settle();

    expect(await stateOf()).toBe('SUCCEEDED');
    for (const { id } of failed) expect(await eventRow(id)).toMatch(/^(?:DONE|IGNORED) 1$/);
  });

  it('gets all its attempts back once for a command that is sent twice, with one entry', async () => {
    const id = await planted('FAILED');
    const key = randomUUID();

    const first = await retry(id, key);
    expect(await eventRow(id)).toBe('RECEIVED 0 SILENT_demo');
    await gifts.settle();
    const again = await retry(id, key);

    expect(first).toMatchObject({ eventId: id, state: 'RECEIVED' });
    expect(again).toEqual(first);
    expect(await eventRow(id)).toBe('IGNORED 1');
    expect(await entries(id)).toEqual(['PERSON PAYMENT_EVENT_RETRIED ORGANIZATION']);
    expect(await retry(await planted('FAILED'), key)).toMatchObject({
      reason: 'REPLAYED_WITH_OTHER_CONTENT',
    });
  });

  it.each(['RECEIVED', 'DONE', 'IGNORED'])('is not one that is %s', async (state) => {
    const id = await planted(state);

    expect(await retry(id)).toMatchObject({ __typename: 'WrongState', presentState: state });

    expect(await eventRow(id)).toBe(`${state} 80 SILENT_demo`);
    expect(await entries(id)).toEqual([]);
  });

  it('is not one of another organisation, which looks like one of nobody', async () => {
    const foreign = await planted('FAILED', 'bridge');

    const [theirs, nobodys] = [await retry(foreign), await retry('evt_demo_nothing')];

    expect(theirs).toEqual(nobodys);
    expect(theirs.__typename).toBe('NotFound');
    expect(await eventRow(foreign)).toBe('FAILED 80 SILENT_demo');
  });

  it('is named by a command with a key', async () => {
    expect(await retry(await planted('FAILED'), 'x')).toMatchObject({
      __typename: 'InvalidInput',
      reason: 'NOT_A_UUID',
    });
  });

  it.each(['coordinator', 'caseworker', 'security-officer', 'auditor', 'foundation-manager'])(
    'is not for a %s',
    async (role) => {
      const id = await planted('FAILED');
      const client = await gifts.desk.as(role);

      const { errors } = await client.send(
        `mutation ($input: RetryPaymentEventInput!) { retryPaymentEvent(input: $input) { __typename } }`,
        { input: { commandKey: randomUUID(), eventId: id } },
      );

      expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual(['FORBIDDEN']);
      expect(await eventRow(id)).toBe('FAILED 80 SILENT_demo');
    },
  );
});
