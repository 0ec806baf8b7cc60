import { randomUUID } from 'node:crypto';
import { ModulesContainer } from '@nestjs/core';
import { generatePersonKeys } from '@kinward/identity';
import { TestClient, type TestDesk } from '@kinward/testing';

interface SessionMaker {
  open(person: object): Promise<{ token: string }>;
}

/** Adds `count` volunteers who fit each other’s tasks, signed in without the work of a passphrase. */
export async function crowdOf(desk: TestDesk, count: number, limit: number): Promise<TestClient[]> {
  const [organization] = await desk.database.asOperator<{ id: string }>(
    `SELECT id FROM organization WHERE code = 'lantern'`,
  );
  const organizationId = organization?.id ?? '';
  // In the order of their ids, so that places in the crowd are places in SQL.
  const ids = Array.from({ length: count }, () => randomUUID()).sort();
  await desk.database.asOperator(
    `INSERT INTO person (id, organization_id, display_name_sealed, roles, standing)
     SELECT id, $1, '\\x00', ARRAY['VOLUNTEER'], 'ACTIVE' FROM unnest($2::uuid[]) AS p (id)`,
    [organizationId, ids],
  );
  await desk.database.asOperator(
    `INSERT INTO volunteer (person_id, organization_id, state, state_since, tier, country, time_zone, languages,
       open_task_limit)
     SELECT id, $1, 'ACTIVE', '2026-01-01', 'V2', 'PL', 'Europe/Warsaw', '{be}', $3 FROM unnest($2::uuid[]) AS p (id)`,
    [organizationId, ids, limit],
  );
  const sessions = sessionMaker(desk);
  return Promise.all(
    ids.map(async (personId) => {
      const { secretKeys } = generatePersonKeys();
      const { token } = await sessions.open({
        credential: { personId, organizationId },
        secretKeys,
      });
      return new TestClient(desk.app, token);
    }),
  );
}

/** Open tasks; each asks `asked` people of the crowd, one place further on than the task before. */
export async function openTasks(desk: TestDesk, count: number, asked: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  await desk.database.asOperator(
    `INSERT INTO task (id, organization_id, kind, state, priority, tier, carries_personal_data, origin, languages, due_at,
       expected_minutes, author_id, ring, opened_at)
     SELECT t.id, p.organization_id, 'WRITE_LETTERS', 'OPEN', 'P3', 'V1', false, 'FREE', '{be}', $3, 30, p.id, 1, $4
     FROM unnest($1::uuid[]) AS t (id), person p WHERE p.id = $2`,
    [
      ids,
      await desk.personId('coordinator'),
      new Date(desk.clock.now().getTime() + 86_400_000),
      desk.clock.now(),
    ],
  );
  await desk.database.asOperator(
    `WITH crowd AS (
       SELECT person_id, organization_id, (row_number() OVER (ORDER BY person_id))::int - 1 AS place,
         (count(*) OVER ())::int AS size FROM volunteer)
     INSERT INTO task_candidate (organization_id, task_id, person_id, ring, state)
     SELECT c.organization_id, t.id, c.person_id, 1, 'ASKED'
     FROM unnest($1::uuid[]) WITH ORDINALITY AS t (id, number), generate_series(0, $2::int - 1) AS further,
       LATERAL (SELECT * FROM crowd WHERE place = (t.number - 1 + further) % size) AS c`,
    [ids, asked],
  );
  await desk.database.asOperator('ANALYZE task, task_candidate, volunteer');
  return ids;
}

/** What opens a session after a passphrase was proven; nothing outside of its own module may see it. */
function sessionMaker(desk: TestDesk): SessionMaker {
  const modules = [...desk.app.get(ModulesContainer, { strict: false }).values()];
  const provider = modules
    .flatMap((module) => [...module.providers.values()])
    .find(({ metatype }) => (metatype as { name?: string } | null)?.name === 'SessionOpener');
  if (provider === undefined) throw new Error('nothing opens sessions');
  return provider.instance as SessionMaker;
}
