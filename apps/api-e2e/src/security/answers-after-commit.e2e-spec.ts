import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { FAMILY } from './test-support/full-case.js';

const OPEN = `mutation ($input: OpenCaseInput!) { openCase(input: $input) {
  __typename ... on CaseOpened { caseId } } }`;

describe('an answer over a real connection', () => {
  let desk: TestDesk;
  let url: string;
  let token: string;

  const post = (signal?: AbortSignal): Promise<Response> =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: OPEN, variables: { input: FAMILY } }),
      ...(signal === undefined ? {} : { signal }),
    });
  const hanging = async (): Promise<number> => {
    const [row] = await desk.database.asOperator<{ count: number }>(
      `SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database()
         AND usename = 'kinward_app' AND state <> 'idle'`,
    );
    return row?.count ?? 0;
  };

  beforeAll(async () => {
    desk = await startTestDesk();
    token = (await desk.as('caseworker')).token ?? '';
    await desk.app.listen(0, '127.0.0.1');
    url = `${await desk.app.getUrl()}/graphql`;
    // Commits of a case take 150 ms, so that an answer before the commit would be seen.
    await desk.database.asOperator(`
      CREATE FUNCTION slow_commit() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN PERFORM pg_sleep(0.15); RETURN NULL; END $$;
      CREATE CONSTRAINT TRIGGER slow_commit AFTER INSERT ON case_file
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION slow_commit()`);
  });

  afterAll(() => desk.close());

  it('comes after the commit: 10 of 10 rows are there for a second connection at once', async () => {
    let there = 0;
    for (let index = 0; index < 10; index += 1) {
      const answer = (await (await post()).json()) as { data: { openCase: { caseId: string } } };
      const sql = 'SELECT 1 FROM case_file WHERE id = $1';
      there += (await desk.database.asOperator(sql, [answer.data.openCase.caseId])).length;
    }

    expect(there).toBe(10);
  });

  it('that nobody waits for leaks nothing: 20 clients leave, 0 transactions hang, the desk works', async () => {
    const leaving = Array.from({ length: 20 }, async (_, index) => {
      const abort = new AbortController();
      const request = post(abort.signal).catch(() => undefined);
      await sleep(20 + index * 8);
      abort.abort();
      await request;
    });
    await Promise.all(leaving);
    for (let waited = 0; waited < 100 && (await hanging()) > 0; waited += 1) await sleep(50);

    expect(await hanging()).toBe(0);
    expect((await post()).status).toBe(200);
  });
});
