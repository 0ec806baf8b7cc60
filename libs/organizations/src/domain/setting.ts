import { findNeedType, type JurisdictionPack } from '@kinward/jurisdictions';
import { err, invalidInput, ok, refused, type DomainError, type Result } from '@kinward/kernel';

/** What an organisation sets for itself. Everything is a whole number. */
export const SETTING_KEYS = [
  'NEED_CEILING',
  'CALL_OUT_CAP',
  'CALL_OUT_CAP_P0',
  'T0_CASE_LIMIT',
  'PROBATION_CASE_LIMIT',
  'CONTACT_RHYTHM_DAYS',
  'SMALLEST_CELL',
] as const;
export type SettingKey = (typeof SETTING_KEYS)[number];

export const SETTING_UNITS = ['EUR_CENTS', 'CASES', 'DAYS', 'PEOPLE'] as const;
export type SettingUnit = (typeof SETTING_UNITS)[number];

/** Which setting: its key, and for a ceiling the kind of need. */
export interface SettingName {
  readonly key: SettingKey;
  /** Code of a need; empty for what there is once. */
  readonly code: string;
}

/** What a setting may be. */
export interface SettingRule extends SettingName {
  readonly unit: SettingUnit;
  /** What holds as long as nothing is set: by the country's pack, or by how the organisation was entered. */
  readonly usual: bigint;
  readonly least: bigint;
  readonly most: bigint;
  /** Whether more of it protects more; of all others less does. */
  readonly isSaferAbove: boolean;
}

/** What the rules hang on. */
export interface SettingGround {
  readonly pack: JurisdictionPack;
  readonly t0CaseLimit: number;
  readonly t0CaseHardLimit: number;
  readonly probationCaseLimit: number;
}

/** An organisation goes up to twice what the country's pack has found right (ADR 24). */
export const MOST_TIMES_USUAL = 2n;
/** Numbers about fewer people than this never leave the house (decision 12). */
export const SMALLEST_CELL = 10n;

const RHYTHM = { least: 7n, most: 90n } as const;
const LARGEST_CELL = 100n;
const PROBATION_HARD_LIMIT = 2n;

/** The rule of one setting; null where the pack has no such need, or there is a code too many. */
export function settingRule(ground: SettingGround, name: SettingName): SettingRule | null {
  const { pack } = ground;
  if (name.key === 'NEED_CEILING') {
    const type = findNeedType(pack, name.code);
    return type === undefined ? null : money(name, type.ceilingMinor);
  }
  if (name.code !== '') return null;
  const { lifeAtStakeMinor, otherMinor } = pack.callOutCaps;
  switch (name.key) {
    case 'CALL_OUT_CAP':
      return money(name, otherMinor);
    case 'CALL_OUT_CAP_P0':
      return money(name, lifeAtStakeMinor);
    case 'T0_CASE_LIMIT':
      return count(name, ground.t0CaseLimit, { least: 1n, most: BigInt(ground.t0CaseHardLimit) });
    case 'PROBATION_CASE_LIMIT':
      return count(name, ground.probationCaseLimit, { least: 0n, most: PROBATION_HARD_LIMIT });
    case 'CONTACT_RHYTHM_DAYS':
      return { ...count(name, pack.contactRhythmDays, RHYTHM), unit: 'DAYS' };
    default:
      return {
        ...name,
        ...{ unit: 'PEOPLE', usual: SMALLEST_CELL, isSaferAbove: true },
        ...{ least: SMALLEST_CELL, most: LARGEST_CELL },
      };
  }
}

/** Every setting there is: those of the organisation first, then the ceilings in the order of the pack. */
export function settingRules(ground: SettingGround): readonly SettingRule[] {
  const single = SETTING_KEYS.filter((key) => key !== 'NEED_CEILING').map((key) => ({
    key,
    code: '',
  }));
  const ceilings = ground.pack.needTypes.map(({ code }) => ({
    key: 'NEED_CEILING' as const,
    code,
  }));
  return [...single, ...ceilings]
    .map((name) => settingRule(ground, name))
    .filter((rule) => rule !== null);
}

/** What holds: the value that was set, as far as the rule still allows it, else the usual one. */
export function effectiveValue(rule: SettingRule, value: bigint | null): bigint {
  if (value === null || isFixed(rule)) return rule.usual;
  if (value < rule.least) return rule.least;
  return value > rule.most ? rule.most : value;
}

/** Whether the country leaves no choice: where it asks for two signatures always, or there is nothing to pay. */
export function isFixed({ key, usual }: SettingRule): boolean {
  return key === 'NEED_CEILING' && usual === 0n;
}

/**
 * Checks a change. INVALID_INPUT `value` with `TOO_SMALL` or `TOO_LARGE`; REFUSED with `SETTING_FIXED` or
 * `SAME_AS_BEFORE`.
 */
export function checkSetting(
  rule: SettingRule,
  before: bigint | null,
  after: bigint | null,
): Result<void, DomainError> {
  if (isFixed(rule)) return err(refused('SETTING_FIXED'));
  if (before === after) return err(refused('SAME_AS_BEFORE'));
  if (after === null) return ok();
  if (after < rule.least) return err(invalidInput('value', 'TOO_SMALL'));
  return after > rule.most ? err(invalidInput('value', 'TOO_LARGE')) : ok();
}

/** Whether the change lets more through than before: that takes two people. */
export function loosens(rule: SettingRule, from: bigint, to: bigint): boolean {
  return rule.isSaferAbove ? to < from : to > from;
}

function money(name: SettingName, usual: bigint): SettingRule {
  const most = usual * MOST_TIMES_USUAL;
  return { ...name, unit: 'EUR_CENTS', usual, least: 0n, most, isSaferAbove: false };
}

function count(
  name: SettingName,
  usual: number,
  { least, most }: { readonly least: bigint; readonly most: bigint },
): SettingRule {
  return { ...name, unit: 'CASES', usual: BigInt(usual), least, most, isSaferAbove: false };
}
