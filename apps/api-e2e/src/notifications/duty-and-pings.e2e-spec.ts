import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toId, ok } from '@kinward/kernel';
import { Pings } from '@kinward/notifications';
import { UnitOfWork } from '@kinward/platform';
import { startTestDesk, type TestDesk } from '@kinward/testing';

const DUTY = `{ __typename ... on DutyChanged { until } ... on InvalidInput { field reason }
  ... on Refused { reason message } }`;
const LIST = '{ dutyList { person { id } until } }';
const OFF = `mutation { goOffDuty ${DUTY} }`;
const MY_PINGS = '{ myPings { unseen since } }';

describe('duty and pings', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await startTestDesk();
  });

  afterAll(() => desk.close());

  const inHours = (hours: number) =>
    new Date(desk.clock.now().getTime() + hours * 3_600_000).toISOString();
  const goOnDuty = async (key: string, until: string) =>
    (await desk.as(key)).ask('mutation', 'goOnDuty', { until }, DUTY);
  const onDuty = async (key = 'security-officer'): Promise<string[]> => {
    const { data } = await (await desk.as(key)).send(LIST);
    return data.dutyList.map(({ person }: { person: { id: string } }) => person.id);
  };
  /** Asks as a use case of another domain does, in a unit that commits or does not. */
  const ask = async (key: string, isKept = true): Promise<void> => {
    const [row] = await desk.database.asOperator<{ id: string }>(
      `SELECT id FROM organization WHERE code = 'lantern'`,
    );
    const personId = await desk.personId(key);
    const scope = { organizationId: toId<never>(row?.id ?? ''), personId: null };
    await desk.app.get(UnitOfWork, { strict: false }).run(scope, async () => {
      await desk.app.get(Pings, { strict: false }).ask({ personIds: [personId], urgency: 'NOW' });
      return isKept ? ok() : { ok: false, error: 'DEMO' };
    });
  };

  it('somebody goes on duty, moves the end, and goes off again', async () => {
    const me = await desk.personId('coordinator');
    expect(await goOnDuty('coordinator', inHours(2))).toMatchObject({ __typename: 'DutyChanged' });
    const later = inHours(5);
    expect(await goOnDuty('coordinator', later)).toEqual({
      __typename: 'DutyChanged',
      until: later,
    });
    expect(await onDuty()).toEqual([me]);
    const client = await desk.as('coordinator');
    const { data } = await client.send(OFF);
    expect(data.goOffDuty.__typename).toBe('DutyChanged');
    expect(await onDuty()).toEqual([]);

    const again = await client.send(OFF);
    expect(again.data.goOffDuty).toMatchObject({ __typename: 'Refused', reason: 'NOT_ON_DUTY' });
    const acts = await desk.database.asOperator<{ action: string }>(
      `SELECT action FROM audit_entry WHERE action LIKE 'DUTY_%' AND actor_id = $1 ORDER BY action`,
      [me],
    );
    expect(acts.map(({ action }) => action)).toEqual(['DUTY_BEGUN', 'DUTY_BEGUN', 'DUTY_ENDED']);
  });

  it('duty ends by itself, and another organisation does not see it', async () => {
    await goOnDuty('caseworker', inHours(0.1));
    expect(await onDuty('bridge-coordinator')).toEqual([]);
    expect(await onDuty()).toContain(await desk.personId('caseworker'));
    desk.clock.advance({ minutes: 7 });

    expect(await onDuty()).not.toContain(await desk.personId('caseworker'));
  });

  it.each([
    ['no instant', 'tomorrow', 'NOT_AN_INSTANT'],
    ['an instant in the past', '2020-01-01T00:00:00Z', 'NOT_IN_THE_FUTURE'],
    ['more than a day away', '2999-01-01T00:00:00Z', 'TOO_LONG'],
  ])('refuses an end that is %s', async (_, until, reason) => {
    expect(await goOnDuty('caseworker', until)).toEqual({
      __typename: 'InvalidInput',
      field: 'input.until',
      reason,
    });
  });

  it('a ping stands in the app until its person has looked, and then no mail is sent', async () => {
    const client = await desk.as('auditor');
    await ask('auditor');
    const { data } = await client.send(MY_PINGS);
    expect(data.myPings).toMatchObject({ unseen: 1, since: expect.any(String) });
    const seen = await client.send('mutation { markPingsSeen { seen } }');
    expect(seen.data.markPingsSeen).toEqual({ seen: 1 });

    expect((await client.send(MY_PINGS)).data.myPings).toEqual({ unseen: 0, since: null });
    const states = await desk.database.asOperator('SELECT state FROM ping WHERE person_id = $1', [
      await desk.personId('auditor'),
    ]);
    expect(states).toEqual([{ state: 'SEEN' }]);
  });

  it('a ping of a unit that fails was never asked for', async () => {
    await ask('administrator', false);

    const { data } = await (await desk.as('administrator')).send(MY_PINGS);
    expect(data.myPings.unseen).toBe(0);
  });
});
