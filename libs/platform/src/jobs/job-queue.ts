import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';

/** Adds work for the worker; the job exists if, and only if, the present unit commits. */
@Injectable()
export class JobQueue {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * @param task a task name known to the worker
   * @param ids what it is about; ids and codes only
   * @param uniqueKey a second job of the same key replaces one that has not started yet
   */
  async enqueue(
    task: string,
    ids: Readonly<Record<string, string>>,
    uniqueKey: string | null = null,
  ): Promise<void> {
    await this.unitOfWork.execute('SELECT enqueue_job($1, $2, $3)', [
      task,
      JSON.stringify(ids),
      uniqueKey,
    ]);
  }
}
