import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestClient, type TestDesk } from '@kinward/testing';
import { crowdOf, openTasks } from './crowd.js';
import { CHANGED } from './task-scene.js';

const VOLUNTEERS = 200;
const TASKS = 1_000;
const LIMIT = 5;
/** People who go for the same task. */
const WANTED_BY = 2;
/** Attempts under way at the same moment. */
const AT_ONCE = 64;

interface Win {
  readonly taskId: string;
  readonly client: number;
}

describe('200 volunteers and 1,000 tasks', () => {
  let desk: TestDesk;
  let crowd: TestClient[];

  beforeAll(async () => {
    desk = await startTestDesk({ config: { poolSize: 16 } });
    crowd = await crowdOf(desk, VOLUNTEERS, LIMIT);
  }, 120_000);

  beforeEach(() =>
    desk.database.asOperator(
      `UPDATE task SET state = 'CANCELLED', holder_id = NULL, lease_until = NULL`,
    ),
  );

  afterAll(() => desk.close());

  /** Sends every attempt, some at once, and gathers who was told that they have it. */
  const race = async (attempts: readonly Win[]): Promise<{ wins: Win[]; other: Set<string> }> => {
    const wins: Win[] = [];
    const other = new Set<string>();
    const waiting = [...attempts];
    const runner = async (): Promise<void> => {
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        const { taskId, client } = next;
        const answer = await crowd[client]?.ask('mutation', 'claimTask', { taskId }, CHANGED);
        if (answer.__typename === 'TaskChanged') wins.push(next);
        else other.add(String(answer.reason ?? answer.code));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, runner));
    return { wins, other };
  };

  it('give every task to exactly one of those who wanted it: 0 double, 0 lost', async () => {
    const tasks = await openTasks(desk, TASKS, WANTED_BY);
    // Everybody may hold five, so that a thousand fit exactly; each task is wanted by two.
    const attempts = tasks.flatMap((taskId, index) =>
      Array.from({ length: WANTED_BY }, (_, further) => ({
        taskId,
        client: (index + further) % VOLUNTEERS,
      })),
    );
    const { wins, other } = await race(attempts);
    const held = await desk.database.asOperator<{ id: string; holder_id: string }>(
      `SELECT id, holder_id FROM task WHERE id = ANY($1) AND state = 'CLAIMED'`,
      [tasks],
    );
    const loads = await desk.database.asOperator<{ most: number }>(
      `SELECT max(n)::int AS most FROM (SELECT count(*) AS n FROM task WHERE holder_id IS NOT NULL GROUP BY holder_id) x`,
    );
    const history = await desk.database.asOperator(
      `SELECT FROM task_transition WHERE transition = 'CLAIM' AND task_id = ANY($1)`,
      [tasks],
    );

    expect(new Set(wins.map((win) => win.taskId)).size).toBe(wins.length);
    expect(held.length).toBe(wins.length);
    expect(history.length).toBe(wins.length);
    expect(loads[0]?.most).toBeLessThanOrEqual(LIMIT);
    expect(wins.length).toBeGreaterThan(TASKS * 0.9);
    expect([...other].every((why) => ['TAKEN', 'TOO_MANY_OPEN_TASKS'].includes(why))).toBe(true);
  }, 120_000);

  it('all after the same five tasks: five winners', async () => {
    const tasks = await openTasks(desk, 5, VOLUNTEERS);
    const attempts = tasks.flatMap((taskId) =>
      Array.from({ length: VOLUNTEERS / 5 }, (_, client) => ({ taskId, client })),
    );
    const { wins } = await race(attempts);

    expect(wins.map((win) => win.taskId).sort()).toEqual([...tasks].sort());
  }, 120_000);

  it('would be found out with a claim that looks first and writes without asking again', async () => {
    const tasks = await openTasks(desk, 20, 2);
    const people = await desk.database.asOperator<{ person_id: string }>(
      `SELECT person_id FROM volunteer v WHERE NOT EXISTS (SELECT FROM task t WHERE t.holder_id = v.person_id) LIMIT 2`,
    );
    const look = (): Promise<{ id: string }[]> =>
      desk.database.asOperator(`SELECT id FROM task WHERE state = 'OPEN' AND id = ANY($1)`, [
        tasks,
      ]);
    const seen = await Promise.all(people.map(look));
    const wins: string[] = [];
    for (const [index, { person_id: personId }] of people.entries()) {
      for (const { id } of seen[index] ?? []) {
        const won = await desk.database.asOperator<{ id: string }>(
          `UPDATE task SET state = 'CLAIMED', holder_id = $2, lease_until = $3 WHERE id = $1 RETURNING id`,
          [id, personId, desk.clock.now()],
        );
        wins.push(...won.map((row) => row.id));
      }
    }

    // The same comparison as above, and it sees every one of them.
    expect(wins.length - new Set(wins).size).toBe(20);
  });
});
