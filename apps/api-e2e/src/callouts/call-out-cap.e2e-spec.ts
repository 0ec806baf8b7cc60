import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { RESERVED } from '../disbursements/disbursement-scene.js';
import { ask, dispatched, emergencyFund, handedOver, must, triaged } from './call-out-scene.js';

describe('a second signature that is missing after 72 hours', () => {
  let desk: TestDesk;
  let next: string;

  beforeAll(async () => {
    desk = await startTestDesk();
    await emergencyFund(desk);
  });

  beforeEach(async () => {
    await desk.database.asOperator(
      `UPDATE call_out SET signed_by = $1, signed_at = now() WHERE reserved_minor > 0 AND signed_at IS NULL`,
      [await desk.personId('finance-officer')],
    );
    next = await triaged(desk, { triggerCode: 'SURGE' });
  });

  afterAll(() => desk.close());

  const dispatch = async () => {
    const input = { callOutId: next, commandKey: randomUUID() };
    return ask(await desk.as('coordinator-two'), 'dispatchCallOut', input);
  };
  /** The clock of one draw, moved to so many seconds from now. */
  const due = (callOutId: string, seconds: number) =>
    desk.database.asOperator(
      'UPDATE call_out SET signature_due_at = $2::timestamptz + make_interval(secs => $3) WHERE id = $1',
      [callOutId, desk.clock.now(), seconds],
    );

  it('takes the cap of the whole desk away, to the second, until it is there', async () => {
    const { callOutId } = await dispatched(desk);
    await due(callOutId, 0);

    const refused = await dispatch();
    expect(refused).toMatchObject({ __typename: 'Refused', reason: 'CALL_OUT_CAP_LOST' });
    expect(refused.message).toContain('second signature');
    await must(desk, 'finance-officer', 'signCallOut', { callOutId });

    expect(await dispatch()).toMatchObject({ state: 'DISPATCHED' });
  });

  it('does nothing before its time', async () => {
    const { callOutId } = await dispatched(desk);
    await due(callOutId, 60);

    expect(await dispatch()).toMatchObject({ state: 'DISPATCHED' });
  });

  it('or until the money is back, as closing does', async () => {
    const callOutId = await handedOver(desk);
    await due(callOutId, -1);
    expect(await dispatch()).toMatchObject({ reason: 'CALL_OUT_CAP_LOST' });

    await must(desk, 'coordinator', 'closeCallOut', { callOutId, outcome: 'FAMILY_DECLINED' });

    expect(await dispatch()).toMatchObject({ state: 'DISPATCHED' });
  });

  it('counts as long as any of its money is out', async () => {
    const { callOutId } = await dispatched(desk);
    await due(callOutId, -1);
    const reservations = await desk.database.asOperator<{ id: string }>(
      `SELECT r.id FROM fund_reservation r JOIN need n ON n.id = r.need_id WHERE n.call_out_id = $1`,
      [callOutId],
    );
    const coordinator = await desk.as('coordinator');
    for (const { id: reservationId } of reservations) {
      expect(await dispatch()).toMatchObject({ reason: 'CALL_OUT_CAP_LOST' });
      const input = { commandKey: randomUUID(), reservationId };
      await coordinator.ask('mutation', 'releaseReservation', input, RESERVED);
    }

    expect(await dispatch()).toMatchObject({ state: 'DISPATCHED' });
  });

  it('is the business of its own organisation alone', async () => {
    const { callOutId } = await dispatched(desk);
    await due(callOutId, -1);
    const raise = { triggerCode: 'SURGE' };
    const other = await must(desk, 'bridge-caseworker', 'raiseCallOut', raise);
    const input = { callOutId: other.callOutId, verdict: 'PROCEED', lifeAtRisk: true };
    await must(desk, 'bridge-coordinator', 'triageCallOut', input);

    const done = await ask(await desk.as('bridge-coordinator'), 'dispatchCallOut', {
      ...{ callOutId: other.callOutId, commandKey: randomUUID() },
    });

    expect(done).toMatchObject({ state: 'DISPATCHED' });
  });
});
