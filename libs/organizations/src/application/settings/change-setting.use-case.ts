import { Inject, Injectable } from '@nestjs/common';
import {
  err,
  invalidInput,
  ok,
  refused,
  staleVersion,
  type Clock,
  type DomainError,
  type IdGenerator,
  type Result,
} from '@kinward/kernel';
import { AuditTrail, CLOCK, ID_GENERATOR, type Actor } from '@kinward/platform';
import {
  checkSetting,
  effectiveValue,
  loosens,
  settingRule,
  type SettingName,
} from '../../domain/setting.js';
import { SettingRepository } from '../../infrastructure/setting.repository.js';
import { OrganizationSettingsQuery } from '../organization-settings.query.js';

export interface ChangeSettingCommand extends Pick<SettingName, 'key'> {
  /** The kind of need, for a ceiling. */
  readonly code?: string | null;
  /** Whole number as decimal text; null goes back to what is usual in the country. */
  readonly value: string | null;
  readonly version: number;
}

/** A change, and whether it waits for somebody else. */
export interface SettingChangeMade {
  readonly settingChangeId: string;
  readonly awaitsSecond: boolean;
  /** Of the setting, now. */
  readonly version: number;
}

const WHOLE = /^\d{1,15}$/;

/**
 * Changes a setting of the organisation. What lets less through holds at once; what lets more through waits for a second
 * person (ADR 24). Errors: INVALID_INPUT `code` with UNKNOWN_CODE, `value` with `NOT_A_WHOLE_NUMBER`, `TOO_SMALL`,
 * `TOO_LARGE`; STALE_VERSION; REFUSED with `SETTING_FIXED`, `SAME_AS_BEFORE`, `SETTING_AWAITS_SECOND`.
 */
@Injectable()
export class ChangeSettingUseCase {
  constructor(
    private readonly settings: OrganizationSettingsQuery,
    private readonly repository: SettingRepository,
    private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  async execute(
    { organizationId, personId }: Actor,
    command: ChangeSettingCommand,
  ): Promise<Result<SettingChangeMade, DomainError>> {
    const name = { key: command.key, code: command.code ?? '' };
    const after = readValue(command.value);
    if (!after.ok) return after;
    const { ground } = await this.settings.own();
    const rule = ground === null ? null : settingRule(ground, name);
    if (rule === null) return err(invalidInput('code', 'UNKNOWN_CODE'));
    const row = await this.repository.lock(name);
    if (row.version !== command.version) return err(staleVersion(row.version));
    if (await this.repository.hasProposal(name)) return err(refused('SETTING_AWAITS_SECOND'));
    const heldBefore = effectiveValue(rule, row.value);
    // Writing down what is usual anyway is the same as going back to it.
    const value = after.value === rule.usual ? null : after.value;
    const checked = checkSetting(rule, row.value, value);
    if (!checked.ok) return checked;
    const heldAfter = effectiveValue(rule, value);
    const awaitsSecond = loosens(rule, heldBefore, heldAfter);
    const version = await this.repository.write(row, awaitsSecond ? row.value : value);
    const [id, now] = [this.ids.next(), this.clock.now()];
    await this.repository.add({
      ...{ id, organizationId, ...name, heldBefore, heldAfter, version },
      valueBefore: row.value,
      valueAfter: value,
      state: awaitsSecond ? 'PROPOSED' : 'APPLIED',
      proposedBy: personId,
      proposedAt: now,
      decidedBy: awaitsSecond ? null : personId,
      decidedAt: awaitsSecond ? null : now,
    });
    const action = awaitsSecond ? 'SETTING_CHANGE_PROPOSED' : 'SETTING_CHANGED';
    this.audit.record({ action, subjectKind: 'SETTING', subjectId: id, reason: name.key });
    return ok({ settingChangeId: id, awaitsSecond, version });
  }
}

function readValue(text: string | null): Result<bigint | null, DomainError> {
  if (text === null) return ok(null);
  return WHOLE.test(text) ? ok(BigInt(text)) : err(invalidInput('value', 'NOT_A_WHOLE_NUMBER'));
}
