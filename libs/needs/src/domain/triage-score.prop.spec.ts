import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from './day.js';
import { PRIORITIES } from './priority.js';
import {
  FACTOR_LIMITS,
  refreshedPoints,
  scoreOf,
  TRIAGE_FACTORS,
  triagePoints,
  type TriageFacts,
  type TriageSituation,
} from './triage-score.js';

const TODAY = '2030-06-15';
const dayNear = fc.integer({ min: -400, max: 400 }).map((days) => addDays(TODAY, days));
const facts: fc.Arbitrary<TriageFacts> = fc.record({
  minors: fc.integer({ min: 0, max: 12 }),
  singleCarer: fc.boolean(),
  disability: fc.boolean(),
  seriousIllness: fc.boolean(),
  age60Plus: fc.boolean(),
  pregnancy: fc.boolean(),
  bothParentsHeld: fc.boolean(),
  noOtherSupport: fc.boolean(),
});
const situation: fc.Arbitrary<TriageSituation> = fc.record({
  priority: fc.constantFrom(...PRIORITIES),
  dueDay: fc.option(dayNear),
  lastHelpedOn: fc.option(dayNear),
  today: fc.constant(TODAY),
});
const maybeFacts = fc.option(facts);

describe('triagePoints', () => {
  it('gives whole points within the limit of each factor, 0 to 100 together', () => {
    fc.assert(
      fc.property(maybeFacts, situation, (known, around) => {
        const points = triagePoints(known, around);
        for (const factor of TRIAGE_FACTORS) {
          expect(Number.isInteger(points[factor])).toBe(true);
          expect(points[factor]).toBeGreaterThanOrEqual(0);
          expect(points[factor]).toBeLessThanOrEqual(FACTOR_LIMITS[factor]);
        }
        expect(scoreOf(points)).toBeLessThanOrEqual(100);
      }),
    );
    expect(Object.values(FACTOR_LIMITS).reduce<number>((sum, limit) => sum + limit, 0)).toBe(100);
  });

  it('says the same twice', () => {
    fc.assert(
      fc.property(maybeFacts, situation, (known, around) => {
        expect(triagePoints(known, around)).toEqual(
          triagePoints(structuredClone(known), { ...around }),
        );
      }),
    );
  });

  it('never falls when a household gets weaker', () => {
    const signs = [
      'singleCarer',
      'disability',
      'seriousIllness',
      'age60Plus',
      'pregnancy',
      'bothParentsHeld',
      'noOtherSupport',
    ] as const;
    fc.assert(
      fc.property(facts, situation, fc.constantFrom(...signs), (known, around, sign) => {
        const without = scoreOf(triagePoints({ ...known, [sign]: false }, around));
        const withIt = scoreOf(triagePoints({ ...known, [sign]: true }, around));
        const oneMore = scoreOf(triagePoints({ ...known, minors: known.minors + 1 }, around));
        expect(withIt).toBeGreaterThanOrEqual(without);
        expect(oneMore).toBeGreaterThanOrEqual(scoreOf(triagePoints(known, around)));
      }),
    );
  });

  it('never falls when time runs out, help lies longer back, or the priority is higher', () => {
    const few = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(facts, situation, dayNear, few, (known, around, some, days) => {
        const score = (more: Partial<TriageSituation>): number =>
          scoreOf(triagePoints(known, { ...around, ...more }));
        expect(score({ dueDay: addDays(some, -days) })).toBeGreaterThanOrEqual(
          score({ dueDay: some }),
        );
        expect(score({ lastHelpedOn: addDays(some, -days) })).toBeGreaterThanOrEqual(
          score({ lastHelpedOn: some }),
        );
        expect(score({ lastHelpedOn: null })).toBeGreaterThanOrEqual(score({ lastHelpedOn: some }));
        const ranks = PRIORITIES.map((priority) => score({ priority }));
        expect(ranks).toEqual(ranks.toSorted((one, other) => other - one));
      }),
    );
  });

  it('is the same whether it was computed at once or refreshed without the facts', () => {
    fc.assert(
      fc.property(maybeFacts, situation, situation, (known, before, now) => {
        const stored = triagePoints(known, before);
        expect(refreshedPoints(stored, now)).toEqual(triagePoints(known, now));
      }),
    );
  });

  it('does not see anything but its published facts, such as fame', () => {
    const known: TriageFacts = {
      minors: 1,
      singleCarer: true,
      disability: false,
      seriousIllness: false,
      age60Plus: false,
      pregnancy: false,
      bothParentsHeld: false,
      noOtherSupport: false,
    };
    const around = { priority: 'P1', dueDay: TODAY, lastHelpedOn: null, today: TODAY } as const;
    const fame = {
      followers: 1_000_000,
      gifts: 500,
      caseCard: true,
      donorRank: 1,
      opinion: 'loud',
    };

    expect(triagePoints({ ...known, ...fame }, { ...around, ...fame })).toEqual(
      triagePoints(known, around),
    );
  });
});

describe('the published numbers', () => {
  const nobody: TriageFacts = {
    minors: 0,
    singleCarer: false,
    disability: false,
    seriousIllness: false,
    age60Plus: false,
    pregnancy: false,
    bothParentsHeld: false,
    noOtherSupport: false,
  };
  const calm = { priority: 'P4', dueDay: null, lastHelpedOn: TODAY, today: TODAY } as const;

  it.each<[string, Partial<TriageFacts>, Partial<TriageSituation>, number]>([
    ['the least there is', {}, {}, 6],
    ['life at risk', {}, { priority: 'P0' }, 35],
    ['due today', {}, { dueDay: TODAY }, 26],
    ['due in fifteen days', {}, { dueDay: '2030-06-30' }, 16],
    ['due in thirty days', {}, { dueDay: '2030-07-15' }, 6],
    ['never helped', {}, { lastHelpedOn: null }, 21],
    ['helped ninety days ago', {}, { lastHelpedOn: '2030-03-17' }, 13],
    ['two children', { minors: 2 }, {}, 11],
    ['three children with one carer', { minors: 3, singleCarer: true }, {}, 18],
    ['nobody else helps', { noOtherSupport: true }, {}, 11],
    [
      'everything at once',
      {
        minors: 4,
        singleCarer: true,
        disability: true,
        seriousIllness: true,
        age60Plus: true,
        pregnancy: true,
        bothParentsHeld: true,
        noOtherSupport: true,
      },
      { priority: 'P0', dueDay: TODAY, lastHelpedOn: null },
      100,
    ],
  ])('for %s', (_, known, around, score) => {
    expect(scoreOf(triagePoints({ ...nobody, ...known }, { ...calm, ...around }))).toBe(score);
  });
});
