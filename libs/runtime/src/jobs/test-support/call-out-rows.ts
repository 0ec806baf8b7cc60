import { randomUUID } from 'node:crypto';
import type { WorkerBench } from './worker-bench.js';

const MINUTE_MS = 60_000;

export interface CallOutSeed {
  readonly state?: string;
  readonly caseId?: string | null;
  /** Minutes from now; negative ones are over. */
  readonly acknowledgeIn?: number;
  readonly isAcknowledged?: boolean;
  /** Minutes from now, of a draw of 240 euros that nobody has signed. */
  readonly signatureIn?: number;
}

/** Call-outs of the first organisation, past every rule. */
export async function addCallOuts(
  bench: WorkerBench,
  count: number,
  seed: CallOutSeed = {},
): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  const now = bench.clock.now();
  const at = (minutes: number): Date => new Date(now.getTime() + minutes * MINUTE_MS);
  const isPaid = seed.signatureIn !== undefined;
  const state = seed.state ?? (isPaid ? 'DISPATCHED' : 'ALERT');
  const isDispatched = isPaid || state === 'DISPATCHED';
  const organizationId = bench.organizations.get('lantern');
  await bench.database.asOperator(
    `INSERT INTO call_out (id, organization_id, state, trigger_code, priority, case_id, raised_by, raised_at,
       acknowledge_due_at, acknowledged_by, acknowledged_at, triaged_at, action_due_at, stabilise_due_at, dispatched_by,
       dispatched_at, cap_minor, reserved_minor, signature_due_at)
     SELECT c.id, p.organization_id, $2, 'SURGE', 'P0', $3, p.id, $4, $5, CASE WHEN $6 THEN p.id END,
       CASE WHEN $6 THEN $4::timestamptz END, CASE WHEN $7 THEN $4::timestamptz END, $4, $4,
       CASE WHEN $7 THEN p.id END, CASE WHEN $7 THEN $4::timestamptz END, 150000, CASE WHEN $8 THEN 24000 ELSE 0 END, $9
     FROM unnest($1::uuid[]) AS c (id),
       (SELECT id, organization_id FROM person WHERE organization_id = $10 AND 'COORDINATOR' = ANY(roles) LIMIT 1) p`,
    [
      ids,
      state,
      seed.caseId ?? null,
      now,
      at(seed.acknowledgeIn ?? 15),
      (seed.isAcknowledged ?? false) || isDispatched,
      isDispatched,
      isPaid,
      seed.signatureIn === undefined ? null : at(seed.signatureIn),
      organizationId,
    ],
  );
  return ids;
}

/** A request of the inbox, without a case where it is left out. */
export async function addRequest(
  bench: WorkerBench,
  caseId: string | null = null,
): Promise<string> {
  const id = randomUUID();
  await bench.database.asOperator(
    `INSERT INTO intake_request (id, organization_id, source, submission_key, root_key, state, received_on, case_id,
       sealed_t0, sealed_t1)
     VALUES ($1, $2, 'KOBO', uuid_send($1), uuid_send($1), 'CALL_OUT', '2026-11-01', $3, '\\x00', '\\x00')`,
    [id, bench.organizations.get('lantern'), caseId],
  );
  return id;
}
