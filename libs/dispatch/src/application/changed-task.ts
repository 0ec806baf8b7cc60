import type { TaskState } from '../domain/task-states.js';
import type { TaskRow } from '../infrastructure/task.entity.js';

/** What a caller needs to send the next change. */
export interface ChangedTask {
  readonly taskId: string;
  readonly state: TaskState;
  readonly version: number;
  /** Until when it is the holder's; null while it is nobody's. */
  readonly leaseUntil: Date | null;
}

export function changedTask(row: TaskRow): ChangedTask {
  const { id: taskId, state, version, leaseUntil } = row;
  return { taskId, state, version, leaseUntil };
}
