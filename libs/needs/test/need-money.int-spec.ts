import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { toId, type DomainError, type Result } from '@kinward/kernel';
import { UnitOfWork } from '@kinward/platform';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { NeedMoney, type NeedForMoney } from '../src/index.js';

const AMOUNT = 10_000n;

describe('what money does to a need', () => {
  let desk: TestDesk;
  let money: NeedMoney;
  let unitOfWork: UnitOfWork;
  let organizationId: string;
  let caseId: string;
  let needId: string;

  beforeAll(async () => {
    desk = await startTestDesk();
    money = desk.app.get(NeedMoney, { strict: false });
    unitOfWork = desk.app.get(UnitOfWork, { strict: false });
    const [row] = await desk.database.asOperator<{ id: string }>(
      `SELECT id FROM organization WHERE code = 'lantern'`,
    );
    organizationId = row?.id ?? '';
  });

  afterAll(() => desk.close());

  beforeEach(async () => {
    const people = [await desk.personId('caseworker'), await desk.personId('coordinator')];
    const [added] = await desk.database.asOperator<{ id: string; case_id: string }>(
      `WITH file AS (
         INSERT INTO case_file (id, organization_id, codename, state, state_since, region, opened_day,
           contact_rhythm_days, sealed_t1)
         VALUES (gen_random_uuid(), $1, gen_random_uuid(), 'ACTIVE', '2026-01-01', 'ABROAD_PL', '2026-01-01', 45, '\\x00')
         RETURNING id)
       INSERT INTO need (id, organization_id, case_id, code, state, priority, amount_minor, region, due_day, asked_on,
         clock_started_at, author_id, approved_by, reach, funding_reference)
       SELECT gen_random_uuid(), $1, id, 'LIV-GRANT', 'APPROVED', 'P2', $2, 'ABROAD_PL', '2099-01-01', '2026-01-01',
         '2026-01-01', $3, $4, '{}', gen_random_uuid() FROM file RETURNING id, case_id`,
      [organizationId, AMOUNT.toString(), ...people],
    );
    needId = added?.id ?? '';
    caseId = added?.case_id ?? '';
  });

  type Step = (need: NeedForMoney) => Promise<Result<NeedForMoney, DomainError>>;

  /** Locks the need and plays the steps, each in the same unit of work. */
  const play = (...steps: Step[]): Promise<Result<NeedForMoney, DomainError>> =>
    unitOfWork.run({ organizationId: toId(organizationId), personId: null }, async () => {
      let answer = await money.lock(needId, null);
      for (const step of steps) {
        if (!answer.ok) return answer;
        answer = await step(answer.value);
      }
      return answer;
    });
  const reserve =
    (minor: bigint): Step =>
    (need) =>
      money.reserved(need, minor);
  const release =
    (minor: bigint): Step =>
    (need) =>
      money.released(need, minor);
  const deliver =
    (minor: bigint): Step =>
    (need) =>
      money.delivered(need, minor);
  const stateOf = async (): Promise<unknown> => {
    const [row] = await desk.database.asOperator('SELECT state, version FROM need WHERE id = $1', [
      needId,
    ]);
    return row;
  };

  it('leads from the first reservation to the confirmation, with history and news', async () => {
    const steps = [reserve(4_000n), reserve(6_000n), release(AMOUNT), deliver(AMOUNT)];
    const done = await play(...steps, (need) => money.confirmed(need));

    expect(done).toMatchObject({
      ok: true,
      value: {
        state: 'CONFIRMED',
        reservedMinor: 0n,
        releasedMinor: AMOUNT,
        deliveredMinor: AMOUNT,
        version: 6,
        caseState: 'ACTIVE',
      },
    });
    const history = await desk.database.asOperator<{ transition: string }>(
      'SELECT transition FROM need_transition WHERE need_id = $1',
      [needId],
    );
    expect(history.map((row) => row.transition).sort()).toEqual([
      'CONFIRM',
      'FINISH_DELIVERY',
      'FUND',
      'START_DELIVERY',
      'WAIT_FOR_FUNDS',
    ]);
    const news = await desk.database.asOperator<{ payload: { action: string } }>(
      `SELECT payload FROM outbox WHERE payload ->> 'needId' = $1 ORDER BY id`,
      [needId],
    );
    expect(news.map(({ payload }) => payload.action)).toEqual([
      'NEED_RESERVED',
      'NEED_RESERVED',
      'NEED_RELEASED',
      'NEED_DELIVERED',
      'NEED_CONFIRM',
    ]);
    const [day] = await desk.database.asOperator('SELECT delivered_on FROM need WHERE id = $1', [
      needId,
    ]);
    expect(day).not.toEqual({ delivered_on: null });
  });

  it('takes money back, loses it, and waits for more', async () => {
    const back = await play(reserve(AMOUNT), release(AMOUNT), (need) =>
      money.cameBack(need, AMOUNT),
    );
    expect(back).toMatchObject({ value: { state: 'FUNDED', reservedMinor: AMOUNT } });

    const lost = await play(release(AMOUNT), deliver(4_000n), (need) => money.lost(need, 6_000n));
    expect(lost).toMatchObject({ value: { state: 'WAITING_FUNDS', releasedMinor: 4_000n } });

    const again = await play(reserve(6_000n), (need) => money.unreserved(need, 6_000n));
    expect(again).toMatchObject({ value: { state: 'WAITING_FUNDS', reservedMinor: 0n } });
  });

  it('takes back what counted as delivered, and was even confirmed', async () => {
    const confirm: Step = (need) => money.confirmed(need);
    await play(reserve(AMOUNT), release(AMOUNT), deliver(AMOUNT), confirm);

    const back = await play((need) => money.backAfterAll(need, 4_000n));
    expect(back).toMatchObject({
      value: { state: 'FUNDED', reservedMinor: 4_000n, releasedMinor: 6_000n },
    });
    const day = () =>
      desk.database.asOperator('SELECT delivered_on FROM need WHERE id = $1', [needId]);
    expect(await day()).not.toEqual([{ delivered_on: null }]);

    const gone = await play((need) => money.notArrived(need, 6_000n));
    expect(gone).toMatchObject({
      value: {
        state: 'WAITING_FUNDS',
        reservedMinor: 4_000n,
        releasedMinor: 0n,
        deliveredMinor: 0n,
      },
    });
    expect(await day()).toEqual([{ delivered_on: null }]);
    expect(await play((need) => money.notArrived(need, 1n))).toMatchObject({
      error: { reason: 'MORE_THAN_DELIVERED' },
    });
    const moves = await desk.database.asOperator<{ transition: string }>(
      `SELECT transition FROM need_transition WHERE need_id = $1 AND transition LIKE '%MISS%'`,
      [needId],
    );
    expect(moves).toEqual([{ transition: 'MISS_WITH_MONEY' }]);
  });

  it.each<[string, Step, object]>([
    ['more than it lacks', reserve(10_001n), { reason: 'NEED_AMOUNT_EXCEEDED' }],
    ['a release of nothing reserved', release(1n), { kind: 'WRONG_STATE' }],
    ['a delivery of nothing sent', deliver(1n), { kind: 'WRONG_STATE' }],
    ['a confirmation of nothing delivered', (need) => money.confirmed(need), { state: 'APPROVED' }],
  ])('refuses %s and changes nothing', async (_, step, error) => {
    expect(await play(step)).toMatchObject({ ok: false, error });
    expect(await stateOf()).toEqual({ state: 'APPROVED', version: 1 });
  });

  it('keeps what money did while the need was suspended', async () => {
    await play(reserve(AMOUNT), release(AMOUNT));
    await desk.database.asOperator(`UPDATE case_file SET state = 'QUARANTINED' WHERE id = $1`, [
      caseId,
    ]);
    await desk.database.asOperator(
      `UPDATE need SET state = 'SUSPENDED', state_before_suspension = 'IN_DELIVERY' WHERE id = $1`,
      [needId],
    );

    expect(await play(deliver(AMOUNT))).toMatchObject({
      value: { state: 'SUSPENDED', deliveredMinor: AMOUNT },
    });
    await desk.database.asOperator(`UPDATE case_file SET state = 'ACTIVE' WHERE id = $1`, [caseId]);
    expect(await play()).toMatchObject({ value: { state: 'DELIVERED' } });
  });

  it('says whether aid may be paid in the case at all', async () => {
    const check = async (state: string): Promise<unknown> => {
      await desk.database.asOperator('UPDATE case_file SET state = $2 WHERE id = $1', [
        caseId,
        state,
      ]);
      const need = await play();
      return need.ok ? money.requireLiveCase(need.value) : need;
    };

    expect(await check('ACTIVE')).toMatchObject({ ok: true });
    expect(await check('TRANSITION')).toMatchObject({ ok: true });
    expect(await check('QUARANTINED')).toMatchObject({ error: { reason: 'CASE_NOT_LIVE' } });
    expect(await check('CLOSED')).toMatchObject({ error: { reason: 'CASE_NOT_LIVE' } });
    expect(await check('WAITLISTED')).toMatchObject({ error: { reason: 'CASE_NOT_ACTIVE' } });
  });

  it('is not there for another organisation, an unknown id, or a stale version', async () => {
    const scope = { organizationId: toId<'Organization'>(organizationId), personId: null };
    const lock = (id: string, version: number | null) =>
      unitOfWork.run(scope, () => money.lock(id, version));
    const [other] = await desk.database.asOperator<{ id: string }>(
      `SELECT id FROM organization WHERE code = 'bridge'`,
    );
    const foreign = { organizationId: toId<'Organization'>(other?.id ?? ''), personId: null };

    expect(await lock('x', null)).toMatchObject({ error: { kind: 'NOT_FOUND' } });
    expect(await lock(needId, 7)).toMatchObject({ error: { kind: 'STALE_VERSION' } });
    expect(await unitOfWork.run(foreign, () => money.lock(needId, null))).toMatchObject({
      error: { kind: 'NOT_FOUND' },
    });
  });

  it('never reserves more than the need when many try at once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => play(reserve(3_000n))));

    expect(answers.filter((answer) => answer.ok)).toHaveLength(3);
    const [row] = await desk.database.asOperator('SELECT reserved_minor FROM need WHERE id = $1', [
      needId,
    ]);
    expect(row).toEqual({ reserved_minor: '9000' });
  });

  it.each([
    ['more reserved than the amount', 'reserved_minor = amount_minor + 1'],
    ['more delivered than released', 'delivered_minor = 1'],
    ['a negative sum', 'reserved_minor = -1'],
    ['a suspension without the state before', `state = 'SUSPENDED'`],
    ['an approval of nobody', 'approved_by = NULL'],
    ['a state that is none', `state = 'LOST'`],
  ])('is guarded by the table itself against %s', async (_, change) => {
    await expect(
      desk.database.asOperator(`UPDATE need SET ${change} WHERE id = $1`, [needId]),
    ).rejects.toMatchObject({ code: '23514' });
  });
});
