import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { openCase } from '../security/test-support/full-case.js';
import {
  type Answer,
  apply,
  change,
  CHANGED,
  changes,
  plantVolunteer,
  REVIEWED,
  today,
  volunteerRow,
} from './test-support/volunteer-scene.js';

const DAY_MS = 86_400_000;
const refusal = (reason: string): object => ({ __typename: 'Refused', reason });
const NOT_FOUND = { __typename: 'NotFound', code: 'NOT_FOUND' };

describe('a volunteer', () => {
  let desk: TestDesk;
  let volunteerId: string;

  beforeAll(async () => {
    desk = await startTestDesk();
  });

  beforeEach(async () => {
    await desk.database.asOperator(
      'TRUNCATE volunteer_review, volunteer_transition, volunteer_reference CASCADE',
    );
    volunteerId = await plantVolunteer(desk, 'volunteer');
  });

  afterAll(() => desk.close());

  const inDays = (days: number): string =>
    new Date(Date.parse(today(desk)) + days * DAY_MS).toISOString().slice(0, 10);
  const bothSign = (operation: string) =>
    changes(desk, [
      ['coordinator', operation, { volunteerId }],
      ['security-officer', operation, { volunteerId }],
    ]);
  /** By the volunteer, whose sessions end in many of these tests. */
  const changeAnew = async (operation: string, input: object): Promise<Answer> =>
    (await desk.signIn('volunteer')).ask('mutation', operation, input, CHANGED);
  const topics = async (): Promise<string[]> => {
    const rows = await desk.database.asOperator<{ topic: string }>(
      `SELECT topic FROM outbox WHERE payload->>'personId' = $1`,
      [volunteerId],
    );
    return rows.map((row) => row.topic);
  };

  it.each([
    ['coordinator', 'activateVolunteer', {}],
    ['coordinator', 'recheckVolunteer', {}],
    ['coordinator', 'reinstateVolunteer', {}],
    ['security-officer', 'suspendVolunteer', { reason: 'ALARM' }],
    ['security-officer', 'revokeVolunteer', { reason: 'MISCONDUCT' }],
    ['coordinator', 'reportRecheckReason', { reason: 'TRAVEL' }],
    ['coordinator', 'trustVolunteer', { caseId: randomUUID() }],
    ['coordinator', 'endTrust', {}],
    ['security-officer', 'changeVolunteerCountry', { country: 'PL', timeZone: 'Europe/Warsaw' }],
  ])('is unknown where there is none: %s, %s', async (who, operation, more) => {
    const input = { volunteerId: await desk.personId('auditor'), ...more };

    expect(await change(desk, who, operation, input)).toEqual(NOT_FOUND);
  });

  it.each([
    ['coordinator', 'activateVolunteer', {}],
    ['coordinator', 'reinstateVolunteer', {}],
    ['coordinator', 'recheckVolunteer', {}],
    ['coordinator', 'reportRecheckReason', { reason: 'TRAVEL' }],
    ['security-officer', 'suspendVolunteer', { reason: 'ALARM' }],
    ['security-officer', 'revokeVolunteer', { reason: 'MISCONDUCT' }],
  ])('who was revoked stays so: %s, %s', async (who, operation, more) => {
    await plantVolunteer(desk, 'volunteer', { state: 'REVOKED' });

    expect(await change(desk, who, operation, { volunteerId, ...more })).toEqual({
      __typename: 'WrongState',
      presentState: 'REVOKED',
    });
  });

  it.each([
    ['suspendVolunteer', 'security-officer'],
    ['revokeVolunteer', 'security-officer'],
    ['reportRecheckReason', 'coordinator'],
  ])('is stopped with a reason of the list only: %s', async (operation, who) => {
    const input = { volunteerId, reason: 'Demo-Because' };

    expect(await change(desk, who, operation, input)).toEqual({
      __typename: 'InvalidInput',
      field: 'reason',
      reason: 'UNKNOWN_CODE',
    });
  });

  it('is not decided on from an old picture', async () => {
    const suspension = { volunteerId, version: 7, reason: 'ALARM' };

    expect(await change(desk, 'security-officer', 'suspendVolunteer', suspension)).toEqual({
      __typename: 'StaleVersion',
      currentVersion: 1,
    });
  });

  describe('suspended', () => {
    it('is out at once: sessions end, nobody signs in, others hear of it', async () => {
      const session = await desk.signIn('volunteer');
      expect((await session.send('{ me { id } }')).data.me.id).toBe(volunteerId);

      const suspension = { volunteerId, reason: 'ALARM' };
      expect(await change(desk, 'administrator', 'suspendVolunteer', suspension)).toMatchObject({
        state: 'SUSPENDED',
      });

      const answer = await session.send('{ me { id } }');
      expect(answer.errors[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
      await expect(desk.signIn('volunteer')).rejects.toThrow(/could not sign in/);
      expect(await topics()).toContain('volunteer.suspended');
      expect(await volunteerRow(desk, volunteerId)).toMatchObject({
        standing: 'SUSPENDED',
        resume_state: 'ACTIVE',
      });
    });

    it.each(['PROBATION', 'ACTIVE'])('comes back to %s when two sign', async (state) => {
      const tier = state === 'ACTIVE' ? 'V2' : 'V1';
      await plantVolunteer(desk, 'volunteer', { state, tier });
      await change(desk, 'security-officer', 'suspendVolunteer', { volunteerId, reason: 'ALARM' });

      const first = await change(desk, 'security-officer', 'reinstateVolunteer', { volunteerId });
      expect(first).toMatchObject({ state: 'SUSPENDED', awaitsSignatures: true });
      const again = await change(desk, 'security-officer', 'reinstateVolunteer', { volunteerId });
      expect(again).toEqual(refusal('ALREADY_SIGNED_BY_YOU'));
      const second = await change(desk, 'coordinator', 'reinstateVolunteer', { volunteerId });

      expect(second).toMatchObject({ state, tier, awaitsSignatures: false });
      expect(await volunteerRow(desk, volunteerId)).toMatchObject({
        standing: state,
        recheck_due_day: state === 'ACTIVE' ? inDays(365) : null,
      });
    });

    it('loses what others have signed for before', async () => {
      await plantVolunteer(desk, 'volunteer', { recheck_due_day: inDays(10) });
      await change(desk, 'coordinator', 'recheckVolunteer', { volunteerId });

      await change(desk, 'security-officer', 'suspendVolunteer', { volunteerId, reason: 'ALARM' });

      const rows = await desk.database.asOperator(
        'SELECT FROM volunteer_signature WHERE subject_id = $1',
        [volunteerId],
      );
      expect(rows).toEqual([]);
    });

    it('is not done by a role that may not, and not to oneself', async () => {
      await desk.database.asOperator(
        `UPDATE person SET roles = '{VOLUNTEER,SECURITY_OFFICER}' WHERE id = $1`,
        [volunteerId],
      );
      try {
        const suspension = { volunteerId, reason: 'OWN_WISH' };
        expect(await changeAnew('suspendVolunteer', suspension)).toEqual(refusal('OWN_VETTING'));
      } finally {
        await desk.database.asOperator(`UPDATE person SET roles = '{VOLUNTEER}' WHERE id = $1`, [
          volunteerId,
        ]);
      }
    });
  });

  describe('looked at again', () => {
    it('reports travel about himself and about nobody else, and gets no task before two have signed', async () => {
      const report = (personId: string) =>
        changeAnew('reportRecheckReason', { volunteerId: personId, reason: 'TRAVEL' });

      expect(await report(await desk.personId('auditor'))).toEqual(NOT_FOUND);
      expect(await report(volunteerId)).toMatchObject({ state: 'RECHECK_DUE' });
      expect(await volunteerRow(desk, volunteerId)).toMatchObject({
        recheck_reason: 'TRAVEL',
        recheck_due_day: today(desk),
        standing: 'ACTIVE',
      });
      expect(await topics()).toContain('volunteer.recheck_due');

      expect(await bothSign('recheckVolunteer')).toMatchObject({ state: 'ACTIVE', tier: 'V2' });
      expect(await volunteerRow(desk, volunteerId)).toMatchObject({
        recheck_due_day: inDays(365),
        recheck_reason: null,
      });
    });

    it('is renewed in time, 30 days before and not earlier', async () => {
      await plantVolunteer(desk, 'volunteer', { recheck_due_day: inDays(31) });
      expect(await change(desk, 'coordinator', 'recheckVolunteer', { volunteerId })).toEqual(
        refusal('RECHECK_TOO_EARLY'),
      );
      await plantVolunteer(desk, 'volunteer', { recheck_due_day: inDays(30) });

      expect(await bothSign('recheckVolunteer')).toMatchObject({ state: 'ACTIVE' });
      expect(await volunteerRow(desk, volunteerId)).toMatchObject({ recheck_due_day: inDays(365) });
    });
  });

  describe('trusted', () => {
    it('is V3 for one case when three sign, and never by himself or for two', async () => {
      const caseId = await openCase(await desk.as('caseworker'));
      const other = await openCase(await desk.as('caseworker'));
      const voice = (who: string, of = caseId) =>
        change(desk, who, 'trustVolunteer', { volunteerId, caseId: of });

      expect(await voice('coordinator', randomUUID())).toEqual(NOT_FOUND);
      expect(await voice('coordinator')).toMatchObject({ tier: 'V2', awaitsSignatures: true });
      expect(await voice('coordinator')).toEqual(refusal('ALREADY_SIGNED_BY_YOU'));
      expect(await voice('caseworker')).toMatchObject({ awaitsSignatures: true });
      // Voices for another case do not add up with these.
      expect(await voice('security-officer', other)).toMatchObject({ awaitsSignatures: true });
      expect(await voice('security-officer')).toMatchObject({ tier: 'V3', state: 'ACTIVE' });
      expect(await volunteerRow(desk, volunteerId)).toMatchObject({ trusted_case_id: caseId });
      expect(await voice('coordinator', other)).toEqual(refusal('TRUSTED_ALREADY'));
      const panels = await desk.database.asOperator(
        'SELECT cardinality(members) AS members, decided_on::text, ended_on FROM volunteer_panel',
      );
      expect(panels).toEqual([{ members: 3, decided_on: today(desk), ended_on: null }]);

      expect(await change(desk, 'coordinator', 'endTrust', { volunteerId })).toMatchObject({
        tier: 'V2',
      });
      expect(await change(desk, 'coordinator', 'endTrust', { volunteerId })).toEqual(
        refusal('NOT_TRUSTED'),
      );
    });

    it('needs security and coordination among the three', async () => {
      const caseId = await openCase(await desk.as('caseworker'));
      for (const who of ['coordinator', 'caseworker', 'caseworker-two', 'administrator']) {
        expect(await change(desk, who, 'trustVolunteer', { volunteerId, caseId })).toMatchObject({
          awaitsSignatures: true,
        });
      }
    });

    it('loses it with every stop', async () => {
      const caseId = await openCase(await desk.as('caseworker'));
      await plantVolunteer(desk, 'volunteer', { tier: 'V3', trusted_case_id: caseId });

      await change(desk, 'security-officer', 'suspendVolunteer', { volunteerId, reason: 'ALARM' });

      expect(await volunteerRow(desk, volunteerId)).toMatchObject({
        tier: 'V2',
        trusted_case_id: null,
      });
    });
  });

  describe('exposed', () => {
    const vouch = async (referee: string): Promise<void> => {
      const applicationId = await apply(desk);
      await desk.database.asOperator(
        `UPDATE volunteer_application SET person_id = $2, state = 'PROBATION' WHERE id = $1`,
        [applicationId, await desk.personId('foundation-manager')],
      );
      await desk.database.asOperator(
        `INSERT INTO volunteer_reference (organization_id, application_id, referee_id, named_by, named_on, answer,
           answered_on)
         SELECT organization_id, id, $2, $2, applied_on, 'VOUCHES', applied_on FROM volunteer_application WHERE id = $1`,
        [applicationId, await desk.personId(referee)],
      );
    };

    it('has its referees looked at: a volunteer among them gets no task before', async () => {
      const exposed = await plantVolunteer(desk, 'foundation-manager');
      await vouch('volunteer');
      await vouch('caseworker');

      const revoked = { volunteerId: exposed, reason: 'EXPOSED' };
      expect(await change(desk, 'security-officer', 'revokeVolunteer', revoked)).toMatchObject({
        state: 'REVOKED',
      });

      expect(await volunteerRow(desk, volunteerId)).toMatchObject({
        state: 'RECHECK_DUE',
        recheck_reason: 'VOUCHEE_EXPOSED',
      });
      const officer = await desk.as('security-officer');
      const page = await officer.ask(
        'query',
        'vettingDuties',
        { first: 50 },
        '{ edges { node { kind subjectId dueDay person { id } } } }',
      );
      const reviews = page.edges
        .map((edge: { node: { kind: string } }) => edge.node)
        .filter((node: { kind: string }) => node.kind === 'REFEREE_REVIEW');
      const caseworker = await desk.personId('caseworker');
      expect(reviews.map((node: { person: { id: string } }) => node.person.id).sort()).toEqual(
        [volunteerId, caseworker].sort(),
      );
      expect(await change(desk, 'coordinator', 'recheckVolunteer', { volunteerId })).toEqual(
        refusal('REVIEW_OPEN'),
      );

      const mine = reviews.find(
        (node: { person: { id: string } }) => node.person.id === volunteerId,
      );
      const close = (reviewId: string) =>
        officer.ask(
          'mutation',
          'recordRefereeReview',
          { reviewId, outcome: 'NOTHING_FOUND' },
          REVIEWED,
        );
      expect(await close(randomUUID())).toEqual(NOT_FOUND);
      expect(await close(mine.subjectId)).toMatchObject({ outcome: 'NOTHING_FOUND' });
      expect(await close(mine.subjectId)).toEqual(refusal('REVIEW_CLOSED'));
      expect(await bothSign('recheckVolunteer')).toMatchObject({ state: 'ACTIVE' });
      await desk.database.asOperator(`UPDATE person SET standing = 'ACTIVE'
        WHERE id = '${exposed}'`);
      await desk.database.asOperator('DELETE FROM volunteer WHERE person_id = $1', [exposed]);
    });

    it('is a word of its own: another revocation leaves the referees alone', async () => {
      const revoked = { volunteerId, reason: 'MISCONDUCT' };

      await change(desk, 'security-officer', 'revokeVolunteer', revoked);

      expect(await desk.database.asOperator('SELECT FROM volunteer_review')).toEqual([]);
      expect(await volunteerRow(desk, volunteerId)).toMatchObject({ standing: 'SUSPENDED' });
    });
  });

  it('moves with security’s knowledge, and helps from nowhere inside', async () => {
    const move = (country: string, timeZone = 'Europe/Warsaw') =>
      change(desk, 'security-officer', 'changeVolunteerCountry', {
        volunteerId,
        country,
        timeZone,
      });

    expect(await move('BY')).toEqual(refusal('COUNTRY_NOT_SAFE'));
    expect(await move('Poland')).toMatchObject({ field: 'country', reason: 'UNKNOWN_CODE' });
    expect(await move('PL', 'Demo/Zone')).toMatchObject({ reason: 'UNKNOWN_TIME_ZONE' });
    expect(await move('PL')).toMatchObject({ __typename: 'VettingChanged' });
    expect(await volunteerRow(desk, volunteerId)).toMatchObject({ country: 'PL' });
  });

  it('resigns alone, and is signed out', async () => {
    const client = await desk.signIn('volunteer');
    const resign = 'mutation { resignAsVolunteer { __typename ... on VettingChanged { state } } }';

    expect((await client.send(resign)).data.resignAsVolunteer).toMatchObject({ state: 'RESIGNED' });

    expect((await client.send('{ me { id } }')).errors[0]?.extensions?.['code']).toBe(
      'UNAUTHENTICATED',
    );
    expect(await topics()).toContain('volunteer.resigned');
  });
});
