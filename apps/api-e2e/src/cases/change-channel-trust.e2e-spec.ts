import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestClient, type TestDesk } from '@kinward/testing';
import {
  caseRow,
  expectForbidden,
  expectNotFoundFor,
  expectStale,
  mutation,
  NOT_FOUND,
  openCase,
  rowsOf,
  setState,
  snapshot,
} from './test-support/contact-case.js';

const change = mutation('changeChannelTrust');

describe('changing the trust in a channel', () => {
  let desk: TestDesk;
  let caseworker: TestClient;
  let caseId: string;
  let channelId: string;

  const addChannel = async (toCase: string): Promise<string> => {
    const input = { caseId: toCase, kind: 'PHONE', value: '+999000222' };
    const answer = await mutation('recordContactChannel')(caseworker, input);
    return String(answer.addedId);
  };
  const setTrust = (trust: string) =>
    desk.database.asOperator('UPDATE contact_channel SET trust = $2 WHERE id = $1', [
      channelId,
      trust,
    ]);
  const trust = async () => (await rowsOf(desk, 'contact_channel', caseId))[0]?.['trust'];

  beforeAll(async () => {
    desk = await startTestDesk();
    caseworker = await desk.as('caseworker');
  });

  beforeEach(async () => {
    caseId = await openCase(caseworker);
    channelId = await addChannel(caseId);
  });

  afterAll(() => desk.close());

  it('verifies a channel by a passed handshake', async () => {
    const input = { caseId, version: 2, channelId, event: 'HANDSHAKE_PASSED' };

    const answer = await change(caseworker, input);

    expect(answer).toEqual({ __typename: 'CaseChanged', caseId, version: 3, addedId: null });
    expect(await trust()).toBe('VERIFIED');
    expect((await caseRow(desk, caseId))['version']).toBe(3);
  });

  it.each(['RELEASE', 'ARREST', 'SEARCH', 'INTERROGATION', 'DOUBT_RECORDED'])(
    'lets the security officer degrade a verified channel after %s, without a key',
    async (event) => {
      await setTrust('VERIFIED');
      const officer = await desk.as('security-officer');

      const answer = await change(officer, { caseId, channelId, event });

      expect(answer.__typename).toBe('CaseChanged');
      expect(await trust()).toBe('DEGRADED');
    },
  );

  it('lets the security officer confirm a compromise, on a closed case too', async () => {
    await setState(desk, caseId, 'CLOSED');
    const officer = await desk.as('security-officer');

    await change(officer, { caseId, channelId, event: 'COMPROMISE_CONFIRMED' });

    expect(await trust()).toBe('COMPROMISED');
  });

  it('takes a handshake from no one without a key', async () => {
    const officer = await desk.as('security-officer');

    const answer = await change(officer, { caseId, channelId, event: 'HANDSHAKE_PASSED' });

    const refused = { __typename: 'Refused', reason: 'CASEWORKER_WITH_ACCESS_REQUIRED' };
    expect(answer).toMatchObject(refused);
    expect(await trust()).toBe('UNKNOWN');
  });

  it('takes a warning, but no handshake, from a caseworker who waits for access', async () => {
    await setTrust('VERIFIED');
    const deputyId = await desk.personId('caseworker-two');
    const sql = 'UPDATE case_file SET deputy_id = $2 WHERE id = $1';
    await desk.database.asOperator(sql, [caseId, deputyId]);
    const deputy = await desk.as('caseworker-two');

    const handshake = await change(deputy, { caseId, channelId, event: 'HANDSHAKE_PASSED' });
    const warning = await change(deputy, { caseId, channelId, event: 'ARREST' });

    expect(handshake).toEqual(NOT_FOUND);
    expect(warning.__typename).toBe('CaseChanged');
    expect(await trust()).toBe('DEGRADED');
  });

  it('never brings a compromised channel back', async () => {
    await setTrust('COMPROMISED');

    const answer = await change(caseworker, { caseId, channelId, event: 'HANDSHAKE_PASSED' });

    expect(answer).toMatchObject({ __typename: 'Refused', reason: 'CHANNEL_COMPROMISED' });
    expect(answer.message).toContain('nothing goes over it');
    expect(await trust()).toBe('COMPROMISED');
  });

  it.each(['CHANNEL_REPLACED', 'TRANSITION_STARTED', 'GOSSIP'])(
    'knows no event %s, so that nobody talks a lost channel back',
    async (event) => {
      await setTrust('COMPROMISED');
      const before = await snapshot(desk, caseId);

      const answer = await change(caseworker, { caseId, channelId, event });

      const invalid = { __typename: 'InvalidInput', field: 'event', reason: 'UNKNOWN_CODE' };
      expect(answer).toEqual(invalid);
      expect(await snapshot(desk, caseId)).toEqual(before);
    },
  );

  it('does not find a channel of another case', async () => {
    const other = await openCase(caseworker);
    const foreign = await addChannel(other);
    const before = await snapshot(desk, other);

    for (const id of [foreign, 'not-an-id']) {
      const answer = await change(caseworker, { caseId, channelId: id, event: 'ARREST' });
      expect(answer).toEqual(NOT_FOUND);
    }
    expect(await snapshot(desk, other)).toEqual(before);
  });

  it('is refused on an old reading', () =>
    expectStale(desk, 'changeChannelTrust', caseId, { channelId, event: 'ARREST' }));

  it.each(['ARREST', 'HANDSHAKE_PASSED'])('does not exist for others (%s)', (event) =>
    expectNotFoundFor(desk, 'changeChannelTrust', caseId, { channelId, event }),
  );

  it('is forbidden to other roles', () =>
    expectForbidden(desk, 'changeChannelTrust', caseId, { channelId, event: 'ARREST' }, [
      'coordinator',
      'volunteer',
      'auditor',
    ]));
});
