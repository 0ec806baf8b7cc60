import { Injectable } from '@nestjs/common';
import {
  decodeCursor,
  err,
  invalidInput,
  isUuid,
  ok,
  toPage,
  type DomainError,
  type Page,
  type Result,
} from '@kinward/kernel';
import { UnitOfWork, type Actor } from '@kinward/platform';
import type { InboxOrder, InboxPage } from './inbox-filter.js';
import { inboxStatement } from './intake-inbox.sql.js';
import { ScreeningDesk } from './screening-desk.js';

/** One card as the list shows it: clear columns only. */
export interface InboxRow {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly source: string;
  readonly codename: string | null;
  readonly caseId: string | null;
  readonly region: string | null;
  readonly needCodes: readonly string[];
  readonly problemField: string | null;
  readonly problemCode: string | null;
  readonly warnings: readonly string[];
  readonly language: string | null;
  readonly amountClaimed: boolean;
  readonly wantedBy: string | null;
  readonly score: number | null;
  readonly receivedOn: string;
  readonly correctedOn: string | null;
  readonly askedUntil: string | null;
  readonly screenerId: string | null;
  readonly maybeDuplicate: boolean | null;
  readonly proposedOn: string | null;
  readonly proposedProblem: string | null;
  readonly reason: string | null;
  readonly appealUntil: string | null;
}

export interface StateCount {
  readonly state: string;
  readonly count: number;
}

type Key = readonly (string | number)[];

/** The sort key of a card in its order. */
export function inboxKey(order: InboxOrder, row: InboxRow): Key {
  const received = [row.receivedOn, row.id];
  return order === 'RECEIVED' ? received : [rankOf(row), ...received];
}

/** The inbox of the actor's organisation. One statement for a page of any size, one for the counts. */
@Injectable()
export class IntakeInboxQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: ScreeningDesk,
  ) {}

  /** REFUSED `NOT_A_SCREENER`; an invalid cursor. */
  async page(actor: Actor, page: InboxPage): Promise<Result<Page<InboxRow>, DomainError>> {
    const admitted = this.desk.admit(actor);
    if (!admitted.ok) return admitted;
    const after = page.after == null ? [] : readCursor(page.orderBy, page.after);
    if (after === null) return err(invalidInput('input.after', 'UNKNOWN_CURSOR'));
    const { sql, parameters } = inboxStatement(
      actor.organizationId,
      page.filter ?? {},
      page.orderBy,
      after,
      page.first + 1,
    );
    const rows = await this.unitOfWork.query<InboxRow>(sql, parameters);
    return ok(toPage(rows, page.first, (row) => inboxKey(page.orderBy, row)));
  }

  /** Cards by state, whatever the list is filtered by. */
  async counts(actor: Actor): Promise<readonly StateCount[]> {
    return this.unitOfWork.query<StateCount>(
      `SELECT state, count(*)::integer AS count FROM intake_request WHERE organization_id = $1
       GROUP BY state ORDER BY state`,
      [actor.organizationId],
    );
  }
}

/** Highest score first; a card without one, whose codes nobody knows, comes before all: it is not known to wait well. */
function rankOf({ score }: InboxRow): number {
  return score === null ? -1 : 100 - score;
}

function readCursor(order: InboxOrder, cursor: string): Key | null {
  const key = decodeCursor(cursor, order === 'URGENCY' ? 3 : 2);
  if (key === null) return null;
  const [id, day, rank] = [...key].reverse();
  const isKey =
    typeof id === 'string' &&
    isUuid(id) &&
    typeof day === 'string' &&
    /^\d{4}-\d{2}-\d{2}$/.test(day) &&
    (order === 'RECEIVED' || (typeof rank === 'number' && Number.isInteger(rank)));
  return isKey ? (key as Key) : null;
}
