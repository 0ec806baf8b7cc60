import { Injectable } from '@nestjs/common';
import { isUuid } from '@kinward/kernel';
import { UnitOfWork } from '@kinward/platform';

/** People of the organisation who may vouch for a family; row security hides everybody else. */
@Injectable()
export class RefereeRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The standing of these people by id; unknown and foreign ids are absent. */
  async standings(personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.unitOfWork.query<{ id: string; standing: string }>(
      'SELECT id, standing FROM person WHERE id = ANY($1::uuid[])',
      [personIds.filter(isUuid)],
    );
    return new Map(rows.map((row) => [row.id, row.standing]));
  }
}
