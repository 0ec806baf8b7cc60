import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { demoEmail, demoPassphrase, DEMO_PEOPLE } from '@kinward/runtime';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { alertCount, lastAlert } from './test-support/full-case.js';

const LOGIN = `mutation ($input: LoginInput!) { login(input: $input) {
  __typename ... on LoginSucceeded { token } ... on Refused { reason message } } }`;

describe('sign-in material that somebody changed in the database', () => {
  let desk: TestDesk;
  let personId: string;
  let credential: Record<string, unknown>;
  let refusal: string;
  let alerts: number;
  const someone = DEMO_PEOPLE.find((person) => person.key === 'auditor');
  if (someone === undefined) throw new Error('the auditor is gone');
  const right = { email: demoEmail(someone), passphrase: demoPassphrase(someone) };

  const signIn = async (input: object = right): Promise<string> =>
    (await desk.anonymous.send(LOGIN, { input })).text;
  const stored = async (): Promise<Record<string, unknown>> => {
    const [row] = await desk.database.asOperator<Record<string, unknown>>(
      'SELECT * FROM credential WHERE person_id = $1',
      [personId],
    );
    return row ?? {};
  };

  beforeAll(async () => {
    desk = await startTestDesk();
    personId = await desk.personId('auditor');
    credential = await stored();
    refusal = await signIn({ ...right, passphrase: 'wrong' });
  });

  afterAll(() => desk.close());

  beforeEach(async () => {
    await desk.database.asOperator('DELETE FROM rate_limit');
    alerts = await alertCount(desk);
  });

  it.each([
    ['fewer passes', 'kdf_passes = 1', 'KDF_PARAMETERS'],
    ['no passes', 'kdf_passes = 0', 'KDF_PARAMETERS'],
    ['less memory', 'kdf_memory_kib = 1024', 'KDF_PARAMETERS'],
    ['more memory than the server has', 'kdf_memory_kib = 2000000000', 'KDF_PARAMETERS'],
    ['a shorter salt', `salt = substr(salt, 1, 8)`, 'KDF_PARAMETERS'],
    [
      'another public key',
      `public_encryption_key = set_byte(public_encryption_key, 3, 1)`,
      'PERSON_KEYS',
    ],
    [
      'other wrapped keys',
      `wrapped_secret_keys = set_byte(wrapped_secret_keys, 40, 1)`,
      'PERSON_KEYS',
    ],
    // These two look like a wrong passphrase, because that is what they make of the right one.
    ['another salt', `salt = set_byte(salt, 3, (get_byte(salt, 3) + 1) % 256)`, null],
    [
      'another verifier',
      `verifier = set_byte(verifier, 3, (get_byte(verifier, 3) + 1) % 256)`,
      null,
    ],
  ])('refuses %s like a wrong passphrase and writes no new verifier', async (_, change, cause) => {
    await desk.database.asOperator(`UPDATE credential SET ${change} WHERE person_id = $1`, [
      personId,
    ]);
    const planted = await stored();
    const sessions = await desk.database.asOperator('SELECT count(*) FROM session');

    const answer = await signIn();

    expect(answer).toBe(refusal);
    expect(await stored()).toEqual(planted);
    expect(await desk.database.asOperator('SELECT count(*) FROM session')).toEqual(sessions);
    expect((await alertCount(desk)) - alerts).toBe(cause === null ? 0 : 1);
    if (cause !== null) expect(await lastAlert(desk)).toBe(cause);
    await restore();
    expect(await signIn()).toContain('LoginSucceeded');
  });

  it('ends a session whose row was given to somebody else, or a longer life, with an alarm', async () => {
    const administrator = await desk.personId('administrator');
    for (const change of [
      `person_id = '${administrator}'`,
      `expires_at = expires_at + interval '1 day'`,
    ]) {
      const client = await desk.signIn('auditor');
      const before = await alertCount(desk);
      await desk.database.asOperator(
        `UPDATE session SET ${change} WHERE id_hash = (SELECT id_hash FROM session ORDER BY ctid DESC LIMIT 1)`,
      );

      const answer = await client.send('{ me { id } }');

      expect(answer.errors[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
      expect((await alertCount(desk)) - before).toBe(1);
      expect(await lastAlert(desk)).toBe('SESSION_KEYS');
      await desk.database.asOperator('DELETE FROM session WHERE person_id = $1', [personId]);
    }
  });

  it('refuses 200 tokens that are almost right', async () => {
    const client = await desk.signIn('auditor');
    const token = client.token ?? '';
    const headers = Array.from({ length: 200 }, (_, index) => {
      const place = index % token.length;
      const other = token[place] === 'A' ? 'B' : 'A';
      const changed = `${token.slice(0, place)}${other}${token.slice(place + 1)}`;
      return index % 2 === 0 ? `Bearer ${changed}` : `bearer ${token}${'='.repeat(index % 3)}`;
    });
    let through = 0;
    for (const authorization of headers) {
      const response = await desk.app.inject({
        method: 'POST',
        url: '/graphql',
        headers: { authorization },
        payload: { query: '{ me { id } }' },
      });
      if (!response.payload.includes('UNAUTHENTICATED')) through += 1;
    }

    expect(through).toBe(0);
    expect((await client.send('{ me { id } }')).errors).toEqual([]);
  });

  async function restore(): Promise<void> {
    const columns = Object.keys(credential).filter((column) => column !== 'person_id');
    const set = columns.map((column, index) => `${column} = $${String(index + 2)}`).join(', ');
    await desk.database.asOperator(`UPDATE credential SET ${set} WHERE person_id = $1`, [
      personId,
      ...columns.map((column) => credential[column]),
    ]);
  }
});
