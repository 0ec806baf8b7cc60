import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { activeCase, CHANGED, move, openCase, staff, verify } from './case-helpers.js';

describe('moving a case', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await startTestDesk();
  });

  afterAll(() => desk.close());

  it('goes from request to active with two holders, consent and evidence', async () => {
    const caseId = await openCase(desk);
    await staff(desk, caseId);
    await verify(desk, caseId);

    const moved = await move(await desk.as('coordinator'), caseId, 'ACTIVATE');

    expect(moved).toMatchObject({ __typename: 'CaseTransitioned', state: 'ACTIVE' });
  });

  it('names the guard that is missing', async () => {
    const caseId = await openCase(desk);
    const caseworker = await desk.as('caseworker');
    const coordinator = await desk.as('coordinator');

    const unchecked = await move(caseworker, caseId, 'START_SCREENING');
    await verify(desk, caseId);
    const alone = await move(coordinator, caseId, 'ACTIVATE');

    expect(unchecked).toMatchObject({ code: 'REFUSED', reason: 'PROVOCATION_CHECK_REQUIRED' });
    expect(alone).toMatchObject({ code: 'REFUSED', reason: 'TWO_HOLDERS_REQUIRED' });
  });

  it('refuses unknown moves, wrong states, wrong roles and stale versions', async () => {
    const caseId = await openCase(desk);
    const caseworker = await desk.as('caseworker');

    const wrongState = await move(caseworker, caseId, 'RESUME');
    const wrongRole = await move(caseworker, caseId, 'QUARANTINE', { reason: 'SEARCH' });
    const stale = await move(caseworker, caseId, 'START_SCREENING', {
      version: 7,
      provocationCheckDone: true,
    });

    expect(wrongState).toMatchObject({ code: 'WRONG_STATE', presentState: 'INTAKE' });
    expect(wrongRole).toMatchObject({ code: 'REFUSED', reason: 'ROLE_NOT_ALLOWED' });
    expect(stale).toMatchObject({ code: 'STALE_VERSION', currentVersion: 1 });
  });

  it('pauses at once, without reason or version', async () => {
    const caseId = await activeCase(desk);

    const paused = await move(await desk.as('caseworker'), caseId, 'PAUSE');

    expect(paused).toMatchObject({ state: 'PAUSED_BY_FAMILY' });
  });

  it('needs a security officer and a coordinator to lift a quarantine', async () => {
    const caseId = await activeCase(desk);
    const officer = await desk.as('security-officer');
    const coordinator = await desk.as('coordinator');
    const caseworker = await desk.as('caseworker');
    await move(officer, caseId, 'QUARANTINE', { reason: 'SEARCH' });
    const channel = { caseId, kind: 'PHONE', value: 'Demo-number' };
    const added = await caseworker.ask('mutation', 'recordContactChannel', channel, CHANGED);
    const attempt = { caseId, channelId: added.addedId, outcome: 'HANDSHAKE_PASSED' };
    await caseworker.ask('mutation', 'recordContactAttempt', attempt, CHANGED);

    const first = await move(officer, caseId, 'LIFT_QUARANTINE');
    const again = await move(officer, caseId, 'LIFT_QUARANTINE');
    const second = await move(coordinator, caseId, 'LIFT_QUARANTINE');

    expect(first).toMatchObject({ state: 'QUARANTINED', awaitsSecondSignature: true });
    expect(again).toMatchObject({ state: 'QUARANTINED', awaitsSecondSignature: true });
    expect(second).toMatchObject({ state: 'ACTIVE', awaitsSecondSignature: false });
  });

  it('lets nobody look at identities in quarantine', async () => {
    const caseId = await activeCase(desk);
    await move(await desk.as('security-officer'), caseId, 'QUARANTINE', { reason: 'SEARCH' });
    const caseworker = await desk.as('caseworker');

    const revealed = await caseworker.ask(
      'mutation',
      'revealIdentity',
      { caseId, purpose: 'CONTACT_FAMILY' },
      '{ __typename ... on Refused { reason } }',
    );

    expect(revealed).toEqual({ __typename: 'Refused', reason: 'QUARANTINED' });
  });

  it('reopens under a new codename and seals the link to the old one', async () => {
    const caseId = await openCase(desk);
    const caseworker = await desk.as('caseworker');
    const coordinator = await desk.as('coordinator');
    await move(caseworker, caseId, 'START_SCREENING', { provocationCheckDone: true });
    const [before] = await codenames(desk, caseId);
    await move(coordinator, caseId, 'DECLINE', { reason: 'OUTSIDE_MANDATE' });

    const reopened = await move(caseworker, caseId, 'REOPEN');

    const [after] = await codenames(desk, caseId);
    const revealed = await caseworker.ask(
      'mutation',
      'revealIdentity',
      { caseId, purpose: 'VERIFY_CASE' },
      '{ ... on IdentityRevealed { formerCodenames } }',
    );
    expect(reopened.state).toBe('SCREENING');
    expect(after).not.toBe(before);
    expect(revealed.formerCodenames).toEqual([before]);
  });

  it('starts a transition only after a recorded release, with a plan, and resets trust', async () => {
    const caseId = await activeCase(desk);
    const caseworker = await desk.as('caseworker');
    const channel = { caseId, kind: 'PHONE', value: 'Demo-number' };
    const added = await caseworker.ask('mutation', 'recordContactChannel', channel, CHANGED);
    const attempt = { caseId, channelId: added.addedId, outcome: 'HANDSHAKE_PASSED' };
    await caseworker.ask('mutation', 'recordContactAttempt', attempt, CHANGED);

    const early = await move(caseworker, caseId, 'START_TRANSITION', { planMonths: 12 });
    const [prisoner] = await desk.database.asOperator<{ id: string }>(
      'SELECT id FROM prisoner WHERE case_id = $1',
      [caseId],
    );
    const release = { caseId, prisonerId: prisoner?.id, code: 'RELEASED', since: '2026-01-01' };
    await caseworker.ask('mutation', 'recordPrisonerStatus', release, CHANGED);
    const planless = await move(caseworker, caseId, 'START_TRANSITION');
    const moved = await move(caseworker, caseId, 'START_TRANSITION', { planMonths: 12 });

    const channels = await desk.database.asOperator<{ trust: string }>(
      'SELECT trust FROM contact_channel WHERE case_id = $1',
      [caseId],
    );
    expect(early).toMatchObject({ reason: 'RELEASE_OR_RELOCATION_REQUIRED' });
    expect(planless).toMatchObject({ field: 'planMonths', reason: 'REQUIRED' });
    expect(moved.state).toBe('TRANSITION');
    expect(channels).toEqual([{ trust: 'UNKNOWN' }]);
  });

  it('answers the same for a foreign case and for one that does not exist', async () => {
    const caseId = await openCase(desk);
    const stranger = await desk.as('bridge-coordinator');

    const foreign = await move(stranger, caseId, 'DECLINE', { reason: 'OUTSIDE_MANDATE' });
    const unknown = await move(stranger, '00000000-0000-4000-8000-000000000000', 'DECLINE', {
      reason: 'OUTSIDE_MANDATE',
    });

    expect(foreign).toEqual(unknown);
    expect(foreign.code).toBe('NOT_FOUND');
  });
});

async function codenames(desk: TestDesk, caseId: string): Promise<string[]> {
  const rows = await desk.database.asOperator<{ codename: string }>(
    'SELECT codename FROM case_file WHERE id = $1',
    [caseId],
  );
  return rows.map((row) => row.codename);
}
