import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ok, toId, type PersonId } from '@kinward/kernel';
import { UnitOfWork, type Scope } from '@kinward/platform';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { VolunteerAccess, VolunteerRecord } from '@kinward/volunteers';

/** A Wednesday, 10:30 in Vilnius, and the night after it. */
const NOON = new Date('2026-01-14T08:30:00Z');
const NIGHT = new Date('2026-01-14T22:30:00Z');

describe('what others learn about volunteers', () => {
  let desk: TestDesk;
  let access: VolunteerAccess;
  let record: VolunteerRecord;
  let unitOfWork: UnitOfWork;
  let scope: Scope;
  let volunteerId: string;

  beforeAll(async () => {
    desk = await startTestDesk();
    access = desk.app.get(VolunteerAccess, { strict: false });
    record = desk.app.get(VolunteerRecord, { strict: false });
    unitOfWork = desk.app.get(UnitOfWork, { strict: false });
    volunteerId = await desk.personId('volunteer');
    const [row] = await desk.database.asOperator<{ organization_id: string }>(
      `INSERT INTO volunteer (person_id, organization_id, state, state_since, tier, country, time_zone, languages,
         quiet_from, quiet_to)
       SELECT id, organization_id, 'ACTIVE', '2026-01-01', 'V2', 'LT', 'Europe/Vilnius', '{en}', 1320, 420
       FROM person WHERE id = $1 RETURNING organization_id`,
      [volunteerId],
    );
    await desk.database.asOperator(
      `INSERT INTO volunteer_hours (organization_id, person_id, weekday, from_minute, to_minute)
       VALUES ($1, $2, 3, 600, 720)`,
      [row?.organization_id, volunteerId],
    );
    scope = { organizationId: toId(row?.organization_id ?? ''), personId: null };
  });

  beforeEach(async () => {
    await desk.database.asOperator(
      `UPDATE volunteer SET state = 'ACTIVE', resume_state = NULL, verified_tasks = 0 WHERE person_id = $1`,
      [volunteerId],
    );
  });

  afterAll(() => desk.close());

  it('is the standing, with time in the volunteer’s own zone', async () => {
    const standing = await unitOfWork.read(scope, () => access.standingOf(volunteerId));

    expect(standing).toMatchObject({
      state: 'ACTIVE',
      tier: 'V2',
      country: 'LT',
      languages: ['en'],
      openTaskLimit: 3,
      trustedCaseId: null,
    });
    expect(standing?.canWork(NOON)).toBe(true);
    expect([standing?.isFree(NOON), standing?.isFree(NIGHT)]).toEqual([true, false]);
  });

  it('is nothing about people who are no volunteers, or of another organisation', async () => {
    const auditor = await desk.personId('auditor');
    const ids = [auditor, 'nobody', volunteerId];
    const [other] = await desk.database.asOperator<{ id: string }>(
      `SELECT id FROM organization WHERE code = 'bridge'`,
    );
    const bridge: Scope = { organizationId: toId(other?.id ?? ''), personId: null };

    expect([...(await unitOfWork.read(scope, () => access.standingsOf(ids))).keys()]).toEqual([
      volunteerId,
    ]);
    expect((await unitOfWork.read(bridge, () => access.standingsOf(ids))).size).toBe(0);
    expect(await unitOfWork.read(bridge, () => access.lockStanding(volunteerId))).toBeNull();
    expect(await unitOfWork.read(scope, () => access.lockStanding('nobody'))).toBeNull();
  });

  it('says who may be pinged now', async () => {
    const reachable = (at: Date) =>
      unitOfWork.read(scope, () => access.reachable([volunteerId], at));

    expect(await reachable(NOON)).toEqual([volunteerId]);
    expect(await reachable(NIGHT)).toEqual([]);
  });

  it('counts verified tasks, also two at once', async () => {
    const verify = () =>
      unitOfWork.run(scope, async () => {
        await record.taskVerified(volunteerId);
        return ok();
      });

    await Promise.all([verify(), verify(), verify()]);

    const [row] = await desk.database.asOperator(
      'SELECT verified_tasks FROM volunteer WHERE person_id = $1',
      [volunteerId],
    );
    expect(row).toEqual({ verified_tasks: 3 });
  });

  it('holds a suspension back until the claim that asked first is through', async () => {
    const order: string[] = [];
    let suspending: Promise<unknown> = Promise.resolve();
    const officer = await desk.as('security-officer');
    const actor: Scope = { ...scope, personId: toId<'Person'>(volunteerId) satisfies PersonId };

    await unitOfWork.run(actor, async () => {
      const standing = await access.lockStanding(volunteerId);
      expect(standing?.canWork(NOON)).toBe(true);
      suspending = officer
        .ask(
          'mutation',
          'suspendVolunteer',
          { volunteerId, reason: 'ALARM' },
          '{ __typename ... on VettingChanged { state } }',
        )
        .then((answer: unknown) => {
          order.push('suspended');
          return answer;
        });
      await waitingLock(desk);
      order.push('claimed');
      return ok();
    });

    expect(await suspending).toMatchObject({ state: 'SUSPENDED' });
    expect(order).toEqual(['claimed', 'suspended']);
    const after = await unitOfWork.read(scope, () => access.standingOf(volunteerId));
    expect(after?.canWork(NOON)).toBe(false);
  });
});

/** Waits until some statement waits for a lock. */
async function waitingLock(desk: TestDesk): Promise<void> {
  for (let attempt = 0; attempt < 500; attempt += 1) {
    const waiting = await desk.database.asOperator(
      `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`,
    );
    if (waiting.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('nobody waits');
}
