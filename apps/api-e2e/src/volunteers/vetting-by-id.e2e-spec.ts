import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { applicationAt, plantVolunteer } from './test-support/volunteer-scene.js';

const APPLICATION = `{ __typename ... on VolunteerApplication { id state version references { answer person { id } } }
  ... on NotFound { code } }`;
const VOLUNTEER = `{ __typename ... on Volunteer { personId state tier person { id } } ... on NotFound { code } }`;
const NOT_FOUND = { __typename: 'NotFound', code: 'NOT_FOUND' };

describe('one of the vetting desk by its id', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await startTestDesk();
  });

  afterAll(() => desk.close());

  const read = async (who: string, operation: string, input: object, selection: string) =>
    (await desk.as(who)).ask('query', operation, input, selection);

  it('volunteerApplication is what the list says of it', async () => {
    const applicationId = await applicationAt(desk, 'INTERVIEW');
    const one = await read('coordinator', 'volunteerApplication', { applicationId }, APPLICATION);
    const list = await read(
      'coordinator',
      'volunteerApplications',
      { first: 50 },
      '{ edges { node { id state version references { answer person { id } } } } }',
    );
    const { __typename, ...line } = one;

    expect(__typename).toBe('VolunteerApplication');
    expect(line.references).toHaveLength(2);
    expect(list.edges.map(({ node }: { node: object }) => node)).toContainEqual(line);
  });

  it('volunteer is what the list says of them', async () => {
    const personId = await plantVolunteer(desk, 'volunteer');

    expect(await read('security-officer', 'volunteer', { personId }, VOLUNTEER)).toEqual({
      __typename: 'Volunteer',
      personId,
      state: 'ACTIVE',
      tier: 'V2',
      person: { id: personId },
    });
  });

  it('tells nobody else anything', async () => {
    const applicationId = await applicationAt(desk, 'REFERENCES');
    const personId = await plantVolunteer(desk, 'volunteer');
    for (const who of ['bridge-coordinator', 'coordinator']) {
      const strange = who === 'coordinator';
      const ids = strange ? [randomUUID(), 'no-id'] : [applicationId];
      for (const id of ids)
        expect(await read(who, 'volunteerApplication', { applicationId: id }, APPLICATION)).toEqual(
          NOT_FOUND,
        );
      for (const id of strange ? [randomUUID(), 'no-id'] : [personId])
        expect(await read(who, 'volunteer', { personId: id }, VOLUNTEER)).toEqual(NOT_FOUND);
    }
  });

  it.each([
    ['volunteerApplication', 'applicationId', 'VolunteerApplicationInput'],
    ['volunteer', 'personId', 'VolunteerInput'],
  ])('%s is forbidden to a caseworker', async (operation, field, input) => {
    const caseworker = await desk.as('caseworker');

    const { errors } = await caseworker.send(
      `query ($input: ${input}!) { ${operation}(input: $input) { __typename } }`,
      { input: { [field]: randomUUID() } },
    );

    expect(errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });
});
