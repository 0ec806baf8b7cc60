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

/** A gift without a word on who gave it; amounts in minor units. */
export interface GiftLine {
  readonly id: string;
  readonly state: string;
  readonly amountMinor: string;
  readonly feeMinor: string;
  readonly refundedMinor: string;
  readonly fundId: string;
  readonly isMonthly: boolean;
  readonly startedOn: string;
}

export interface RefundLine {
  readonly id: string;
  readonly giftId: string;
  readonly state: string;
  readonly amountMinor: string;
  readonly reason: string;
  readonly requestedAt: Date;
  /** Whether a receivable stands for it because no fund could pay. */
  readonly isOwed: boolean;
}

export interface InboxLine {
  readonly eventId: string;
  readonly type: string;
  readonly createdAt: Date;
  readonly state: string;
  readonly attempts: number;
  readonly failure: string | null;
  /** When it is tried again; null where nothing is left to do. */
  readonly nextTryAt: Date | null;
  /** The gift that it was about, where it is known to us by the same number. */
  readonly giftId: string | null;
}

interface PageOf {
  readonly first: number;
  readonly after?: string | null;
}
export interface GiftFilter extends PageOf {
  readonly states?: readonly string[] | null;
  readonly fundId?: string | null;
}
export interface StateFilter extends PageOf {
  readonly states?: readonly string[] | null;
}

type Listed<Row> = Promise<Result<Page<Row>, InvalidInputError>>;
type Key = readonly [when: string, id: string];

/** The sort keys that cursors pack. */
export const giftKey = (row: GiftLine): Key => [row.startedOn, row.id];
export const refundKey = (row: RefundLine): Key => [row.requestedAt.toISOString(), row.id];
export const inboxKey = (row: InboxLine): Key => [row.createdAt.toISOString(), row.eventId];

/** Columns of a {@link GiftLine} of `gift`. */
export const GIFT_LINE = `id, state, amount_minor AS "amountMinor", fee_minor AS "feeMinor",
  refunded_minor AS "refundedMinor", fund_id AS "fundId", pledge_id IS NOT NULL AS "isMonthly",
  started_on::text AS "startedOn"`;
/** Columns of a {@link RefundLine} of `gift_refund r` and the account `a` that paid it. */
export const REFUND_LINE = `r.id, r.gift_id AS "giftId", r.state, r.amount_minor AS "amountMinor", r.reason,
  r.requested_at AS "requestedAt", (r.state = 'SUCCEEDED' AND r.covered_transfer_id IS NULL
    AND a.code = 'DONOR_RECEIVABLE') IS TRUE AS "isOwed"`;

const GIFTS = `
  SELECT ${GIFT_LINE}
  FROM gift WHERE organization_id = $1 AND ($2::text[] IS NULL OR state = ANY($2))
    AND ($3::uuid IS NULL OR fund_id = $3)
    AND ($4::date IS NULL OR started_on < $4 OR started_on = $4 AND id > $5::uuid)
  ORDER BY started_on DESC, id LIMIT $6`;
const REFUNDS = `
  SELECT ${REFUND_LINE}
  FROM gift_refund r LEFT JOIN ledger_account a ON a.id = r.paid_from
  WHERE r.organization_id = $1 AND ($2::text[] IS NULL OR r.state = ANY($2))
    AND ($3::timestamptz IS NULL OR r.requested_at < $3 OR r.requested_at = $3 AND r.id > $4::uuid)
  ORDER BY r.requested_at DESC, r.id LIMIT $5`;
const INBOX = `
  SELECT event_id AS "eventId", type, created_at AS "createdAt", state, attempts, failure,
    CASE WHEN state = 'RECEIVED' THEN next_try_at END AS "nextTryAt",
    coalesce(
      (SELECT g.id FROM gift g WHERE g.payment_intent_id = e.object_id AND g.organization_id = $1),
      (SELECT g.id FROM gift g WHERE g.session_id = e.object_id AND g.organization_id = $1),
      (SELECT g.id FROM gift g WHERE g.charge_id = e.object_id AND g.organization_id = $1),
      (SELECT g.id FROM gift g WHERE g.invoice_id = e.object_id AND g.organization_id = $1),
      (SELECT r.gift_id FROM gift_refund r WHERE r.refund_id = e.object_id AND r.organization_id = $1),
      (SELECT d.gift_id FROM gift_dispute d WHERE d.dispute_id = e.object_id AND d.organization_id = $1)) AS "giftId"
  FROM stripe_event e WHERE organization_id = $1 AND ($2::text[] IS NULL OR state = ANY($2))
    AND ($3::timestamptz IS NULL OR created_at < $3 OR created_at = $3 AND event_id > $4)
  ORDER BY created_at DESC, event_id LIMIT $5`;

/** What finance looks at, newest first; one statement per page. Errors: an unknown cursor. */
@Injectable()
export class FinanceListsQuery {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async gifts(actor: Actor, filter: GiftFilter): Listed<GiftLine> {
    const after = readCursor(filter.after, true);
    if (!after.ok) return after;
    const fundId = filter.fundId ?? null;
    if (fundId !== null && !isUuid(fundId))
      return ok({ rows: [], endCursor: null, hasNextPage: false });
    const rows = await this.unitOfWork.query<GiftLine>(GIFTS, [
      actor.organizationId,
      filter.states ?? null,
      fundId,
      ...after.value,
      filter.first + 1,
    ]);
    return ok(toPage(rows, filter.first, giftKey));
  }

  async refunds(actor: Actor, filter: StateFilter): Listed<RefundLine> {
    return this.list(REFUNDS, actor, filter, true, refundKey);
  }

  async inbox(actor: Actor, filter: StateFilter): Listed<InboxLine> {
    return this.list(INBOX, actor, filter, false, inboxKey);
  }

  private async list<Row>(
    sql: string,
    actor: Actor,
    filter: StateFilter,
    hasUuid: boolean,
    keyOf: (row: Row) => Key,
  ): Listed<Row> {
    const after = readCursor(filter.after, hasUuid);
    if (!after.ok) return after;
    const rows = await this.unitOfWork.query<Row>(sql, [
      actor.organizationId,
      filter.states ?? null,
      ...after.value,
      filter.first + 1,
    ]);
    return ok(toPage(rows, filter.first, keyOf));
  }
}

function readCursor(
  cursor: string | null | undefined,
  hasUuid: boolean,
): Result<readonly [string | null, string | null], InvalidInputError> {
  if (cursor == null) return ok([null, null]);
  const [when, id] = decodeCursor(cursor, 2) ?? [];
  const isKey =
    typeof when === 'string' &&
    !Number.isNaN(Date.parse(when)) &&
    typeof id === 'string' &&
    (!hasUuid || isUuid(id));
  return isKey ? ok([when, id]) : err(invalidInput('input.after', 'UNKNOWN_CURSOR'));
}
