import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import {
  applicationAt,
  apply,
  change,
  changes,
  plantVolunteer,
  today,
} from './test-support/volunteer-scene.js';

const refusal = (reason: string): object => ({ __typename: 'Refused', reason });
const NOT_FOUND = { __typename: 'NotFound', code: 'NOT_FOUND' };

describe('a vetting', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await startTestDesk();
  });

  afterAll(() => desk.close());

  const id = (who: string): Promise<string> => desk.personId(who);
  /** Late in the evening it is tomorrow already where the organisation is; the day after is ahead everywhere. */
  const tomorrow = (): string =>
    new Date(desk.clock.now().getTime() + 2 * 86_400_000).toISOString().slice(0, 10);

  it.each([
    ['screenApplication', { step: 'START' }],
    ['recordInterview', { answer: 'FOR', identitySeenLive: true, heldOn: '2026-01-01' }],
    ['decideVolunteer', {}],
    ['declineApplication', { reason: 'NOT_SUITABLE' }],
    ['withdrawApplication', {}],
    ['completeTraining', { module: 'SAFEGUARDING', completedOn: '2026-01-01' }],
    ['revealApplicant', {}],
  ])('%s knows no application of another organisation', async (operation, more) => {
    const applicationId = await apply(desk, { organization: 'bridge' });
    const select = '{ __typename ... on NotFound { code } }';
    const client = await desk.as('coordinator');

    const input = { applicationId, ...more };
    expect(await client.ask('mutation', operation, input, select)).toEqual(NOT_FOUND);
  });

  it('goes step by step: no step from a state it does not belong to', async () => {
    const applicationId = await apply(desk);
    const person = await id('volunteer');
    const referee = await id('caseworker');
    const day = today(desk);
    const steps: [string, object][] = [
      ['screenApplication', { step: 'ASK_REFERENCES' }],
      ['nameReferee', { refereeId: referee }],
      ['recordInterview', { answer: 'FOR', identitySeenLive: true, heldOn: day }],
      ['decideVolunteer', {}],
      ['completeTraining', { module: 'SAFEGUARDING', completedOn: day }],
      ['startProbation', { personId: person }],
    ];

    for (const [operation, more] of steps) {
      expect(await change(desk, 'coordinator', operation, { applicationId, ...more })).toEqual({
        __typename: 'WrongState',
        presentState: 'APPLIED',
      });
    }
  });

  it('is not decided on an old picture of it', async () => {
    const applicationId = await apply(desk);
    const start = { applicationId, version: 1, step: 'START' };
    await changes(desk, [['coordinator', 'screenApplication', start]]);

    expect(await change(desk, 'coordinator-two', 'screenApplication', start)).toEqual({
      __typename: 'StaleVersion',
      currentVersion: 2,
    });
  });

  describe('referees', () => {
    it('are asked once, are known, and give their word once', async () => {
      const applicationId = await applicationAt(desk, 'REFERENCES');
      const named = { applicationId, refereeId: await id('caseworker') };
      const word = { applicationId, answer: 'VOUCHES' };
      const name = (refereeId: string) =>
        change(desk, 'coordinator', 'nameReferee', { applicationId, refereeId });

      expect(await change(desk, 'caseworker', 'recordReference', word)).toEqual(NOT_FOUND);
      expect(await name('nobody')).toEqual(NOT_FOUND);
      await changes(desk, [['coordinator', 'nameReferee', named]]);
      expect(await name(named.refereeId)).toEqual(refusal('REFEREE_NAMED'));
      const requests = await (
        await desk.as('caseworker')
      ).send('{ referenceRequests { applicationId applicantName } }');
      expect(requests.data.referenceRequests).toContainEqual({
        applicationId,
        applicantName: 'Demo-Applicant',
      });
      expect(
        await change(desk, 'caseworker', 'recordReference', { ...word, knownYears: 200 }),
      ).toEqual({ __typename: 'InvalidInput', field: 'knownYears', reason: 'OUT_OF_RANGE' });
      expect(await change(desk, 'caseworker', 'recordReference', word)).toMatchObject({
        state: 'REFERENCES',
      });
      expect(await change(desk, 'caseworker', 'recordReference', word)).toEqual(
        refusal('REFERENCE_GIVEN'),
      );
    });

    it('on probation or suspended speak for nobody', async () => {
      const applicationId = await applicationAt(desk, 'REFERENCES');
      const named = { applicationId, refereeId: await id('caseworker-new') };

      expect(await change(desk, 'coordinator', 'nameReferee', named)).toEqual(
        refusal('VOUCHER_NOT_ACTIVE'),
      );
      await plantVolunteer(desk, 'volunteer', { state: 'RECHECK_DUE', resume_state: 'ACTIVE' });
      const due = { applicationId, refereeId: await id('volunteer') };
      expect(await change(desk, 'coordinator', 'nameReferee', due)).toEqual(
        refusal('VOUCHER_NOT_ACTIVE'),
      );
    });

    it('of one chain are one voice', async () => {
      const vouched = await applicationAt(desk, 'REFERENCES');
      const volunteerId = await plantVolunteer(desk, 'volunteer');
      await desk.database.asOperator(
        `UPDATE volunteer_application SET person_id = $2, state = 'PROBATION' WHERE id = $1`,
        [vouched, volunteerId],
      );
      await desk.database.asOperator(
        `INSERT INTO volunteer_reference (organization_id, application_id, referee_id, named_by, named_on, answer,
           answered_on)
         SELECT organization_id, id, $2, $2, applied_on, 'VOUCHES', applied_on FROM volunteer_application WHERE id = $1`,
        [vouched, await id('caseworker-three')],
      );
      const applicationId = await applicationAt(desk, 'REFERENCES');
      const name = (refereeId: string) =>
        change(desk, 'coordinator', 'nameReferee', { applicationId, refereeId });

      await changes(desk, [
        ['coordinator', 'nameReferee', { applicationId, refereeId: await id('caseworker-three') }],
      ]);

      expect(await name(volunteerId)).toEqual(refusal('REFEREES_NOT_INDEPENDENT'));
      await changes(desk, [
        ['caseworker-three', 'recordReference', { applicationId, answer: 'ADVISES_AGAINST' }],
      ]);
      // A voice that does not count binds nobody.
      expect(await name(volunteerId)).toMatchObject({ __typename: 'VettingChanged' });
      await desk.database.asOperator('DELETE FROM volunteer_reference WHERE application_id = $1', [
        vouched,
      ]);
      await desk.database.asOperator(
        `UPDATE volunteer_application SET person_id = NULL, state = 'RESIGNED' WHERE id = $1`,
        [vouched],
      );
    });

    it('do not owe it to the applicant, who vets nobody who vetted him', async () => {
      // Caseworker three applies; he once vouched for the volunteer.
      const own = await applicationAt(desk, 'REFERENCES');
      const volunteerId = await plantVolunteer(desk, 'volunteer');
      const applicant = await id('caseworker-three');
      await desk.database.asOperator(
        `UPDATE volunteer_application SET person_id = $2, state = 'PROBATION' WHERE id = $1`,
        [own, volunteerId],
      );
      await desk.database.asOperator(
        `INSERT INTO volunteer_reference (organization_id, application_id, referee_id, named_by, named_on, answer,
           answered_on)
         SELECT organization_id, id, $2, $2, applied_on, 'VOUCHES', applied_on FROM volunteer_application WHERE id = $1`,
        [own, applicant],
      );
      const applicationId = await apply(desk);
      await changes(desk, [
        ['coordinator', 'screenApplication', { applicationId, step: 'START', personId: applicant }],
        ['coordinator', 'screenApplication', { applicationId, step: 'ASK_REFERENCES' }],
      ]);

      const owing = { applicationId, refereeId: volunteerId };
      expect(await change(desk, 'coordinator', 'nameReferee', owing)).toEqual(
        refusal('REFEREE_OWES_THE_APPLICANT'),
      );
      const himself = { applicationId, refereeId: applicant };
      expect(await change(desk, 'coordinator', 'nameReferee', himself)).toEqual(
        refusal('REFEREE_OWES_THE_APPLICANT'),
      );
      const again = { applicationId: await apply(desk), step: 'START', personId: applicant };
      expect(await change(desk, 'coordinator', 'screenApplication', again)).toEqual(
        refusal('ACCOUNT_TAKEN'),
      );
      // Whoever was vetted by the applicant decides nothing on him.
      await desk.database.asOperator(
        `UPDATE volunteer_reference SET referee_id = $2 WHERE application_id = $1`,
        [own, applicant],
      );
      await desk.database.asOperator(
        `UPDATE volunteer_application SET person_id = $2 WHERE id = $1`,
        [own, await id('coordinator-two')],
      );
      const decline = { applicationId, reason: 'NOT_SUITABLE' };
      expect(await change(desk, 'coordinator-two', 'declineApplication', decline)).toEqual(
        refusal('SUBJECT_VETTED_YOU'),
      );
      await desk.database.asOperator('DELETE FROM volunteer_reference WHERE application_id = $1', [
        own,
      ]);
      await desk.database.asOperator(
        `UPDATE volunteer_application SET person_id = NULL, state = 'RESIGNED' WHERE id IN ($1, $2)`,
        [own, applicationId],
      );
    });
  });

  describe('talks', () => {
    const talk = (applicationId: string, more: object = {}): object => ({
      applicationId,
      answer: 'FOR',
      identitySeenLive: true,
      heldOn: today(desk),
      ...more,
    });

    it('are held by two who are no referees, each once, not tomorrow', async () => {
      const applicationId = await applicationAt(desk, 'INTERVIEW');
      const record = (who: string, more: object = {}) =>
        change(desk, who, 'recordInterview', talk(applicationId, more));

      expect(await record('coordinator', { heldOn: tomorrow() })).toEqual({
        __typename: 'InvalidInput',
        field: 'heldOn',
        reason: 'IN_THE_FUTURE',
      });
      expect(await record('caseworker')).toEqual(refusal('YOU_VOUCHED'));
      expect(await record('coordinator')).toMatchObject({ state: 'INTERVIEW' });
      expect(await record('coordinator')).toEqual(refusal('INTERVIEW_GIVEN'));
      // A talk without a face does not count.
      expect(await record('security-officer', { identitySeenLive: false })).toMatchObject({
        state: 'INTERVIEW',
      });
      expect(await record('caseworker-three')).toMatchObject({ state: 'SECURITY_REVIEW' });
    });
  });

  describe('the admission', () => {
    it('takes security and coordination, no referee, and nobody twice', async () => {
      const applicationId = await applicationAt(desk, 'SECURITY_REVIEW');
      const sign = (who: string) => change(desk, who, 'decideVolunteer', { applicationId });

      expect(await sign('coordinator')).toMatchObject({
        state: 'SECURITY_REVIEW',
        awaitsSignatures: true,
      });
      expect(await sign('coordinator')).toEqual(refusal('ALREADY_SIGNED_BY_YOU'));
      expect(await sign('coordinator-two')).toMatchObject({ awaitsSignatures: true });
      expect(await sign('security-officer')).toMatchObject({
        state: 'TRAINING',
        awaitsSignatures: false,
      });
    });

    it('does not stand on a referee who is suspended by now', async () => {
      const applicationId = await applicationAt(desk, 'SECURITY_REVIEW');
      const suspend = `UPDATE person SET standing = $2 WHERE id = $1`;
      await desk.database.asOperator(suspend, [await id('caseworker'), 'SUSPENDED']);
      try {
        expect(await change(desk, 'coordinator', 'decideVolunteer', { applicationId })).toEqual(
          refusal('TWO_REFERENCES_REQUIRED'),
        );
      } finally {
        await desk.database.asOperator(suspend, [await id('caseworker'), 'ACTIVE']);
      }
    });

    it('counts no signature that has lapsed', async () => {
      const applicationId = await applicationAt(desk, 'SECURITY_REVIEW');
      await change(desk, 'coordinator', 'decideVolunteer', { applicationId });
      await desk.database.asOperator(
        `UPDATE volunteer_signature SET expires_at = $2 WHERE subject_id = $1`,
        [applicationId, new Date(desk.clock.now().getTime() - 1000)],
      );

      expect(
        await change(desk, 'security-officer', 'decideVolunteer', { applicationId }),
      ).toMatchObject({ state: 'SECURITY_REVIEW', awaitsSignatures: true });
    });

    it('is declined with a reason of the list only', async () => {
      const applicationId = await apply(desk);
      const decline = { applicationId, reason: 'BECAUSE' };

      expect(await change(desk, 'coordinator', 'declineApplication', decline)).toEqual({
        __typename: 'InvalidInput',
        field: 'reason',
        reason: 'UNKNOWN_CODE',
      });
    });
  });

  describe('the probation', () => {
    it('needs all three trainings and an account of a volunteer', async () => {
      const applicationId = await applicationAt(desk, 'TRAINING');
      const train = (module: string, completedOn = today(desk)) =>
        change(desk, 'coordinator', 'completeTraining', { applicationId, module, completedOn });
      const start = (personId: string) =>
        change(desk, 'coordinator', 'startProbation', { applicationId, personId });
      await desk.database.asOperator('DELETE FROM volunteer');
      const volunteer = await id('volunteer');

      expect(await train('SAFEGUARDING', '2026-02-30')).toMatchObject({ reason: 'NOT_A_DAY' });
      expect(await train('SAFEGUARDING', tomorrow())).toMatchObject({ reason: 'IN_THE_FUTURE' });
      expect(await train('SAFEGUARDING')).toMatchObject({ state: 'TRAINING' });
      expect(await train('SAFEGUARDING')).toEqual(refusal('TRAINING_RECORDED'));
      expect(await start(volunteer)).toEqual(refusal('TRAINING_REQUIRED'));
      await train('DO_NO_HARM');
      await train('DATA_PROTECTION');
      expect(await start('nobody')).toEqual(NOT_FOUND);
      expect(await start(await id('bridge-caseworker'))).toEqual(NOT_FOUND);
      expect(await start(await id('finance-officer'))).toEqual(
        refusal('VOLUNTEER_ACCOUNT_REQUIRED'),
      );
      await plantVolunteer(desk, 'volunteer');
      expect(await start(volunteer)).toEqual(refusal('ACCOUNT_TAKEN'));
      await plantVolunteer(desk, 'volunteer', { state: 'RESIGNED' });
      expect(await start(volunteer)).toMatchObject({ state: 'PROBATION', tier: 'V1' });
    });

    it('does not begin for somebody who has moved to where nobody may help from', async () => {
      const applicationId = await applicationAt(desk, 'TRAINED');
      await plantVolunteer(desk, 'volunteer', { state: 'RESIGNED' });
      await desk.database.asOperator(
        `UPDATE volunteer_application SET country = 'BY' WHERE id = $1`,
        [applicationId],
      );
      const begun = { applicationId, personId: await id('volunteer') };

      expect(await change(desk, 'coordinator', 'startProbation', begun)).toEqual(
        refusal('COUNTRY_NOT_SAFE'),
      );
    });

    it('takes the account that the screening named', async () => {
      const applicationId = await applicationAt(desk, 'TRAINED');
      await desk.database.asOperator(
        'UPDATE volunteer_application SET person_id = $2 WHERE id = $1',
        [applicationId, await id('auditor')],
      );
      const begun = { applicationId, personId: await id('volunteer') };

      expect(await change(desk, 'coordinator', 'startProbation', begun)).toEqual(
        refusal('ANOTHER_ACCOUNT_KNOWN'),
      );
    });
  });
});
