import { Injectable } from '@nestjs/common';
import { toPage, type Page } from '@kinward/kernel';
import { UnitOfWork } from '@kinward/platform';
import type { SettingName } from '../domain/setting.js';
import {
  OrganizationSettingRow,
  SettingChangeRow,
  type SettingChangeState,
} from './setting.entity.js';

/** What the present organisation has set, and the changes of it. */
@Injectable()
export class SettingRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Nobody else changes the setting before the present unit ends. */
  async lock({ key, code }: SettingName): Promise<OrganizationSettingRow> {
    const manager = await this.unitOfWork.manager();
    const organizationId = this.organizationId();
    await this.unitOfWork.execute(
      `INSERT INTO organization_setting (organization_id, key, code, value, version) VALUES ($1, $2, $3, NULL, 0)
       ON CONFLICT DO NOTHING`,
      [organizationId, key, code],
    );
    return manager.findOneOrFail(OrganizationSettingRow, {
      where: { organizationId, key, code },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** Writes what is set from now on; the version goes up by one. */
  async write(row: OrganizationSettingRow, value: bigint | null): Promise<number> {
    const { organizationId, key, code } = row;
    const manager = await this.unitOfWork.manager();
    const version = row.version + 1;
    await manager.update(OrganizationSettingRow, { organizationId, key, code }, { value, version });
    return version;
  }

  /** Everything that was ever touched. */
  async all(): Promise<readonly OrganizationSettingRow[]> {
    const manager = await this.unitOfWork.manager();
    return manager.findBy(OrganizationSettingRow, { organizationId: this.organizationId() });
  }

  /** Changes that wait for a second person. */
  async waiting(): Promise<readonly SettingChangeRow[]> {
    const manager = await this.unitOfWork.manager();
    const organizationId = this.organizationId();
    return manager.findBy(SettingChangeRow, { organizationId, state: 'PROPOSED' });
  }

  async hasProposal({ key, code }: SettingName): Promise<boolean> {
    const manager = await this.unitOfWork.manager();
    const organizationId = this.organizationId();
    return manager.existsBy(SettingChangeRow, { organizationId, key, code, state: 'PROPOSED' });
  }

  async find(id: string): Promise<SettingChangeRow | null> {
    const manager = await this.unitOfWork.manager();
    return manager.findOneBy(SettingChangeRow, { id, organizationId: this.organizationId() });
  }

  async add(row: SettingChangeRow): Promise<void> {
    const manager = await this.unitOfWork.manager();
    await manager.insert(SettingChangeRow, row);
  }

  async decide(
    id: string,
    decision: { state: SettingChangeState; decidedBy: string; decidedAt: Date },
  ): Promise<void> {
    const manager = await this.unitOfWork.manager();
    await manager.update(SettingChangeRow, { id }, decision);
  }

  /** Newest first. */
  async page(
    first: number,
    after: { readonly at: string; readonly id: string } | null,
  ): Promise<Page<SettingChangeRow>> {
    const manager = await this.unitOfWork.manager();
    const query = manager
      .createQueryBuilder(SettingChangeRow, 'c')
      .where('c.organizationId = :own', { own: this.organizationId() })
      .orderBy('c.proposedAt', 'DESC')
      .addOrderBy('c.id', 'DESC')
      .limit(first + 1);
    if (after !== null) {
      query.andWhere('(c.proposedAt, c.id) < (CAST(:at AS timestamptz), CAST(:id AS uuid))', after);
    }
    return toPage(await query.getMany(), first, settingChangeKey);
  }

  private organizationId(): string {
    return this.unitOfWork.scope().organizationId ?? '';
  }
}

/** Where a change stands in the list. */
export const settingChangeKey = (row: SettingChangeRow): [string, string] => [
  row.proposedAt.toISOString(),
  row.id,
];
