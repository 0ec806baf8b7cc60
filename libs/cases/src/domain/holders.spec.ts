import { describe, expect, it } from '@jest/globals';
import {
  DEFAULT_HOLDER_LIMITS,
  checkHolderLimits,
  decideHold,
  hasTwoHolders,
  loadBand,
} from './holders.js';
import type { HeldTier, HolderLimits } from './holders.js';

interface HoldCase {
  readonly name: string;
  readonly tier: HeldTier;
  readonly alreadyHolds?: boolean;
  readonly onProbation?: boolean;
  readonly activeT0Cases?: number;
  readonly t1Cases?: number;
  readonly limits?: HolderLimits;
  readonly refusal: string | null;
}

const raised = { activeT0Cases: 40, probationT1Cases: 2 };
const beyond = { activeT0Cases: 99, probationT1Cases: 2 };

describe('decideHold', () => {
  it.each<HoldCase>([
    { name: 'the first case', tier: 'T0', refusal: null },
    { name: 'the 25th identity case', tier: 'T0', activeT0Cases: 24, refusal: null },
    { name: 'the 26th', tier: 'T0', activeT0Cases: 25, refusal: 'HOLDER_LIMIT_REACHED' },
    { name: 'the 26th story case', tier: 'T1', activeT0Cases: 25, t1Cases: 60, refusal: null },
    {
      name: 'the 40th, limit raised',
      tier: 'T0',
      activeT0Cases: 39,
      limits: raised,
      refusal: null,
    },
    {
      name: 'the 41st, limit raised',
      tier: 'T0',
      activeT0Cases: 40,
      limits: raised,
      refusal: 'HOLDER_LIMIT_REACHED',
    },
    {
      name: 'the 41st under a setting that escaped its check',
      tier: 'T0',
      activeT0Cases: 40,
      limits: beyond,
      refusal: 'HOLDER_LIMIT_REACHED',
    },
    { name: 'the same case again', tier: 'T0', alreadyHolds: true, refusal: 'ALREADY_HOLDS' },
    {
      name: 'identity on probation',
      tier: 'T0',
      onProbation: true,
      refusal: 'PROBATION_STORY_TIER_ONLY',
    },
    {
      name: 'a second story on probation',
      tier: 'T1',
      onProbation: true,
      t1Cases: 1,
      refusal: null,
    },
    {
      name: 'a third story on probation',
      tier: 'T1',
      onProbation: true,
      t1Cases: 2,
      refusal: 'PROBATION_LIMIT_REACHED',
    },
  ])('$name: $refusal', (row) => {
    const decided = decideHold({
      tier: row.tier,
      alreadyHolds: row.alreadyHolds ?? false,
      load: {
        onProbation: row.onProbation ?? false,
        activeT0Cases: row.activeT0Cases ?? 0,
        t1Cases: row.t1Cases ?? 0,
      },
      limits: row.limits ?? DEFAULT_HOLDER_LIMITS,
    });

    expect(decided).toEqual(
      row.refusal === null
        ? { ok: true, value: undefined }
        : { ok: false, error: { kind: 'REFUSED', reason: row.refusal } },
    );
  });
});

describe('checkHolderLimits', () => {
  it.each([
    [25, 2, null],
    [40, 0, null],
    [1, 1, null],
    [41, 2, 'activeT0Cases OVER_HARD_LIMIT'],
    [0, 2, 'activeT0Cases NOT_A_COUNT'],
    [2.5, 2, 'activeT0Cases NOT_A_COUNT'],
    [Number.NaN, 2, 'activeT0Cases NOT_A_COUNT'],
    [25, -1, 'probationT1Cases NOT_A_COUNT'],
    [25, 3, 'probationT1Cases OVER_HARD_LIMIT'],
  ])('%d active, %d on probation: %s', (activeT0Cases, probationT1Cases, problem) => {
    const checked = checkHolderLimits({ activeT0Cases, probationT1Cases });

    const found =
      checked.ok || checked.error.kind !== 'INVALID_INPUT'
        ? null
        : `${checked.error.field} ${checked.error.reason}`;
    expect(found).toBe(problem);
  });
});

describe('hasTwoHolders', () => {
  it.each<[string[], boolean]>([
    [[], false],
    [['p-1'], false],
    [['p-1', 'p-1'], false],
    [['p-1', 'p-2'], true],
    [['p-1', 'p-2', 'p-1'], true],
  ])('%j: %s', (holders, expected) => {
    expect(hasTwoHolders(holders)).toBe(expected);
  });
});

describe('loadBand', () => {
  it.each([
    [0, 'GREEN'],
    [25, 'GREEN'],
    [26, 'AMBER'],
    [40, 'AMBER'],
    [41, 'RED'],
  ])('%i cases: %s', (count, band) => {
    expect(loadBand(count)).toBe(band);
  });
});
