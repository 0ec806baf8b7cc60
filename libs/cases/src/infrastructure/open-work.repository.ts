import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@kinward/platform';

/** What still stands open of a case, as the name of the refusal that follows from it; the gravest first. */
export type OpenWork = 'MONEY_UNDER_WAY' | 'CALL_OUT_UNDER_WAY' | 'TASK_UNDER_WAY';

interface OpenWorkRow {
  readonly money: boolean;
  readonly call_out: boolean;
  readonly task: boolean;
}

/** Looks at what other domains still do for a case, under its lock. One statement. */
@Injectable()
export class OpenWorkRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Null where nothing would be orphaned if the work on the case ended now. */
  async find(caseId: string): Promise<OpenWork | null> {
    const [row] = await this.unitOfWork.query<OpenWorkRow>(OPEN_WORK, [caseId]);
    if (row?.money === true) return 'MONEY_UNDER_WAY';
    if (row?.call_out === true) return 'CALL_OUT_UNDER_WAY';
    return row?.task === true ? 'TASK_UNDER_WAY' : null;
  }
}

/** Money that is set aside, signed for or on its way; what was paid and proved is over, what never left is, too. */
const OPEN_WORK = `
  SELECT
    EXISTS (SELECT FROM need n WHERE n.case_id = $1
      AND (n.reserved_minor > 0 OR n.released_minor > n.delivered_minor))
    OR EXISTS (SELECT FROM disbursement d JOIN need n ON n.id = d.need_id WHERE n.case_id = $1
      AND d.state NOT IN ('RECONCILED', 'CANCELLED', 'REJECTED', 'BLOCKED', 'FAILED', 'RETURNED', 'LOST_OR_SEIZED'))
      AS money,
    EXISTS (SELECT FROM call_out WHERE case_id = $1
      AND state NOT IN ('CLOSED', 'HANDED_OVER', 'FALSE_ALARM', 'SUSPECTED_PROVOCATION')) AS call_out,
    EXISTS (SELECT FROM task WHERE case_id = $1
      AND state NOT IN ('VERIFIED', 'EXPIRED', 'CANCELLED', 'FAILED', 'ABORTED_UNSAFE')) AS task`;
