import { Injectable } from '@nestjs/common';
import { isUuid, toId, type OrganizationId } from '@kinward/kernel';
import { UnitOfWork } from '@kinward/platform';
import { APPLICATION_STATES } from '../domain/vetting-states.js';
import { VolunteerApplicationRow } from './application.entity.js';

/** Applications. Whoever changes one locks its row first, so that two of them decide one after the other. */
@Injectable()
export class ApplicationRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The application under a row lock; null where this organisation has no such one. */
  async lock(id: string): Promise<VolunteerApplicationRow | null> {
    if (!isUuid(id)) return null;
    const manager = await this.unitOfWork.manager();
    return manager.findOne(VolunteerApplicationRow, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async add(row: VolunteerApplicationRow): Promise<void> {
    const manager = await this.unitOfWork.manager();
    await manager.insert(VolunteerApplicationRow, row);
  }

  /** Writes changed data and counts the version up; gives the row as it is now. It must be locked. */
  async change(
    row: VolunteerApplicationRow,
    change: Partial<VolunteerApplicationRow>,
  ): Promise<VolunteerApplicationRow> {
    const changed = { ...change, version: row.version + 1 };
    const manager = await this.unitOfWork.manager();
    await manager.update(VolunteerApplicationRow, { id: row.id }, changed);
    return { ...row, ...changed };
  }

  /** True where this address has an application that is not over. */
  async isOpenFor(contactKey: Buffer): Promise<boolean> {
    const { organizationId } = this.unitOfWork.scope();
    const rows = await this.unitOfWork.query(
      `SELECT FROM volunteer_application
       WHERE organization_id = $1 AND contact_key = $2 AND state = ANY($3) LIMIT 1`,
      [organizationId, contactKey, APPLICATION_STATES],
    );
    return rows.length > 0;
  }

  /** The organisation of a code, asked before there is a scope. */
  async organizationOf(code: string): Promise<OrganizationId | null> {
    const [row] = await this.unitOfWork.query<{ id: string | null }>(
      'SELECT find_organization($1) AS id',
      [code],
    );
    return row?.id == null ? null : toId(row.id);
  }
}
