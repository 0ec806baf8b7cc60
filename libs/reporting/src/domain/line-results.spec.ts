import { describe, expect, it } from '@jest/globals';
import { lineResults, type Budget, type BudgetLine, type GrantNeed } from './line-results.js';

let families = 0;
const need = (code: string, count: number, more: Partial<GrantNeed> = {}): GrantNeed => ({
  ...{ code, group: code.slice(0, 3), family: String((families += 1)), spentMinor: 1_000n },
  ...{ reach: { '5_17': { F: count } }, reservedMinor: 0n, isDelivered: true },
  ...more,
});
const needs = (times: number, code: string, count = 1): GrantNeed[] =>
  Array.from({ length: times }, () => need(code, count));
const line = (group: string, codes?: readonly string[]) => ({
  ...{ group, ceilingMinor: '100000' },
  ...(codes === undefined ? {} : { codes }),
});

/** The line that names a kind, else the one of its group. */
const budget = (...lines: BudgetLine[]): Budget => ({
  lines,
  lineOf: ({ code, group }) => {
    const own = lines.filter((each) => each.group === group);
    const named = own.find(({ codes }) => codes?.includes(code) === true);
    return named ?? own.find(({ codes }) => codes === undefined) ?? null;
  },
});

describe('what became of the lines of a grant', () => {
  it('gives every need to one line, and what is beside them a row of its own', () => {
    const told = lineResults(budget(line('CHD'), line('CHD', ['CHD-CAMP']), line('PSY')), [
      ...needs(2, 'CHD-GIFT'),
      ...needs(3, 'CHD-CAMP'),
      need('MED-CHECK', 1),
    ]);

    expect(told.map(({ line: one, spentMinor }) => [one?.codes ?? one?.group, spentMinor])).toEqual(
      [
        ['CHD', 2_000n],
        [['CHD-CAMP'], 3_000n],
        ['PSY', 0n],
        [undefined, 1_000n],
      ],
    );
  });

  it('counts people and needs of large lines, in fives', () => {
    const [children, minds] = lineResults(budget(line('CHD'), line('PSY')), [
      ...needs(13, 'CHD-CAMP', 4),
      ...needs(11, 'PSY-THERAPY'),
    ]);

    expect(children).toMatchObject({ people: 50, needs: 15 });
    expect(minds).toMatchObject({ people: 10, needs: 10 });
  });

  it('hides a small line, and the smallest other with it', () => {
    const told = lineResults(budget(line('CHD'), line('PSY'), line('MED')), [
      ...needs(12, 'CHD-CAMP'),
      ...needs(30, 'MED-CHECK'),
      ...needs(2, 'PSY-THERAPY'),
    ]);

    expect(told.map(({ people }) => people)).toEqual([null, null, 30]);
  });

  it('tells no needs of fewer than ten families, and none of what is not delivered', () => {
    const large = ['one', 'two', 'three'].flatMap((family) =>
      Array.from({ length: 12 }, () => need('CHD-GIFT', 12, { family })),
    );
    expect(lineResults(budget(line('CHD')), large)[0]).toMatchObject({ people: 35, needs: null });
    const two = large.filter(({ family }) => family !== 'three');
    expect(lineResults(budget(line('CHD')), two)[0]).toMatchObject({ people: null, needs: null });
    const waiting = Array.from({ length: 30 }, () => need('CHD-GIFT', 1, { isDelivered: false }));
    expect(lineResults(budget(line('CHD')), waiting)[0]).toMatchObject({
      people: null,
      needs: null,
    });
  });

  it('hides a line of single kinds whose group would be known but for a few', () => {
    const told = lineResults(budget(line('CHD', ['CHD-CAMP'])), [
      ...needs(30, 'CHD-CAMP'),
      ...needs(3, 'CHD-GIFT'),
      ...needs(20, 'PSY-THERAPY'),
    ]);

    expect(told[0]).toMatchObject({ people: null, needs: null });
  });
});
