import type { JurisdictionPack } from '@kinward/jurisdictions';
import {
  effectiveValue,
  settingRule,
  type SettingGround,
  type SettingKey,
  type SettingName,
} from './setting.js';

/** What an organisation has set, by {@link settingName}; what it has not set is missing. */
export type SettingValues = ReadonlyMap<string, bigint>;

/** One text for a setting, as the database writes it. */
export const settingName = ({ key, code }: SettingName): string => `${key}:${code}`;

/** What holds for a setting that there is once. */
export function settledNumber(
  ground: SettingGround,
  values: SettingValues,
  key: Exclude<SettingKey, 'NEED_CEILING'>,
): bigint {
  const name = { key, code: '' };
  const rule = settingRule(ground, name);
  if (rule === null) throw new Error('a setting without a rule');
  return effectiveValue(rule, values.get(settingName(name)) ?? null);
}

/** The country's pack with the numbers that the organisation has set for itself (ADR 24). */
export function settledPack(ground: SettingGround, values: SettingValues): JurisdictionPack {
  const { pack } = ground;
  if (values.size === 0) return pack;
  const number = (key: Exclude<SettingKey, 'NEED_CEILING'>): bigint =>
    settledNumber(ground, values, key);
  return {
    ...pack,
    needTypes: pack.needTypes.map((type) => {
      const name = { key: 'NEED_CEILING', code: type.code } as const;
      const value = values.get(settingName(name));
      const rule = value === undefined ? null : settingRule(ground, name);
      return rule === null || value === undefined
        ? type
        : { ...type, ceilingMinor: effectiveValue(rule, value) };
    }),
    callOutCaps: {
      lifeAtStakeMinor: number('CALL_OUT_CAP_P0'),
      otherMinor: number('CALL_OUT_CAP'),
    },
    contactRhythmDays: Number(number('CONTACT_RHYTHM_DAYS')),
  };
}
