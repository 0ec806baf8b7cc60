import { Injectable } from '@nestjs/common';
import {
  decodeCursor,
  err,
  invalidInput,
  isUuid,
  ok,
  toPage,
  type InvalidInputError,
  type Page,
  type Result,
} from '@kinward/kernel';
import { UnitOfWork, type Actor } from '@kinward/platform';
import { worksOn } from './need-queue.sql.js';

/** Somebody on a case who cannot open it yet. */
export interface AwaitedKeyRow {
  readonly caseId: string;
  readonly codename: string;
  readonly personId: string;
  readonly post: 'CASEWORKER' | 'DEPUTY';
  /** Put on the case, or lost the key, on this day. */
  readonly since: string;
  /** Who holds a key that can be passed on. */
  readonly holderIds: readonly string[];
}

/** The sort key of a row. */
export function awaitedKeyKey({ since, caseId, personId }: AwaitedKeyRow): string[] {
  return [since, caseId, personId];
}

/**
 * Who waits for the key of which case, the longest first (decision 4): all of the organisation for coordinators, for
 * others the cases they work on. A deputy whose key lies behind its lock waits for nothing. One statement.
 */
@Injectable()
export class AwaitingAccessQuery {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Errors: an invalid cursor. */
  async page(
    actor: Actor,
    { first, after }: { readonly first: number; readonly after?: string | null },
  ): Promise<Result<Page<AwaitedKeyRow>, InvalidInputError>> {
    const from = after == null ? [null, null, null] : readCursor(after);
    if (from === null) return err(invalidInput('input.after', 'UNKNOWN_CURSOR'));
    const reader = actor.roles.has('COORDINATOR') ? null : actor.personId;
    const rows = await this.unitOfWork.query<AwaitedKeyRow>(AWAITED, [
      actor.organizationId,
      reader,
      ...from,
      first + 1,
    ]);
    return ok(toPage(rows, first, awaitedKeyKey));
  }
}

function readCursor(cursor: string): readonly string[] | null {
  const [since, caseId, personId] = decodeCursor(cursor, 3) ?? [];
  const isKey =
    typeof since === 'string' &&
    /^\d{4}-\d{2}-\d{2}$/.test(since) &&
    typeof caseId === 'string' &&
    isUuid(caseId) &&
    typeof personId === 'string' &&
    isUuid(personId);
  return isKey ? [since, caseId, personId] : null;
}

const GRANTS = `access_grant g JOIN compartment c ON c.id = g.compartment_id AND c.subject_id = f.id`;
const LIVE = 'c.current_epoch = g.epoch AND g.expires_at > now()';

const AWAITED = `
  WITH post AS (
    SELECT f.id AS case_id, f.codename, p.person_id, p.post,
      greatest(p.since, (SELECT max(g.expires_at)::date FROM ${GRANTS}
        WHERE g.holder_id = p.person_id AND g.expires_at <= now())) AS since,
      ARRAY(SELECT DISTINCT g.holder_id FROM ${GRANTS} LEFT JOIN key_lock l ON l.id = g.lock_id
        WHERE ${LIVE} AND g.holder_id <> p.person_id AND coalesce(l.state <> 'LOCKED', true)) AS holders
    FROM case_file f CROSS JOIN LATERAL (VALUES
      (f.assignee_id, 'CASEWORKER', coalesce(f.assigned_on, f.opened_day)),
      (f.deputy_id, 'DEPUTY', coalesce(f.deputy_named_on, f.opened_day))) AS p (person_id, post, since)
    WHERE f.organization_id = $1 AND p.person_id IS NOT NULL
      AND f.state NOT IN ('CLOSED', 'DECLINED', 'TRANSFERRED', 'ERASED') AND f.sealed_t1 IS NOT NULL
      AND ($2::uuid IS NULL OR ${worksOn('$2')})
      AND NOT EXISTS (SELECT FROM ${GRANTS} WHERE ${LIVE} AND g.holder_id = p.person_id))
  SELECT case_id AS "caseId", codename, person_id AS "personId", post, since::text AS since,
    holders AS "holderIds"
  FROM post
  WHERE $4::uuid IS NULL OR (since, case_id, person_id) > ($3::date, $4::uuid, $5::uuid)
  ORDER BY since, case_id, person_id LIMIT $6`;
