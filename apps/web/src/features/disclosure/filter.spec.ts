import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { FIRST_FILTER, inputOf, PURPOSES } from './filter';

const LIBS = join(import.meta.dirname, '../../../../../libs');
/** Where the desk keeps the purposes that it writes into the log; one of a task is written in a statement. */
const LISTS: readonly (readonly [string, RegExp])[] = [
  ['safety/src/domain/reveal-purpose.ts', /REVEAL_PURPOSES = \[([^\]]*)\]/],
  ['intake/src/domain/screening/decisions.ts', /CARD_PURPOSES = \[([^\]]*)\]/],
  ['disbursements/src/application/papers.query.ts', /PURPOSES = \[([^\]]*)\]/],
];

it('offers the purposes that the desk writes, each of them and no other', () => {
  const known = LISTS.flatMap(([file, list]) => {
    const [, codes = ''] = list.exec(readFileSync(join(LIBS, file), 'utf8')) ?? [];
    return [...codes.matchAll(/'([A-Z_]+)'/g)].map(([, code = '']) => code);
  });
  expect(known.length).toBeGreaterThan(10);
  expect([...PURPOSES].toSorted()).toEqual([...known, 'TASK'].toSorted());
});

describe('what the desk is asked for', () => {
  const now = new Date(2026, 10, 22, 15, 30);

  it('begins with the first minute of a day on this device', () => {
    const { from } = inputOf({ ...FIRST_FILTER, period: 'TODAY' }, now);
    expect(from).toBe(new Date(2026, 10, 22).toISOString());
    expect(inputOf(FIRST_FILTER, now).from).toBe(new Date(2026, 10, 16).toISOString());
  });

  it('leaves out what does not narrow', () => {
    expect(inputOf({ ...FIRST_FILTER, period: 'ALL' }, now)).toEqual({});
    expect(inputOf({ ...FIRST_FILTER, period: 'ALL', kind: 'TASK' }, now)).toEqual({
      kind: 'TASK',
    });
  });
});
