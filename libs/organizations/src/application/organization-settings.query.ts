import { Inject, Injectable } from '@nestjs/common';
import {
  isJurisdictionCode,
  jurisdictionPack,
  type JurisdictionPack,
} from '@kinward/jurisdictions';
import { calendarDay, type Clock } from '@kinward/kernel';
import { CLOCK, UnitOfWork } from '@kinward/platform';
import { SMALLEST_CELL, type SettingGround } from '../domain/setting.js';
import { settledNumber, settledPack } from '../domain/settled-pack.js';

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
  /** Fewer people than this are never told apart in a number that leaves the house (decision 12). */
  readonly smallestCell: number;
  /** The country's pack with what the organisation has set for itself; null for a country that is not known. */
  readonly pack: JurisdictionPack | null;
  /** What the settings are measured by; null for a country that is not known. */
  readonly ground: SettingGround | null;
  /** Today in the organisation's zone, YYYY-MM-DD (decision 30). */
  readonly today: string;
}

interface SettingsRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly jurisdiction: string;
  readonly timeZone: string;
  readonly t0CaseLimit: number;
  readonly t0CaseHardLimit: number;
  readonly probationCaseLimit: number;
  /** As text: a number of JSON would not hold every amount. */
  readonly values: Readonly<Record<string, string>> | null;
}

const OWN = `
  SELECT o.id, o.code, o.name, o.jurisdiction, o.time_zone AS "timeZone", o.t0_case_limit AS "t0CaseLimit",
    o.t0_case_hard_limit AS "t0CaseHardLimit", o.probation_case_limit AS "probationCaseLimit",
    (SELECT jsonb_object_agg(s.key || ':' || s.code, s.value::text) FROM organization_setting s
      WHERE s.organization_id = o.id AND s.value IS NOT NULL) AS "values"
  FROM organization o WHERE o.id = $1`;

/** Reads the settings of the scope's own organisation, in one statement. */
@Injectable()
export class OrganizationSettingsQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Error when the scope has no organisation */
  async own(): Promise<OrganizationSettings> {
    const [row] = await this.unitOfWork.query<SettingsRow>(OWN, [
      this.unitOfWork.scope().organizationId,
    ]);
    if (row === undefined) throw new Error('the scope has no organisation');
    const { id, code, name, jurisdiction, timeZone } = row;
    const ground = groundOf(row);
    const values = new Map(
      Object.entries(row.values ?? {}).map(([key, value]) => [key, BigInt(value)]),
    );
    const number = (
      key: 'T0_CASE_LIMIT' | 'PROBATION_CASE_LIMIT' | 'SMALLEST_CELL',
    ): number | null => (ground === null ? null : Number(settledNumber(ground, values, key)));
    return {
      ...{ id, code, name, jurisdiction, timeZone, ground },
      t0CaseLimit: number('T0_CASE_LIMIT') ?? row.t0CaseLimit,
      probationCaseLimit: number('PROBATION_CASE_LIMIT') ?? row.probationCaseLimit,
      smallestCell: number('SMALLEST_CELL') ?? Number(SMALLEST_CELL),
      pack: ground === null ? null : settledPack(ground, values),
      today: calendarDay(this.clock.now(), timeZone),
    };
  }
}

function groundOf(row: SettingsRow): SettingGround | null {
  const { jurisdiction, t0CaseLimit, t0CaseHardLimit, probationCaseLimit } = row;
  if (!isJurisdictionCode(jurisdiction)) return null;
  const pack = jurisdictionPack(jurisdiction);
  return { pack, t0CaseLimit, t0CaseHardLimit, probationCaseLimit };
}
