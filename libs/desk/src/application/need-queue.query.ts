import { Inject, Injectable } from '@nestjs/common';
import {
  decodeCursor,
  err,
  invalidInput,
  MAX_PAGE_SIZE,
  ok,
  toPage,
  type Clock,
  type InvalidInputError,
  type Page,
  type Result,
} from '@kinward/kernel';
import type { TriagePoints } from '@kinward/needs';
import { CLOCK, UnitOfWork, type Actor } from '@kinward/platform';
import { codenameBegins } from './codename-range.js';
import {
  isLate,
  NEED_COLUMNS,
  OPEN_NEEDS,
  ORDER_PARTS,
  PART_SHAPES,
  SCREENED,
  worksOn,
  type NeedQueueOrder,
} from './need-queue.sql.js';

/** What may be asked of the queue; nothing given means no limit. */
export interface NeedQueueFilter {
  readonly states?: readonly string[] | null;
  readonly priorities?: readonly string[] | null;
  /** Codes, already widened by those of the wanted groups. */
  readonly codes?: readonly string[] | null;
  readonly region?: string | null;
  readonly assigneeId?: string | null;
  /** Cases on which the person who asks is caseworker or deputy. */
  readonly mine?: boolean | null;
  /** Cases without a caseworker. */
  readonly unassigned?: boolean | null;
  readonly overdue?: boolean | null;
  readonly waitingForFunds?: boolean | null;
  /** Beginning of a codename. */
  readonly codename?: string | null;
}

/** In no number, day, instant or id. */
const KEY_DIVIDER = '|';

/** One need of the queue as the database gives it; sums are minor units as text. */
export interface NeedQueueRow {
  readonly id: string;
  readonly caseId: string;
  readonly codename: string;
  readonly caseState: string;
  readonly code: string;
  readonly state: string;
  readonly priority: string | null;
  readonly region: string;
  readonly amountMinor: string;
  readonly reservedMinor: string;
  readonly releasedMinor: string;
  readonly dueDay: string | null;
  readonly askedOn: string;
  readonly channelClass: string | null;
  readonly clearance: string | null;
  readonly score: number | null;
  readonly scorePoints: TriagePoints | null;
  readonly answerDueAt: Date | null;
  readonly actionDueAt: Date | null;
  readonly firstApproverId: string | null;
  readonly version: number;
  readonly assigneeId: string | null;
  readonly channelTrust: string | null;
  /** The parts of the sort key, see {@link orderKeyOf}; empty where a list has another order. */
  readonly orderKey: string;
}

/**
 * Open needs of my organisation in one statement per page: all of them for coordinators and finance officers, for
 * caseworkers those of the cases they work on. Filters that are not asked for are not in the statement.
 */
@Injectable()
export class NeedQueueQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Errors: an invalid cursor. */
  async page(
    actor: Actor,
    filter: NeedQueueFilter,
    page: {
      readonly orderBy: NeedQueueOrder;
      readonly first: number;
      readonly after?: string | null;
    },
  ): Promise<Result<Page<NeedQueueRow>, InvalidInputError>> {
    const after = page.after == null ? [] : readCursor(page.orderBy, page.after);
    if (after === null) return err(invalidInput('input.after', 'UNKNOWN_CURSOR'));
    const { sql, parameters } = needQueueStatement(actor, filter, {
      orderBy: page.orderBy,
      first: page.first,
      after,
      now: this.clock.now(),
    });
    const rows = await this.unitOfWork.query<NeedQueueRow>(sql, parameters);
    return ok(toPage(rows, page.first, orderKeyOf));
  }
}

/**
 * The statement of one page; apart, so that its plan can be tested. The organisation is named by row security alone: a
 * second mention would make the planner expect a fraction of the rows and leave the index of the order. For the same
 * reason the page is cut before the cases are joined, unless a filter looks at the case.
 */
