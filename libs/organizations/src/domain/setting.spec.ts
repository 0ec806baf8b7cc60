import { describe, expect, it } from '@jest/globals';
import { jurisdictionPack } from '@kinward/jurisdictions';
import {
  checkSetting,
  effectiveValue,
  loosens,
  settingRule,
  settingRules,
  type SettingGround,
  type SettingName,
} from './setting.js';
import { settledPack } from './settled-pack.js';

const GROUND: SettingGround = {
  pack: jurisdictionPack('by'),
  ...{ t0CaseLimit: 25, t0CaseHardLimit: 40, probationCaseLimit: 2 },
};
const rule = (key: SettingName['key'], code = '') => {
  const found = settingRule(GROUND, { key, code });
  if (found === null) throw new Error('no such setting');
  return found;
};

describe('settings', () => {
  it('have a rule for each ceiling, and each starts inside of its bounds', () => {
    const rules = settingRules(GROUND);
    expect(rules).toHaveLength(6 + GROUND.pack.needTypes.length);
    for (const each of rules) expect(effectiveValue(each, null)).toBe(each.usual);
    for (const { usual, least, most } of rules) {
      expect(least <= usual && usual <= most).toBe(true);
    }
  });

  it('let more through above, but of the smallest cell below', () => {
    expect(loosens(rule('CALL_OUT_CAP'), 1n, 2n)).toBe(true);
    expect(loosens(rule('CALL_OUT_CAP'), 2n, 1n)).toBe(false);
    expect(loosens(rule('SMALLEST_CELL'), 20n, 15n)).toBe(true);
    expect(loosens(rule('SMALLEST_CELL'), 15n, 20n)).toBe(false);
  });

  it('that were set under an older pack do not reach past the bounds of the present one', () => {
    expect(effectiveValue(rule('NEED_CEILING', 'LIV-GRANT'), 999_999n)).toBe(100_000n);
    expect(effectiveValue(rule('SMALLEST_CELL'), 3n)).toBe(10n);
    expect(effectiveValue(rule('NEED_CEILING', 'DET-TRACE'), 5n)).toBe(0n);
  });

  it('change a pack where something is set, and only there', () => {
    expect(settledPack(GROUND, new Map())).toBe(GROUND.pack);
    const values = new Map([
      ['NEED_CEILING:LIV-GRANT', 1_000n],
      ['CONTACT_RHYTHM_DAYS:', 14n],
    ]);
    const pack = settledPack(GROUND, values);
    const ceilings = new Map(pack.needTypes.map((type) => [type.code, type.ceilingMinor]));
    expect(ceilings.get('LIV-GRANT')).toBe(1_000n);
    const others = GROUND.pack.needTypes.filter(({ code }) => code !== 'LIV-GRANT');
    expect(others.every((type) => ceilings.get(type.code) === type.ceilingMinor)).toBe(true);
    expect(pack.contactRhythmDays).toBe(14);
    expect(pack.callOutCaps).toEqual(GROUND.pack.callOutCaps);
  });

  it('can be set to zero where it is a ceiling, and then two always sign', () => {
    expect(checkSetting(rule('NEED_CEILING', 'LIV-GRANT'), null, 0n)).toEqual({ ok: true });
  });
});
