import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestClient, type TestDesk } from '@kinward/testing';

const DUTY = `{ __typename ... on DutyChanged { until } ... on UserError { code } ... on InvalidInput { field reason }
  ... on Refused { reason } }`;

describe('the duty of a colleague', () => {
  let desk: TestDesk;
  let coordinator: TestClient;
  let personId: string;

  const inHours = (hours: number) =>
    new Date(desk.clock.now().getTime() + hours * 3_600_000).toISOString();
  const plan = (input: object) =>
    coordinator.ask('mutation', 'planDuty', { personId, ...input }, DUTY);
  const read = async (field: 'dutyList' | 'dutyPlan') => {
    const { data } = await coordinator.send(`{ ${field} { person { id } from until } }`);
    return data[field].filter(({ person }: { person: { id: string } }) => person.id === personId);
  };

  beforeAll(async () => {
    desk = await startTestDesk();
    coordinator = await desk.as('coordinator');
    personId = await desk.personId('caseworker');
  });

  beforeEach(() => desk.database.asOperator('DELETE FROM duty_shift'));

  afterAll(() => desk.close());

  it('is planned ahead, moved, and taken away', async () => {
    const [from, until] = [inHours(3), inHours(9)];
    expect(await plan({ from, until })).toEqual({ __typename: 'DutyChanged', until });
    expect(await read('dutyPlan')).toEqual([{ person: { id: personId }, from, until }]);
    expect(await read('dutyList')).toEqual([]);
    await plan({ from, until: inHours(10) });
    expect(await read('dutyPlan')).toHaveLength(1);
    expect(await plan({ until: null })).toMatchObject({ __typename: 'DutyChanged' });
    expect(await read('dutyPlan')).toEqual([]);
    expect(await plan({ until: null })).toMatchObject({ reason: 'NOT_ON_DUTY' });
    const rows = await desk.database.asOperator<{ action: string }>(
      `SELECT action FROM audit_entry WHERE subject_id = $1 AND action LIKE 'DUTY_%' ORDER BY action`,
      [personId],
    );
    const actions = rows.map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(['DUTY_PLANNED', 'DUTY_TAKEN_AWAY']));
  });

  it('begins by itself, and at once where nothing else is said', async () => {
    await plan({ from: inHours(0.2), until: inHours(4) });
    desk.clock.advance({ minutes: 13 });
    expect(await read('dutyList')).toHaveLength(1);
    expect(await read('dutyPlan')).toEqual([]);
    await plan({ until: null });
    await plan({ until: inHours(2) });
    expect(await read('dutyList')).toHaveLength(1);
  });

  it('is theirs to begin earlier or to decline', async () => {
    const caseworker = await desk.as('caseworker');
    await plan({ from: inHours(3), until: inHours(9) });
    await caseworker.ask('mutation', 'goOnDuty', { until: inHours(8) }, DUTY);
    expect(await read('dutyList')).toHaveLength(1);
    await caseworker.send(`mutation { goOffDuty ${DUTY} }`);
    await plan({ from: inHours(3), until: inHours(9) });
    const { data } = await caseworker.send(`mutation { goOffDuty ${DUTY} }`);
    expect(data.goOffDuty.__typename).toBe('DutyChanged');
    expect(await read('dutyPlan')).toEqual([]);
  });

  it('does not replace a duty that runs by one that is far', async () => {
    await plan({ until: inHours(2) });
    expect(await plan({ from: inHours(5), until: inHours(7) })).toMatchObject({
      reason: 'ON_DUTY_NOW',
    });
    const until = inHours(6);
    expect(await plan({ until })).toMatchObject({ until });
  });

  it.each([
    [
      { from: 'x', hours: 3 },
      { field: 'input.from', reason: 'NOT_AN_INSTANT' },
    ],
    [{ until: 'x' }, { field: 'input.until', reason: 'NOT_AN_INSTANT' }],
    [{ hours: -1 }, { field: 'input.until', reason: 'NOT_IN_THE_FUTURE' }],
    [
      { begin: 5, hours: 4 },
      { field: 'input.until', reason: 'NOT_AFTER_FROM' },
    ],
    [{ hours: 25 }, { field: 'input.until', reason: 'TOO_LONG' }],
    [
      { begin: 170, hours: 175 },
      { field: 'input.from', reason: 'TOO_FAR_AHEAD' },
    ],
  ])('refuses %j', async ({ begin, hours, ...given }: Record<string, unknown>, expected) => {
    const input = {
      ...(typeof begin === 'number' ? { from: inHours(begin) } : {}),
      ...(typeof hours === 'number' ? { until: inHours(hours) } : {}),
      ...given,
    };
    expect(await plan(input)).toMatchObject({ __typename: 'InvalidInput', ...expected });
  });

  it('is nothing for those who are not called on, nor of another organisation', async () => {
    const until = inHours(2);
    for (const key of ['auditor', 'volunteer']) {
      const other = await desk.personId(key);
      expect(await plan({ personId: other, until })).toMatchObject({ reason: 'NOT_FOR_DUTY' });
    }
    const stranger = await desk.personId('bridge-caseworker');
    expect(await plan({ personId: stranger, until })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await plan({ personId: 'x', until })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each(['caseworker', 'volunteer', 'auditor'])('is not planned by a %s', async (key) => {
    const client = await desk.as(key);
    const { errors } = await client.send(
      `mutation { planDuty(input: { personId: "${personId}" }) { __typename } }`,
    );
    expect(errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });
});
