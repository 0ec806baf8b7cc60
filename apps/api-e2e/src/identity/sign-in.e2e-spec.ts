import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';

const LOGIN = `mutation ($input: LoginInput!) { login(input: $input) {
  __typename
  ... on LoginSucceeded { token expiresAt }
  ... on Refused { code reason message }
  ... on InvalidInput { field reason } } }`;

describe('signing in', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await startTestDesk();
  });

  afterAll(() => desk.close());

  it('answers who I am with a name that no table shows in clear', async () => {
    const caseworker = await desk.as('caseworker');

    const answer = await caseworker.send('{ me { displayName roles organization { code } } }');

    expect(answer.data.me).toEqual({
      displayName: 'Demo-Caseworker One',
      roles: ['CASEWORKER'],
      organization: { code: 'lantern' },
    });
  });

  it('refuses a wrong passphrase, an unknown address and a suspended person alike', async () => {
    await desk.database.asOperator(`UPDATE person SET standing = 'SUSPENDED' WHERE id = $1`, [
      await desk.personId('volunteer'),
    ]);
    const attempts = [
      { email: 'caseworker@lantern.example', passphrase: 'wrong' },
      { email: 'nobody@lantern.example', passphrase: 'wrong' },
      {
        email: 'volunteer@lantern.example',
        passphrase: 'demo lantern harbour bridge open volunteer',
      },
    ];

    const answers = [];
    for (const input of attempts) answers.push((await desk.anonymous.send(LOGIN, { input })).text);

    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('SIGN_IN_REFUSED');
  });

  it('names the field of an unusable input', async () => {
    const input = { email: 'a', passphrase: 'x' };

    const answer = await desk.anonymous.send(LOGIN, { input });

    expect(answer.data.login).toEqual({
      __typename: 'InvalidInput',
      field: 'email',
      reason: 'IS_LENGTH',
    });
  });

  it('counts fifteen aliases as fifteen attempts', async () => {
    const one = (index: number): string =>
      `a${String(index)}: login(input: {email: "alias@lantern.example", passphrase: "x"}) {
        ... on Refused { reason } }`;
    const document = `mutation { ${Array.from({ length: 15 }, (_, index) => one(index)).join('\n')} }`;

    const answer = await desk.anonymous.send(document);

    const reasons = Object.values<{ reason: string }>(answer.data).map((each) => each.reason);
    expect(reasons.filter((reason) => reason === 'SIGN_IN_REFUSED')).toHaveLength(10);
    expect(reasons.filter((reason) => reason === 'TOO_MANY_ATTEMPTS')).toHaveLength(5);
  });

  it('ends one session, and all of them', async () => {
    const first = await desk.signIn('auditor');
    const second = await desk.signIn('auditor');
    const third = await desk.signIn('auditor');

    await first.send('mutation { logout { endedSessions } }');
    const everywhere = await second.send('mutation { signOutEverywhere { endedSessions } }');

    expect(everywhere.data.signOutEverywhere.endedSessions).toBe(2);
    for (const client of [first, second, third]) {
      const answer = await client.send('{ me { id } }');
      expect(answer.errors[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
    }
  });

  it('ends a session that rested for twenty minutes', async () => {
    const client = await desk.signIn('finance-officer');

    desk.clock.advance({ minutes: 22 });
    const answer = await client.send('{ me { id } }');

    expect(answer.errors[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
  });
});
