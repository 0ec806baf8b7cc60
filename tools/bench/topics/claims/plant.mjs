import { randomUUID } from 'node:crypto';
import { asOperator } from '../ledger/books.mjs';

/** People who go for the same task. */
const WANTED_BY = 2;

/** Volunteers who all fit the planted tasks. */
export function plantVolunteers(adminUrl, { count, limit }) {
  return asOperator(adminUrl, async (client) => {
    const { rows } = await client.query(
      `SELECT p.organization_id, p.id FROM person p JOIN organization o ON o.id = p.organization_id
       WHERE o.code = 'lantern' AND 'COORDINATOR' = ANY(p.roles) LIMIT 1`,
    );
    const { organization_id: organizationId, id: authorId } = rows[0];
    const personIds = Array.from({ length: count }, () => randomUUID());
    await client.query(
      `INSERT INTO person (id, organization_id, display_name_sealed, roles, standing)
       SELECT id, $1, '\\x00', ARRAY['VOLUNTEER'], 'ACTIVE' FROM unnest($2::uuid[]) AS p (id)`,
      [organizationId, personIds],
    );
    await client.query(
      `INSERT INTO volunteer (person_id, organization_id, state, state_since, tier, country, time_zone, languages,
         open_task_limit)
       SELECT id, $1, 'ACTIVE', '2026-01-01', 'V2', 'PL', 'Europe/Warsaw', '{be}', $3 FROM unnest($2::uuid[]) AS p (id)`,
      [organizationId, personIds, limit],
    );
    return { organizationId, authorId, personIds };
  });
}

/** Open tasks in place of the earlier ones, and the attempts on them in a random order. */
export function plantTasks(adminUrl, { organizationId, authorId, personIds }, count) {
  const taskIds = Array.from({ length: count }, () => randomUUID());
  const attempts = taskIds.flatMap((taskId, index) =>
    Array.from({ length: WANTED_BY }, (_, further) => ({
      taskId,
      personId: personIds[(index + further) % personIds.length],
    })),
  );
  return asOperator(adminUrl, async (client) => {
    await client.query('TRUNCATE task CASCADE');
    await client.query(
      `INSERT INTO task (id, organization_id, kind, state, priority, tier, carries_personal_data, origin, languages, due_at,
         expected_minutes, author_id, ring, opened_at)
       SELECT id, $1, 'WRITE_LETTERS', 'OPEN', 'P3', 'V1', false, 'FREE', '{be}', now() + interval '9 days', 30, $2, 1, now()
       FROM unnest($3::uuid[]) AS t (id)`,
      [organizationId, authorId, taskIds],
    );
    await client.query(
      `INSERT INTO task_candidate (organization_id, task_id, person_id, ring, state)
       SELECT $1, task_id, person_id, 1, 'ASKED' FROM unnest($2::uuid[], $3::uuid[]) AS c (task_id, person_id)`,
      [
        organizationId,
        attempts.map(({ taskId }) => taskId),
        attempts.map(({ personId }) => personId),
      ],
    );
    await client.query('VACUUM ANALYZE task, task_candidate, volunteer');
    return shuffled(attempts);
  });
}

/** Wins that the table does not confirm, and tasks that were won more than once. */
export function doubleClaims(adminUrl, wins) {
  return asOperator(adminUrl, async (client) => {
    const { rows } = await client.query(
      `SELECT count(*)::int AS confirmed FROM unnest($1::uuid[], $2::uuid[]) AS w (task_id, person_id)
       JOIN task t ON t.id = w.task_id AND t.holder_id = w.person_id`,
      [wins.map(({ taskId }) => taskId), wins.map(({ personId }) => personId)],
    );
    const held = await client.query(
      'SELECT count(*)::int AS held FROM task WHERE holder_id IS NOT NULL',
    );
    const distinct = new Set(wins.map(({ taskId }) => taskId)).size;
    const lost = Math.abs(held.rows[0].held - wins.length);
    return wins.length - rows[0].confirmed + (wins.length - distinct) + lost;
  });
}

function shuffled(list) {
  const mixed = [...list];
  for (let index = mixed.length - 1; index > 0; index -= 1) {
    const other = Math.floor(Math.random() * (index + 1));
    [mixed[index], mixed[other]] = [mixed[other], mixed[index]];
  }
  return mixed;
}
