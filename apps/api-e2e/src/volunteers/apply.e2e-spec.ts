import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dumpDatabase, startTestDesk, type TestDesk } from '@kinward/testing';
import { application, apply, change, RECEIVED } from './test-support/volunteer-scene.js';

describe('applying as a volunteer', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await startTestDesk();
  });

  afterAll(() => desk.close());

  const send = (input: object) =>
    desk.anonymous.ask('mutation', 'applyAsVolunteer', input, RECEIVED);
  const count = async (): Promise<number> => {
    const rows = await desk.database.asOperator('SELECT FROM volunteer_application');
    return rows.length;
  };

  it('needs no account, and leaves no name, address or word in clear', async () => {
    const id = await apply(desk, { name: 'Demo-Unmistakable' });

    const dump = await dumpDatabase(desk.database.addresses.adminUrl);
    for (const word of ['Demo-Unmistakable', 'example.org', 'Demo-Message']) {
      expect(dump.includes(word)).toBe(false);
      expect(dump.includes(Buffer.from(word).toString('hex'))).toBe(false);
    }
    expect(dump).toContain(id);
  });

  it('answers the same whether it is stored, repeated, or too often', async () => {
    const input = application();
    const before = await count();

    const answers = [];
    for (let attempt = 0; attempt < 5; attempt += 1) answers.push(await send(input));

    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ __typename: 'ApplicationReceived' });
    expect(await count()).toBe(before + 1);
  });

  it.each(['BY', 'RU'])('is declined kindly from %s, and nothing is kept', async (country) => {
    const before = await count();

    const answer = await desk.anonymous.ask(
      'mutation',
      'applyAsVolunteer',
      application({ country }),
      '{ __typename ... on Refused { reason message } }',
    );

    expect(answer).toMatchObject({ __typename: 'Refused', reason: 'COUNTRY_NOT_SAFE' });
    expect(answer.message).toMatch(/stay safe/);
    expect(await count()).toBe(before);
  });

  it.each([
    ['organization', 'demo-nowhere', { __typename: 'NotFound', code: 'NOT_FOUND' }],
    ['name', ' ', { __typename: 'InvalidInput', field: 'name', reason: 'BLANK' }],
    ['contact', 'x', { __typename: 'InvalidInput', field: 'contact', reason: 'NOT_AN_ADDRESS' }],
    ['country', 'xx', { __typename: 'InvalidInput', field: 'country', reason: 'UNKNOWN_CODE' }],
  ])('refuses a wrong %s and stores nothing', async (field, value, expected) => {
    const before = await count();

    expect(await send(application({ [field]: value }))).toEqual(expected);
    expect(await count()).toBe(before);
  });

  it('shows the applicant to the desk, on record, and to nobody once it is over', async () => {
    const applicationId = await apply(desk);
    const reveal = async () =>
      (await desk.as('coordinator')).ask(
        'mutation',
        'revealApplicant',
        { applicationId },
        '{ __typename ... on ApplicantRevealed { name contact message } ... on Refused { reason } }',
      );

    expect(await reveal()).toMatchObject({
      name: 'Demo-Applicant',
      message: 'Demo-Message of an applicant',
    });
    const declined = { applicationId, reason: 'NO_CAPACITY' };
    expect(await change(desk, 'security-officer', 'declineApplication', declined)).toMatchObject({
      state: 'DECLINED',
    });

    expect(await reveal()).toEqual({ __typename: 'Refused', reason: 'APPLICANT_FORGOTTEN' });
    const [row] = await desk.database.asOperator(
      'SELECT sealed_applicant, decision_reason FROM volunteer_application WHERE id = $1',
      [applicationId],
    );
    expect(row).toEqual({ sealed_applicant: null, decision_reason: 'NO_CAPACITY' });
    const entries = await desk.database.asOperator(
      `SELECT FROM audit_entry WHERE action = 'APPLICANT_REVEALED' AND subject_id = $1`,
      [applicationId],
    );
    expect(entries).toHaveLength(1);
  });

  it('opens nothing that was moved to another application, and raises an alarm', async () => {
    const [one, other] = [await apply(desk), await apply(desk)];
    await desk.database.asOperator(
      `UPDATE volunteer_application AS a SET sealed_applicant = b.sealed_applicant
       FROM volunteer_application AS b WHERE a.id = $1 AND b.id = $2`,
      [one, other],
    );

    const answer = await (
      await desk.as('coordinator')
    ).ask('mutation', 'revealApplicant', { applicationId: one }, '{ __typename }');

    expect(answer).toEqual({ __typename: 'IntegrityFailed' });
    const alerts = await desk.database.asOperator(
      `SELECT FROM security_alert WHERE cause = 'VOLUNTEER_APPLICANT' AND subject_id = $1`,
      [one],
    );
    expect(alerts).toHaveLength(1);
  });

  it('is forgotten on demand, and the desk sees that an address comes again', async () => {
    const again = application();
    const applicationId = await apply(desk, again);
    await change(desk, 'coordinator', 'withdrawApplication', { applicationId });
    const second = await apply(desk, again);

    const list = await (
      await desk.as('coordinator')
    ).ask(
      'query',
      'volunteerApplications',
      { first: 50 },
      '{ edges { node { id state earlier country languages } } }',
    );

    const node = (id: string) =>
      list.edges
        .map((edge: { node: { id: string } }) => edge.node)
        .find((each: { id: string }) => each.id === id);
    expect(node(applicationId)).toMatchObject({ state: 'RESIGNED', earlier: 0 });
    expect(node(second)).toMatchObject({ state: 'APPLIED', earlier: 1, country: 'LT' });
  });
});
