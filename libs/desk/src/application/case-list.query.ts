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

/** Codes of the orders a list can have. */
export const CASE_LIST_ORDERS = ['NEXT_STEP', 'CODENAME'] as const;
export type CaseListOrder = (typeof CASE_LIST_ORDERS)[number];

export interface CaseListFilter {
  readonly states?: readonly string[] | null;
  readonly region?: string | null;
  readonly assigneeId?: string | null;
  readonly unassigned?: boolean | null;
  /** Caseworker or deputy is whoever asks. */
  readonly mine?: boolean | null;
  readonly contactOverdue?: boolean | null;
  readonly awaitsAccess?: boolean | null;
  readonly noNextStep?: boolean | null;
  /** Next step due on or before this day, YYYY-MM-DD. */
  readonly dueBy?: string | null;
  /** Beginning of a codename. */
  readonly codename?: string | null;
  readonly orderBy: CaseListOrder;
  readonly first: number;
  readonly after?: string | null;
}

/** One row of the list: work data only. */
export interface CaseListRow {
  readonly id: string;
  readonly codename: string;
  readonly state: string;
  readonly stateSince: string;
  readonly region: string;
  readonly assigneeId: string | null;
  readonly deputyId: string | null;
  readonly nextStepKind: string | null;
  readonly nextStepDueDay: string | null;
  /** Lowest trust among the contact channels, or null where there is none. */
  readonly channelTrust: string | null;
  readonly awaitsAccess: boolean;
  readonly contactRhythmDays: number;
  readonly lastConfirmedContactDay: string | null;
  /** The agreed rhythm was missed. */
  readonly contactOverdue: boolean;
}

/** The sort key of a row in its order. */
export function caseListKey(order: CaseListOrder, row: CaseListRow): readonly (string | null)[] {
  return order === 'CODENAME' ? [row.codename, row.id] : [row.nextStepDueDay, row.id];
}

/**
 * The cases of my organisation: all of them for coordinators, for others those they work on. One statement per
 * page whatever its size.
 */
@Injectable()
export class CaseListQuery {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Errors: an invalid cursor.
   * @param today calendar day in the organisation's zone
   */
  async page(
    actor: Actor,
    filter: CaseListFilter,
    today: string,
  ): Promise<Result<Page<CaseListRow>, InvalidInputError>> {
    const after = filter.after == null ? null : readCursor(filter.orderBy, filter.after);
    if (filter.after != null && after === null) {
      return err(invalidInput('input.after', 'UNKNOWN_CURSOR'));
    }
    const [afterKey, afterId] = after ?? [null, null];
    const rows = await this.unitOfWork.query<CaseListRow>(statement(filter.orderBy), [
      actor.organizationId,
      actor.roles.has('COORDINATOR') ? null : actor.personId,
      filter.states ?? null,
      filter.region ?? null,
      filter.assigneeId ?? null,
      filter.unassigned ?? false,
      filter.dueBy ?? null,
      filter.codename == null ? null : `${escapeLike(filter.codename.toUpperCase())}%`,
      afterId,
      afterKey,
      filter.first + 1,
      today,
      filter.mine === true ? actor.personId : null,
      filter.contactOverdue ?? false,
      filter.awaitsAccess ?? false,
      filter.noNextStep ?? false,
    ]);
    return ok(toPage(rows, filter.first, (row) => caseListKey(filter.orderBy, row)));
  }
}

function readCursor(order: CaseListOrder, cursor: string): readonly [string | null, string] | null {
  const key = decodeCursor(cursor, 2);
  const [value, id] = key ?? [];
  const isValue =
    typeof value === 'string'
      ? order === 'CODENAME' || /^\d{4}-\d{2}-\d{2}$/.test(value)
      : value === null && order === 'NEXT_STEP';
  if (!isValue || typeof id !== 'string' || !isUuid(id)) return null;
  return [value as string | null, id];
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, String.raw`\$&`);
}

/** Rows after ($10, $9); a case without a next step comes last. */
const AFTER: Record<CaseListOrder, string> = {
  NEXT_STEP: `($9::uuid IS NULL
    OR ($10::date IS NOT NULL AND (f.next_step_due_day > $10::date
      OR (f.next_step_due_day = $10::date AND f.id > $9) OR f.next_step_due_day IS NULL))
    OR ($10::date IS NULL AND f.next_step_due_day IS NULL AND f.id > $9))`,
  CODENAME: `($9::uuid IS NULL OR (f.codename, f.id) > ($10::text, $9))`,
};

const ORDER: Record<CaseListOrder, string> = {
  NEXT_STEP: 'f.next_step_due_day ASC NULLS LAST, f.id',
  CODENAME: 'f.codename, f.id',
};

/** Somebody is on the case without a key to it. */
const AWAITS_ACCESS = `EXISTS (SELECT FROM unnest(ARRAY[f.assignee_id, f.deputy_id]) AS post (person_id)
  WHERE post.person_id IS NOT NULL AND NOT EXISTS (SELECT FROM access_grant g
    JOIN compartment c ON c.id = g.compartment_id AND c.current_epoch = g.epoch
    WHERE c.subject_id = f.id AND g.holder_id = post.person_id AND g.expires_at > now()))`;

/** As `contactOverdue` of the domain: on the day of the rhythm itself there is still time. */
const CONTACT_OVERDUE = `$12::date - coalesce(f.last_confirmed_contact_day, f.opened_day)
  > f.contact_rhythm_days`;

function statement(order: CaseListOrder): string {
  return `
  SELECT f.id, f.codename, f.state, f.state_since::text AS "stateSince", f.region,
    f.assignee_id AS "assigneeId", f.deputy_id AS "deputyId", f.next_step_kind AS "nextStepKind",
    f.next_step_due_day::text AS "nextStepDueDay",
    (SELECT trust FROM contact_channel t WHERE t.case_id = f.id
       ORDER BY array_position(ARRAY['COMPROMISED', 'DEGRADED', 'UNKNOWN', 'VERIFIED'], trust) LIMIT 1)
      AS "channelTrust",
    f.contact_rhythm_days AS "contactRhythmDays",
    f.last_confirmed_contact_day::text AS "lastConfirmedContactDay",
    ${CONTACT_OVERDUE} AS "contactOverdue", ${AWAITS_ACCESS} AS "awaitsAccess"
  FROM case_file f
  WHERE f.organization_id = $1
    AND ($2::uuid IS NULL OR f.assignee_id = $2 OR f.deputy_id = $2 OR EXISTS (SELECT FROM access_grant g
      JOIN compartment c ON c.id = g.compartment_id WHERE c.subject_id = f.id AND g.holder_id = $2))
    AND ($3::text[] IS NULL OR f.state = ANY($3)) AND ($4::text IS NULL OR f.region = $4)
    AND ($5::uuid IS NULL OR f.assignee_id = $5) AND (NOT $6::boolean OR f.assignee_id IS NULL)
    AND ($7::date IS NULL OR f.next_step_due_day <= $7::date)
    AND ($8::text IS NULL OR f.codename LIKE $8)
    AND ($13::uuid IS NULL OR f.assignee_id = $13 OR f.deputy_id = $13)
    AND (NOT $14::boolean OR ${CONTACT_OVERDUE}) AND (NOT $15::boolean OR ${AWAITS_ACCESS})
    AND (NOT $16::boolean OR f.next_step_due_day IS NULL)
    AND ${AFTER[order]}
  ORDER BY ${ORDER[order]} LIMIT $11`;
}
