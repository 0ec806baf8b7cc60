import { Injectable } from '@nestjs/common';
import type { OrganizationId } from '@kinward/kernel';
import { UnitOfWork } from '@kinward/platform';

/** Organisations of the coalition, and people of one of them by role. */
@Injectable()
export class DoorPeopleRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  organizations(): Promise<{ id: OrganizationId; code: string }[]> {
    return this.unitOfWork.query('SELECT id, code FROM coalition_organizations() ORDER BY code');
  }

  /** Everybody with one of the roles who is not suspended. */
  async inRoles(roles: readonly string[]): Promise<readonly string[]> {
    const rows = await this.unitOfWork.query<{ id: string }>(
      `SELECT id FROM person WHERE organization_id = $1 AND roles && $2::text[] AND standing <> 'SUSPENDED' ORDER BY id`,
      [this.unitOfWork.scope().organizationId, roles],
    );
    return rows.map(({ id }) => id);
  }
}
