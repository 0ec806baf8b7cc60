import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestClient, type TestDesk } from '@kinward/testing';
import {
  caseRow,
  expectForbidden,
  expectNotFoundFor,
  expectStale,
  mutation,
  openCase,
  setState,
  snapshot,
} from './test-support/contact-case.js';

const agree = mutation('agreeContactRhythm');

describe('agreeing on a rhythm of contact', () => {
  let desk: TestDesk;
  let caseworker: TestClient;
  let caseId: string;

  beforeAll(async () => {
    desk = await startTestDesk();
    caseworker = await desk.as('caseworker');
    caseId = await openCase(caseworker);
  });

  afterAll(() => desk.close());

  it.each([1, 30, 180])('stores %i days', async (days) => {
    const answer = await agree(caseworker, { caseId, days });

    expect(answer.__typename).toBe('CaseChanged');
    const { contact_rhythm_days: stored, version } = await caseRow(desk, caseId);
    expect([stored, version]).toEqual([days, answer.version]);
  });

  it.each([0, -1, 181])('refuses %i days and writes nothing', async (days) => {
    const before = await snapshot(desk, caseId);

    const answer = await agree(caseworker, { caseId, days });

    expect(answer).toEqual({ __typename: 'InvalidInput', field: 'days', reason: 'OUT_OF_RANGE' });
    expect(await snapshot(desk, caseId)).toEqual(before);
  });

  it('is not done on an ended case', async () => {
    const ended = await openCase(caseworker);
    await setState(desk, ended, 'DECLINED');

    const answer = await agree(caseworker, { caseId: ended, days: 30 });

    expect(answer).toEqual({ __typename: 'WrongState', presentState: 'DECLINED' });
  });

  it('is refused on an old reading', () =>
    expectStale(desk, 'agreeContactRhythm', caseId, { days: 30 }));

  it('does not exist for others', () =>
    expectNotFoundFor(desk, 'agreeContactRhythm', caseId, { days: 30 }));

  it('is forbidden to other roles', () =>
    expectForbidden(desk, 'agreeContactRhythm', caseId, { days: 30 }, [
      'coordinator',
      'security-officer',
      'volunteer',
    ]));
});
