import { Inject, Injectable } from '@nestjs/common';
import { calendarDay, type Clock } from '@kinward/kernel';
import { CLOCK, UnitOfWork } from '@kinward/platform';
import { OrganizationRow } from '../infrastructure/organization.entity.js';

/** What the rules need to know of the organisation that acts. */
export interface OrganizationSettings {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly jurisdiction: string;
  readonly timeZone: string;
  /** Active T0 cases one caseworker may hold (decision 3). */
  readonly t0CaseLimit: number;
  /** T1 cases somebody on probation may hold. */
  readonly probationCaseLimit: number;
  /** Today in the organisation's zone, YYYY-MM-DD (decision 30). */
  readonly today: string;
}

/** Reads the settings of the scope's own organisation. */
@Injectable()
export class OrganizationSettingsQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Error when the scope has no organisation */
  async own(): Promise<OrganizationSettings> {
    const manager = await this.unitOfWork.manager();
    const id = this.unitOfWork.scope().organizationId ?? '';
    const row = await manager.findOneByOrFail(OrganizationRow, { id });
    return {
      id: row.id,
      code: row.code,
      name: row.name,
      jurisdiction: row.jurisdiction,
      timeZone: row.timeZone,
      t0CaseLimit: row.t0CaseLimit,
      probationCaseLimit: row.probationCaseLimit,
      today: calendarDay(this.clock.now(), row.timeZone),
    };
  }
}
