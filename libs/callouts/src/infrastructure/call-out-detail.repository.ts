import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@kinward/platform';

/** A task that the protocol made. */
export interface CallOutTask {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly priority: string;
  readonly dueAt: Date;
  readonly carriesPersonalData: boolean;
}

/** A need that the protocol wrote, and what became of its money. Minor units of EUR. */
export interface CallOutNeedLine {
  readonly id: string;
  readonly code: string;
  readonly state: string;
  readonly amountMinor: string;
  readonly reservedMinor: string;
  readonly releasedMinor: string;
}

/** One step of a call-out's life. */
export interface CallOutStep {
  readonly transition: string;
  readonly fromState: string | null;
  readonly toState: string;
  readonly reason: string | null;
  readonly madeBy: string | null;
  readonly madeAt: Date;
}

/** What one caller said. */
export interface CallLine {
  readonly personId: string;
  readonly verdict: string;
  readonly madeAt: Date;
}

/** What hangs on one call-out. */
@Injectable()
export class CallOutDetailRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  tasks(callOutId: string): Promise<CallOutTask[]> {
    return this.of<CallOutTask>(
      callOutId,
      `SELECT id, kind, state, priority, due_at AS "dueAt", carries_personal_data AS "carriesPersonalData"
       FROM task WHERE organization_id = $1 AND call_out_id = $2 ORDER BY priority, due_at, id`,
    );
  }

  needs(callOutId: string): Promise<CallOutNeedLine[]> {
    return this.of<CallOutNeedLine>(
      callOutId,
      `SELECT id, code, state, amount_minor::text AS "amountMinor", reserved_minor::text AS "reservedMinor",
         released_minor::text AS "releasedMinor"
       FROM need WHERE organization_id = $1 AND call_out_id = $2 ORDER BY code, id`,
    );
  }

  /** Oldest first. */
  history(callOutId: string): Promise<CallOutStep[]> {
    return this.of<CallOutStep>(
      callOutId,
      `SELECT transition, from_state AS "fromState", to_state AS "toState", reason, made_by AS "madeBy",
         made_at AS "madeAt"
       FROM call_out_transition WHERE organization_id = $1 AND call_out_id = $2 ORDER BY version, made_at, id LIMIT 200`,
    );
  }

  /** Oldest first. */
  calls(callOutId: string): Promise<CallLine[]> {
    return this.of<CallLine>(
      callOutId,
      `SELECT person_id AS "personId", verdict, made_at AS "madeAt" FROM call_out_call
       WHERE organization_id = $1 AND call_out_id = $2 ORDER BY made_at, person_id`,
    );
  }

  private of<Row>(callOutId: string, sql: string): Promise<Row[]> {
    return this.unitOfWork.query<Row>(sql, [this.unitOfWork.scope().organizationId, callOutId]);
  }
}
