import { describe, expect, it } from '@jest/globals';
import type { StatusMeaning } from './prisoner-status.js';
import { channelEventAfter } from './status-consequence.js';

const meanings: StatusMeaning[] = [
  { code: 'JAILED', liberty: 'HELD' },
  { code: 'CURFEW', liberty: 'RESTRICTED' },
  { code: 'OUT', liberty: 'FREE' },
  { code: 'UNSURE', liberty: 'UNCONFIRMED' },
];

function eventOf(...codes: readonly string[]): string | null {
  const history = codes
    .slice(0, -1)
    .map((code, index) => ({ code, since: `2030-01-0${String(index + 1)}` }));
  return channelEventAfter(history, codes.at(-1) ?? '', meanings);
}

describe('channelEventAfter', () => {
  it.each([
    [['JAILED'], 'ARREST'],
    [['JAILED', 'OUT'], 'RELEASE'],
    [['JAILED', 'UNSURE'], null],
    [['JAILED', 'UNSURE', 'OUT'], 'RELEASE'],
    [['JAILED', 'UNSURE', 'UNSURE', 'CURFEW'], 'RELEASE'],
    [['JAILED', 'UNSURE', 'JAILED'], 'ARREST'],
    [['OUT', 'UNSURE', 'OUT'], null],
    [['UNSURE', 'OUT'], null],
    [['JAILED', 'OUT', 'OUT'], null],
  ])('%j: %s', (codes, event) => {
    expect(eventOf(...codes)).toBe(event);
  });
});