export function needQueueStatement(
  actor: Pick<Actor, 'personId' | 'roles'>,
  filter: NeedQueueFilter,
  page: {
    readonly orderBy: NeedQueueOrder;
    readonly first: number;
    /** Sort key of the last row before; empty for the first page. */
    readonly after: readonly string[];
    readonly now: Date;
  },
): { sql: string; parameters: unknown[] } {
  const parameters: unknown[] = [];
  const bind = (value: unknown): string => `$${parameters.push(value)}`;
  const parts = ORDER_PARTS[page.orderBy];
  const order = parts.map((part) => part.sql).join(', ');
  const conditions = [OPEN_NEEDS, SCREENED, ...needConditions(filter, page.now, bind)];
  if (page.after.length > 0) {
    const key = page.after.map((value, index) => `${bind(value)}::${parts[index]?.type}`);
    conditions.push(`(${order}) > (${key.join(', ')})`);
  }
  const ofCase = caseConditions(actor, filter, bind);
  const join = 'JOIN case_file f ON f.id = n.case_id';
  const limit = `LIMIT ${bind(page.first + 1)}`;
  // A limit that is a parameter counts for a tenth of all rows in a plan that is kept, so that none is ever kept.
  const widest = `LIMIT ${MAX_PAGE_SIZE + 1}`;
  const sql =
    ofCase.length === 0
      ? `SELECT ${NEED_COLUMNS}, ${keyText(parts.map((_, index) => `n.key_${index}`))} AS "orderKey"
    FROM (SELECT n.*, ${parts.map((part, index) => `${part.sql} AS key_${index}`).join(', ')} FROM need n
      WHERE ${conditions.join(' AND ')} ORDER BY ${order} ${widest}) n
    ${join} ORDER BY ${parts.map((_, index) => `n.key_${index}`).join(', ')} ${limit}`
      : `SELECT ${NEED_COLUMNS}, ${keyText(parts.map((part) => part.sql))} AS "orderKey"
    FROM need n ${join} WHERE ${[...conditions, ...ofCase].join(' AND ')} ORDER BY ${order} ${limit}`;
  return { sql, parameters };
}

/** One text and no array, which the driver reads slowly. */
function keyText(parts: readonly string[]): string {
  return parts.map((part) => `(${part})::text`).join(` || '${KEY_DIVIDER}' || `);
}

/** The parts of a row's sort key. */
export function orderKeyOf(row: Pick<NeedQueueRow, 'orderKey'>): string[] {
  return row.orderKey.split(KEY_DIVIDER);
}

type Bind = (value: unknown) => string;

function needConditions(filter: NeedQueueFilter, now: Date, bind: Bind): string[] {
  const among = (column: string, values: readonly string[] | null | undefined): string[] =>
    values == null ? [] : [`${column} = ANY(${bind(values)}::text[])`];
  return [
    ...among('n.state', filter.states),
    ...among('n.priority', filter.priorities),
    ...among('n.code', filter.codes),
    ...(filter.region == null ? [] : [`n.region = ${bind(filter.region)}`]),
    ...(filter.overdue === true ? [isLate(bind(now))] : []),
    ...(filter.waitingForFunds === true ? [`n.state = 'WAITING_FUNDS'`] : []),
  ];
}

function caseConditions(
  actor: Pick<Actor, 'personId' | 'roles'>,
  filter: NeedQueueFilter,
  bind: Bind,
): string[] {
  const conditions: string[] = [];
  if (!seesAll(actor)) conditions.push(worksOn(`${bind(actor.personId)}::uuid`));
  if (filter.assigneeId != null) conditions.push(`f.assignee_id = ${bind(filter.assigneeId)}`);
  if (filter.mine === true) {
    const me = `${bind(actor.personId)}::uuid`;
    conditions.push(`(f.assignee_id = ${me} OR f.deputy_id = ${me})`);
  }
  if (filter.unassigned === true) conditions.push('f.assignee_id IS NULL');
  if (filter.codename != null) conditions.push(codenameBegins(filter.codename, bind));
  return conditions;
}

/** Coordinators decide on every need and finance officers pay for it; the others see what they work on. */
export function seesAll(actor: Pick<Actor, 'roles'>): boolean {
  return actor.roles.has('COORDINATOR') || actor.roles.has('FINANCE_OFFICER');
}

function readCursor(order: NeedQueueOrder, cursor: string): readonly string[] | null {
  const parts = ORDER_PARTS[order];
  const key = decodeCursor(cursor, parts.length);
  const isOurs =
    key?.every((value, index) => {
      const type = parts[index]?.type;
      return typeof value === 'string' && type !== undefined && PART_SHAPES[type].test(value);
    }) === true;
  return isOurs ? (key as readonly string[]) : null;
}
