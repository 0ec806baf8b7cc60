import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import {
  applicationAt,
  change,
  changes,
  plantVolunteer,
  volunteerRow,
  type Answer,
} from './test-support/volunteer-scene.js';

const ROUNDS = 4;

describe('at the same moment', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await startTestDesk();
    await Promise.all(
      ['coordinator', 'coordinator-two', 'security-officer', 'administrator'].map((who) =>
        desk.as(who),
      ),
    );
  });

  afterAll(() => desk.close());

  const outcomes = (answers: readonly Answer[]): string[] =>
    answers.map((answer) => String(answer.__typename)).sort();
  const history = async (subject: string, transition: string): Promise<number> => {
    const rows = await desk.database.asOperator(
      `SELECT FROM volunteer_transition
       WHERE (application_id = $1 OR person_id = $1) AND transition = $2`,
      [subject, transition],
    );
    return rows.length;
  };

  it('two who give the last signature: one admits, the other finds it done', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const applicationId = await applicationAt(desk, 'SECURITY_REVIEW');
      await changes(desk, [['security-officer', 'decideVolunteer', { applicationId }]]);

      const answers = await Promise.all(
        ['coordinator', 'coordinator-two'].map((who) =>
          change(desk, who, 'decideVolunteer', { applicationId }),
        ),
      );

      expect(outcomes(answers)).toEqual(['VettingChanged', 'WrongState']);
      expect(await history(applicationId, 'ADMIT')).toBe(1);
    }
  });

  it('one who admits and one who declines: one of them', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const applicationId = await applicationAt(desk, 'SECURITY_REVIEW');
      await changes(desk, [['security-officer', 'decideVolunteer', { applicationId }]]);

      const answers = await Promise.all([
        change(desk, 'coordinator', 'decideVolunteer', { applicationId }),
        change(desk, 'coordinator-two', 'declineApplication', {
          applicationId,
          reason: 'SECURITY_DOUBT',
        }),
      ]);

      const states = answers.map((answer: Answer) => answer.state as string | undefined);
      const [row] = await desk.database.asOperator<{ state: string }>(
        'SELECT state FROM volunteer_application WHERE id = $1',
        [applicationId],
      );
      // A decline may follow an admission; never the other way round.
      expect(['TRAINING', 'DECLINED']).toContain(row?.state);
      expect(states.filter((state) => state !== undefined).at(-1)).toBeDefined();
      if (row?.state === 'TRAINING') expect(outcomes(answers)).toContain('WrongState');
    }
  });

  it('a suspension and the last signature of a re-check: the suspension stands', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const volunteerId = await plantVolunteer(desk, 'volunteer', {
        state: 'RECHECK_DUE',
        resume_state: 'ACTIVE',
      });
      await changes(desk, [['security-officer', 'recheckVolunteer', { volunteerId }]]);

      const [, suspended] = await Promise.all([
        change(desk, 'coordinator', 'recheckVolunteer', { volunteerId }),
        change(desk, 'administrator', 'suspendVolunteer', { volunteerId, reason: 'ALARM' }),
      ]);

      expect(suspended).toMatchObject({ state: 'SUSPENDED' });
      expect(await volunteerRow(desk, volunteerId)).toMatchObject({
        state: 'SUSPENDED',
        standing: 'SUSPENDED',
        resume_state: 'ACTIVE',
      });
    }
  });

  it('two who suspend: one does, the other finds it done', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const volunteerId = await plantVolunteer(desk, 'volunteer');
      const before = await history(volunteerId, 'SUSPEND');

      const answers = await Promise.all(
        ['administrator', 'security-officer'].map((who) =>
          change(desk, who, 'suspendVolunteer', { volunteerId, reason: 'ALARM' }),
        ),
      );

      expect(outcomes(answers)).toEqual(['VettingChanged', 'WrongState']);
      expect(await history(volunteerId, 'SUSPEND')).toBe(before + 1);
    }
  });
});
