import { describe, expect, it } from '@jest/globals';
import { goalText, renderLine, renderTable, rounded, verdictOf } from './report.mjs';

const topic = {
  name: 'demo',
  figures: [
    { key: 'fast_ms', unit: 'ms', goal: { atMost: 5 }, says: 'how fast' },
    { key: 'many', unit: '/s', goal: { atLeast: 10 }, says: 'how many' },
    { key: 'peer', unit: '×', goal: { atLeast: 1 }, says: 'beside a peer' },
    { key: 'info', unit: '', says: 'no goal' },
  ],
};
const values = { fast_ms: 5.0001, many: 3, peer: 'skipped: no network', info: 1 };

describe('a verdict', () => {
  it.each([
    [{ atMost: 2 }, 2, 'met'],
    [{ atMost: 2 }, 2.01, 'missed'],
    [{ atLeast: 2 }, 1.99, 'missed'],
    [{ atLeast: 40, atMost: 250 }, 39, 'missed'],
    [{ atLeast: 40, atMost: 250 }, 251, 'missed'],
    [{ atLeast: 40, atMost: 250 }, 120, 'met'],
    [{ atMost: 0 }, 0, 'met'],
    [{ is: true }, false, 'missed'],
    [{ is: true }, true, 'met'],
    [{ atMost: 2 }, Number.NaN, 'missed'],
  ])('of goal %j and value %d is %s', (goal, value, verdict) => {
    expect(verdictOf(goal, value)).toBe(verdict);
  });

  it('is silent where there is no goal or no measurement', () => {
    expect(verdictOf(undefined, 1)).toBe('');
    expect(verdictOf({ atMost: 1 }, 'skipped: no network')).toBe('');
  });
});

describe('a goal in words', () => {
  it.each([
    [{ atMost: 2 }, '≤ 2'],
    [{ atLeast: 4_000 }, '≥ 4000'],
    [{ atLeast: 40, atMost: 250 }, '40–250'],
    [{ is: true }, 'true'],
    [undefined, ''],
  ])('%j is "%s"', (goal, text) => {
    expect(goalText(goal)).toBe(text);
  });
});

describe('the last line', () => {
  it('is one JSON object with the topic and its figures', () => {
    const line: string = renderLine(topic, values);
    expect(line).not.toContain('\n');
    expect(JSON.parse(line)).toEqual({
      topic: 'demo',
      figures: { fast_ms: 5, many: 3, peer: 'skipped: no network', info: 1 },
    });
  });

  it('says null for what was not measured, and nothing that the topic does not name', () => {
    const parsed = JSON.parse(renderLine(topic, { other: 1 })) as { figures: unknown };
    expect(parsed.figures).toEqual({ fast_ms: null, many: null, peer: null, info: null });
  });

  it('keeps three digits and whole numbers', () => {
    expect([0.012345, 1.23456, 12.3456, 1234.56, true].map(rounded)).toEqual([
      0.0123,
      1.23,
      12.3,
      1235,
      true,
    ]);
  });
});

describe('the table', () => {
  it('shows figure, value, goal and verdict', () => {
    const table: string = renderTable(topic, values);
    const rows = table.split('\n');
    expect(rows).toHaveLength(5);
    expect(rows[1]).toMatch(/^fast_ms +5 ms +≤ 5 +met +how fast$/);
    expect(rows[2]).toMatch(/^many +3 \/s +≥ 10 +missed/);
    expect(rows[3]).toMatch(/^peer +skipped: no network +≥ 1 +beside a peer$/);
    expect(rows[4]).toMatch(/^info +1 +no goal$/);
  });
});
