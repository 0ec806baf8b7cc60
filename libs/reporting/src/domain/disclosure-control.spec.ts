import { describe, expect, it } from '@jest/globals';
import { disclose, disclosePeople, type Cell } from './disclosure-control.js';
import { byAgeBand, countOf, mergeCounts, sizeOf } from './people-count.js';

/** `people` families of one person each, marked by the group so that groups do not overlap. */
const cell = (code: string, people: number, minorUnits = 100n): Cell => ({
  code,
  people: mergeCounts(
    Array.from({ length: people }, (_, index) =>
      countOf(`${code}-${String(index)}`, { '18_59': { F: 1 } }),
    ),
  ),
  minorUnits,
});

describe('disclosure control', () => {
  it('tells large cells, rounded', () => {
    expect(disclose([cell('LIV', 61, 5_000n), cell('MED', 12)])).toEqual([
      { code: 'LIV', people: 60, minorUnits: 5_000n },
      { code: 'MED', people: 10, minorUnits: 100n },
    ]);
  });

  it('gathers small cells and takes in the next smallest where the rest is small itself', () => {
    expect(disclose([cell('LIV', 60), cell('MED', 12), cell('PSY', 3)])).toEqual([
      { code: 'LIV', people: 60, minorUnits: 100n },
      { code: 'OTHER', people: 15, minorUnits: 200n },
    ]);
  });

  it('lets several small cells cover each other', () => {
    expect(disclose([cell('LIV', 60), cell('MED', 6), cell('PSY', 5)])).toEqual([
      { code: 'LIV', people: 60, minorUnits: 100n },
      { code: 'OTHER', people: 10, minorUnits: 200n },
    ]);
  });

  it('does not take the same family in two small groups for enough people', () => {
    const family = countOf('one', { '5_17': { F: 3 }, '18_59': { F: 2, M: 1 } });
    const rows = disclose([
      { code: 'MED', people: family, minorUnits: 100n },
      { code: 'PSY', people: family, minorUnits: 100n },
      cell('LIV', 30),
    ]);
    expect(rows).toEqual([{ code: 'OTHER', people: 35, minorUnits: 300n }]);
  });

  it('tells nothing of one or two large families alone', () => {
    const large = (name: string) => countOf(name, { '5_17': { F: 4, M: 3 } });
    const people = mergeCounts([large('one'), large('two')]);
    expect(disclose([{ code: 'MED', people, minorUnits: 100n }])).toEqual([
      { code: 'OTHER', people: null, minorUnits: 100n },
    ]);
    expect(disclose([{ code: 'MED', people, minorUnits: 100n }, cell('LIV', 12)])).toEqual([
      { code: 'OTHER', people: 25, minorUnits: 200n },
    ]);
    const three = mergeCounts([people, large('three')]);
    expect(disclose([{ code: 'MED', people: three, minorUnits: 100n }])).toEqual([
      { code: 'MED', people: 20, minorUnits: 100n },
    ]);
  });

  it('tells no number of people where there are fewer than ten in all', () => {
    expect(disclose([cell('LIV', 4), cell('MED', 5)])).toEqual([
      { code: 'OTHER', people: null, minorUnits: 200n },
    ]);
    expect(disclosePeople(9)).toBeNull();
    expect(disclosePeople(10)).toBe(10);
  });

  it('leaves out what is empty and keeps money that reached nobody', () => {
    expect(disclose([cell('LIV', 0, 0n)])).toEqual([]);
    expect(disclose([cell('LIV', 0, 700n)])).toEqual([
      { code: 'OTHER', people: null, minorUnits: 700n },
    ]);
  });
});

describe('people of several needs', () => {
  it('are counted once in a family and added between families', () => {
    const school = countOf('one', { '5_17': { F: 2 } });
    const food = countOf('one', { '5_17': { F: 1, M: 1 }, '18_59': { F: 1 } });
    const other = countOf('two', { '18_59': { F: 1 } });
    const all = mergeCounts([school, food, other]);
    expect(sizeOf(all)).toBe(5);
    const bands = [...byAgeBand(all)].map(([band, people]) => [band, sizeOf(people)]);
    expect(Object.fromEntries(bands)).toEqual({ '5_17': 3, '18_59': 2 });
  });
});
