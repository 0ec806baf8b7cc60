import { Injectable } from '@nestjs/common';
import { isUuid } from '@kinward/kernel';
import { UnitOfWork } from '@kinward/platform';
import { NeedRow } from './need.entity.js';
import { NeedTransitionRecord } from './need-transition.entity.js';

/** Needs. Writers lock the case first and then the need, so that two of them decide one after the other. */
@Injectable()
export class NeedRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The case of a need, or null where this organisation has no such need. */
  async caseOf(needId: string): Promise<string | null> {
    if (!isUuid(needId)) return null;
    const [row] = await this.unitOfWork.query<{ case_id: string }>(
      'SELECT case_id FROM need WHERE id = $1',
      [needId],
    );
    return row?.case_id ?? null;
  }

  /** The cases of those needs that this organisation has. */
  async casesOf(needIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.unitOfWork.query<{ id: string; case_id: string }>(
      'SELECT id, case_id FROM need WHERE id = ANY($1::uuid[])',
      [needIds.filter(isUuid)],
    );
    return new Map(rows.map(({ id, case_id }) => [id, case_id]));
  }

  /** The need under a row lock. */
  async lock(needId: string): Promise<NeedRow | null> {
    const manager = await this.unitOfWork.manager();
    return manager.findOne(NeedRow, { where: { id: needId }, lock: { mode: 'pessimistic_write' } });
  }

  /** The needs that a call-out wrote, under row locks. */
  async lockOfCallOut(callOutId: string): Promise<NeedRow[]> {
    const manager = await this.unitOfWork.manager();
    return manager.find(NeedRow, {
      where: { callOutId, organizationId: this.unitOfWork.scope().organizationId ?? '' },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async add(row: NeedRow): Promise<void> {
    const manager = await this.unitOfWork.manager();
    await manager.insert(NeedRow, row);
  }

  /** Writes changed data and counts the version up; gives the row as it is now. It must be locked. */
  async change(row: NeedRow, change: Partial<NeedRow>): Promise<NeedRow> {
    const changed = { ...change, version: row.version + 1 };
    const manager = await this.unitOfWork.manager();
    await manager.update(NeedRow, { id: row.id }, changed as object);
    return { ...row, ...changed };
  }

  async addTransition(record: NeedTransitionRecord): Promise<void> {
    const manager = await this.unitOfWork.manager();
    await manager.insert(NeedTransitionRecord, record);
  }
}
