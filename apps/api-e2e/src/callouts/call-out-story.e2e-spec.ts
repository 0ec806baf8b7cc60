import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { books } from '../disbursements/disbursement-scene.js';
import { makeVolunteer } from '../dispatch/task-scene.js';
import { aidedCase } from '../needs/need-helpers.js';
import {
  detail,
  emergencyFund,
  later,
  must,
  onDuty,
  raised,
  SECRET_WORDS,
} from './call-out-scene.js';

const TO_STABLE_MINUTES = 31 * 60;

describe('a child is left alone after both parents were arrested (HERON)', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await startTestDesk();
    await makeVolunteer(desk, 'volunteer');
  });

  afterAll(() => desk.close());

  it('is acknowledged in 9 minutes, helped at once, stable in 31 hours, signed by somebody else, handed over, closed', async () => {
    const fundId = await emergencyFund(desk);
    const caseId = await aidedCase(desk);
    await onDuty(desk, 'coordinator');
    const callOutId = await raised(desk, { caseId, words: SECRET_WORDS });
    const by = (key: string, operation: string, more: object = {}) =>
      must(desk, key, operation, { callOutId, ...more });

    later(desk, 9);
    await by('coordinator', 'acknowledgeCallOut');
    const first = await by('coordinator', 'triageCallOut', { verdict: 'PROCEED' });
    expect(first).toMatchObject({ state: 'ALERT', awaitsSecondCall: true });
    const second = await by('security-officer', 'triageCallOut', { verdict: 'PROCEED' });
    expect(second).toMatchObject({ state: 'TRIAGED', awaitsSecondCall: false });
    const done = await by('coordinator', 'dispatchCallOut', { commandKey: randomUUID() });
    expect(done).toMatchObject({
      ...{ state: 'DISPATCHED', taskCount: 2, waitingTaskCount: 1, needCount: 2 },
      reserved: { minorUnits: '24000' },
    });
    expect((await books(desk, fundId))['SET_ASIDE']).toBe(24_000n);
    await by('caseworker', 'beginStabilising');

    later(desk, TO_STABLE_MINUTES - 9);
    await by('caseworker', 'stabiliseCallOut');
    const stable = await detail(desk, 'finance-officer', callOutId);
    expect(Math.floor(stable.acknowledgedAfter / 60)).toBe(9);
    expect(stable).toMatchObject({
      ...{ state: 'STABILISED', words: null, signedAt: null },
      ...{ clockAt: done.signatureDueAt, cap: { minorUnits: '150000' } },
    });
    expect(
      stable.needs.map((need: { code: string; state: string }) => [need.code, need.state]),
    ).toEqual([
      ['CHD-CARE', 'FUNDED'],
      ['LEG-ADVICE', 'FUNDED'],
    ]);
    await by('finance-officer', 'signCallOut');
    const ownerId = await desk.personId('caseworker-two');
    await by('coordinator', 'handOverCallOut', { ownerId });
    await by('caseworker-two', 'acceptCallOut');
    await by('coordinator', 'closeCallOut', { outcome: 'STABLE_WITH_OWNER' });

    const closed = await detail(desk, 'coordinator', callOutId);
    expect(closed).toMatchObject({ state: 'CLOSED', words: null, outcome: 'STABLE_WITH_OWNER' });
    expect(closed.tasks.map((task: { state: string }) => task.state)).toEqual([
      'CANCELLED',
      'CANCELLED',
    ]);
    expect((await books(desk, fundId))['SET_ASIDE']).toBe(0n);
    expect(closed.history.map((step: { transition: string }) => step.transition)).toEqual([
      ...['RAISE', 'ACKNOWLEDGE', 'TRIAGE', 'DISPATCH', 'BEGIN', 'STABILISE', 'SIGN', 'HAND_OVER'],
      ...['ACCEPT', 'CLOSE'],
    ]);
  });

  it('shows its words to the duty desk and to whoever raised it, and to nobody else', async () => {
    const callOutId = await raised(desk, { words: SECRET_WORDS });

    const read = async (key: string) => (await detail(desk, key, callOutId)).words;

    expect(await read('coordinator')).toBe(SECRET_WORDS);
    expect(await read('security-officer')).toBe(SECRET_WORDS);
    expect(await read('caseworker')).toBe(SECRET_WORDS);
    expect((await detail(desk, 'caseworker-two', callOutId)).__typename).toBe('NotFound');
  });
});
