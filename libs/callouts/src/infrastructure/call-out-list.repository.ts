import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@kinward/platform';
import { ENDED_STATES } from '../domain/call-out-states.js';
import { CONCERNS } from './call-out-people.repository.js';

/** One line of the list: codes, people and clocks; nothing that names or places a family. */
export interface CallOutLine {
  readonly id: string;
  readonly state: string;
  readonly stateBefore: string | null;
  readonly triggerCode: string | null;
  readonly priority: string;
  readonly lifeAtRisk: boolean;
  readonly caseId: string | null;
  readonly codename: string | null;
  readonly requestId: string | null;
  readonly raisedById: string | null;
  readonly raisedAt: Date;
  readonly acknowledgeDueAt: Date;
  readonly acknowledgedAt: Date | null;
  readonly triagedAt: Date | null;
  readonly secondCallDueAt: Date | null;
  readonly secondCallMade: boolean;
  readonly actionDueAt: Date;
  readonly dispatchedById: string | null;
  readonly dispatchedAt: Date | null;
  readonly capMinor: string | null;
  readonly reservedMinor: string;
  readonly signatureDueAt: Date | null;
  readonly signedById: string | null;
  readonly signedAt: Date | null;
  readonly stabiliseDueAt: Date;
  readonly stabilisedAt: Date | null;
  readonly ownerId: string | null;
  readonly handedOverAt: Date | null;
  readonly closedAt: Date | null;
  readonly outcome: string | null;
  readonly reason: string | null;
  /** The clock that runs out next; null where none runs. */
  readonly clockAt: Date | null;
  readonly version: number;
}

export interface CallOutListFilter {
  readonly callOutId: string | null;
  readonly states: readonly string[] | null;
  /** Raised by, owned by, or for a family of this person. */
  readonly mineOf: string | null;
  /** Only what concerns this person. */
  readonly viewerId: string | null;
  /** Only what may need a signature. */
  readonly withMoneyOnly: boolean;
  readonly now: Date;
  readonly after: readonly [clockAt: string | null, id: string] | null;
  readonly limit: number;
}

/** As in the index `call_out_by_clock`. */
const CLOCK = `(coalesce(CASE
  WHEN c.state IN ('${ENDED_STATES.join(`', '`)}') THEN 'infinity'::timestamptz
  WHEN c.acknowledged_at IS NULL THEN c.acknowledge_due_at
  WHEN c.dispatched_at IS NULL THEN c.action_due_at
  WHEN c.stabilised_at IS NULL THEN least(c.stabilise_due_at, CASE WHEN c.signed_at IS NULL THEN c.signature_due_at END)
  WHEN c.signed_at IS NULL THEN c.signature_due_at
  END, 'infinity'::timestamptz))`;

const LIST = `
  SELECT c.id, c.state, c.state_before AS "stateBefore", c.trigger_code AS "triggerCode", c.priority,
    c.life_at_risk AS "lifeAtRisk", c.case_id AS "caseId", f.codename, c.request_id AS "requestId",
    c.raised_by AS "raisedById", c.raised_at AS "raisedAt", c.acknowledge_due_at AS "acknowledgeDueAt",
    c.acknowledged_at AS "acknowledgedAt", c.triaged_at AS "triagedAt", c.second_call_due_at AS "secondCallDueAt",
    c.second_call_by IS NOT NULL AS "secondCallMade", c.action_due_at AS "actionDueAt",
    c.dispatched_by AS "dispatchedById", c.dispatched_at AS "dispatchedAt", c.cap_minor::text AS "capMinor",
    c.reserved_minor::text AS "reservedMinor", c.signature_due_at AS "signatureDueAt", c.signed_by AS "signedById",
    c.signed_at AS "signedAt", c.stabilise_due_at AS "stabiliseDueAt", c.stabilised_at AS "stabilisedAt",
    c.owner_id AS "ownerId", c.handed_over_at AS "handedOverAt", c.closed_at AS "closedAt", c.outcome, c.reason,
    nullif(${CLOCK}, 'infinity') AS "clockAt", c.version
  FROM call_out c LEFT JOIN case_file f ON f.id = c.case_id
  WHERE c.organization_id = $1 AND ($2::uuid IS NULL OR c.id = $2) AND ($3::text[] IS NULL OR c.state = ANY($3))
    AND ($4::uuid IS NULL OR $4 IN (c.raised_by, c.owner_id, f.assignee_id, f.deputy_id))
    AND ($5::uuid IS NULL OR ${CONCERNS('$5::uuid', '$6::timestamptz')})
    AND (NOT $7::boolean OR c.reserved_minor > 0)
    AND ($8::uuid IS NULL OR (${CLOCK}, c.id) > (coalesce($9::timestamptz, 'infinity'), $8))
  ORDER BY ${CLOCK}, c.id LIMIT $10`;

/** Reads for screens: one statement a page whatever its size. */
@Injectable()
export class CallOutListRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  list(filter: CallOutListFilter): Promise<CallOutLine[]> {
    const { callOutId, states, mineOf, viewerId, now, withMoneyOnly, after, limit } = filter;
    const [clockAt, afterId] = after ?? [null, null];
    return this.unitOfWork.query<CallOutLine>(LIST, [
      this.unitOfWork.scope().organizationId,
      ...[callOutId, states, mineOf, viewerId, now, withMoneyOnly, afterId, clockAt, limit],
    ]);
  }
}
