import { Injectable } from '@nestjs/common';
import {
  decodeCursor,
  err,
  invalidInput,
  ok,
  toPage,
  type InvalidInputError,
  type Page,
  type Result,
} from '@kinward/kernel';
import { UnitOfWork, type Actor } from '@kinward/platform';
import { seesAll, type NeedQueueRow } from './need-queue.query.js';
import { NEED_COLUMNS, RANK, worksOn } from './need-queue.sql.js';

/** A need that waits for money, with its place among all that wait in the organisation. */
export interface WaitingRow extends NeedQueueRow {
  readonly position: number;
  /** What puts it behind the one before it. */
  readonly rule: 'FIRST' | 'LOWER_SCORE' | 'ASKED_LATER' | 'ASKED_THE_SAME_DAY';
}

/** Needs that wait for money: higher score first, then the older request (domain.md D). */
@Injectable()
export class WaitingListQuery {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Errors: an invalid cursor. The position counts all that wait, also those the actor does not see. */
  async page(
    actor: Actor,
    page: { readonly first: number; readonly after?: string | null },
  ): Promise<Result<Page<WaitingRow>, InvalidInputError>> {
    const [after] = page.after == null ? [0] : (decodeCursor(page.after, 1) ?? []);
    if (typeof after !== 'number' || !Number.isSafeInteger(after) || after < 0) {
      return err(invalidInput('input.after', 'UNKNOWN_CURSOR'));
    }
    const rows = await this.unitOfWork.query<WaitingRow>(WAITING, [
      actor.organizationId,
      seesAll(actor) ? null : actor.personId,
      after,
      page.first + 1,
    ]);
    return ok(toPage(rows, page.first, (row) => [row.position]));
  }
}

const ORDER = `${RANK}, n.asked_on, n.id`;

const WAITING = `
  WITH placed AS (
    SELECT n.id, row_number() OVER (ORDER BY ${ORDER})::int AS position,
      CASE
        WHEN lag(n.id) OVER (ORDER BY ${ORDER}) IS NULL THEN 'FIRST'
        WHEN lag(${RANK}) OVER (ORDER BY ${ORDER}) < ${RANK} THEN 'LOWER_SCORE'
        WHEN lag(n.asked_on) OVER (ORDER BY ${ORDER}) < n.asked_on THEN 'ASKED_LATER'
        ELSE 'ASKED_THE_SAME_DAY' END AS rule
    FROM need n WHERE n.organization_id = $1 AND n.state = 'WAITING_FUNDS')
  SELECT ${NEED_COLUMNS}, p.position, p.rule, '' AS "orderKey"
  FROM placed p JOIN need n ON n.id = p.id JOIN case_file f ON f.id = n.case_id
  WHERE p.position > $3 AND ($2::uuid IS NULL OR ${worksOn('$2')})
  ORDER BY p.position LIMIT $4`;
