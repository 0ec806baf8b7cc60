import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@kinward/kernel';
import { OrganizationSettingsQuery } from '@kinward/organizations';
import { CLOCK, UnitOfWork, type Actor } from '@kinward/platform';
import { seesAll } from './need-queue.query.js';
import {
  DUE_DAY,
  isLate,
  OPEN_NEEDS,
  ORDER_PARTS,
  SCREENED,
  worksOn,
  type NeedQueueOrder,
} from './need-queue.sql.js';

/** Nothing is counted beyond this, so that the head of the queue costs the same however long the queue is. */
export const COUNTED_TO = 1_000;

/** How much is open, late and due today; a number that reaches {@link COUNTED_TO} may be more. */
export interface NeedCounts {
  readonly open: number;
  readonly late: number;
  readonly dueToday: number;
}

/** The numbers over the queue, of all that somebody may see in it: one statement that stops counting. */
@Injectable()
export class NeedCountsQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: OrganizationSettingsQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async count(actor: Pick<Actor, 'personId' | 'roles'>): Promise<NeedCounts> {
    const { today } = await this.settings.own();
    const { sql, parameters } = needCountsStatement(actor, { now: this.clock.now(), today });
    const [counts] = await this.unitOfWork.query<NeedCounts>(sql, parameters);
    return counts ?? { open: 0, late: 0, dueToday: 0 };
  }
}

/** The statement; apart, so that its plan can be tested. Each number has the index of its own order. */
export function needCountsStatement(
  actor: Pick<Actor, 'personId' | 'roles'>,
  { now, today }: { readonly now: Date; readonly today: string },
): { sql: string; parameters: unknown[] } {
  const isAll = seesAll(actor);
  const mine = isAll ? '' : `JOIN case_file f ON f.id = n.case_id AND ${worksOn('$3::uuid')}`;
  // The order lets the planner walk the index and stop, where that costs less than to gather all that fits.
  const count = (order: NeedQueueOrder, more = ''): string => {
    const key = ORDER_PARTS[order].map((part) => part.sql).join(', ');
    return `(SELECT count(*)::int FROM (SELECT FROM need n ${mine}
    WHERE ${OPEN_NEEDS} AND ${SCREENED} ${more} ${isAll ? `ORDER BY ${key}` : ''} LIMIT ${COUNTED_TO}) counted)`;
  };
  return {
    sql: `SELECT ${count('SCORE')} AS open, ${count('CLOCK', `AND ${isLate('$1')}`)} AS late,
    ${count('DUE_DAY', `AND ${DUE_DAY} = $2::date`)} AS "dueToday"`,
    parameters: [now, today, ...(isAll ? [] : [actor.personId])],
  };
}
