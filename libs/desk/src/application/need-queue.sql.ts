/** Codes of the orders the queue can have. */
export const NEED_QUEUE_ORDERS = ['SCORE', 'CLOCK', 'DUE_DAY', 'OLDEST'] as const;
export type NeedQueueOrder = (typeof NEED_QUEUE_ORDERS)[number];

/** Needs that somebody still works on; word for word the condition of the indexes, so that they serve. */
export const OPEN_NEEDS = `n.state IN ('DRAFT', 'SUBMITTED', 'ASSESSED', 'APPROVED', 'WAITING_FUNDS', 'FUNDED',
  'IN_DELIVERY', 'DELIVERED', 'SUSPENDED')`;

/** A claim of an imported request is no need of the queue before a screener has made it his own (decision 22). */
export const SCREENED = 'n.author_id IS NOT NULL';

/** Highest score first, needs without one last; ties: older request first (domain.md D). */
export const RANK = 'coalesce(100 - n.score, 101)';

/** The time of the clock that runs in a state. */
const CLOCK = `coalesce(CASE
  WHEN n.state IN ('DRAFT', 'SUBMITTED', 'ASSESSED') THEN n.answer_due_at
  WHEN n.state IN ('APPROVED', 'WAITING_FUNDS', 'FUNDED', 'IN_DELIVERY') THEN n.action_due_at
  END, 'infinity'::timestamptz)`;

/** Whether it has run out; a suspended need has none. */
export const isLate = (now: string): string => `${CLOCK} < ${now}::timestamptz`;

/** The day a family needs it by; those without one come last. */
export const DUE_DAY = `coalesce(n.due_day, 'infinity'::date)`;

interface OrderPart {
  readonly sql: string;
  readonly type: 'int' | 'date' | 'timestamptz' | 'uuid';
}
const ID: OrderPart = { sql: 'n.id', type: 'uuid' };
const ASKED: OrderPart = { sql: 'n.asked_on', type: 'date' };

/** The sort key of each order; always ends with the id, so that it is total. */
export const ORDER_PARTS: Readonly<Record<NeedQueueOrder, readonly OrderPart[]>> = {
  SCORE: [{ sql: RANK, type: 'int' }, ASKED, ID],
  CLOCK: [{ sql: CLOCK, type: 'timestamptz' }, ID],
  DUE_DAY: [{ sql: DUE_DAY, type: 'date' }, ID],
  OLDEST: [ASKED, ID],
};

/** What a part of a cursor may look like; anything else is not ours. */
export const PART_SHAPES: Readonly<Record<OrderPart['type'], RegExp>> = {
  int: /^\d{1,3}$/,
  date: /^(infinity|\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]))$/,
  timestamptz:
    /^(infinity|\d{4}-\d\d-\d\d [0-2]\d:[0-5]\d:[0-5]\d(\.\d{1,6})?[+-]\d\d(:\d\d){0,2})$/,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
};

/** Columns of one need with its case, as every list of needs shows them. */
export const NEED_COLUMNS = `n.id, n.case_id AS "caseId", f.codename, f.state AS "caseState", n.code, n.state,
  n.priority, n.region, n.amount_minor AS "amountMinor", n.reserved_minor AS "reservedMinor",
  n.released_minor AS "releasedMinor", n.due_day::text AS "dueDay", n.asked_on::text AS "askedOn",
  n.channel_class AS "channelClass", n.clearance, n.score, n.score_points AS "scorePoints",
  n.answer_due_at AS "answerDueAt", n.action_due_at AS "actionDueAt", n.first_approver_id AS "firstApproverId",
  n.version, f.assignee_id AS "assigneeId",
  (ARRAY['COMPROMISED', 'DEGRADED', 'UNKNOWN', 'VERIFIED'])[(SELECT
     min(array_position(ARRAY['COMPROMISED', 'DEGRADED', 'UNKNOWN', 'VERIFIED'], t.trust))
     FROM contact_channel t WHERE t.case_id = n.case_id)]
    AS "channelTrust"`;

/** Cases that somebody other than a coordinator or finance officer works on. */
export const worksOn = (
  person: string,
): string => `(f.assignee_id = ${person} OR f.deputy_id = ${person}
  OR EXISTS (SELECT FROM access_grant g JOIN compartment c ON c.id = g.compartment_id
    WHERE c.subject_id = f.id AND g.holder_id = ${person}))`;
