import { expect, it } from '@jest/globals';
import { readKindAmount } from './kind-amount';

it.each([
  ['12,50', 1250n],
  ['12.5', 1250n],
  ['5', 500n],
  [' 1 250 ', 125_000n],
  ['1\u00a0250,00', 125_000n],
  ['1.250,00', 125_000n],
  ['EUR 1,250.00', 125_000n],
  ['1,250', 125_000n],
  ['€5', 500n],
  ['25 eur', 2500n],
  ['10000', 1_000_000n],
] as const)('reads %j', (text, minor) => {
  expect(readKindAmount(text)).toBe(minor);
});

it.each(['', '0', '0,00', '-5', '12,345,6', '1.2.3', 'ten', '12,5,0', '5e3'])(
  'takes %j for no amount',
  (text) => {
    expect(readKindAmount(text)).toBeNull();
  },
);
