import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import {
  applicationAt,
  change,
  changes,
  today,
  volunteerRow,
} from './test-support/volunteer-scene.js';

const DAY_MS = 86_400_000;

describe('the way of a volunteer', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await startTestDesk();
  });

  afterAll(() => desk.close());

  it('leads from an application to V2: two referees, two talks, two signatures, three trainings, 60 days, two signatures', async () => {
    const applicationId = await applicationAt(desk, 'TRAINED');
    const volunteerId = await desk.personId('volunteer');
    const begun = { applicationId, personId: volunteerId };

    expect(await change(desk, 'coordinator', 'startProbation', begun)).toMatchObject({
      volunteerId,
      state: 'PROBATION',
      tier: 'V1',
    });
    expect(await volunteerRow(desk, volunteerId)).toMatchObject({ standing: 'PROBATION' });
    const [row] = await desk.database.asOperator(
      'SELECT state, sealed_applicant FROM volunteer_application WHERE id = $1',
      [applicationId],
    );
    expect(row).toEqual({ state: 'PROBATION', sealed_applicant: null });
    const mine = await (
      await desk.signIn('volunteer')
    ).send('{ myVolunteering { ... on MyVolunteering { state tier probationUntil languages } } }');
    expect(mine.data.myVolunteering).toEqual({
      state: 'PROBATION',
      tier: 'V1',
      probationUntil: new Date(Date.parse(today(desk)) + 60 * DAY_MS).toISOString().slice(0, 10),
      languages: ['be', 'en'],
    });

    expect(await change(desk, 'coordinator', 'activateVolunteer', { volunteerId })).toEqual({
      __typename: 'Refused',
      reason: 'PROBATION_NOT_OVER',
    });
    await desk.database.asOperator('UPDATE volunteer SET verified_tasks = 5');
    const active = await changes(desk, [
      ['coordinator', 'activateVolunteer', { volunteerId }],
      ['security-officer', 'activateVolunteer', { volunteerId }],
    ]);

    expect(active).toMatchObject({ state: 'ACTIVE', tier: 'V2', awaitsSignatures: false });
    const history = await desk.database.asOperator<{ transition: string; signers: number }>(
      `SELECT transition, cardinality(signed_by) AS signers FROM volunteer_transition
       WHERE application_id = $1 ORDER BY made_on, array_position(ARRAY['START_SCREENING', 'ASK_REFERENCES',
         'START_INTERVIEWS', 'FINISH_INTERVIEWS', 'ADMIT', 'START_PROBATION', 'ACTIVATE'], transition)`,
      [applicationId],
    );
    expect(history).toEqual([
      { transition: 'START_SCREENING', signers: 1 },
      { transition: 'ASK_REFERENCES', signers: 1 },
      { transition: 'START_INTERVIEWS', signers: 1 },
      { transition: 'FINISH_INTERVIEWS', signers: 1 },
      { transition: 'ADMIT', signers: 2 },
      { transition: 'START_PROBATION', signers: 1 },
      { transition: 'ACTIVATE', signers: 2 },
    ]);
  });
});
