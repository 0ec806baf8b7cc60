import { randomUUID } from 'node:crypto';
import type { WorkerBench } from './worker-bench.js';

const HOUR_MS = 3_600_000;

/** People of the first organisation who have a volunteer’s row; as many as there are people. */
export async function addVolunteers(bench: WorkerBench): Promise<string[]> {
  const rows = await bench.database.asOperator<{ person_id: string }>(
    `INSERT INTO volunteer (person_id, organization_id, state, state_since, tier, country, time_zone)
     SELECT id, organization_id, 'ACTIVE', '2026-01-01', 'V2', 'PL', 'Europe/Warsaw' FROM person
     WHERE organization_id = $1 ORDER BY id RETURNING person_id`,
    [bench.organizations.get('lantern')],
  );
  return rows.map((row) => row.person_id);
}

export interface TaskSeed {
  readonly state?: string;
  readonly priority?: string;
  readonly holderId?: string | null;
  readonly needId?: string | null;
  readonly caseId?: string | null;
  /** Hours from now, where somebody has it. */
  readonly leaseHours?: number;
  readonly dueHours?: number;
  readonly ring?: number;
  readonly nextRingHours?: number;
}

/** Tasks past every rule; each with its candidates, one in each ring, behind a lock of their own. */
export async function addTasks(
  bench: WorkerBench,
  count: number,
  seed: TaskSeed,
  candidates: readonly string[] = [],
): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  const now = bench.clock.now().getTime();
  const at = (hours: number | undefined): Date | null =>
    hours === undefined ? null : new Date(now + hours * HOUR_MS);
  await bench.database.asOperator(
    `INSERT INTO task (id, organization_id, kind, state, priority, tier, carries_personal_data, origin, need_id, case_id,
       due_at, expected_minutes, author_id, holder_id, claimed_at, lease_until, ring, next_ring_at)
     SELECT t.id, p.organization_id, 'RESEARCH', $2, $3, 'V1', false, CASE WHEN $4::uuid IS NULL THEN 'FREE' ELSE 'NEED' END,
       $4, $5, $6, 30, p.id, $7, CASE WHEN $7::uuid IS NULL THEN NULL ELSE $6::timestamptz END, $8, $9, $10
     FROM unnest($1::uuid[]) AS t (id),
       (SELECT id, organization_id FROM person WHERE organization_id = $11 AND 'COORDINATOR' = ANY(roles) LIMIT 1) p`,
    [
      ids,
      seed.state ?? 'CLAIMED',
      seed.priority ?? 'P2',
      seed.needId ?? null,
      seed.caseId ?? null,
      at(seed.dueHours ?? 48),
      seed.holderId ?? null,
      at(seed.leaseHours),
      seed.ring ?? 1,
      at(seed.nextRingHours),
      bench.organizations.get('lantern'),
    ],
  );
  for (const [index, personId] of candidates.entries()) {
    await bench.database.asOperator(
      `WITH locks AS (
         INSERT INTO key_lock (id, organization_id, purpose, state)
         SELECT gen_random_uuid(), $3, 'TASK', CASE WHEN $2::uuid = $4::uuid THEN 'RELEASED' ELSE 'LOCKED' END
         FROM unnest($1::uuid[]) RETURNING id),
       numbered AS (SELECT id, row_number() OVER (ORDER BY id) AS place FROM locks)
       INSERT INTO task_candidate (organization_id, task_id, person_id, ring, state, lock_id)
       SELECT $3, t.id, $2, $5, 'ASKED', n.id FROM unnest($1::uuid[]) WITH ORDINALITY AS t (id, place)
       JOIN numbered n ON n.place = t.place`,
      [ids, personId, bench.organizations.get('lantern'), seed.holderId ?? null, index + 1],
    );
  }
  return ids;
}
