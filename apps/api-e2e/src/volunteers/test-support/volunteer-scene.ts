import { randomUUID } from 'node:crypto';
import type { TestDesk } from '@kinward/testing';

const ERRORS = `... on InvalidInput { field reason } ... on Refused { reason } ... on NotFound { code }
  ... on WrongState { presentState } ... on StaleVersion { currentVersion }`;

/** The outcome of any change of a vetting. */
export const CHANGED = `{ __typename
  ... on VettingChanged { applicationId volunteerId state tier version awaitsSignatures } ${ERRORS} }`;

/** The outcome of an application. */
export const RECEIVED = `{ __typename ... on ApplicationReceived { message } ${ERRORS} }`;

/** The outcome of a review. */
export const REVIEWED = `{ __typename ... on RefereeReviewed { reviewId outcome } ${ERRORS} }`;

/* eslint-disable @typescript-eslint/no-explicit-any -- answers have the shape of the query */
export type Answer = any;

/** One change by a demo person. */
export async function change(
  desk: TestDesk,
  who: string,
  operation: string,
  input: object,
): Promise<Answer> {
  return (await desk.as(who)).ask('mutation', operation, input, CHANGED);
}

/** Several changes, one after the other; each must be stored. Gives the last answer. */
export async function changes(
  desk: TestDesk,
  steps: readonly (readonly [who: string, operation: string, input: object])[],
): Promise<Answer> {
  let last: Answer;
  for (const [who, operation, input] of steps) {
    last = await change(desk, who, operation, input);
    if (last.__typename !== 'VettingChanged') {
      throw new Error(`${operation} by ${who}: ${JSON.stringify(last)}`);
    }
  }
  return last;
}

export const today = (desk: TestDesk): string => desk.clock.now().toISOString().slice(0, 10);

/** An application as somebody without an account would send it; the address is new each time. */
export const application = (more: object = {}): object => ({
  organization: 'lantern',
  name: 'Demo-Applicant',
  contact: `demo-${randomUUID()}@example.org`,
  message: 'Demo-Message of an applicant',
  country: 'LT',
  timeZone: 'Europe/Vilnius',
  languages: ['en', 'be'],
  skills: ['DRIVING'],
  ...more,
});

/** Applies and finds the application. */
export async function apply(desk: TestDesk, more: object = {}): Promise<string> {
  const ids = async (): Promise<string[]> => {
    const rows = await desk.database.asOperator<{ id: string }>(
      'SELECT id FROM volunteer_application',
    );
    return rows.map((row) => row.id);
  };
  const before = await ids();
  const answer = await desk.anonymous.ask(
    'mutation',
    'applyAsVolunteer',
    application(more),
    RECEIVED,
  );
  const [id] = (await ids()).filter((each) => !before.includes(each));
  if (id === undefined) throw new Error(`nothing was stored: ${JSON.stringify(answer)}`);
  return id;
}

export type Stage = 'REFERENCES' | 'INTERVIEW' | 'SECURITY_REVIEW' | 'TRAINING' | 'TRAINED';

/** An application that has come as far as the stage; the usual people have done the usual things. */
export async function applicationAt(desk: TestDesk, stage: Stage): Promise<string> {
  const applicationId = await apply(desk);
  const of = (more: object = {}): object => ({ applicationId, ...more });
  await changes(desk, [
    ['coordinator-two', 'screenApplication', of({ step: 'START' })],
    ['coordinator-two', 'screenApplication', of({ step: 'ASK_REFERENCES' })],
  ]);
  if (stage === 'REFERENCES') return applicationId;
  for (const referee of ['caseworker', 'caseworker-two']) {
    const refereeId = await desk.personId(referee);
    await changes(desk, [
      ['coordinator-two', 'nameReferee', of({ refereeId })],
      [referee, 'recordReference', of({ answer: 'VOUCHES', knownYears: 4 })],
    ]);
  }
  if (stage === 'INTERVIEW') return applicationId;
  const talk = of({ answer: 'FOR', identitySeenLive: true, heldOn: today(desk) });
  await changes(desk, [
    ['caseworker-three', 'recordInterview', talk],
    ['coordinator-two', 'recordInterview', talk],
  ]);
  if (stage === 'SECURITY_REVIEW') return applicationId;
  await changes(desk, [
    ['security-officer', 'decideVolunteer', of()],
    ['coordinator', 'decideVolunteer', of()],
  ]);
  if (stage === 'TRAINING') return applicationId;
  for (const module of ['DO_NO_HARM', 'DATA_PROTECTION', 'SAFEGUARDING']) {
    const done = of({ module, completedOn: today(desk) });
    await changes(desk, [['coordinator', 'completeTraining', done]]);
  }
  return applicationId;
}

/** Writes a volunteer past the vetting, for a demo person. */
export async function plantVolunteer(
  desk: TestDesk,
  who: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const personId = await desk.personId(who);
  const [person] = await desk.database.asOperator<{ organization_id: string }>(
    `UPDATE person SET standing = 'ACTIVE' WHERE id = $1 RETURNING organization_id`,
    [personId],
  );
  await desk.database.asOperator('DELETE FROM volunteer_review WHERE referee_id = $1', [personId]);
  await desk.database.asOperator('DELETE FROM volunteer_panel WHERE person_id = $1', [personId]);
  await desk.database.asOperator('DELETE FROM volunteer_signature WHERE subject_id = $1', [
    personId,
  ]);
  await desk.database.asOperator('DELETE FROM volunteer_hours WHERE person_id = $1', [personId]);
  await desk.database.asOperator('DELETE FROM volunteer WHERE person_id = $1', [personId]);
  const row = {
    person_id: personId,
    organization_id: person?.organization_id,
    state: 'ACTIVE',
    state_since: today(desk),
    tier: 'V2',
    country: 'LT',
    time_zone: 'Europe/Vilnius',
    recheck_due_day: '2099-01-01',
    ...more,
  };
  const names = Object.keys(row);
  await desk.database.asOperator(
    `INSERT INTO volunteer (${names.join(', ')})
     VALUES (${names.map((_, index) => `$${String(index + 1)}`).join(', ')})`,
    Object.values(row),
  );
  return personId;
}

/** Columns of one volunteer as the database has them. */
export async function volunteerRow(desk: TestDesk, personId: string): Promise<Answer> {
  const [row] = await desk.database.asOperator(
    `SELECT v.state, v.tier, v.resume_state, v.recheck_due_day::text, v.recheck_reason, v.trusted_case_id,
       p.standing, v.version, v.country, v.probation_from::text
     FROM volunteer v JOIN person p ON p.id = v.person_id WHERE v.person_id = $1`,
    [personId],
  );
  return row;
}
