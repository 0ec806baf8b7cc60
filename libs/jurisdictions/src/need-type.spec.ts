import { describe, expect, it } from '@jest/globals';
import { JURISDICTION_CODES, jurisdictionPack } from './jurisdiction-pack.js';
import { findNeedType } from './pack.js';

const by = jurisdictionPack('by');

/** Copied by hand from the table of the design: code, priority, typical, ceiling, evidence, flags, CRS. */
const sample: readonly (readonly [string, string, bigint, bigint, string, string, number])[] = [
  ['DET-FIRST', 'P0', 4_000n, 10_000n, 'E1/E1', 'R S X', 72010],
  ['DET-SHOP', 'P3', 3_000n, 6_000n, 'E1/E1', 'R L_HARD N', 72010],
  ['LEG-LAWYER', 'P1', 50_000n, 150_000n, 'E2/E2', 'S X', 15130],
  ['LIV-FOOD', 'P1', 6_000n, 12_000n, 'E1/E3', 'N', 72040],
  ['MED-REHAB', 'P2', 400_000n, 0n, 'E4/E4', 'H T', 72011],
  ['EVA-URGENT', 'P0', 70_000n, 150_000n, 'E0/E0', 'S V X', 15190],
  ['REL-MENTOR', 'P3', 0n, 0n, 'E2/E2', 'T V', 16010],
  ['CAREGIVER', 'P2', 12_000n, 25_000n, 'E1/E1', 'H N', 16010],
];

describe('the needs of a pack', () => {
  it('are 45 in Belarus, each once, in 13 groups', () => {
    expect(by.needTypes).toHaveLength(45);
    expect(new Set(by.needTypes.map((type) => type.code)).size).toBe(45);
    expect(new Set(by.needTypes.map((type) => type.group)).size).toBe(13);
  });

  it('name those of the highest priority and those that are never published', () => {
    const p0 = by.needTypes.filter((type) => type.priority === 'P0').map((type) => type.code);
    const hidden = by.needTypes.filter((type) => type.flags.includes('X'));

    expect(p0).toEqual([
      'DET-FIRST',
      'DET-TRACE',
      'CHD-CARE',
      'MED-URGENT',
      'PSY-CRISIS',
      'EVA-URGENT',
      'REL-DAY0',
      'REL-HOUSING',
      'FUN-DEATH',
    ]);
    expect(hidden.map((type) => type.code)).toEqual([
      'DET-FIRST',
      'LEG-LAWYER',
      'LEG-FINE',
      'LEG-COSTS',
      'CHD-CARE',
      'PSY-CRISIS',
      'PSY-TORTURE',
      'EVA-URGENT',
      'REL-INCOUNTRY',
      'DIG-SAFE',
    ]);
  });

  it.each(sample)(
    'hold %s as the design has it',
    (code, priority, typical, ceiling, proof, flags, crs) => {
      const type = findNeedType(by, code);

      expect(type).toMatchObject({ priority, typicalMinor: typical, ceilingMinor: ceiling, crs });
      expect(`${type?.evidence.inCountry}/${type?.evidence.abroad}`).toBe(proof);
      expect(type?.flags.join(' ')).toBe(flags);
    },
  );

  it('say which may cost nothing', () => {
    const free = by.needTypes.filter((type) => type.mayBeFree).map((type) => type.code);

    expect(free).toEqual(['DET-TRACE', 'LEG-ADVICE', 'REL-MENTOR']);
  });

  it('differ from country to country', () => {
    const myanmar = jurisdictionPack('mm');

    expect(findNeedType(myanmar, 'LIV-SHELTER')?.priority).toBe('P0');
    expect(findNeedType(myanmar, 'CHD-CARE')).toBeUndefined();
    expect(findNeedType(by, 'LIV-SHELTER')).toBeUndefined();
  });

  it.each(JURISDICTION_CODES)('come with the clocks of every priority in "%s"', (code) => {
    expect(jurisdictionPack(code).priorityClocks).toEqual({
      P0: { kind: 'WALL', answerMinutes: 15, actionMinutes: 360 },
      P1: { kind: 'WALL', answerMinutes: 240, actionMinutes: 2_880 },
      P2: { kind: 'DAYS', answerDays: 1, actionDays: 7 },
      P3: { kind: 'DAYS', answerDays: 3, actionDays: 30 },
      P4: { kind: 'DUE_DAY' },
    });
  });
});
