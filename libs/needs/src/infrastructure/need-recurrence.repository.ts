import { Injectable } from '@nestjs/common';
import { isUuid } from '@kinward/kernel';
import { UnitOfWork } from '@kinward/platform';
import { NeedRecurrenceRow } from './need-recurrence.entity.js';

/** Templates of recurring needs. */
@Injectable()
export class NeedRecurrenceRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async add(row: NeedRecurrenceRow): Promise<void> {
    const manager = await this.unitOfWork.manager();
    await manager.insert(NeedRecurrenceRow, row as object);
  }

  /** The template without a lock, or null where this organisation has none of that id. */
  async find(id: string): Promise<NeedRecurrenceRow | null> {
    if (!isUuid(id)) return null;
    const manager = await this.unitOfWork.manager();
    return manager.findOneBy(NeedRecurrenceRow, { id });
  }

  /** The template under a row lock. */
  async lock(id: string): Promise<NeedRecurrenceRow | null> {
    const manager = await this.unitOfWork.manager();
    return manager.findOne(NeedRecurrenceRow, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async stop(row: NeedRecurrenceRow, stoppedOn: string, stopReason: string): Promise<number> {
    const version = row.version + 1;
    const manager = await this.unitOfWork.manager();
    await manager.update(NeedRecurrenceRow, { id: row.id }, { stoppedOn, stopReason, version });
    return version;
  }

  /** All templates of a case, running ones first. */
  async ofCase(caseId: string): Promise<NeedRecurrenceRow[]> {
    const manager = await this.unitOfWork.manager();
    const rows = await manager.find(NeedRecurrenceRow, {
      where: { caseId },
      order: { firstDueDay: 'ASC', id: 'ASC' },
    });
    return rows.toSorted(
      (one, other) => Number(one.stoppedOn !== null) - Number(other.stoppedOn !== null),
    );
  }
}
