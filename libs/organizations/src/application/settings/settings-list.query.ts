import { Injectable } from '@nestjs/common';
import {
  decodeCursor,
  err,
  invalidInput,
  isUuid,
  ok,
  type InvalidInputError,
  type Page,
  type Result,
} from '@kinward/kernel';
import { effectiveValue, isFixed, settingRules, type SettingRule } from '../../domain/setting.js';
import { settingName } from '../../domain/settled-pack.js';
import type { SettingChangeRow } from '../../infrastructure/setting.entity.js';
import { settingChangeKey, SettingRepository } from '../../infrastructure/setting.repository.js';
import { OrganizationSettingsQuery } from '../organization-settings.query.js';

export type { SettingChangeRow, SettingChangeState } from '../../infrastructure/setting.entity.js';
export { settingChangeKey };

/** One setting as it stands now. */
export interface SettingView extends SettingRule {
  readonly value: bigint;
  readonly isUsual: boolean;
  /** The country leaves no choice. */
  readonly isFixed: boolean;
  readonly version: number;
  readonly waiting: SettingChangeRow | null;
}

/** What the organisation has set, what it may set, and who changed it when. */
@Injectable()
export class SettingsListQuery {
  constructor(
    private readonly settings: OrganizationSettingsQuery,
    private readonly repository: SettingRepository,
  ) {}

  /** Every setting there is; nothing for a country that is not known. */
  async all(): Promise<readonly SettingView[]> {
    const { ground } = await this.settings.own();
    if (ground === null) return [];
    const rows = new Map((await this.repository.all()).map((row) => [settingName(row), row]));
    const open = new Map(
      (await this.repository.waiting()).map((change) => [settingName(change), change]),
    );
    return settingRules(ground).map((rule) => {
      const row = rows.get(settingName(rule));
      const value = effectiveValue(rule, row?.value ?? null);
      return {
        ...rule,
        value,
        isUsual: value === rule.usual,
        isFixed: isFixed(rule),
        version: row?.version ?? 0,
        waiting: open.get(settingName(rule)) ?? null,
      };
    });
  }

  /** Changes, newest first. Errors: an invalid cursor. */
  async changes(request: {
    readonly first: number;
    readonly after?: string | null;
  }): Promise<Result<Page<SettingChangeRow>, InvalidInputError>> {
    const after = request.after == null ? null : readCursor(request.after);
    if (request.after != null && after === null) {
      return err(invalidInput('input.after', 'UNKNOWN_CURSOR'));
    }
    return ok(await this.repository.page(request.first, after));
  }
}

function readCursor(cursor: string): { at: string; id: string } | null {
  const [at, id] = decodeCursor(cursor, 2) ?? [];
  if (typeof at !== 'string' || Number.isNaN(Date.parse(at))) return null;
  return typeof id === 'string' && isUuid(id) ? { at, id } : null;
}
