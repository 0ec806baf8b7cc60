import { Injectable } from '@nestjs/common';
import { isUuid } from '@kinward/kernel';
import { UnitOfWork } from '@kinward/platform';
import { TaskRow } from './task.entity.js';

/** One line of a task's history. */
export interface TaskTransitionRecord {
  readonly id: string;
  readonly taskId: string;
  readonly transition: string;
  readonly fromState: string;
  readonly toState: string;
  /** The task's version after it. */
  readonly version: number;
  readonly reason: string | null;
  readonly madeBy: string | null;
  readonly madeAt: Date;
}

/** Tasks. Writers hold the locks of case, need and volunteer before they lock the task itself. */
@Injectable()
export class TaskRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async find(id: string): Promise<TaskRow | null> {
    if (!isUuid(id)) return null;
    const manager = await this.unitOfWork.manager();
    return manager.findOneBy(TaskRow, { id });
  }

  async lock(id: string): Promise<TaskRow | null> {
    const manager = await this.unitOfWork.manager();
    return manager.findOne(TaskRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async add(row: TaskRow): Promise<void> {
    const manager = await this.unitOfWork.manager();
    await manager.insert(TaskRow, row);
  }

  /** Writes changed data and counts the version up; gives the row as it is now. It must be locked. */
  async change(row: TaskRow, change: Partial<TaskRow>): Promise<TaskRow> {
    const changed = { ...change, version: row.version + 1 };
    const manager = await this.unitOfWork.manager();
    await manager.update(TaskRow, { id: row.id }, changed);
    return { ...row, ...changed };
  }

  async addTransition(record: TaskTransitionRecord): Promise<void> {
    await this.unitOfWork.execute(
      `INSERT INTO task_transition (id, organization_id, task_id, transition, from_state, to_state, version,
         reason, made_by, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        record.id,
        this.unitOfWork.scope().organizationId,
        record.taskId,
        record.transition,
        record.fromState,
        record.toState,
        record.version,
        record.reason,
        record.madeBy,
        record.madeAt,
      ],
    );
  }

  /** Whether anybody else has accepted work for the same need. */
  async isNeedWorkedOn(needId: string, exceptTaskId: string): Promise<boolean> {
    const rows = await this.unitOfWork.query(
      `SELECT FROM task WHERE need_id = $1 AND id <> $2 AND state IN ('ACCEPTED', 'IN_PROGRESS', 'REPORTED', 'VERIFIED')
       LIMIT 1`,
      [needId, exceptTaskId],
    );
    return rows.length > 0;
  }
}
